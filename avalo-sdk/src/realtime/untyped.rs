//! Streams for callers that have no types: events and parts as they were written.

use std::{sync::Arc, time::Duration};

use super::{listener::listen, live::Live, reply};
#[cfg(feature = "uniffi")]
use crate::platform::BoxStream;
use crate::{
    AvaloSdk,
    engine::{Answer, AnswerBody, Engine, Options, rows, text::joined},
    error::Error,
    operation::{Method, Spec},
    platform::{BoxFuture, MaybeSend},
};

/// What an untyped stream tells, and whether it is the whole of a reply.
#[cfg(feature = "uniffi")]
pub(crate) type Item = (String, bool);

impl AvaloSdk {
    /// Tells of whatever comes over the stream of a [row](crate::operation::Spec::row): of each event as JSON,
    /// until an error ends it, as [`events`](Self::events) does; or of the next words of a reply, whose whole is
    /// the answer, as [`ReplyStream`](super::ReplyStream) does. Dropping the future closes the connection.
    ///
    /// # Errors
    ///
    /// `Invalid` for a row that is no stream; else as [`call_row`](Self::call_row).
    pub fn stream_row(
        &self,
        row: &str,
        params: &str,
        timeout: Option<Duration>,
        idempotency_key: Option<String>,
        tell: impl Fn(&str) + MaybeSend + 'static,
    ) -> BoxFuture<Result<Answer, Error>> {
        let options = Options { timeout, idempotency_key, fresh: false };
        let live = live(&self.engine, rows::find(row), row, params, options);
        Box::pin(async move {
            let mut live = live?;
            while let Some(told) = live.next().await {
                let told = told?;
                if told.last {
                    return Ok(Answer { status: 200, body: AnswerBody::Bytes(told.text.into()) });
                }
                tell(&told.text);
            }
            Ok(Answer::nothing())
        })
    }

    /// The same by an operation's id, as a stream: each item with whether it is the whole of a reply.
    #[cfg(feature = "uniffi")]
    pub(crate) fn stream_untyped(
        &self,
        operation: &str,
        params: &str,
        timeout: Option<Duration>,
        idempotency_key: Option<String>,
    ) -> Result<BoxStream<Result<Item, Error>>, Error> {
        let options = Options { timeout, idempotency_key, fresh: false };
        let live = live(&self.engine, crate::api::find(operation), operation, params, options)?;
        let told = Live::stream(Ok(live));
        Ok(Box::pin(futures_util::StreamExt::map(told, |told| told.map(|told| (told.text, told.last)))))
    }
}

/// What comes over a stream, once something is asked for. `name` is what `spec` was looked for by.
fn live(
    engine: &Arc<Engine>,
    spec: Option<&'static Spec>,
    name: &str,
    params: &str,
    options: Options,
) -> Result<Live, Error> {
    let engine = Arc::clone(engine);
    match spec.filter(|spec| spec.stream) {
        Some(spec) if spec.method == Method::Get => listen(engine, spec),
        Some(spec) => reply::ask(engine, spec, params, options),
        None => Err(Error::invalid(joined(&[name, " is no stream"]))),
    }
}
