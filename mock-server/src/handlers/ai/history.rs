//! What was said in a chat with a companion.

use avalo_sdk::{
    api::ai::{AiMessage, AiMessagePage, AiRole, GetAiMessages},
    model::{AiChatId, MessageId, Timestamp, Tokens},
};
use rusqlite::{Row, params};

use super::chats::{self, Stored};
use crate::{context::Ctx, page::Page, refusal::Answer};

/// Something to write down.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) role: AiRole,
    pub(super) content: String,
    pub(super) flagged: bool,
    pub(super) price: i64,
    /// Whether it is one of the day's free ones.
    pub(super) is_free: bool,
}

impl Default for Line {
    fn default() -> Self {
        Self { role: AiRole::User, content: String::new(), flagged: false, price: 0, is_free: false }
    }
}

pub(super) fn get_messages(ctx: &mut Ctx<'_>, request: GetAiMessages) -> Answer<AiMessagePage> {
    const LIST: &str = "ai_messages";
    let user = ctx.user()?;
    let chat = chats::own(ctx, &user, &request.chat_id)?;
    // A cursor belongs to the chat that gave it.
    let list = format!("{LIST}:{}", chat.id);
    let page = Page::read(&list, request.limit, request.cursor.as_ref())?;
    let (before, _) = page.before();
    let mut rows: Vec<(i64, AiMessage)> = ctx
        .db
        .prepare_cached(
            "SELECT id, role, content, is_flagged, price, created_ms, seq FROM ai_messages
             WHERE chat_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3",
        )?
        .query_map(params![chat.id.as_str(), before, page.fetch()], |row| {
            Ok((row.get(6)?, read(&chat.id, row)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(&list, &mut rows, |(seq, _)| (*seq, String::new()));
    Ok(AiMessagePage { messages: rows.into_iter().map(|(_, message)| message).collect(), next_cursor })
}

fn read(chat_id: &AiChatId, row: &Row<'_>) -> rusqlite::Result<AiMessage> {
    let role = AiRole::from_name(&row.get::<_, String>(1)?);
    Ok(AiMessage {
        id: MessageId(row.get(0)?),
        chat_id: chat_id.clone(),
        role,
        is_ai: role != AiRole::User,
        content: row.get(2)?,
        flagged: row.get(3)?,
        price: Tokens(row.get(4)?),
        created_at: Timestamp::from_unix_ms(row.get(5)?),
    })
}

/// How many lines of a chat a reply looks back on.
const MEMORY: i64 = 20;

/// The last lines of a chat, oldest first.
pub(super) fn memory(ctx: &Ctx<'_>, chat: &AiChatId) -> Answer<Vec<String>> {
    let mut lines: Vec<String> = ctx
        .db
        .prepare_cached("SELECT content FROM ai_messages WHERE chat_id = ?1 ORDER BY seq DESC LIMIT ?2")?
        .query_map(params![chat.as_str(), MEMORY], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    lines.reverse();
    Ok(lines)
}

/// Writes a line down and returns it as a message.
pub(super) fn add(ctx: &mut Ctx<'_>, chat: &Stored, line: &Line) -> Answer<AiMessage> {
    let id = ctx.id("aim");
    // A model counts in pieces of about four characters.
    let model_tokens = i64::try_from(line.content.chars().count().div_ceil(4)).unwrap_or(i64::MAX);
    ctx.db
        .prepare_cached(
            "INSERT INTO ai_messages (id, chat_id, user_id, role, content, is_flagged, price, is_free,
                model_tokens, created_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            id,
            chat.id.as_str(),
            chat.user.as_str(),
            line.role.as_str(),
            line.content,
            line.flagged,
            line.price,
            line.is_free,
            model_tokens,
            ctx.now.unix_ms
        ])?;
    ctx.db
        .prepare_cached("UPDATE ai_chats SET active_ms = ?2 WHERE id = ?1")?
        .execute(params![chat.id.as_str(), ctx.now.unix_ms])?;
    Ok(AiMessage {
        id: MessageId(id),
        chat_id: chat.id.clone(),
        role: line.role,
        is_ai: line.role != AiRole::User,
        content: line.content.clone(),
        flagged: line.flagged,
        price: Tokens(line.price),
        created_at: ctx.now,
    })
}
