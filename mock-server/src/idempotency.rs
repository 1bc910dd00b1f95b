//! A request with the same key is carried out once and answered the same every time.

use avalo_sdk::{Code, Problem, operation::Spec};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::{
    context::Caller,
    refusal::{Answer, refuse},
    router::{Incoming, Outgoing},
};

/// For how long a key is kept: 24 hours.
const KEPT_MS: i64 = 24 * 3_600_000;

/// The longest key.
const KEY_LIMIT: usize = 255;

pub(crate) const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS idempotency (
    scope TEXT NOT NULL, key TEXT NOT NULL, fingerprint BLOB NOT NULL,
    status INTEGER NOT NULL, body BLOB NOT NULL, at_ms INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS idempotency_by_age ON idempotency (at_ms);
";

/// What makes two requests the same.
#[derive(Clone, Debug)]
pub(crate) struct Fingerprint {
    /// Whose key it is: two users may use the same one.
    scope: String,
    key: String,
    hash: Vec<u8>,
}

impl Fingerprint {
    /// # Errors
    ///
    /// `idempotency_key_missing` without a key, or with one that is not 1 to 255 visible ASCII
    /// characters.
    pub(crate) fn of(spec: &Spec, incoming: &Incoming, caller: Option<&Caller>) -> Answer<Self> {
        let key = incoming.idempotency_key.clone().unwrap_or_default();
        let visible = key.bytes().all(|byte| byte.is_ascii_graphic());
        if key.is_empty() || key.len() > KEY_LIMIT || !visible {
            return refuse(
                Code::IdempotencyKeyMissing,
                format!("{} needs an Idempotency-Key of 1 to {KEY_LIMIT} visible characters", spec.id),
            );
        }
        let mut hash = Sha256::new();
        for part in [spec.id.as_bytes(), incoming.query.as_bytes(), incoming.body.as_ref()] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
        for (name, value) in &incoming.path {
            hash.update(format!("{name}={value};"));
        }
        let scope = caller.map_or_else(|| "public".to_owned(), |caller| caller.user_id.0.clone());
        Ok(Self { scope, key, hash: hash.finalize().to_vec() })
    }

    /// The same request, known by the access token that made it: for one that ends its own session.
    /// Whoever repeats it because the answer was lost is nobody by then, but must not be told 401.
    pub(crate) fn of_token(&self, token: &str) -> Self {
        let digest = Sha256::digest(token.as_bytes());
        let scope: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { scope: format!("token:{scope}"), ..self.clone() }
    }
}

/// Whether a refusal is the last word on a request. A token can be renewed, a second factor proved,
/// a limit passes, and a server that failed may recover: then the same key is worth another try.
pub(crate) fn is_final(problem: &Problem) -> bool {
    (400..500).contains(&problem.status)
        && !matches!(problem.status, 401 | 429)
        && problem.code != Code::StepUpRequired
}

/// The answer that the key got before.
///
/// # Errors
///
/// `idempotency_key_reused` when it belongs to another request.
pub(crate) fn find(db: &Connection, fingerprint: &Fingerprint, now_ms: i64) -> Answer<Option<Outgoing>> {
    let found = db
        .prepare_cached(
            "SELECT fingerprint, status, body FROM idempotency WHERE scope = ?1 AND key = ?2 AND at_ms > ?3",
        )?
        .query_row(params![fingerprint.scope, fingerprint.key, now_ms - KEPT_MS], |row| {
            Ok((row.get::<_, Vec<u8>>(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    match found {
        None => Ok(None),
        Some((hash, _, _)) if hash != fingerprint.hash => Err(Problem::new(
            Code::IdempotencyKeyReused,
            "the Idempotency-Key was used for another request; make a new one for each request",
        )
        .into()),
        Some((_, status, body)) => Ok(Some(Outgoing { status, body, replayed: true, retry_after: None })),
    }
}

/// Keeps an answer under its key.
pub(crate) fn keep(
    db: &Connection,
    fingerprint: &Fingerprint,
    outgoing: &Outgoing,
    now_ms: i64,
) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM idempotency WHERE at_ms <= ?1")?.execute([now_ms - KEPT_MS])?;
    db.prepare_cached(
        "INSERT OR REPLACE INTO idempotency (scope, key, fingerprint, status, body, at_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        fingerprint.scope,
        fingerprint.key,
        fingerprint.hash,
        outgoing.status,
        outgoing.body,
        now_ms
    ])?;
    Ok(())
}
