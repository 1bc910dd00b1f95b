//! A companion's reply as its words come, over a network that breaks: nothing lost, nothing twice, one charge.

mod reading;
mod said;

use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::{Stream, StreamExt, stream};

use self::reading::Reading;
use super::live::{Live, Told};
use crate::{
    api::ai::{Ai, AiReply, StreamMessage},
    engine::{Engine, Options},
    error::Error,
    operation::{Operation, Spec},
    platform::{BoxStream, millis},
};

const SPEC: &Spec = StreamMessage::SPEC;

/// A part of a companion's reply.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplyPart {
    /// The next words. All of them together are the reply's content.
    Delta(String),
    /// The whole, as `ai.sendMessage` would have answered it. Nothing comes after it.
    Message(Box<AiReply>),
}

/// A companion's reply, part by part. It is asked for when it is first polled. Dropping it closes the
/// connection; a message that was sent by then stays sent, and paid.
///
/// When the connection breaks before the last part, the same request goes again under the same idempotency
/// key: the server charges it once and gives the same reply, of which only the parts that were missing come
/// out here. After an error it is over; the error says why.
#[must_use = "a reply is asked for when it is polled"]
pub struct ReplyStream {
    asked: Option<Asked>,
    parts: BoxStream<Result<ReplyPart, Error>>,
}

/// What to ask for, before it is.
struct Asked {
    engine: Arc<Engine>,
    request: StreamMessage,
    options: Options,
}

impl Ai {
    /// Sends a message to a companion and gives its reply out as the words come.
    ///
    /// The parts are [`ReplyPart::Delta`] with the next words, then one [`ReplyPart::Message`] with what
    /// `send_message` would have answered. Costs and refusals are those of `send_message`.
    ///
    /// ```no_run
    /// # async fn talk(sdk: avalo_sdk::AvaloSdk) -> Result<(), avalo_sdk::Error> {
    /// use avalo_sdk::{api::ai::StreamMessage, realtime::ReplyPart};
    /// use futures_util::StreamExt;
    ///
    /// let question = StreamMessage { chat_id: "aic_1".into(), content: "How are you?".into() };
    /// let mut reply = sdk.ai().stream_message(question);
    /// while let Some(part) = reply.next().await {
    ///     match part? {
    ///         ReplyPart::Delta(words) => print!("{words}"),
    ///         ReplyPart::Message(whole) => println!("\n{} tokens", whole.charged),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn stream_message(&self, request: StreamMessage) -> ReplyStream {
        let asked = Asked { engine: Arc::clone(&self.0.engine), request, options: Options::default() };
        ReplyStream { asked: Some(asked), parts: Box::pin(stream::empty()) }
    }
}

impl ReplyStream {
    /// Gives the whole reply so much time, waits and retries included, in place of the client's default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        if let Some(asked) = &mut self.asked {
            asked.options.timeout = Some(timeout);
        }
        self
    }

    /// Uses a key of the caller's own, so that a repetition after a restart of the program is still the
    /// same message. 1 to 255 visible ASCII characters.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        if let Some(asked) = &mut self.asked {
            asked.options.idempotency_key = Some(key.into());
        }
        self
    }
}

impl Stream for ReplyStream {
    type Item = Result<ReplyPart, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(asked) = self.asked.take() {
            self.parts = asked.begin();
        }
        self.parts.poll_next_unpin(context)
    }
}

impl fmt::Debug for ReplyStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReplyStream")
    }
}

impl Asked {
    fn begin(self) -> BoxStream<Result<ReplyPart, Error>> {
        let Self { engine, request, options } = self;
        let params =
            serde_json::to_string(&request).map_err(|error| Error::invalid(format!("{}: {error}", SPEC.id)));
        let parts = Live::stream(params.and_then(|params| ask(engine, SPEC, &params, options)));
        Box::pin(parts.map(|told| told.and_then(typed)))
    }
}

/// The reply to a request, for which nothing is sent before something is asked for.
pub(super) fn ask(
    engine: Arc<Engine>,
    spec: &'static Spec,
    params: &str,
    options: Options,
) -> Result<Live, Error> {
    options.check()?;
    let timeout = options.timeout.unwrap_or(engine.settings.timeout);
    let key = options.idempotency_key.unwrap_or_else(|| engine.platform.uuid());
    let reading = Reading::new(Arc::clone(&engine), spec.retry, key);
    Live::new(engine, spec, params, Box::new(reading), millis(timeout))
}

fn typed(told: Told) -> Result<ReplyPart, Error> {
    if !told.last {
        return Ok(ReplyPart::Delta(told.text));
    }
    match serde_json::from_str(&told.text) {
        Ok(reply) => Ok(ReplyPart::Message(Box::new(reply))),
        Err(error) => {
            Err(said::undecodable(&format!("the reply is not what the contract promises: {error}")))
        }
    }
}
