//! One session: its tokens and whose they are.

use std::sync::Arc;

use super::secret::Secret;
use crate::{
    engine::{
        Answer,
        json::{Fields, quote},
        text::joined,
    },
    error::{Error, ErrorKind},
    model::UserId,
    platform::{Millis, SECOND},
};

pub(super) struct SignedIn {
    pub(super) access: Arc<Secret>,
    pub(super) refresh: Secret,
    pub(super) user_id: UserId,
    /// When the access token expires on the monotonic clock. A session from the store does not know:
    /// the server will say.
    pub(super) expires: Option<Millis>,
    /// How long before that it is renewed.
    pub(super) margin: Millis,
}

impl SignedIn {
    /// The session that an answer grants.
    pub(super) fn granted(fields: &Fields<'_>, now: Millis) -> Option<Self> {
        let life = fields.whole("expiresIn")? * SECOND;
        // The margin covers a slow network; a token of a minute must not be stale from the start.
        let margin = (life / 10).max(60 * SECOND).min(life / 2);
        Some(Self { expires: Some(now + life), margin, ..Self::stored(fields)? })
    }

    /// The session that the store kept.
    pub(super) fn stored(fields: &Fields<'_>) -> Option<Self> {
        Some(Self {
            access: Arc::new(fields.text("accessToken")?.into()),
            refresh: fields.text("refreshToken")?.into(),
            user_id: UserId(fields.text("userId")?),
            expires: None,
            margin: 0,
        })
    }

    /// The session as the store keeps it.
    pub(super) fn to_text(&self) -> String {
        let (access, refresh) = (Secret::from(quote(&self.access)), Secret::from(quote(&self.refresh)));
        joined(&[
            r#"{"accessToken":"#,
            &access,
            r#","refreshToken":"#,
            &refresh,
            r#","userId":"#,
            &quote(self.user_id.as_str()),
            "}",
        ])
    }
}

/// The session that an answer grants, if it grants one.
pub(super) fn grant(answer: &Answer, now: Millis) -> Result<Option<SignedIn>, Error> {
    let undecodable = || Error::new(ErrorKind::Decode, "the answer holds no session");
    let fields = answer.text().and_then(Fields::read).ok_or_else(undecodable)?;
    match fields.get("session") {
        None => Ok(None),
        Some(_) => {
            let session = fields.fields("session").and_then(|session| SignedIn::granted(&session, now));
            session.map(Some).ok_or_else(undecodable)
        }
    }
}
