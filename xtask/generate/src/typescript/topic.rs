//! What subscriptions are about, which no row says.

use crate::contract::Operation;

/// What a subscription takes of the events. On the wire all of them come.
pub(super) struct Topic {
    /// What it is told, as the beginning of a list of parameters.
    pub(super) params: &'static str,
    /// The type that it gives out.
    pub(super) item: &'static str,
    pub(super) about: &'static str,
}

/// The topic of an operation that subscribes.
pub(super) fn topic(operation: &Operation) -> Topic {
    match operation.spec.id {
        "chat.subscribeToMessages" => Topic {
            params: "params: { chatId: string }, ",
            item: "Message",
            about: "The messages of one chat as they arrive, the caller's own from other devices included.\n\n\
                    After a gap that cannot be filled it ends with a `conflict`: read the messages again and \
                    subscribe anew.",
        },
        _ => Topic {
            params: "",
            item: "Notification",
            about: "The notifications as they arrive, but for those whose category has no live events.\n\n\
                    After a gap that cannot be filled it ends with a `conflict`: read the inbox again and \
                    subscribe anew.",
        },
    }
}
