//! What two likes make: a match and its chat.

use avalo_sdk::{
    Code,
    api::{
        matchmaking::{
            FreeMessagesStatus, GetFreeMessagesStatus, GetMatches, Match, MatchPage, MatchReason, Unmatch,
            UnmatchReceipt,
        },
        notifications::NotificationCategory,
    },
    event::{Event, EventKind},
    model::{ChatId, MatchId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::suggestions;
use crate::{
    context::Ctx,
    handlers::{
        chat::{self, FREE_MESSAGES},
        notifications::{Notice, notify},
        people,
    },
    page::Page,
    refusal::{Answer, refuse},
};

const LIST: &str = "matches";

/// A match as it is kept.
pub(super) struct Matched {
    pub(super) id: MatchId,
    one: UserId,
    other: UserId,
    pub(super) chat_id: ChatId,
    pub(super) ended: bool,
}

/// Makes two people a match: `first` liked first and is the payer of a new chat.
pub(super) fn create(ctx: &mut Ctx<'_>, first: &UserId, second: &UserId) -> Answer<Matched> {
    let fit = suggestions::fit(ctx, first, second)?;
    let chat_id = chat::open_matched(ctx, first, second)?;
    let id = MatchId(ctx.id("mat"));
    let (one, other) = (first.min(second).clone(), first.max(second).clone());
    ctx.db
        .prepare_cached(
            "INSERT INTO matches (id, one_id, other_id, chat_id, score, reasons, created_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id.as_str(),
            one.as_str(),
            other.as_str(),
            chat_id.as_str(),
            fit.score(),
            serde_json::to_string(&fit.reasons()).unwrap_or_default(),
            ctx.now.unix_ms
        ])?;
    for (user, with) in [(first, second), (second, first)] {
        let event = Event {
            user_id: Some(with.clone()),
            match_id: Some(id.clone()),
            chat_id: Some(chat_id.clone()),
            ..Event::new(EventKind::MatchCreated, ctx.now)
        };
        ctx.emit(user, &event)?;
        let notice = Notice {
            category: NotificationCategory::Matches,
            title: "A match",
            body: "You like each other. Your chat is open.",
            from: Some(with),
            chat_id: Some(&chat_id),
        };
        notify(ctx, user, &notice)?;
    }
    Ok(Matched { id, one, other, chat_id, ended: false })
}

/// The match of two people, be it over.
pub(super) fn between(ctx: &Ctx<'_>, one: &UserId, other: &UserId) -> Answer<Option<Matched>> {
    let (one, other) = (one.min(other), one.max(other));
    read(ctx, "one_id = ?1 AND other_id = ?2", &[one.as_str(), other.as_str()])
}

/// The match, if the caller is one of the two.
///
/// # Errors
///
/// `not_found`, also for a match of others.
fn own(ctx: &Ctx<'_>, id: &MatchId) -> Answer<(Matched, UserId)> {
    let caller = ctx.user()?;
    match read(ctx, "id = ?1", &[id.as_str()])? {
        Some(matched) if matched.one == caller || matched.other == caller => Ok((matched, caller)),
        _ => refuse(Code::NotFound, "there is no such match"),
    }
}

fn read(ctx: &Ctx<'_>, which: &str, values: &[&str]) -> Answer<Option<Matched>> {
    let sql =
        format!("SELECT id, one_id, other_id, chat_id, ended_ms IS NOT NULL FROM matches WHERE {which}");
    let mut find = ctx.db.prepare_cached(&sql)?;
    let found = find.query_row(rusqlite::params_from_iter(values), |row| {
        Ok(Matched {
            id: MatchId(row.get(0)?),
            one: UserId(row.get(1)?),
            other: UserId(row.get(2)?),
            chat_id: ChatId(row.get(3)?),
            ended: row.get(4)?,
        })
    });
    Ok(found.optional()?)
}

pub(super) fn get_matches(ctx: &mut Ctx<'_>, request: GetMatches) -> Answer<MatchPage> {
    let caller = ctx.user()?;
    let page = Page::read(LIST, request.limit, request.cursor.as_ref())?;
    let (before_ms, id) = page.before();
    let mut listed: Vec<Listed> = ctx
        .db
        .prepare_cached(
            "SELECT m.id, m.with_id, m.score, m.reasons, m.chat_id, c.free_used, m.created_ms, c.updated_ms
             FROM (SELECT *, CASE one_id WHEN ?1 THEN other_id ELSE one_id END AS with_id FROM matches
                   WHERE (one_id = ?1 OR other_id = ?1) AND ended_ms IS NULL) m
             JOIN chats c ON c.id = m.chat_id JOIN users u ON u.id = m.with_id
             WHERE u.status NOT LIKE 'deleted%' AND (c.updated_ms, m.id) < (?2, ?3)
             AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = ?1 AND blocked_id = m.with_id
                             OR blocker_id = m.with_id AND blocked_id = ?1)
             ORDER BY c.updated_ms DESC, m.id DESC LIMIT ?4",
        )?
        .query_map(params![caller.as_str(), before_ms, id, page.fetch()], Listed::read)?
        .collect::<rusqlite::Result<_>>()?;
    let next_cursor = page.cut(LIST, &mut listed, |listed| (listed.active_ms, listed.id.0.clone()));
    let matches = listed.into_iter().map(|listed| listed.shown(ctx)).collect::<Answer<_>>()?;
    Ok(MatchPage { matches, next_cursor })
}

/// A line of the list.
struct Listed {
    id: MatchId,
    with: UserId,
    score: u32,
    reasons: Vec<MatchReason>,
    chat_id: ChatId,
    free_used: u32,
    created_ms: i64,
    active_ms: i64,
}

impl Listed {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let reasons: String = row.get(3)?;
        Ok(Self {
            id: MatchId(row.get(0)?),
            with: UserId(row.get(1)?),
            score: row.get(2)?,
            reasons: serde_json::from_str(&reasons).unwrap_or_default(),
            chat_id: ChatId(row.get(4)?),
            free_used: row.get(5)?,
            created_ms: row.get(6)?,
            active_ms: row.get(7)?,
        })
    }

    fn shown(self, ctx: &Ctx<'_>) -> Answer<Match> {
        Ok(Match {
            user: people::summary(ctx, &self.with)?,
            id: self.id,
            score: self.score,
            reasons: self.reasons,
            chat_id: self.chat_id,
            free_messages_remaining: FREE_MESSAGES.saturating_sub(self.free_used),
            created_at: Timestamp::from_unix_ms(self.created_ms),
            last_activity_at: Timestamp::from_unix_ms(self.active_ms),
        })
    }
}

pub(super) fn unmatch(ctx: &mut Ctx<'_>, request: Unmatch) -> Answer<UnmatchReceipt> {
    let (matched, caller) = own(ctx, &request.match_id)?;
    if matched.ended {
        return Ok(UnmatchReceipt { refunded: Tokens::ZERO });
    }
    ctx.db
        .prepare_cached("UPDATE matches SET ended_ms = ?2 WHERE id = ?1")?
        .execute(params![matched.id.as_str(), ctx.now.unix_ms])?;
    let refunded = chat::close_matched(ctx, &matched.chat_id, &caller)?;
    Ok(UnmatchReceipt { refunded: Tokens(refunded) })
}

pub(super) fn get_free_messages_status(
    ctx: &mut Ctx<'_>,
    request: GetFreeMessagesStatus,
) -> Answer<FreeMessagesStatus> {
    let (matched, _) = own(ctx, &request.match_id)?;
    free_messages(ctx, &matched.chat_id)
}

/// The free messages of a chat, as the chat itself counts them.
pub(super) fn free_messages(ctx: &Ctx<'_>, chat: &ChatId) -> Answer<FreeMessagesStatus> {
    let caller = ctx.user()?;
    let (used, writable): (u32, bool) = ctx
        .db
        .prepare_cached("SELECT free_used, payer_id = ?2 AND NOT closed FROM chats WHERE id = ?1")?
        .query_row([chat.as_str(), caller.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let remaining = FREE_MESSAGES.saturating_sub(used);
    Ok(FreeMessagesStatus {
        limit: FREE_MESSAGES,
        used,
        remaining,
        eligible: writable && remaining > 0,
        expires_at: None,
    })
}
