//! What the SDK says to developers, in the app's own log.

use std::{
    fmt,
    sync::{Arc, OnceLock, PoisonError, RwLock},
};

use tracing::{
    Event, Level, Metadata, Subscriber,
    field::{Field, Visit},
    span,
    subscriber::Interest,
};

use crate::{listener::ListenerError, outbox::Outbox};

/// The target of everything that the SDK says.
const TARGET: &str = "avalo_sdk";

/// How much something matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum LogLevel {
    /// Something failed.
    Error,
    /// Something is not as it should be, and no call failed.
    Warn,
    /// Something worth knowing.
    Info,
    /// For those who look for a fault.
    Debug,
}

/// Takes what the SDK says, such as that a token store failed. It is called on a thread of its own, and what
/// it throws is ignored. No text holds a token or anything that a user wrote.
#[uniffi::export(rust, foreign)]
pub trait LogSink: Send + Sync {
    /// Takes one line.
    ///
    /// # Errors
    ///
    /// Whatever it likes: nobody acts on it.
    fn log(&self, level: LogLevel, text: String) -> Result<(), ListenerError>;
}

type Lines = RwLock<Option<Arc<Outbox<(LogLevel, String)>>>>;

static LINES: OnceLock<Lines> = OnceLock::new();

/// Sends what every client of this program says to `sink`, in place of the one before; nowhere if it is none.
/// Where another part of the program listens to `tracing` already, the lines are there and not here.
#[uniffi::export]
pub fn set_log_sink(sink: Option<Arc<dyn LogSink>>) {
    let lines = LINES.get_or_init(|| {
        // It fails where another subscriber was first, which then has the lines.
        let _ = tracing::subscriber::set_global_default(Listening);
        Lines::default()
    });
    let outbox = sink.and_then(|sink| {
        Outbox::new("avalo-log", move |(level, text)| {
            let _ = sink.log(level, text);
        })
        .ok()
    });
    *lines.write().unwrap_or_else(PoisonError::into_inner) = outbox.map(Arc::new);
}

/// Hears the SDK's events and nothing else; it knows no spans.
struct Listening;

impl Subscriber for Listening {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if self.enabled(metadata) { Interest::always() } else { Interest::never() }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == TARGET && *metadata.level() <= Level::DEBUG
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }

    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, event: &Event<'_>) {
        let Some(lines) = LINES.get() else { return };
        let outbox = lines.read().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(outbox) = outbox else { return };
        let mut text = Text::default();
        event.record(&mut text);
        outbox.tell((level(*event.metadata().level()), text.0));
    }

    fn enter(&self, _: &span::Id) {}

    fn exit(&self, _: &span::Id) {}
}

fn level(level: Level) -> LogLevel {
    match level {
        Level::ERROR => LogLevel::Error,
        Level::WARN => LogLevel::Warn,
        Level::INFO => LogLevel::Info,
        _ => LogLevel::Debug,
    }
}

/// An event's message.
#[derive(Default)]
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        if field.name() == "message" {
            self.0 = format!("{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    struct Kept(mpsc::Sender<(LogLevel, String)>);

    impl LogSink for Kept {
        fn log(&self, level: LogLevel, text: String) -> Result<(), ListenerError> {
            let _ = self.0.send((level, text));
            Err(ListenerError::Failed { detail: "nobody acts on it".to_owned() })
        }
    }

    #[test]
    fn what_the_sdk_says_reaches_the_sink_and_nothing_else_does() {
        let (sender, lines) = mpsc::channel();
        set_log_sink(Some(Arc::new(Kept(sender))));
        tracing::warn!(target: "hyper", "not ours");
        tracing::warn!(target: TARGET, "the store failed");
        tracing::info!(target: TARGET, "the store works again");
        assert_eq!(lines.recv(), Ok((LogLevel::Warn, "the store failed".to_owned())));
        assert_eq!(lines.recv(), Ok((LogLevel::Info, "the store works again".to_owned())));
        set_log_sink(None);
        tracing::warn!(target: TARGET, "nobody hears it");
        assert!(lines.recv().is_err(), "the thread of the sink ended with it");
    }
}
