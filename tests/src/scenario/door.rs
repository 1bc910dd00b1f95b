//! Who makes the calls of a story: the SDK, by whatever door.

use std::{collections::HashMap, future::Future, pin::Pin};

use avalo_mock_server::MockServer;
use avalo_sdk::{AvaloSdk, Error};
use futures_util::StreamExt;
use serde_json::Value;
use tokio::sync::{Mutex, mpsc};

use crate::client;

/// Work of a door.
pub type Work<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The events of one listener as they come, and at last why there are no more.
pub type Events = mpsc::UnboundedReceiver<Result<Value, Failure>>;

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The server's code, or the kind of error if no server said it.
    pub word: String,
    /// What happened, in a sentence.
    pub detail: String,
}

/// The clients of one story, by their names. A name that was not used before is a new client.
pub trait Door: Send + Sync {
    /// Calls an operation by its id.
    fn call<'a>(
        &'a self,
        who: &'a str,
        operation: &'a str,
        params: String,
        key: Option<String>,
    ) -> Work<'a, Result<Value, Failure>>;

    /// Begins to listen to everything that happens to a client's user.
    fn listen<'a>(&'a self, who: &'a str) -> Work<'a, Result<Events, Failure>>;
}

/// The SDK in this process.
pub(super) struct Rust<'s> {
    server: &'s MockServer,
    clients: Mutex<HashMap<String, AvaloSdk>>,
}

impl<'s> Rust<'s> {
    /// Clients of a server.
    pub(super) fn new(server: &'s MockServer) -> Self {
        Self { server, clients: Mutex::default() }
    }

    async fn client(&self, who: &str) -> AvaloSdk {
        let mut clients = self.clients.lock().await;
        clients.entry(who.to_owned()).or_insert_with(|| client(self.server)).clone()
    }
}

impl Door for Rust<'_> {
    fn call<'a>(
        &'a self,
        who: &'a str,
        operation: &'a str,
        params: String,
        key: Option<String>,
    ) -> Work<'a, Result<Value, Failure>> {
        Box::pin(async move {
            let answer = self.client(who).await.call_untyped(operation, &params, None, key).await?;
            Ok(serde_json::from_slice(answer.json()).unwrap_or_default())
        })
    }

    fn listen<'a>(&'a self, who: &'a str) -> Work<'a, Result<Events, Failure>> {
        Box::pin(async move {
            let mut events = self.client(who).await.events();
            let (sender, receiver) = mpsc::unbounded_channel();
            tokio::spawn(async move {
                while let Some(event) = events.next().await {
                    let event = event.map(|event| serde_json::to_value(event).unwrap_or_default());
                    if sender.send(event.map_err(Failure::from)).is_err() {
                        break;
                    }
                }
            });
            Ok(receiver)
        })
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let word = error.code().map_or(error.kind().as_str(), |code| code.as_str());
        Self { word: word.to_owned(), detail: error.to_string() }
    }
}
