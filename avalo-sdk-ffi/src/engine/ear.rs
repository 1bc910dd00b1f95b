//! The lines that a listener hears.

use std::sync::{Arc, Mutex, PoisonError};

use avalo_sdk::Error;
use serde::Serialize;

use super::EngineListener;

/// Who hears, and what was told last of who is signed in.
pub(super) struct Ear {
    listener: Arc<dyn EngineListener>,
    user: Mutex<Option<String>>,
}

/// Why there is no answer, as `AvaloError` of JavaScript is made.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Refusal<'a> {
    kind: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status_code: Option<u16>,
    /// In seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    retry_after: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
}

impl Ear {
    pub(super) fn new(listener: Arc<dyn EngineListener>) -> Self {
        Self { listener, user: Mutex::default() }
    }

    /// Says a word about a number, with text if there is some.
    pub(super) fn say(&self, word: &str, number: u32, text: Option<&str>) {
        let number = number.to_string();
        let line = match text {
            Some(text) => [word, " ", &number, " ", text].concat(),
            None => [word, " ", &number].concat(),
        };
        self.listener.hear(line);
    }

    pub(super) fn part(&self, call: u32, text: &str) {
        self.say("part", call, Some(text));
    }

    /// Gives a call its answer, which is no text if it is not UTF-8.
    pub(super) fn answer(&self, call: u32, text: Option<&str>) {
        match text {
            Some(text) => self.say("answer", call, Some(text)),
            None => self.refusal(call, "decode", "the answer is not UTF-8"),
        }
    }

    pub(super) fn refuse(&self, call: u32, error: &Error) {
        self.told(
            call,
            &Refusal {
                kind: error.kind().as_str(),
                message: error.detail(),
                code: error.code_name(),
                status_code: error.status(),
                retry_after: error.retry_after().map(|wait| wait.as_secs_f64()),
                request_id: error.request_id(),
            },
        );
    }

    /// Refuses a call because of the engine, not because of the call.
    pub(super) fn broken(&self, call: u32, message: &str) {
        self.refusal(call, "internal", message);
    }

    /// Refuses a call for a reason of the bridge's own.
    pub(super) fn refusal(&self, call: u32, kind: &str, message: &str) {
        let none =
            Refusal { kind, message, code: None, status_code: None, retry_after: None, request_id: None };
        self.told(call, &none);
    }

    fn told(&self, call: u32, refusal: &Refusal<'_>) {
        // A record of text and numbers is always JSON.
        self.say("refuse", call, serde_json::to_string(refusal).ok().as_deref());
    }

    /// Tells who is signed in, unless that was told last.
    pub(super) fn user(&self, user: Option<&str>) {
        let mut told = self.user.lock().unwrap_or_else(PoisonError::into_inner);
        if told.as_deref() == user {
            return;
        }
        *told = user.map(str::to_owned);
        drop(told);
        self.say("user", 0, user);
    }

    /// Tells what happened to the session, and to whom.
    pub(super) fn session(&self, event: &str, detail: Option<&str>) {
        match event {
            "signed_in" => self.user(detail),
            "signed_out" | "ended" => self.user(None),
            _ => {}
        }
        let text = detail.map(|detail| [event, " ", detail].concat());
        self.say("session", 0, Some(text.as_deref().unwrap_or(event)));
    }
}
