//! What a handler sees of the world.

use avalo_sdk::{
    Code, Problem,
    event::{Event, EventKind},
    model::{SessionId, Timestamp, UserId},
};
use rusqlite::{Connection, params};
use serde_json::Value;

use crate::{options::Rules, random::Random, refusal::Answer};

/// Who sent the request.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) user_id: UserId,
    pub(crate) session_id: SessionId,
    /// `user`, `creator`, `moderator`, `admin` or `super_admin`.
    pub(crate) role: String,
    pub(crate) is_verified: bool,
    pub(crate) is_creator: bool,
    /// Until when a second factor counts as proved.
    pub(crate) strong_auth_until: Option<Timestamp>,
}

impl Caller {
    pub(crate) fn is_staff(&self) -> bool {
        matches!(self.role.as_str(), "moderator" | "admin" | "super_admin")
    }

    /// Whether a second factor was proved in the last ten minutes, and not used up.
    pub(crate) fn has_stepped_up(&self, now: Timestamp) -> bool {
        self.strong_auth_until.is_some_and(|until| until > now)
    }

    pub(crate) fn is_admin(&self) -> bool {
        matches!(self.role.as_str(), "admin" | "super_admin")
    }
}

/// An event for a user, to be delivered once its transaction is committed.
#[derive(Debug)]
pub(crate) struct Delivery {
    pub(crate) user_id: String,
    /// Its number in the user's history; lossy kinds have none.
    pub(crate) number: Option<i64>,
    pub(crate) kind: EventKind,
    pub(crate) data: String,
}

/// A write that stays even if the handler refuses.
pub(crate) type Kept = Box<dyn FnOnce(&Connection) -> rusqlite::Result<()>>;

/// What a handler works with. It runs alone: nothing else reads or writes until it returns.
pub(crate) struct Ctx<'w> {
    pub(crate) db: &'w Connection,
    /// The virtual time.
    pub(crate) now: Timestamp,
    pub(crate) rules: &'w Rules,
    pub(crate) random: &'w mut Random,
    pub(crate) caller: Option<Caller>,
    pub(crate) deliveries: Vec<Delivery>,
    pub(crate) ended_sessions: Vec<String>,
    pub(crate) kept: Vec<Kept>,
}

impl Ctx<'_> {
    /// Who sent the request.
    ///
    /// # Errors
    ///
    /// `unauthenticated` on an operation that anyone may call.
    pub(crate) fn caller(&self) -> Answer<&Caller> {
        self.caller.as_ref().ok_or_else(|| Problem::new(Code::Unauthenticated, "sign in first").into())
    }

    /// The caller's user id.
    pub(crate) fn user(&self) -> Answer<UserId> {
        Ok(self.caller()?.user_id.clone())
    }

    /// A new identifier, such as `msg_k3jz…`: the same one in every run with the same seed.
    pub(crate) fn id(&mut self, prefix: &str) -> String {
        format!("{prefix}_{}", self.random.text(16))
    }

    /// A new secret of 43 characters. Predictable, as everything here: this server guards nothing.
    pub(crate) fn secret(&mut self) -> String {
        self.random.text(43)
    }

    /// Sends an event to a user: stored for streams that come back, unless its kind is lossy.
    pub(crate) fn emit(&mut self, user_id: &UserId, event: &Event) -> Answer<()> {
        let data = serde_json::to_string(event)
            .map_err(|error| Problem::new(Code::Internal, format!("an event cannot be written: {error}")))?;
        let lossy = matches!(event.kind, EventKind::TypingIndicator | EventKind::PresenceUpdate);
        let number = if lossy { None } else { Some(self.store_event(user_id, &data)?) };
        let (user_id, kind) = (user_id.0.clone(), event.kind);
        self.deliveries.push(Delivery { user_id, number, kind, data });
        Ok(())
    }

    fn store_event(&self, user_id: &UserId, data: &str) -> Answer<i64> {
        let number = self
            .db
            .prepare_cached(
                "INSERT INTO streams (user_id, last) VALUES (?1, 1)
                 ON CONFLICT (user_id) DO UPDATE SET last = last + 1 RETURNING last",
            )?
            .query_row([user_id.as_str()], |row| row.get::<_, i64>(0))?;
        self.db
            .prepare_cached("INSERT INTO events (user_id, number, data) VALUES (?1, ?2, ?3)")?
            .execute(params![user_id.as_str(), number, data])?;
        let kept = self.rules.event_history.max(0);
        // Now and then is often enough: a few events too many do no harm.
        if number % kept.clamp(1, 64) == 0 {
            self.db
                .prepare_cached("DELETE FROM events WHERE user_id = ?1 AND number <= ?2")?
                .execute(params![user_id.as_str(), number - kept])?;
        }
        Ok(number)
    }

    /// Plans an effect for when the clock gets there. One with the same name and key is replaced.
    pub(crate) fn schedule(&self, at: Timestamp, timer: &str, key: &str, payload: &Value) -> Answer<()> {
        self.unschedule(timer, key)?;
        self.db
            .prepare_cached("INSERT INTO timers (due_ms, name, key, payload) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![at.unix_ms, timer, key, payload.to_string()])?;
        Ok(())
    }

    /// Takes a planned effect back.
    pub(crate) fn unschedule(&self, timer: &str, key: &str) -> Answer<()> {
        self.db
            .prepare_cached("DELETE FROM timers WHERE name = ?1 AND key = ?2")?
            .execute(params![timer, key])?;
        Ok(())
    }

    /// Writes something that stays even if the handler refuses, such as a failed attempt.
    pub(crate) fn keep(&mut self, write: impl FnOnce(&Connection) -> rusqlite::Result<()> + 'static) {
        self.kept.push(Box::new(write));
    }

    /// Ends the live streams of a session.
    pub(crate) fn end_streams(&mut self, session_id: &str) {
        self.ended_sessions.push(session_id.to_owned());
    }

    /// The moment so many milliseconds from now.
    pub(crate) fn after(&self, ms: i64) -> Timestamp {
        Timestamp::from_unix_ms(self.now.unix_ms.saturating_add(ms))
    }
}
