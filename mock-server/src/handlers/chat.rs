//! Conversations and the messages in them.
//!
//! Each file holds one idea: [`rooms`] opens and lists chats, [`sending`] is the way of a message from
//! draft to delivery, [`escrow`] moves the money of a chat and
//! [`reload`] does so by itself, [`history`] reads messages, [`prices`]
//! knows what a creator asks. The rules without state are in [`words`], [`pricing`], [`spam`] and
//! [`moderation`].

mod deletion;
mod draft;
mod escrow;
mod history;
pub(crate) mod moderation;
pub(crate) mod oversight;
mod pacing;
mod presence;
mod prices;
mod pricing;
mod reload;
mod room;
mod rooms;
mod sending;
mod spam;
mod typing;
mod words;

use serde_json::Value;

pub(crate) use self::{
    escrow::close_matched,
    prices::{standing as standing_prices, update_pricing},
    rooms::{create_chat, open_matched},
    sending::deliver_gift,
};
use crate::{context::Ctx, refusal::Answer, router::Routes};

pub(crate) const SCHEMA: &str = include_str!("chat/schema.sql");

/// The messages of the paying side that cost nothing, for each chat.
pub(crate) const FREE_MESSAGES: u32 = 4;

pub(crate) fn routes(routes: Routes) -> Routes {
    routes
        .on(rooms::get_chats)
        .on(create_chat)
        .on(rooms::get_chat)
        .on(history::get_messages)
        .on(sending::quote_message)
        .on(sending::send_message)
        .on(sending::send_intro_message)
        .on(escrow::deposit)
        .on(reload::set_auto_reload)
        .on(escrow::close_chat)
        .on(escrow::refund_by_earner)
        .on(history::mark_as_read)
        .on(deletion::delete_message)
        .on(typing::set_typing)
        .on(presence::set_presence)
        .on(presence::get_presence)
        .on(update_pricing)
}

/// Does what was planned: an idle chat, a writer who stopped, a user who went silent.
pub(crate) fn due(ctx: &mut Ctx<'_>, timer: &str, payload: &Value) -> Answer<()> {
    match timer {
        escrow::IDLE => escrow::end_idle(ctx, payload),
        typing::TIMER => typing::stop_due(ctx, payload),
        presence::TIMER => presence::go_offline(ctx, payload),
        _ => Ok(()),
    }
}
