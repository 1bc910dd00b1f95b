//! A companion's reply as its words come, over a network that breaks: nothing lost, nothing twice, one charge.

mod reading;
mod said;

use std::{
    fmt, mem,
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::{Stream, StreamExt, stream};

use self::reading::Reading;
use crate::{
    api::ai::{Ai, AiReply, StreamMessage},
    engine::{Engine, Options, deadline::Deadline, request, scope, write::Write},
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
        match self.reader() {
            Ok(reader) => {
                let parts = stream::unfold(reader, |mut reader| async move {
                    let part = reader.next().await?;
                    Some((part, reader))
                });
                Box::pin(parts.fuse())
            }
            Err(error) => Box::pin(stream::iter([Err(error)])),
        }
    }

    fn reader(self) -> Result<Reader, Error> {
        let Self { engine, request, options } = self;
        options.check()?;
        let params = serde_json::to_string(&request)
            .map_err(|error| Error::invalid(format!("{}: {error}", SPEC.id)))?;
        let timeout = options.timeout.unwrap_or(engine.settings.timeout);
        let deadline = Deadline::new(&engine.platform, millis(timeout));
        let prepared = request::prepare(SPEC, &params)?;
        let key = options.idempotency_key.unwrap_or_else(|| engine.platform.uuid());
        Ok(Reader {
            epoch: None,
            over: false,
            reading: Reading::new(engine, prepared, key, deadline.at()),
            write: None,
            deadline,
        })
    }
}

struct Reader {
    reading: Reading,
    deadline: Deadline,
    /// The session that it belongs to. What is said to one user never reaches another.
    epoch: Option<u64>,
    write: Option<Write<Arc<Engine>>>,
    over: bool,
}

impl Reader {
    async fn next(&mut self) -> Option<Result<ReplyPart, Error>> {
        if self.over {
            return None;
        }
        let part = self.part().await;
        if !matches!(part, Ok(ReplyPart::Delta(_))) {
            self.over = true;
            self.reading.close();
            self.write = None;
        }
        Some(part.map_err(|error| error.with_trail(mem::take(&mut self.reading.trail))))
    }

    async fn part(&mut self) -> Result<ReplyPart, Error> {
        let engine = Arc::clone(&self.reading.engine);
        let epoch = match self.epoch {
            Some(epoch) => epoch,
            None => {
                self.deadline.race(pin!(engine.settle())).await??;
                let epoch = engine.session.epoch();
                self.write = Some(Write::begin(Arc::clone(&engine), scope(epoch, SPEC)));
                *self.epoch.insert(epoch)
            }
        };
        let reading = engine.session.while_it_lasts(epoch, self.reading.part(epoch));
        self.deadline.race(pin!(reading)).await??
    }
}
