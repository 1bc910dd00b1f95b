//! One refresh at a time, and what comes of it.

use std::sync::Arc;

use super::{
    Change, REFRESH, Session, changed,
    secret::Secret,
    signed_in::{SignedIn, grant},
};
use crate::{
    engine::{
        Answer, Engine, Sending,
        deadline::Deadline,
        flight::{Flight, Sighting},
        json::quote,
        lock::Lock,
        request,
        text::joined,
    },
    error::{Error, ErrorKind},
    platform::{BoxFuture, Millis, SECOND},
};

/// How long a refresh may take, its retries included.
const REFRESH_LIMIT: Millis = 15 * SECOND;

/// How long after a refresh that failed for a passing reason the next one may start.
const COOL_DOWN: Millis = 30 * SECOND;

/// What a call may spend on renewals. A refresh takes all of it, and tokens that another client left take one:
/// they may have expired as well, which leaves room for a refresh.
pub(crate) const RENEWALS: u8 = 2;

/// The status of a renewal for which nothing was sent.
const ADOPTED: u16 = 0;

impl Session {
    /// Renews the token `used` and returns what that costs of `RENEWALS`.
    pub(crate) async fn renewed(&self, engine: &Arc<Engine>, epoch: u64, used: &str) -> Result<u8, Error> {
        Ok(match self.renew(engine, epoch, used)? {
            Some(renewal) if renewal.clone().await?.status == ADOPTED => 1,
            _ => RENEWALS,
        })
    }

    /// Replaces the token `used`, which the server refused or which is about to expire: the refresh to
    /// wait for, if the token was not replaced before. All who ask while a refresh is under way share
    /// it; who comes after it finds the new token.
    fn renew(&self, engine: &Arc<Engine>, epoch: u64, used: &str) -> Result<Option<Flight>, Error> {
        let flight = {
            let mut state = self.state.hold();
            if state.epoch != epoch {
                return Err(changed());
            }
            let signed_in = state.signed_in()?;
            if &**signed_in.access != used {
                return Ok(None);
            }
            if let Some(flight) = state.refresh.as_ref().and_then(Sighting::join) {
                return Ok(Some(flight));
            }
            if let Some((until, error)) = &state.cool
                && engine.platform.now() < *until
            {
                return Err(error.with_retry_after(*until - engine.platform.now()));
            }
            let flight = Flight::new(exchange(Arc::clone(engine), epoch));
            state.refresh = Some(flight.sight());
            flight
        };
        // A refresh uses its token up: who cancels a call must not lose the answer for all.
        let apart = flight.clone();
        engine.platform.spawn.spawn(Box::pin(async move { drop(apart.await) }));
        Ok(Some(flight))
    }

    /// The refresh token of the session of this epoch.
    fn refresh_token(&self, epoch: u64) -> Result<Secret, Error> {
        let state = self.state.hold();
        match &state.signed_in {
            Some(signed_in) if state.epoch == epoch => Ok(signed_in.refresh.clone()),
            _ => Err(changed()),
        }
    }

    /// Puts renewed tokens in place, unless the session they belong to is over.
    fn commit(&self, epoch: u64, signed_in: SignedIn) -> bool {
        let mut state = self.state.hold();
        if state.epoch != epoch {
            return false;
        }
        state.signed_in = Some(signed_in);
        state.dirty = true;
        state.refresh = None;
        state.cool = None;
        true
    }

    fn cool_down(&self, epoch: u64, until: Millis, error: &Error) {
        let mut state = self.state.hold();
        if state.epoch == epoch {
            state.refresh = None;
            state.cool = Some((until, error.clone()));
        }
    }
}

/// Exchanges the refresh token, once for everyone who waits.
fn exchange(engine: Arc<Engine>, epoch: u64) -> BoxFuture<Result<Answer, Error>> {
    Box::pin(async move {
        let session = &engine.session;
        if session.look(&engine.platform, Some(epoch)).await {
            return Ok(Answer { status: ADOPTED, ..Answer::nothing() });
        }
        let refresh = session.refresh_token(epoch)?;
        let params = Secret::from(joined(&[r#"{"refreshToken":"#, &Secret::from(quote(&refresh)), "}"]));
        let prepared = request::prepare(REFRESH, &params)?;
        let sending = Sending { spec: REFRESH, prepared, epoch, key: None, place: None };
        let sent = engine.send(sending, Deadline::new(&engine.platform, REFRESH_LIMIT), None).await;
        match sent.and_then(|answer| Ok((grant(&answer, engine.platform.now())?, answer))) {
            Ok((Some(signed_in), answer)) => {
                if !session.commit(epoch, signed_in) {
                    return Err(changed());
                }
                session.announce(&engine, Change::Refreshed).await;
                Ok(answer)
            }
            Ok((None, _)) => Err(Error::new(ErrorKind::Decode, "a refresh gave no session")),
            // The server's word that this session is over; anything else may pass.
            Err(error) if matches!(error.kind(), ErrorKind::Unauthenticated | ErrorKind::Forbidden) => {
                if let Some(end) = session.end(&engine, epoch, Change::Ended(error.clone())) {
                    end.await;
                }
                Err(error)
            }
            Err(error) => {
                session.cool_down(epoch, engine.platform.now() + COOL_DOWN, &error);
                Err(error)
            }
        }
    })
}
