//! Streams for callers that have no types: events and parts as they were written.

use std::{sync::Arc, time::Duration};

use super::{listener::listen, reply};
use crate::{
    AvaloSdk,
    engine::{Answer, AnswerBody, Options, rows, text::joined},
    error::Error,
    operation::Method,
    platform::{BoxFuture, MaybeSend},
};

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
        let engine = Arc::clone(&self.engine);
        let live = match rows::find(row).filter(|spec| spec.stream) {
            Some(spec) if spec.method == Method::Get => listen(engine, spec),
            Some(spec) => {
                reply::ask(engine, spec, params, Options { timeout, idempotency_key, fresh: false })
            }
            None => Err(Error::invalid(joined(&[row, " is no row of a stream"]))),
        };
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
}
