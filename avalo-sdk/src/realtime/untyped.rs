//! Streams for callers that have no types: events and parts as they were written.

use std::{sync::Arc, time::Duration};

use super::{
    listener::Listener,
    reply::{Part, Reader},
};
use crate::{
    AvaloSdk,
    engine::{Answer, AnswerBody, Options, rows},
    error::Error,
    operation::{Method, Spec},
    platform::{BoxFuture, MaybeSend},
};

impl AvaloSdk {
    /// Tells of each event of the stream of a [row](Spec::row), as JSON, until an error ends it or the
    /// future is dropped; then the connection is closed. What reconnects it is what does so for
    /// [`events`](Self::events).
    ///
    /// # Errors
    ///
    /// `Invalid` for a row that is no stream of events; else as [`events`](Self::events).
    pub fn listen_row(
        &self,
        row: &str,
        tell: impl Fn(&str) + MaybeSend + 'static,
    ) -> BoxFuture<Result<Answer, Error>> {
        let spec = stream(row, |method| method == Method::Get);
        let engine = Arc::clone(&self.engine);
        Box::pin(async move {
            let mut listener = Listener::new(engine, spec?);
            while let Some(told) = listener.next().await {
                tell(&told?.text);
            }
            Ok(Answer::nothing())
        })
    }

    /// Sends a request whose answer comes in words, tells of the next words as they come and answers the
    /// whole, as [`ReplyStream`](super::ReplyStream) does. Dropping the future closes the connection.
    ///
    /// # Errors
    ///
    /// `Invalid` for a row that is no such request; else as [`call_row`](Self::call_row).
    pub fn stream_row(
        &self,
        row: &str,
        params: String,
        timeout: Option<Duration>,
        idempotency_key: Option<String>,
        tell: impl Fn(&str) + MaybeSend + 'static,
    ) -> BoxFuture<Result<Answer, Error>> {
        let spec = stream(row, |method| method != Method::Get);
        let options = Options { timeout, idempotency_key, fresh: false };
        let engine = Arc::clone(&self.engine);
        Box::pin(async move {
            let mut reader = Reader::new(engine, spec?, &params, options)?;
            while let Some(part) = reader.next().await {
                match part? {
                    Part::Delta(words) => tell(&words),
                    Part::Whole(text) => {
                        return Ok(Answer { status: 200, body: AnswerBody::Bytes(text.into()) });
                    }
                }
            }
            Ok(Answer::nothing())
        })
    }
}

/// The stream that a row tells of, if its method is a right one.
fn stream(row: &str, right: impl Fn(Method) -> bool) -> Result<&'static Spec, Error> {
    let spec = rows::find(row).filter(|spec| spec.stream && right(spec.method));
    spec.ok_or_else(|| Error::invalid([row, " is no row of such a stream"].concat()))
}
