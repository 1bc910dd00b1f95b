//! One chat as the database has it, and as a participant sees it.

use avalo_sdk::{
    Code,
    api::chat::{ChatState, Conversation},
    event::{Event, EventKind},
    model::{ChatId, Timestamp, Tokens, UserId},
};
use rusqlite::{OptionalExtension, Row, params};

use super::{FREE_MESSAGES, history, prices, reload};
use crate::{
    context::Ctx,
    handlers::people,
    ledger,
    refusal::{Answer, refuse},
};

/// A chat.
#[derive(Clone, Debug)]
pub(super) struct Room {
    pub(super) id: ChatId,
    /// Who opened it.
    pub(super) payer: UserId,
    /// The other one.
    pub(super) peer: UserId,
    /// The peer, if the peer earns.
    pub(super) earner: Option<UserId>,
    pub(super) closed: bool,
    pub(super) free_used: u32,
    /// Who sent an intro message that waits for its answer.
    pub(super) intro_by: Option<UserId>,
    /// The prices of this chat alone: words per token, base price, price of a medium.
    pub(super) own_prices: [Option<i64>; 3],
    pub(super) created_ms: i64,
    pub(super) updated_ms: i64,
}

impl Room {
    pub(super) const COLUMNS: &str = "id, payer_id, peer_id, earner_id, closed, free_used, intro_by,
         words_per_token, base_price, media_price, created_ms, updated_ms";

    pub(super) fn from_row(row: &Row<'_>) -> rusqlite::Result<Self> {
        let user = |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.map(UserId));
        Ok(Self {
            id: ChatId(row.get(0)?),
            payer: UserId(row.get(1)?),
            peer: UserId(row.get(2)?),
            earner: user(3)?,
            closed: row.get(4)?,
            free_used: row.get(5)?,
            intro_by: user(6)?,
            own_prices: [row.get(7)?, row.get(8)?, row.get(9)?],
            created_ms: row.get(10)?,
            updated_ms: row.get(11)?,
        })
    }

    pub(super) fn find(ctx: &Ctx<'_>, id: &str) -> Answer<Option<Self>> {
        let sql = format!("SELECT {} FROM chats WHERE id = ?1", Self::COLUMNS);
        Ok(ctx.db.prepare_cached(&sql)?.query_row([id], Self::from_row).optional()?)
    }

    /// The chat of two users, if they have one.
    pub(super) fn between(ctx: &Ctx<'_>, one: &UserId, other: &UserId) -> Answer<Option<Self>> {
        let sql = format!(
            "SELECT {} FROM chats WHERE min(payer_id, peer_id) = ?1 AND max(payer_id, peer_id) = ?2",
            Self::COLUMNS
        );
        let pair = [one.min(other).as_str(), one.max(other).as_str()];
        Ok(ctx.db.prepare_cached(&sql)?.query_row(pair, Self::from_row).optional()?)
    }

    /// The chat that the caller asks for, and the caller.
    ///
    /// # Errors
    ///
    /// `not_found`; `not_participant` for a chat of others.
    pub(super) fn of_caller(ctx: &Ctx<'_>, id: &ChatId) -> Answer<(Self, UserId)> {
        let caller = ctx.user()?;
        let Some(room) = Self::find(ctx, id.as_str())? else {
            return refuse(Code::NotFound, "there is no such chat");
        };
        if room.payer != caller && room.peer != caller {
            return refuse(Code::NotParticipant, "the chat belongs to others");
        }
        Ok((room, caller))
    }

    /// # Errors
    ///
    /// `chat_closed`, and as `check_reachable`.
    pub(super) fn check_writable(&self, ctx: &mut Ctx<'_>, writer: &UserId) -> Answer<()> {
        if self.closed {
            return refuse(Code::ChatClosed, "open it again with chat.createChat");
        }
        check_reachable(ctx, writer, self.other(writer))
    }

    /// The participant who is not `user`.
    pub(super) fn other(&self, user: &UserId) -> &UserId {
        if self.payer == *user { &self.peer } else { &self.payer }
    }

    pub(super) fn free_left(&self) -> u32 {
        FREE_MESSAGES.saturating_sub(self.free_used)
    }

    pub(super) fn escrow(&self, ctx: &Ctx<'_>) -> Answer<i64> {
        Ok(ledger::balance(ctx, &ledger::escrow(self.id.as_str()))?.0)
    }

    pub(super) fn state(&self, escrow: i64) -> ChatState {
        match (self.closed, self.free_left(), escrow) {
            (true, ..) => ChatState::Closed,
            (_, 1.., _) => ChatState::Free,
            (_, 0, 1..) => ChatState::Paid,
            _ => ChatState::AwaitingDeposit,
        }
    }

    /// Writes what changes in a chat's life; the last activity is now.
    pub(super) fn save(&mut self, ctx: &Ctx<'_>) -> Answer<()> {
        self.updated_ms = ctx.now.unix_ms;
        ctx.db
            .prepare_cached(
                "UPDATE chats SET closed = ?2, free_used = ?3, intro_by = ?4, updated_ms = ?5 WHERE id = ?1",
            )?
            .execute(params![
                self.id.as_str(),
                self.closed,
                self.free_used,
                self.intro_by.as_ref().map(UserId::as_str),
                self.updated_ms,
            ])?;
        Ok(())
    }

    /// The chat as `viewer`, who is one of the two, sees it.
    pub(super) fn seen_by(&self, ctx: &mut Ctx<'_>, viewer: &UserId) -> Answer<Conversation> {
        let escrow = self.escrow(ctx)?;
        Ok(Conversation {
            id: self.id.clone(),
            other: people::summary(ctx, self.other(viewer))?,
            state: self.state(escrow),
            payer_id: self.payer.clone(),
            earner_id: self.earner.clone(),
            pricing: prices::of(ctx, self)?,
            free_messages_left: self.free_left(),
            escrow: Tokens(escrow),
            auto_reload: reload::seen_by(ctx, self, viewer)?,
            unread: history::count_unread(ctx, self, viewer)?,
            last_message: history::newest(ctx, self)?,
            created_at: Timestamp::from_unix_ms(self.created_ms),
            updated_at: Timestamp::from_unix_ms(self.updated_ms),
        })
    }

    /// Tells both sides that the chat is in another state.
    pub(super) fn announce(&self, ctx: &mut Ctx<'_>, by: &UserId) -> Answer<()> {
        let state = self.state(self.escrow(ctx)?);
        let event = Event {
            chat_id: Some(self.id.clone()),
            user_id: Some(by.clone()),
            state: Some(state.as_str().to_owned()),
            ..Event::new(EventKind::ChatUpdate, ctx.now)
        };
        ctx.emit(&self.payer, &event)?;
        ctx.emit(&self.peer, &event)
    }
}

/// Whether words and money from one user may go to the other: not to somebody who cannot come and read
/// them, for the tokens would be gone with nobody to answer for them.
///
/// # Errors
///
/// `blocked` when one of the two has blocked the other; `failed_precondition` when the other one's
/// account is not active: deleted, or suspended by the staff.
pub(super) fn check_reachable(ctx: &mut Ctx<'_>, user: &UserId, other: &UserId) -> Answer<()> {
    if people::is_blocked(ctx, user, other)? {
        return refuse(Code::Blocked, "one of the two has blocked the other");
    }
    if !people::is_active(ctx, other)? {
        return refuse(Code::FailedPrecondition, "the other one's account is not active; close the chat");
    }
    Ok(())
}
