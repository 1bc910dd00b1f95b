//! Plays one scenario against a server of its own.

use std::{collections::HashMap, future::Future, pin::Pin, sync::Arc, time::Duration};

use avalo_mock_server::MockServer;
use futures_util::future::try_join_all;
use serde_json::Value;
use tokio::{
    sync::Mutex,
    time::{sleep, timeout},
};

use super::{
    Scenario, Step,
    door::{Door, Events, Rust},
    pattern::{Kept, compare, resolve},
};
use crate::http;

/// How long an event may take, on a machine where all scenarios are played at once.
const PATIENCE: Duration = Duration::from_secs(60);

/// The stage of one scenario. Steps that run together share it.
struct Stage<'s> {
    server: &'s MockServer,
    door: &'s dyn Door,
    ears: Mutex<HashMap<String, Arc<Mutex<Events>>>>,
    kept: Mutex<Kept>,
}

/// Plays the steps with the SDK of this process and checks the ledger.
///
/// # Errors
///
/// A sentence that says which step went wrong and how.
pub async fn play(scenario: &Scenario, server: MockServer) -> Result<(), String> {
    play_by(scenario, &server, &Rust::new(&server)).await
}

/// As [`play`], by whatever door.
///
/// # Errors
///
/// As [`play`].
pub async fn play_by(scenario: &Scenario, server: &MockServer, door: &dyn Door) -> Result<(), String> {
    let stage = Stage { server, door, ears: Mutex::default(), kept: Mutex::default() };
    for (index, step) in scenario.steps.iter().enumerate() {
        stage.step(step).await.map_err(|why| format!("step {}: {why}", index + 1))?;
    }
    let invariants = stage.server.invariants().await.map_err(|problem| format!("{problem:?}"))?;
    if invariants.hold() { Ok(()) } else { Err(format!("at the end: {invariants:?}")) }
}

impl Stage<'_> {
    /// Boxed because steps hold steps.
    fn step<'s>(&'s self, step: &'s Step) -> Pin<Box<dyn Future<Output = Result<(), String>> + Send + 's>> {
        Box::pin(async move {
            match step {
                Step { together: Some(steps), .. } => {
                    try_join_all(steps.iter().map(|step| self.step(step))).await.map(drop)
                }
                Step { test: Some(control), .. } => {
                    self.control(control, step).await.map_err(|why| format!("{control} {why}"))
                }
                Step { who: Some(who), call: Some(operation), .. } => {
                    self.call(who, operation, step).await.map_err(|why| format!("{who} {operation} {why}"))
                }
                Step { who: Some(who), listen: Some(true), .. } => self.listen(who).await,
                Step { who: Some(who), hears: Some(wanted), .. } => {
                    self.hear(who, wanted, step).await.map_err(|why| format!("{who} {why}"))
                }
                _ => Err("it is no step: see tests/scenarios/README.md".to_owned()),
            }
        })
    }

    async fn resolve(&self, value: &Value) -> Result<Value, String> {
        resolve(value, &*self.kept.lock().await)
    }

    async fn call(&self, who: &str, operation: &str, step: &Step) -> Result<(), String> {
        let params = self.resolve(&step.with).await?.to_string();
        let key = step.key.clone();
        let outcome = self.door.call(who, operation, params, key).await;
        match (outcome, &step.fails) {
            (Ok(answer), None) => self.finish(step, &answer).await,
            (Ok(_), Some(word)) => Err(format!("succeeded instead of {word}")),
            (Err(failure), Some(word)) if failure.word == *word => Ok(()),
            (Err(failure), _) => Err(format!("failed with {}: {}", failure.word, failure.detail)),
        }
    }

    async fn control(&self, control: &str, step: &Step) -> Result<(), String> {
        let control = self.resolve(&control.into()).await?;
        let (method, path) =
            control.as_str().and_then(|text| text.split_once(' ')).ok_or("is no METHOD /path")?;
        let method = method.parse().map_err(|_| format!("{method:?} is no method"))?;
        let mut request = http().request(method, format!("{}{path}", self.server.url()));
        for (name, value) in &step.headers {
            request = request
                .header(name, self.resolve(&value.as_str().into()).await?.as_str().unwrap_or_default());
        }
        let body = self.resolve(&step.with).await?.to_string();
        let answer = request.body(body).send().await.map_err(|error| error.to_string())?;
        let (status, body) = (answer.status(), answer.bytes().await.unwrap_or_default());
        let body: Value = serde_json::from_slice(&body).unwrap_or_default();
        match &step.fails {
            None if status.is_success() => self.finish(step, &body).await,
            Some(word) if body["code"] == word.as_str() => Ok(()),
            _ => Err(format!("answered {status}: {body}")),
        }
    }

    /// Returns once the server knows of the stream: what happens from then on is heard.
    async fn listen(&self, who: &str) -> Result<(), String> {
        let open = self.server.open_streams();
        let events = self.door.listen(who).await.map_err(|failure| failure.detail)?;
        self.ears.lock().await.insert(who.to_owned(), Arc::new(Mutex::new(events)));
        let opened = async {
            while self.server.open_streams() == open {
                sleep(Duration::from_millis(1)).await;
            }
        };
        timeout(PATIENCE, opened).await.map_err(|_| format!("{who} cannot listen"))
    }

    async fn hear(&self, who: &str, wanted: &Value, step: &Step) -> Result<(), String> {
        let ears = self.ears.lock().await.get(who).cloned().ok_or("does not listen")?;
        let (mut events, wanted, mut heard) = (ears.lock().await, self.resolve(wanted).await?, Vec::new());
        loop {
            match timeout(PATIENCE, events.recv()).await {
                Ok(Some(Ok(event))) => {
                    if compare(&wanted, &event, "").is_ok() {
                        return self.finish(step, &event).await;
                    }
                    heard.push(event);
                }
                Ok(Some(Err(error))) => return Err(format!("hears no more: {}", error.detail)),
                Ok(None) | Err(_) => return Err(format!("waited for {wanted} and heard {heard:?}")),
            }
        }
    }

    /// Compares an answer with what the step says of it, and keeps what it names.
    async fn finish(&self, step: &Step, answer: &Value) -> Result<(), String> {
        if let Some(pattern) = &step.gives {
            compare(&self.resolve(pattern).await?, answer, "")?;
        }
        for (name, pointer) in &step.keep {
            let part = answer.pointer(pointer).ok_or_else(|| format!("has no {pointer}: {answer}"))?;
            self.kept.lock().await.insert(name.clone(), part.clone());
        }
        Ok(())
    }
}
