//! Opening, listing and closing chats with companions.

use avalo_sdk::{
    Code, Problem,
    api::ai::{AiChat, AiChatPage, AiChatState, AiRole, CloseAiChat, GetAiChat, ListAiChats, StartChat},
    model::{AiChatId, CompanionId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{
    allowance, companions,
    history::{self, Line},
    nsfw, plans, replies,
};
use crate::{
    context::Ctx,
    page::Page,
    refusal::{Answer, refuse},
};

/// How many chats may be opened within a minute.
const PACE: i64 = 3;
const PACE_MS: i64 = 60_000;

const COLUMNS: &str = "id, user_id, companion_id, state, nsfw, created_ms, active_ms";

/// A chat as it is stored.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub(super) id: AiChatId,
    pub(super) user: UserId,
    pub(super) companion_id: CompanionId,
    pub(super) state: AiChatState,
    /// Whether its owner has asked for NSFW content.
    pub(super) nsfw: bool,
    pub(super) created_ms: i64,
    pub(super) active_ms: i64,
}

pub(super) fn start_chat(ctx: &mut Ctx<'_>, request: StartChat) -> Answer<AiChat> {
    let user = ctx.user()?;
    let companion = companions::find_for_talk(ctx, &user, &request.companion_id)?;
    if let Some(chat) = open_with(ctx, &user, &companion.id)? {
        return shown(ctx, &user, chat);
    }
    let tier = plans::tier(ctx, &user)?;
    if !companion.tiers.contains(&tier) {
        let tiers: Vec<_> = companion.tiers.iter().map(|tier| tier.as_str()).collect();
        let detail = format!("{} is on {}: see ai.subscribe", companion.name, tiers.join(", "));
        return refuse(Code::TierRequired, detail);
    }
    allowance::check_room(ctx, &user)?;
    check_pace(ctx, &user)?;
    let now = ctx.now.unix_ms;
    let chat = Stored {
        id: AiChatId(ctx.id("aic")),
        user: user.clone(),
        companion_id: companion.id.clone(),
        state: AiChatState::Open,
        nsfw: false,
        created_ms: now,
        active_ms: now,
    };
    ctx.db
        .prepare_cached(
            "INSERT INTO ai_chats (id, user_id, companion_id, created_ms, active_ms) VALUES (?1, ?2, ?3, ?4, ?4)",
        )?
        .execute(params![chat.id.as_str(), user.as_str(), companion.id.as_str(), now])?;
    let greeting =
        Line { role: AiRole::Assistant, content: replies::greeting(&companion), ..Line::default() };
    history::add(ctx, &chat, &greeting)?;
    shown(ctx, &user, chat)
}

/// Refuses the fourth chat within a minute.
fn check_pace(ctx: &Ctx<'_>, user: &UserId) -> Answer<()> {
    let (count, first): (i64, Option<i64>) = ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*), MIN(created_ms) FROM ai_chats WHERE user_id = ?1 AND created_ms > ?2",
        )?
        .query_row(params![user.as_str(), ctx.now.unix_ms - PACE_MS], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if count < PACE {
        return Ok(());
    }
    let wait_ms = first.unwrap_or_default() + PACE_MS - ctx.now.unix_ms;
    let seconds = u32::try_from(wait_ms / 1_000 + 1).unwrap_or(1);
    let detail = format!("{PACE} chats were opened within a minute; the next one in {seconds} s");
    Err(Problem::new(Code::TooFast, detail).retry_after(seconds).into())
}

pub(super) fn list_chats(ctx: &mut Ctx<'_>, request: ListAiChats) -> Answer<AiChatPage> {
    const LIST: &str = "ai_chats";
    let user = ctx.user()?;
    let page = Page::read(LIST, request.limit, request.cursor.as_ref())?;
    let (active, after) = page.before();
    let sql = format!(
        "SELECT {COLUMNS} FROM ai_chats WHERE user_id = ?1
            AND (active_ms < ?2 OR (active_ms = ?2 AND id > ?3))
         ORDER BY active_ms DESC, id LIMIT ?4"
    );
    let mut stored: Vec<Stored> = ctx
        .db
        .prepare_cached(&sql)?
        .query_map(params![user.as_str(), active, after, page.fetch()], read)?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(LIST, &mut stored, |chat| (chat.active_ms, chat.id.0.clone()));
    let chats = stored.into_iter().map(|chat| shown(ctx, &user, chat)).collect::<Answer<_>>()?;
    Ok(AiChatPage { chats, next_cursor })
}

pub(super) fn get_chat(ctx: &mut Ctx<'_>, request: GetAiChat) -> Answer<AiChat> {
    let user = ctx.user()?;
    let chat = own(ctx, &user, &request.chat_id)?;
    shown(ctx, &user, chat)
}

pub(super) fn close_chat(ctx: &mut Ctx<'_>, request: CloseAiChat) -> Answer<AiChat> {
    let user = ctx.user()?;
    let chat = own(ctx, &user, &request.chat_id)?;
    ctx.db
        .prepare_cached("UPDATE ai_chats SET state = 'closed' WHERE id = ?1")?
        .execute([chat.id.as_str()])?;
    shown(ctx, &user, Stored { state: AiChatState::Closed, ..chat })
}

/// The open chat of a user with a companion.
fn open_with(ctx: &Ctx<'_>, user: &UserId, companion: &CompanionId) -> Answer<Option<Stored>> {
    let sql =
        format!("SELECT {COLUMNS} FROM ai_chats WHERE user_id = ?1 AND companion_id = ?2 AND state = 'open'");
    Ok(ctx.db.prepare_cached(&sql)?.query_row([user.as_str(), companion.as_str()], read).optional()?)
}

/// A chat of the user's own.
///
/// # Errors
///
/// `not_found`, `not_participant`.
pub(super) fn own(ctx: &Ctx<'_>, user: &UserId, id: &AiChatId) -> Answer<Stored> {
    let sql = format!("SELECT {COLUMNS} FROM ai_chats WHERE id = ?1");
    match ctx.db.prepare_cached(&sql)?.query_row([id.as_str()], read).optional()? {
        None => refuse(Code::NotFound, "there is no such chat"),
        Some(chat) if chat.user != *user => {
            refuse(Code::NotParticipant, "a chat with a companion is its owner's alone")
        }
        Some(chat) => Ok(chat),
    }
}

/// As [`own`], but refused with `chat_closed` once it is closed.
pub(super) fn open(ctx: &Ctx<'_>, user: &UserId, id: &AiChatId) -> Answer<Stored> {
    let chat = own(ctx, user, id)?;
    if chat.state != AiChatState::Open {
        return refuse(Code::ChatClosed, "the chat is closed; start another one with ai.startChat");
    }
    Ok(chat)
}

/// A chat as its owner sees it.
pub(super) fn shown(ctx: &Ctx<'_>, user: &UserId, chat: Stored) -> Answer<AiChat> {
    let companion = companions::summary(ctx, user, &chat.companion_id)?;
    let (messages, model_tokens, charged) = ctx
        .db
        .prepare_cached(
            "SELECT COUNT(*), COALESCE(SUM(model_tokens), 0), COALESCE(SUM(price), 0)
             FROM ai_messages WHERE chat_id = ?1",
        )?
        .query_row([chat.id.as_str()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(AiChat {
        nsfw_enabled: nsfw::is_on(ctx, user, &chat)?,
        message_price: Tokens(allowance::fee(ctx, user, companion.class)?.price),
        free_messages_left: allowance::free_messages_left(ctx, user)?,
        companion,
        id: chat.id,
        state: chat.state,
        messages,
        model_tokens,
        charged: Tokens(charged),
        created_at: Timestamp::from_unix_ms(chat.created_ms),
        active_at: Timestamp::from_unix_ms(chat.active_ms),
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        id: AiChatId(row.get(0)?),
        user: UserId(row.get(1)?),
        companion_id: CompanionId(row.get(2)?),
        state: AiChatState::from_name(&row.get::<_, String>(3)?),
        nsfw: row.get(4)?,
        created_ms: row.get(5)?,
        active_ms: row.get(6)?,
    })
}
