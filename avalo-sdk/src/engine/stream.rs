//! Opening a stream: the one request whose answer is handed on as it comes.

use std::sync::Arc;

use super::{
    Engine,
    request::Prepared,
    retry::{Outcome, classify_failure},
};
use crate::{
    error::{Error, ErrorKind, Trail},
    operation::Spec,
    platform::{BoxStream, Bytes, Millis},
    session::{RENEWALS, changed},
    transport::{Body, Response, TransportError},
};

/// A stream to open.
pub(crate) struct Opening<'a> {
    pub(crate) spec: &'static Spec,
    pub(crate) prepared: &'a Prepared,
    /// The session that it belongs to.
    pub(crate) epoch: u64,
    /// Until when it may wait for room.
    pub(crate) until: Millis,
    pub(crate) key: Option<&'a str>,
    pub(crate) last_event_id: Option<&'a str>,
}

/// A stream that is open.
pub(crate) struct Opened {
    /// What the server says that it sends.
    pub(crate) media_type: String,
    pub(crate) pieces: BoxStream<Result<Bytes, TransportError>>,
}

/// Why there is no stream, or no more of it.
pub(crate) struct Unopened {
    pub(crate) error: Error,
    pub(crate) outcome: Outcome,
    /// The wait that the server asked for.
    pub(crate) hint: Option<Millis>,
}

impl From<Error> for Unopened {
    fn from(error: Error) -> Self {
        Self { error, outcome: Outcome::Permanent, hint: None }
    }
}

impl From<TransportError> for Unopened {
    fn from(error: TransportError) -> Self {
        Self { outcome: classify_failure(&error), error: error.into(), hint: None }
    }
}

impl Engine {
    /// Opens a stream of one session: as an attempt of a call, but its answer has no end yet.
    pub(crate) async fn open(
        self: &Arc<Self>,
        opening: &Opening<'_>,
        trail: &mut Trail,
    ) -> Result<Opened, Unopened> {
        let Opening { spec, prepared, epoch, until, key, last_event_id } = *opening;
        let mut renewals = 0;
        loop {
            let token = self.session.authorise(self, epoch).await?;
            let mut permit = self.limiter.admit(false, until).await?;
            if self.session.epoch() != epoch {
                return Err(changed().into());
            }
            trail.attempts += 1;
            let mut request = self.request(spec, prepared, key, Some(&token), trail.attempts);
            if let Some(id) = last_event_id {
                request.headers.push(("last-event-id", id.to_owned()));
            }
            permit.mark_used();
            let sent = self.transport.send(request).await;
            drop(permit);
            match sent {
                Ok(Response { body: Body::Stream(pieces), headers, .. }) => {
                    let media_type = headers.get("content-type").unwrap_or_default();
                    return Ok(Opened { media_type, pieces });
                }
                sent => {
                    let exchange = self.weigh(sent, trail);
                    match (exchange.outcome, exchange.result) {
                        (Outcome::TokenRefused, _) if renewals < RENEWALS => {
                            renewals += self.session.renewed(self, epoch, &token).await?;
                        }
                        (outcome, Err(error)) => {
                            return Err(Unopened { error, outcome, hint: exchange.hint });
                        }
                        (_, Ok(_)) => return Err(Error::new(ErrorKind::Decode, "no stream came").into()),
                    }
                }
            }
        }
    }
}
