//! One attempt of a call or of a stream: authorise, wait for room, send.

use std::{borrow::Cow, sync::Arc};

use super::{
    Engine, date,
    request::Prepared,
    retry::{Outcome, classify, classify_failure},
    text::{joined, numeral},
};
use crate::{
    error::{Error, Trail},
    operation::{Auth, Spec},
    platform::Millis,
    session::{REFRESH, RENEWALS, changed, concerns},
    transport::{Read, Request, Response, TransportError},
};

/// The most that an answer may weigh. More is a mistake, or an attack on the memory.
const ANSWER_LIMIT: usize = 64 * 1024 * 1024;

/// What is asked for.
pub(crate) struct Asking<'a> {
    pub(crate) spec: &'static Spec,
    pub(crate) prepared: &'a Prepared,
    /// The session that it belongs to.
    pub(crate) epoch: u64,
    /// Until when it may wait for room.
    pub(crate) until: Millis,
    pub(crate) key: Option<&'a str>,
    pub(crate) last_event_id: Option<&'a str>,
}

/// Why there is no answer, or no more of it.
pub(crate) struct Failure {
    pub(crate) error: Error,
    pub(crate) outcome: Outcome,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, outcome: Outcome::Unsent }
    }
}

impl From<TransportError> for Failure {
    fn from(error: TransportError) -> Self {
        Self { outcome: classify_failure(&error), error: error.into() }
    }
}

impl Engine {
    /// Asks, and asks again with another token if the server does not accept this one.
    ///
    /// Authorising comes before the wait for room: a refresh needs room too, and calls that held
    /// all of it while they wait for the refresh would wait for ever.
    pub(crate) async fn exchange(
        self: &Arc<Self>,
        asking: &Asking<'_>,
        renewals: &mut u8,
        trail: &mut Trail,
    ) -> Result<Response, Failure> {
        let Asking { spec, epoch, until, .. } = *asking;
        loop {
            let token = match spec.auth {
                Auth::Public => None,
                _ => Some(self.session.authorise(self, epoch).await?),
            };
            let mut permit = self.limiter.admit(spec.id == REFRESH.id, until).await?;
            if token.is_some() && self.session.epoch() != epoch {
                return Err(changed().into());
            }
            trail.attempts += 1;
            let request = self.request(asking, token.as_ref().map(|token| &***token), trail.attempts);
            permit.mark_used();
            let sent = self.transport.send(request).await;
            drop(permit);
            let response = sent?;
            if (200..=299).contains(&response.status) {
                return Ok(response);
            }
            let failure = refused(&response, trail);
            match token {
                Some(token) if failure.outcome == Outcome::TokenRefused && *renewals < RENEWALS => {
                    *renewals += self.session.renewed(self, epoch, &token).await?;
                }
                _ => return Err(failure),
            }
        }
    }

    fn request(&self, asking: &Asking<'_>, token: Option<&str>, attempt: u32) -> Request {
        let Asking { spec, prepared, key, last_event_id, .. } = *asking;
        let accept = if spec.stream { "text/event-stream" } else { "application/json" };
        let mut headers = Vec::with_capacity(6);
        headers.push(("accept", Cow::Borrowed(accept)));
        headers.push(("avalo-attempt", numeral(attempt)));
        if prepared.body.is_some() {
            headers.push(("content-type", Cow::Borrowed("application/json")));
        }
        let mut say = |name, value: Option<&str>| {
            if let Some(value) = value {
                headers.push((name, Cow::Owned(value.to_owned())));
            }
        };
        say("idempotency-key", key);
        say("last-event-id", last_event_id);
        if let Some(token) = token {
            headers.push(("authorization", Cow::Owned(joined(&["Bearer ", token]))));
        }
        // What the engine itself must understand is read; the rest may stay with the host.
        let limit = ANSWER_LIMIT;
        let read = match (spec.stream, concerns(spec)) {
            (true, _) => Read::Stream,
            (false, true) => Read::Text { limit },
            (false, false) => Read::Hold { limit },
        };
        let url = self.discovery.url(&prepared.target);
        Request { method: spec.method, url, headers, body: prepared.body.clone(), read }
    }
}

/// What an answer says that is no success.
fn refused(response: &Response, trail: &mut Trail) -> Failure {
    let header = |name| response.headers.get(name);
    if let Some(id) = header("x-request-id") {
        trail.request_ids.push(id);
    }
    let should_retry = header("avalo-should-retry").and_then(|value| value.parse().ok());
    let hint = date::retry_after(&*response.headers);
    let error = Error::from_answer(response.status, response.body.text().unwrap_or_default(), hint);
    Failure { outcome: classify(response.status, error.code_name(), should_retry), error }
}
