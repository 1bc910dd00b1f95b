//! The way of a message to a companion: checked, paid, written down, answered.

use avalo_sdk::{
    api::ai::{AiReply, AiRole, SendAiMessage, StreamMessage},
    model::{AiChatId, Tokens},
};

use super::{
    allowance, chats, companions,
    history::{self, Line},
    moderation, nsfw, plans, replies,
};
use crate::{context::Ctx, refusal::Answer};

pub(super) fn send_message(ctx: &mut Ctx<'_>, request: SendAiMessage) -> Answer<AiReply> {
    say(ctx, &request.chat_id, request.content)
}

/// The same; the door makes a stream of the answer.
pub(super) fn stream_message(ctx: &mut Ctx<'_>, request: StreamMessage) -> Answer<AiReply> {
    say(ctx, &request.chat_id, request.content)
}

fn say(ctx: &mut Ctx<'_>, chat_id: &AiChatId, content: String) -> Answer<AiReply> {
    let user = ctx.user()?;
    let chat = chats::open(ctx, &user, chat_id)?;
    let companion = companions::find_for_talk(ctx, &user, &chat.companion_id)?;
    let nsfw = nsfw::is_on(ctx, &user, &chat)?;
    let flagged = moderation::admit(&content, nsfw)?;
    let fee = allowance::fee(ctx, &user, companion.class)?;
    plans::charge(ctx, &user, fee.price, "ai_message", chat.id.as_str())?;
    let memory = history::memory(ctx, &chat.id)?;
    let answer = replies::reply(&companion, nsfw, &memory, &content);
    let line = Line { role: AiRole::User, content, flagged, price: fee.price, is_free: fee.is_free };
    let sent = history::add(ctx, &chat, &line)?;
    let reply = Line { role: AiRole::Assistant, content: answer, ..Line::default() };
    Ok(AiReply {
        sent,
        reply: history::add(ctx, &chat, &reply)?,
        charged: Tokens(fee.price),
        free_messages_left: allowance::free_messages_left(ctx, &user)?,
    })
}
