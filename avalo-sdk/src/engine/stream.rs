//! Opening a stream: the one request whose answer has no end.

use std::sync::Arc;

use super::{Engine, request, retry::Outcome};
use crate::{
    error::{Error, ErrorKind, Trail},
    operation::Spec,
    platform::{BoxStream, Bytes, Millis},
    session::changed,
    transport::{Body, Response, TransportError},
};

impl Engine {
    /// Opens a stream of events of one session: as an attempt, but the answer is handed on as it comes.
    pub(crate) async fn open(
        self: &Arc<Self>,
        spec: &'static Spec,
        epoch: u64,
        last_event_id: Option<&str>,
    ) -> Result<BoxStream<Result<Bytes, TransportError>>, Error> {
        let prepared = request::prepare(spec, "")?;
        let mut refreshed = false;
        loop {
            let token = self.session.authorise(self, epoch).await?;
            let mut permit = self.limiter.admit(false, Millis::MAX).await?;
            if self.session.epoch() != epoch {
                return Err(changed());
            }
            let mut request = self.request(spec, &prepared, None, Some(&token), 1);
            if let Some(id) = last_event_id {
                request.headers.push(("last-event-id", id.to_owned()));
            }
            permit.mark_used();
            let sent = self.transport.send(request).await;
            drop(permit);
            match sent {
                Ok(Response { body: Body::Stream(stream), .. }) => return Ok(stream),
                sent => {
                    let exchange = self.weigh(sent, &mut Trail::default());
                    match (exchange.outcome, exchange.result) {
                        (Outcome::TokenRefused, _) if !refreshed => {
                            refreshed = true;
                            if let Some(renewal) = self.session.renew(self, epoch, &token)? {
                                renewal.await?;
                            }
                        }
                        (_, Err(error)) => return Err(error),
                        (_, Ok(_)) => return Err(Error::new(ErrorKind::Decode, "no stream came")),
                    }
                }
            }
        }
    }
}
