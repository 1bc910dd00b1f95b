//! Conversations over HTTP: every operation, every rule and every code of the chat domain.

#[path = "support/files.rs"]
mod files;
#[path = "support/listener.rs"]
mod listener;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/api.rs"]
mod support;

#[path = "chat/deleting.rs"]
mod deleting;
#[path = "chat/gone.rs"]
mod gone;
#[path = "chat/media.rs"]
mod media;
#[path = "chat/messages.rs"]
mod messages;
#[path = "chat/money.rs"]
mod money;
#[path = "chat/reload.rs"]
mod reload;
#[path = "chat/rooms.rs"]
mod rooms;
#[path = "chat/talk.rs"]
mod talk;
