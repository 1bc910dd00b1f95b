//! Live events that survive a bad network: in order, none lost, none twice.

mod frame;

use std::{
    fmt,
    pin::{Pin, pin},
    sync::Arc,
    task::Context,
    task::Poll,
    time::Duration,
};

use futures_util::{Stream, StreamExt, stream};

use self::frame::{Frame, Frames};
use crate::{
    AvaloSdk,
    api::chat::{Chat, Message, SubscribeToMessages},
    engine::{Engine, deadline::Deadline},
    error::{Error, ErrorKind},
    event::{Event, EventKind},
    model::ChatId,
    operation::{Operation, Spec},
    platform::{BoxStream, Bytes, Millis, SECOND},
    transport::TransportError,
};

const EVENTS: &Spec = SubscribeToMessages::SPEC;

/// A connection that says nothing for so long is dead; the server says something every 25 s.
const SILENCE_LIMIT: Millis = 60 * SECOND;

/// The longest wait before a connection is tried again.
const RECONNECT_CAP: Duration = Duration::from_secs(30);

/// The longest wait that a server may ask for.
const HINT_CAP: Duration = Duration::from_secs(90);

/// A connection that lived so long was a good one: the next wait starts small again.
const STABLE: Millis = 30 * SECOND;

/// Live events. Dropping it closes the connection.
///
/// It reconnects by itself, for ever, and goes on after the last event it gave out. It ends after an
/// error that trying again would not mend: the session is over, or may not listen.
#[must_use = "a subscription does nothing unless it is polled"]
pub struct Subscription<T> {
    events: BoxStream<Result<T, Error>>,
}

impl<T> Stream for Subscription<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.events.poll_next_unpin(context)
    }
}

impl<T> fmt::Debug for Subscription<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Subscription")
    }
}

impl AvaloSdk {
    /// Everything that happens to the user, as it happens.
    ///
    /// A `Resync` event says that events were missed which the server no longer has: read again
    /// what is shown. It comes once for each such gap.
    pub fn events(&self) -> Subscription<Event> {
        Subscription { events: listen(Arc::clone(&self.engine)) }
    }
}

impl Chat {
    /// The messages of one chat as they arrive, the caller's own from other devices included.
    ///
    /// After a gap that cannot be filled it ends with a `Conflict` error: read the messages again and
    /// subscribe anew.
    pub fn subscribe_to_messages(&self, chat_id: ChatId) -> Subscription<Message> {
        let messages = listen(Arc::clone(&self.0.engine)).filter_map(move |event| {
            let message = match event {
                Ok(Event { kind: EventKind::Resync, .. }) => Some(Err(Error::new(
                    ErrorKind::Conflict,
                    "messages were missed that the server no longer keeps: read them with get_messages",
                ))),
                Ok(Event { kind: EventKind::ChatMessage, message: Some(message), .. })
                    if message.chat_id == chat_id =>
                {
                    Some(Ok(message))
                }
                Ok(_) => None,
                Err(error) => Some(Err(error)),
            };
            std::future::ready(message)
        });
        let mut over = false;
        let until_error = messages.take_while(move |message| {
            let go_on = !over;
            over |= message.is_err();
            std::future::ready(go_on)
        });
        Subscription { events: Box::pin(until_error) }
    }
}

/// Where an event stands: the history it belongs to and its number there.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    epoch: String,
    number: u64,
}

impl Place {
    fn parse(id: &str) -> Option<Self> {
        let (epoch, number) = id.rsplit_once('-')?;
        Some(Self { epoch: epoch.to_owned(), number: number.parse().ok()? })
    }

    /// Whether an event at this place was given out before one at `last`.
    fn is_seen(&self, last: Option<&Self>) -> bool {
        last.is_some_and(|last| last.epoch == self.epoch && self.number <= last.number)
    }
}

/// The wait before connection attempt number `failures`, counted from 1: anything from nothing to
/// 1, 2, 4 .. 30 s, so that a thousand clients of a restarted server spread over the second.
fn reconnect_delay(failures: u32, chance: f64) -> Duration {
    let whole = Duration::from_secs(1 << failures.saturating_sub(1).min(5)).min(RECONNECT_CAP);
    whole.mul_f64(chance)
}

struct Listener {
    engine: Arc<Engine>,
    /// The session it listens for. What belongs to one user never reaches another.
    epoch: Option<u64>,
    connection: Option<BoxStream<Result<Bytes, TransportError>>>,
    since: Millis,
    frames: Frames,
    ready: std::collections::VecDeque<Frame>,
    last: Option<(String, Place)>,
    failures: u32,
    /// The wait that the server asked for.
    hint: Duration,
    over: bool,
}

fn listen(engine: Arc<Engine>) -> BoxStream<Result<Event, Error>> {
    let listener = Listener {
        engine,
        epoch: None,
        connection: None,
        since: 0,
        frames: Frames::default(),
        ready: std::collections::VecDeque::new(),
        last: None,
        failures: 0,
        hint: Duration::ZERO,
        over: false,
    };
    Box::pin(stream::unfold(listener, |mut listener| async move {
        let event = listener.next().await?;
        Some((event, listener))
    }))
}

impl Listener {
    async fn next(&mut self) -> Option<Result<Event, Error>> {
        if self.over {
            return None;
        }
        let engine = Arc::clone(&self.engine);
        let event = match self.begin(&engine).await {
            Ok(epoch) => {
                engine.session.while_it_lasts(epoch, self.event(epoch)).await.and_then(|event| event)
            }
            Err(error) => Err(error),
        };
        if event.is_err() {
            self.over = true;
            self.connection = None;
        }
        Some(event)
    }

    /// The session to listen for: the one that holds when it is first asked for something.
    async fn begin(&mut self, engine: &Engine) -> Result<u64, Error> {
        if let Some(epoch) = self.epoch {
            return Ok(epoch);
        }
        engine.settle().await?;
        Ok(*self.epoch.insert(engine.session.epoch()))
    }

    async fn event(&mut self, epoch: u64) -> Result<Event, Error> {
        loop {
            while let Some(frame) = self.ready.pop_front() {
                if let Some(event) = self.open(frame) {
                    // A connection that brought something was a good one.
                    self.failures = 0;
                    return Ok(event);
                }
            }
            if self.connection.is_none() {
                self.connect(epoch).await?;
            }
            self.receive().await;
        }
    }

    /// The event of a frame, unless it was given out before or is none. A frame without data says
    /// where the stream stands, so that even what is missed before the first event is not lost.
    fn open(&mut self, frame: Frame) -> Option<Event> {
        let event = serde_json::from_str(&frame.data).ok();
        if let Some(id) = frame.id
            && let Some(place) = Place::parse(&id)
        {
            if place.is_seen(self.last.as_ref().map(|(_, place)| place)) {
                return None;
            }
            self.last = Some((id, place));
        }
        event
    }

    /// Opens a connection, however often it takes.
    async fn connect(&mut self, epoch: u64) -> Result<(), Error> {
        loop {
            if self.failures > 0 {
                let own = reconnect_delay(self.failures, self.engine.platform.fraction());
                let delay = own.max(std::mem::take(&mut self.hint).min(HINT_CAP));
                self.engine.platform.sleep.sleep(delay).await;
            }
            let last = self.last.as_ref().map(|(id, _)| id.as_str());
            match self.engine.open(EVENTS, epoch, last).await {
                Ok(connection) => {
                    self.connection = Some(connection);
                    self.since = self.engine.platform.now();
                    self.frames = Frames::default();
                    return Ok(());
                }
                Err(error) if is_passing(error.kind()) => {
                    self.failures = self.failures.saturating_add(1);
                    self.hint = error.retry_after().unwrap_or_default();
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Takes in what comes next; on silence or an end the connection is given up.
    async fn receive(&mut self) {
        let Some(connection) = &mut self.connection else { return };
        let platform = Arc::clone(&self.engine.platform);
        let piece = Deadline::new(&platform, SILENCE_LIMIT).race(pin!(connection.next())).await;
        let frames = match piece {
            Ok(Some(Ok(bytes))) => self.frames.push((*bytes).as_ref()).ok(),
            _ => None,
        };
        match frames {
            Some(frames) => self.ready.extend(frames),
            None => {
                self.connection = None;
                let lived = platform.now().saturating_sub(self.since);
                self.failures = if lived >= STABLE { 1 } else { self.failures.saturating_add(1) };
            }
        }
    }
}

fn is_passing(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Network | ErrorKind::Server | ErrorKind::RateLimited | ErrorKind::Timeout)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_given_out_once_and_another_history_starts_anew() {
        let place = |id: &str| Place::parse(id).expect("a place");
        let last = place("a-b-7");
        assert!(place("a-b-7").is_seen(Some(&last)) && place("a-b-1").is_seen(Some(&last)));
        assert!(!place("a-b-8").is_seen(Some(&last)) && !place("c-1").is_seen(Some(&last)));
        assert!(!place("a-b-1").is_seen(None));
        assert_eq!(Place::parse("nonsense"), None);
    }

    #[test]
    fn reconnects_spread_and_never_wait_longer_than_the_cap() {
        for failures in [1, 2, 3, 10, 100, u32::MAX] {
            assert!(reconnect_delay(failures, 0.999) <= RECONNECT_CAP);
            assert_eq!(reconnect_delay(failures, 0.0), Duration::ZERO);
        }
        assert_eq!(reconnect_delay(1, 0.5), Duration::from_millis(500));
        assert_eq!(reconnect_delay(6, 0.5), Duration::from_secs(15));
    }
}
