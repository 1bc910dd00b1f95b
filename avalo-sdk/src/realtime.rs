//! Live events that survive a bad network: in order, none lost, none twice.

#[cfg(feature = "uniffi")]
mod awake;
mod frame;
mod listener;
mod live;
mod reply;
mod untyped;
mod wire;

use std::{
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use futures_util::{Stream, StreamExt, stream};

use self::live::Live;
pub use self::reply::{ReplyPart, ReplyStream};
use crate::{
    AvaloSdk,
    api::{
        chat::{Chat, Message, SubscribeToMessages},
        notifications::{Notification, Notifications, SubscribeToNotifications},
    },
    engine::Engine,
    error::{Error, ErrorKind},
    event::{Event, EventKind},
    model::ChatId,
    operation::{Operation, Spec},
    platform::BoxStream,
};

/// Everything that happens to the user.
const EVENTS: &Spec = SubscribeToMessages::SPEC;

/// The same history, of which only the notifications are told.
const NOTIFICATIONS: &Spec = SubscribeToNotifications::SPEC;

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
        Subscription { events: known(Arc::clone(&self.engine), EVENTS) }
    }
}

impl Chat {
    /// The messages of one chat as they arrive, the caller's own from other devices included.
    ///
    /// After a gap that cannot be filled it ends with a `Conflict` error: read the messages again and
    /// subscribe anew.
    pub fn subscribe_to_messages(&self, chat_id: ChatId) -> Subscription<Message> {
        chosen(self.0.engine.clone(), EVENTS, move |event| match (event.kind, event.message) {
            (EventKind::ChatMessage, Some(message)) if message.chat_id == chat_id => Some(message),
            _ => None,
        })
    }
}

impl Notifications {
    /// The notifications as they arrive, but for those whose category has no live events.
    ///
    /// After a gap that cannot be filled it ends with a `Conflict` error: read the inbox again and
    /// subscribe anew.
    pub fn subscribe_to_notifications(&self) -> Subscription<Notification> {
        chosen(self.0.engine.clone(), NOTIFICATIONS, |event| event.notification)
    }
}

/// What `choose` takes of the events, until a gap or an error ends it.
fn chosen<T: Send + 'static>(
    engine: Arc<Engine>,
    spec: &'static Spec,
    choose: impl Fn(Event) -> Option<T> + Send + 'static,
) -> Subscription<T> {
    let choice = known(engine, spec).filter_map(move |event| {
        let item = match event {
            Ok(Event { kind: EventKind::Resync, .. }) => Some(Err(Error::new(
                ErrorKind::Conflict,
                "events were missed that the server no longer keeps: read again what is shown",
            ))),
            Ok(event) => choose(event).map(Ok),
            Err(error) => Some(Err(error)),
        };
        std::future::ready(item)
    });
    // The error is the last item, at once: the connection goes with it.
    let until_error = stream::unfold(Some(choice), |choice| async move {
        let mut choice = choice?;
        let item = choice.next().await?;
        let rest = item.is_ok().then_some(choice);
        Some((item, rest))
    });
    Subscription { events: Box::pin(until_error) }
}

/// The events that this version knows.
fn known(engine: Arc<Engine>, spec: &'static Spec) -> BoxStream<Result<Event, Error>> {
    let told = Live::stream(listener::listen(engine, spec));
    Box::pin(told.filter_map(|told| {
        let event = match told {
            Ok(told) => serde_json::from_str(&told.text).ok().map(Ok),
            Err(error) => Some(Err(error)),
        };
        std::future::ready(event)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timestamp;

    #[test]
    fn the_kind_that_the_listener_knows_is_the_contracts() {
        let resync = Event::new(EventKind::Resync, Timestamp::from_unix_ms(0));
        let text = serde_json::to_string(&resync).expect("an event");
        assert_eq!(listener::kind(&text).as_deref(), Some(listener::RESYNC));
    }
}
