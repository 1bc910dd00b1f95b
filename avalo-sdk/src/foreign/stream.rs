//! What comes by itself, for languages that ask for one item after another.

use std::{pin::pin, sync::Arc};

use futures_util::{
    StreamExt,
    future::{Either, select},
};
use tokio::sync::Mutex;

use super::{AvaloError, CallOptions, Caller, CancelToken};
use crate::{
    api::{
        ai::{AiReply, StreamMessage},
        chat::{Message, SubscribeToMessages},
        notifications::{Notification, SubscribeToNotifications},
    },
    error::Error,
    event::Event,
    model::ChatId,
    platform::BoxStream,
    realtime,
};

/// How the stream of a row is asked for and what it gives. A row that says `stream` compiles once its
/// request has this.
pub trait Streamed {
    /// What the caller says.
    type Asked;

    /// What the caller gets.
    type Stream;

    /// Begins; nothing is sent before something is asked for.
    fn begin(caller: &Caller, asked: Self::Asked) -> Arc<Self::Stream>;
}

impl Streamed for SubscribeToMessages {
    type Asked = ChatId;
    type Stream = MessageSubscription;

    fn begin(caller: &Caller, chat_id: ChatId) -> Arc<MessageSubscription> {
        MessageSubscription::of(caller, Box::pin(caller.sdk.chat().subscribe_to_messages(chat_id)))
    }
}

impl Streamed for SubscribeToNotifications {
    type Asked = Self;
    type Stream = NotificationSubscription;

    fn begin(caller: &Caller, _: Self) -> Arc<NotificationSubscription> {
        let notifications = caller.sdk.notifications().subscribe_to_notifications();
        NotificationSubscription::of(caller, Box::pin(notifications))
    }
}

impl Streamed for StreamMessage {
    type Asked = Self;
    type Stream = ReplyStream;

    fn begin(caller: &Caller, request: Self) -> Arc<ReplyStream> {
        let mut reply = caller.sdk.ai().stream_message(request);
        if let Some(timeout) = caller.options.timeout {
            reply = reply.timeout(timeout);
        }
        if let Some(key) = &caller.options.idempotency_key {
            reply = reply.idempotency_key(key);
        }
        ReplyStream::of(caller, Box::pin(reply.map(|part| part.map(ReplyPart::from))))
    }
}

impl Caller {
    /// Everything that happens to the user.
    #[must_use]
    pub fn events(&self) -> Arc<EventSubscription> {
        EventSubscription::of(self, Box::pin(self.sdk.events()))
    }

    /// The stream of an operation by its id, with parameters as JSON.
    ///
    /// # Errors
    ///
    /// `invalid` for an id that is no stream of the contract and for text that is no JSON object.
    pub fn stream_json(&self, operation: &str, params: &str) -> Result<Arc<JsonStream>, AvaloError> {
        let CallOptions { timeout, idempotency_key } = self.options.clone();
        let parts = self.sdk.stream_untyped(operation, params, timeout, idempotency_key)?;
        let part = |(json, last)| JsonPart { json, last };
        Ok(JsonStream::of(self, Box::pin(parts.map(move |told| told.map(part)))))
    }
}

/// A part of a companion's reply.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum ReplyPart {
    /// The next words. All of them together are the reply's content.
    Delta {
        /// The words.
        text: String,
    },
    /// The whole, as `ai.sendMessage` would have answered it. Nothing comes after it.
    Message {
        /// The reply.
        reply: AiReply,
    },
}

impl From<realtime::ReplyPart> for ReplyPart {
    fn from(part: realtime::ReplyPart) -> Self {
        match part {
            realtime::ReplyPart::Delta(text) => Self::Delta { text },
            realtime::ReplyPart::Message(reply) => Self::Message { reply: *reply },
        }
    }
}

/// What came over a stream that was asked for by its operation's id.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct JsonPart {
    /// An event as JSON; of a reply, its next words as they are, and at last the whole as JSON.
    pub json: String,
    /// Whether nothing comes after it.
    pub last: bool,
}

/// One stream with what ends it.
struct Feed<T> {
    /// Held by whoever waits for the next item. What is not there any more is closed.
    stream: Mutex<Option<BoxStream<Result<T, Error>>>>,
    caller: Caller,
    stopped: Arc<CancelToken>,
}

impl<T> Feed<T> {
    async fn next(&self) -> Result<Option<T>, AvaloError> {
        let next = async {
            match self.stream.lock().await.as_mut() {
                Some(stream) => Ok(stream.next().await.transpose()?),
                None => Ok(None),
            }
        };
        let outcome = match select(pin!(self.stopped.used()), pin!(self.caller.until_cancelled(next))).await {
            Either::Left(((), _)) => Ok(None),
            Either::Right((outcome, _)) => outcome,
        };
        if !matches!(outcome, Ok(Some(_))) {
            self.stream.lock().await.take();
        }
        outcome
    }

    fn stop(&self) {
        self.stopped.cancel();
        // Whoever holds it is waiting for an item, and closes it in place of this.
        if let Ok(mut stream) = self.stream.try_lock() {
            stream.take();
        }
    }
}

/// uniffi knows no generic types: one object for each type of item.
macro_rules! streams {
    ($($(#[doc = $doc:literal])* $Name:ident of $Item:ty;)*) => {$(
        $(#[doc = $doc])*
        ///
        /// Nothing is sent before the first `next`.
        #[derive(uniffi::Object)]
        pub struct $Name(Feed<$Item>);

        #[uniffi::export(async_runtime = "tokio")]
        impl $Name {
            /// Waits for what comes next. Nothing comes any more after `stop` or an error; giving up
            /// waiting loses no item.
            pub async fn next(&self) -> Result<Option<$Item>, AvaloError> {
                self.0.next().await
            }

            /// Closes the connection and ends whoever waits.
            pub fn stop(&self) {
                self.0.stop();
            }
        }

        impl $Name {
            fn of(caller: &Caller, stream: BoxStream<Result<$Item, Error>>) -> Arc<Self> {
                let (stream, caller) = (Mutex::new(Some(stream)), caller.clone());
                Arc::new(Self(Feed { stream, caller, stopped: CancelToken::new() }))
            }
        }
    )*};
}

streams! {
    /// Everything that happens to the user, as it happens, over as many connections as it takes. A `resync`
    /// says that events were missed which the server no longer has: read again what is shown.
    EventSubscription of Event;
    /// The messages of one chat as they arrive, the caller's own from other devices included. After a gap
    /// that cannot be filled it fails with `conflict`: read the messages again and subscribe anew.
    MessageSubscription of Message;
    /// The notifications as they arrive. After a gap that cannot be filled it fails with `conflict`: read the
    /// inbox again and subscribe anew.
    NotificationSubscription of Notification;
    /// A companion's reply as its words come: charged once, however often the connection breaks.
    ReplyStream of ReplyPart;
    /// A stream by its operation's id.
    JsonStream of JsonPart;
}
