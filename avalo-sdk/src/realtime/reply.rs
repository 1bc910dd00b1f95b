//! A companion's reply as its words come, over a network that breaks: nothing lost, nothing twice, one charge.

use std::{
    collections::VecDeque,
    fmt, mem,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use futures_util::{Stream, StreamExt, stream};

use super::frame::{Frame, Frames};
use crate::{
    api::ai::{Ai, AiReply, StreamMessage},
    engine::{
        Engine, Options,
        budget::{Charge, THROTTLED_COST, TRANSIENT_COST},
        deadline::Deadline,
        json::Fields,
        request::{self, Prepared},
        retry::{Attempt, Outcome, Verdict, judge},
        scope,
        stream::{Opened, Opening, Unopened},
        write::Write,
    },
    error::{Error, ErrorKind, Trail},
    operation::{Operation, Spec},
    platform::{BoxStream, Bytes},
    transport::TransportError,
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

/// A companion's reply, part by part. It is asked for when it is first polled; dropping it closes the
/// connection.
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
        let deadline = Deadline::new(&engine.platform, timeout);
        Ok(Reader {
            epoch: None,
            over: false,
            reading: Reading {
                prepared: request::prepare(SPEC, &params)?,
                key: options.idempotency_key.unwrap_or_else(|| engine.platform.uuid()),
                until: deadline.at(),
                engine,
                connection: None,
                frames: Frames::default(),
                ready: VecDeque::new(),
                said: Said::default(),
                failure: None,
                trail: Trail::default(),
                write: None,
            },
            deadline,
        })
    }
}

struct Reader {
    reading: Reading,
    deadline: Deadline,
    /// The session that it belongs to. What is said to one user never reaches another.
    epoch: Option<u64>,
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
            self.reading.connection = None;
            self.reading.write = None;
        }
        Some(part.map_err(|error| error.with_trail(mem::take(&mut self.reading.trail))))
    }

    async fn part(&mut self) -> Result<ReplyPart, Error> {
        let engine = Arc::clone(&self.reading.engine);
        let epoch = match self.epoch {
            Some(epoch) => epoch,
            None => {
                self.deadline.race(engine.settle()).await??;
                let epoch = engine.session.epoch();
                self.reading.write = Some(Write::begin(Arc::clone(&engine), scope(epoch, SPEC)));
                *self.epoch.insert(epoch)
            }
        };
        let reading = engine.session.while_it_lasts(epoch, self.reading.part(epoch));
        self.deadline.race(reading).await??
    }
}

/// The reply so far.
struct Reading {
    engine: Arc<Engine>,
    prepared: Prepared,
    /// One key for the whole life of the reply: every attempt is the same request to the server.
    key: String,
    until: Duration,
    connection: Option<BoxStream<Result<Bytes, TransportError>>>,
    frames: Frames,
    ready: VecDeque<Frame>,
    said: Said,
    /// Why the connection before is no more.
    failure: Option<Unopened>,
    trail: Trail,
    write: Option<Write<Arc<Engine>>>,
}

impl Reading {
    async fn part(&mut self, epoch: u64) -> Result<ReplyPart, Error> {
        loop {
            while let Some(frame) = self.ready.pop_front() {
                if let Some(part) = self.said.hear(&frame)? {
                    // The words that a last part still brings come before it.
                    if let ReplyPart::Delta(_) = part
                        && frame.event.as_deref() == Some("message")
                    {
                        self.ready.push_front(frame);
                    }
                    if let ReplyPart::Message(_) = part
                        && self.trail.attempts == 1
                    {
                        self.engine.budget.reward();
                    }
                    return Ok(part);
                }
            }
            match &mut self.connection {
                None => self.connect(epoch).await?,
                Some(connection) => {
                    let piece = connection.next().await;
                    self.receive(piece)?;
                }
            }
        }
    }

    /// Takes in what came; when it is the end, the connection is given up.
    fn receive(&mut self, piece: Option<Result<Bytes, TransportError>>) -> Result<(), Error> {
        let failure = match piece {
            Some(Ok(bytes)) => {
                let too_long = |_| Error::new(ErrorKind::Decode, "the reply has a line of more than 1 MiB");
                self.ready.extend(self.frames.push(&bytes).map_err(too_long)?);
                return Ok(());
            }
            Some(Err(error)) => error.into(),
            None => {
                let detail = "the answer was lost: the reply ended before its last part";
                let error = Error::new(ErrorKind::Network, detail);
                Unopened { error, outcome: Outcome::Transient, hint: None }
            }
        };
        self.connection = None;
        self.failure = Some(failure);
        Ok(())
    }

    /// Asks for the reply, again if need be, until a connection brings it.
    async fn connect(&mut self, epoch: u64) -> Result<(), Error> {
        let engine = Arc::clone(&self.engine);
        let mut paid: Option<Charge<'_>> = None;
        loop {
            if let Some(failure) = self.failure.take() {
                if let Some(charge) = paid.take() {
                    charge.spend();
                }
                paid = Some(wait(&engine, failure, self.until, &mut self.trail).await?);
            }
            let opening = Opening {
                spec: SPEC,
                prepared: &self.prepared,
                epoch,
                until: self.until,
                key: Some(&self.key),
                last_event_id: None,
            };
            match engine.open(&opening, &mut self.trail).await {
                Ok(Opened { media_type, pieces }) if media_type.starts_with("text/event-stream") => {
                    self.connection = Some(pieces);
                    self.frames = Frames::default();
                    self.said.begin();
                    return Ok(());
                }
                Ok(_) => return Err(Error::new(ErrorKind::Decode, "the answer is no stream of events")),
                Err(failure) => self.failure = Some(failure),
            }
        }
    }
}

/// Waits before the next attempt, if it is worth one, and pays for it.
async fn wait<'e>(
    engine: &'e Engine,
    failure: Unopened,
    until: Duration,
    trail: &mut Trail,
) -> Result<Charge<'e>, Error> {
    let attempt = Attempt {
        retry: SPEC.retry,
        retries: trail.delays.len() as u32,
        // A refused token was renewed where the stream was opened.
        refreshed: true,
        hint: failure.hint,
        left: until.saturating_sub(engine.platform.now()),
        chance: engine.platform.fraction(),
    };
    match judge(&engine.settings.retry, failure.outcome, &attempt) {
        Verdict::Wait(delay) => {
            let throttled = failure.outcome == Outcome::Throttled;
            let charge = engine.budget.charge(if throttled { THROTTLED_COST } else { TRANSIENT_COST });
            let charge = charge.ok_or(failure.error)?;
            trail.delays.push(delay);
            engine.platform.sleep.sleep(delay).await;
            Ok(charge)
        }
        Verdict::OutOfTime => Err(failure.error.out_of_time()),
        Verdict::Done | Verdict::Fail | Verdict::RefreshThenRetry => Err(failure.error),
    }
}

/// The words that were given out, and how far the present connection has come in them.
#[derive(Debug, Default)]
struct Said {
    given: String,
    heard: usize,
}

impl Said {
    /// Another connection begins the reply anew.
    fn begin(&mut self) {
        self.heard = 0;
    }

    /// The part in a frame, if it is one and has something new.
    fn hear(&mut self, frame: &Frame) -> Result<Option<ReplyPart>, Error> {
        match frame.event.as_deref() {
            Some("delta") => {
                let text = Fields::read(&frame.data).and_then(|fields| fields.text("text"));
                let text = text.ok_or_else(|| undecodable("a piece of the reply has no text"))?;
                let new = self.new_words(&text)?;
                self.heard += text.len();
                Ok(self.give(new))
            }
            Some("message") => {
                let reply: AiReply = serde_json::from_str(&frame.data).map_err(|error| {
                    undecodable(&format!("the reply is not what the contract promises: {error}"))
                })?;
                let rest = reply.reply.content.strip_prefix(&self.given).ok_or_else(another)?.to_owned();
                Ok(self.give(rest).or_else(|| Some(ReplyPart::Message(Box::new(reply)))))
            }
            _ => Ok(None),
        }
    }

    /// What of these words, which come next on this connection, was not given out before.
    fn new_words(&self, text: &str) -> Result<String, Error> {
        let before = self.given.get(self.heard..).unwrap_or_default();
        match text.strip_prefix(before) {
            Some(new) => Ok(new.to_owned()),
            None if before.starts_with(text) => Ok(String::new()),
            None => Err(another()),
        }
    }

    fn give(&mut self, new: String) -> Option<ReplyPart> {
        self.given.push_str(&new);
        (!new.is_empty()).then_some(ReplyPart::Delta(new))
    }
}

fn another() -> Error {
    undecodable("the server began another reply than the one that was given out")
}

fn undecodable(detail: &str) -> Error {
    Error::new(ErrorKind::Decode, [SPEC.id, ": ", detail].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delta(text: &str) -> Frame {
        let data = serde_json::json!({ "text": text }).to_string();
        Frame { id: None, event: Some("delta".to_owned()), data }
    }

    fn heard(said: &mut Said, text: &str) -> Option<String> {
        match said.hear(&delta(text)).expect("a piece") {
            Some(ReplyPart::Delta(new)) => Some(new),
            None => None,
            Some(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn another_connection_may_cut_the_words_elsewhere() {
        let mut said = Said::default();
        assert_eq!(heard(&mut said, "Zażó").as_deref(), Some("Zażó"));
        assert_eq!(heard(&mut said, "łć gę").as_deref(), Some("łć gę"));
        for cut in [1, 3, 6] {
            said.begin();
            let text: Vec<char> = "Zażółć gę".chars().collect();
            for piece in text.chunks(cut) {
                assert_eq!(heard(&mut said, &piece.iter().collect::<String>()), None);
            }
        }
        said.begin();
        assert_eq!(heard(&mut said, "Zażółć gęśl").as_deref(), Some("śl"));
        assert_eq!(heard(&mut said, "ą").as_deref(), Some("ą"));
        assert_eq!(said.given, "Zażółć gęślą");
    }

    #[test]
    fn another_reply_is_an_error_and_what_is_no_part_is_none() {
        let mut said = Said::default();
        assert_eq!(heard(&mut said, "Hello there"), Some("Hello there".to_owned()));
        said.begin();
        let error = said.hear(&delta("Good day")).expect_err("another reply");
        assert_eq!(error.kind(), ErrorKind::Decode);
        for data in ["", "[]", "{\"text\":1}"] {
            let frame = Frame { event: Some("delta".to_owned()), data: data.to_owned(), id: None };
            assert!(said.hear(&frame).is_err(), "{data}");
        }
        let other = Frame { event: Some("ping".to_owned()), data: "{}".to_owned(), id: None };
        assert_eq!(said.hear(&other).expect("ignored"), None);
        assert_eq!(said.hear(&Frame::default()).expect("ignored"), None);
    }
}
