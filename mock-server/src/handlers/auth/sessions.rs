//! Sessions: tokens that are renewed, and the end of one or all of them.

use avalo_sdk::{
    Code,
    api::auth::{
        ListSessions, Logout, LogoutAll, RefreshToken, RefreshedSession, RevokeSession, SessionInfo,
        SessionList, SessionTokens,
    },
    model::{SessionId, Timestamp, UserId},
};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::closed::{check_status, check_token};
use crate::{
    context::{Caller, Ctx},
    handlers::notifications,
    refusal::{Answer, refuse},
};

/// How long an access token is good: an hour.
const ACCESS_MS: i64 = 3_600_000;

/// How long a refresh token is good: 30 days.
const REFRESH_MS: i64 = 30 * 24 * 3_600_000;

/// For how long a refresh token that was used gives the same pair again: a minute.
const GRACE_MS: i64 = 60_000;

/// How many sessions a user may have. A further one ends the one that was used least recently.
const LIMIT: i64 = 10;

fn hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// Starts a session.
pub(super) fn begin(ctx: &mut Ctx<'_>, user: &UserId, device_id: Option<&str>) -> Answer<SessionTokens> {
    let id = ctx.id("ses");
    let pair = new_pair(ctx, &id, user);
    let now = ctx.now.unix_ms;
    ctx.db
        .prepare_cached(
            "INSERT INTO sessions (id, user_id, device_id, access_hash, access_expires_ms, refresh_hash,
             refresh_expires_ms, pair, created_ms, active_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)",
        )?
        .execute(params![
            id,
            user.as_str(),
            device_id,
            hash(&pair.access_token),
            now + ACCESS_MS,
            hash(&pair.refresh_token),
            now + REFRESH_MS,
            written(&pair),
            now
        ])?;
    end_least_recent(ctx, user)?;
    Ok(pair)
}

fn new_pair(ctx: &mut Ctx<'_>, session: &str, user: &UserId) -> SessionTokens {
    SessionTokens {
        access_token: format!("avl_at_{}", ctx.secret()),
        refresh_token: format!("avl_rt_{}", ctx.secret()),
        expires_in: (ACCESS_MS / 1_000) as u32,
        session_id: SessionId(session.to_owned()),
        user_id: user.clone(),
    }
}

fn written(pair: &SessionTokens) -> String {
    serde_json::to_string(pair).unwrap_or_default()
}

fn end_least_recent(ctx: &mut Ctx<'_>, user: &UserId) -> Answer<()> {
    let surplus: Vec<String> = ctx
        .db
        .prepare_cached(
            "SELECT id FROM sessions WHERE user_id = ?1 ORDER BY active_ms DESC, id LIMIT -1 OFFSET ?2",
        )?
        .query_map(params![user.as_str(), LIMIT], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    surplus.iter().try_for_each(|session| end(ctx, session))
}

/// Ends one session: its tokens, its live streams and the push messages to its device.
pub(super) fn end(ctx: &mut Ctx<'_>, session: &str) -> Answer<()> {
    notifications::leave_device(ctx, session)?;
    ctx.db.prepare_cached("DELETE FROM sessions WHERE id = ?1")?.execute([session])?;
    ctx.end_streams(session);
    Ok(())
}

/// Ends all sessions of a user.
pub(crate) fn end_all(ctx: &mut Ctx<'_>, user: &UserId) -> Answer<()> {
    let sessions: Vec<String> = ctx
        .db
        .prepare_cached("SELECT id FROM sessions WHERE user_id = ?1")?
        .query_map([user.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    sessions.iter().try_for_each(|session| end(ctx, session))
}

/// Who an access token belongs to.
///
/// # Errors
///
/// `unauthenticated` for one that nobody has, `token_expired`, `account_suspended`.
pub(crate) fn authenticate(ctx: &mut Ctx<'_>, token: &str) -> Answer<Caller> {
    let found = ctx
        .db
        .prepare_cached(
            "SELECT s.id, s.user_id, s.access_expires_ms, s.strong_until_ms, u.role, u.status, u.kyc_status, u.is_creator
             FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.access_hash = ?1",
        )?
        .query_row([hash(token)], |row| {
            let caller = Caller {
                session_id: SessionId(row.get(0)?),
                user_id: UserId(row.get(1)?),
                strong_auth_until: row.get::<_, Option<i64>>(3)?.map(Timestamp::from_unix_ms),
                role: row.get(4)?,
                is_verified: row.get::<_, String>(6)? == "approved",
                is_creator: row.get(7)?,
            };
            Ok((caller, row.get::<_, i64>(2)?, row.get::<_, String>(5)?))
        })
        .optional()?;
    let Some((caller, expires_ms, status)) = found else {
        check_token(ctx, &hash(token))?;
        return refuse(Code::Unauthenticated, "the access token is not one of a session that is alive");
    };
    check_status(ctx, &caller.user_id, &status)?;
    if expires_ms <= ctx.now.unix_ms {
        return refuse(Code::TokenExpired, "the access token has expired; refresh it");
    }
    Ok(caller)
}

pub(super) fn refresh_token(ctx: &mut Ctx<'_>, request: RefreshToken) -> Answer<RefreshedSession> {
    let presented = hash(&request.refresh_token);
    check_token(ctx, &presented)?;
    let now = ctx.now.unix_ms;
    let current = ctx
        .db
        .prepare_cached("SELECT id, user_id, refresh_expires_ms FROM sessions WHERE refresh_hash = ?1")?
        .query_row([&presented], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
        })
        .optional()?;
    if let Some((id, user, expires_ms)) = current {
        if expires_ms <= now {
            return refuse(Code::Unauthenticated, "the refresh token has expired; sign in again");
        }
        return rotate(ctx, &id, &UserId(user), &presented);
    }
    let before = ctx
        .db
        .prepare_cached("SELECT id, pair, rotated_ms FROM sessions WHERE previous_hash = ?1")?
        .query_row([&presented], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
        })
        .optional()?;
    match before {
        // Its answer may have been lost: the same pair again.
        Some((_, pair, rotated_ms)) if now < rotated_ms + GRACE_MS => {
            let session = serde_json::from_str(&pair).map_err(|error| {
                avalo_sdk::Problem::new(Code::Internal, format!("the pair cannot be read: {error}"))
            })?;
            Ok(RefreshedSession { session })
        }
        Some((id, _, _)) => reused(ctx, &id),
        None => {
            let spent = ctx
                .db
                .prepare_cached("SELECT session_id FROM spent_tokens WHERE hash = ?1")?
                .query_row([&presented], |row| row.get::<_, String>(0))
                .optional()?;
            match spent {
                Some(id) => reused(ctx, &id),
                None => {
                    refuse(Code::Unauthenticated, "the refresh token is not one of a session that is alive")
                }
            }
        }
    }
}

fn rotate(ctx: &mut Ctx<'_>, id: &str, user: &UserId, presented: &[u8]) -> Answer<RefreshedSession> {
    let status: String = ctx
        .db
        .prepare_cached("SELECT status FROM users WHERE id = ?1")?
        .query_row([user.as_str()], |row| row.get(0))?;
    check_status(ctx, user, &status)?;
    let pair = new_pair(ctx, id, user);
    let now = ctx.now.unix_ms;
    ctx.db
        .prepare_cached(
            "INSERT OR IGNORE INTO spent_tokens (hash, session_id, at_ms)
             SELECT previous_hash, id, ?2 FROM sessions WHERE id = ?1 AND previous_hash IS NOT NULL",
        )?
        .execute(params![id, now])?;
    ctx.db
        .prepare_cached(
            "UPDATE sessions SET previous_hash = ?2, rotated_ms = ?3, access_hash = ?4, access_expires_ms = ?5,
             refresh_hash = ?6, refresh_expires_ms = ?7, pair = ?8, active_ms = ?3 WHERE id = ?1",
        )?
        .execute(params![
            id,
            presented,
            now,
            hash(&pair.access_token),
            now + ACCESS_MS,
            hash(&pair.refresh_token),
            now + REFRESH_MS,
            written(&pair)
        ])?;
    Ok(RefreshedSession { session: pair })
}

/// A token of an older generation: someone else has it. The session ends although the request is
/// refused.
fn reused<T>(ctx: &mut Ctx<'_>, session: &str) -> Answer<T> {
    let id = session.to_owned();
    ctx.keep(move |db| db.execute("DELETE FROM sessions WHERE id = ?1", [id]).map(drop));
    refuse(Code::TokenReused, "the refresh token was used before; the session has ended, sign in again")
}

pub(super) fn logout(ctx: &mut Ctx<'_>, _: Logout) -> Answer<()> {
    let session = ctx.caller()?.session_id.clone();
    end(ctx, session.as_str())
}

pub(super) fn logout_all(ctx: &mut Ctx<'_>, _: LogoutAll) -> Answer<()> {
    let user = ctx.user()?;
    end_all(ctx, &user)
}

pub(super) fn list_sessions(ctx: &mut Ctx<'_>, _: ListSessions) -> Answer<SessionList> {
    let caller = ctx.caller()?;
    let sessions = ctx
        .db
        .prepare_cached(
            "SELECT id, device_id, created_ms, active_ms FROM sessions WHERE user_id = ?1 ORDER BY active_ms DESC, id",
        )?
        .query_map([caller.user_id.as_str()], |row| {
            let id = SessionId(row.get(0)?);
            Ok(SessionInfo {
                current: id == caller.session_id,
                id,
                device_id: row.get(1)?,
                created_at: Timestamp::from_unix_ms(row.get(2)?),
                last_active_at: Timestamp::from_unix_ms(row.get(3)?),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(SessionList { sessions })
}

pub(super) fn revoke_session(ctx: &mut Ctx<'_>, request: RevokeSession) -> Answer<()> {
    let user = ctx.user()?;
    let owned = ctx
        .db
        .prepare_cached("SELECT 1 FROM sessions WHERE id = ?1 AND user_id = ?2")?
        .exists([request.session_id.as_str(), user.as_str()])?;
    // One that is gone is as good as ended.
    if owned { end(ctx, request.session_id.as_str()) } else { Ok(()) }
}
