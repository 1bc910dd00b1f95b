//! A server that is a function, for tests without a network.

use std::sync::Arc;

use super::{Body, Request, Response, Transport, TransportError};
use crate::platform::{BoxFuture, MaybeSend, MaybeSync};

/// Answers each request by calling a function.
pub struct MemoryTransport<F>(Arc<F>);

impl<F> MemoryTransport<F> {
    /// A transport that answers with what `serve` returns.
    pub fn new(serve: F) -> Self {
        Self(Arc::new(serve))
    }
}

impl<F, A> Transport for MemoryTransport<F>
where
    F: Fn(Request) -> A + MaybeSend + MaybeSync + 'static,
    A: Future<Output = Result<Response, TransportError>> + MaybeSend + 'static,
{
    fn send(&self, request: Request) -> BoxFuture<Result<Response, TransportError>> {
        let serve = Arc::clone(&self.0);
        Box::pin(async move { serve(request).await })
    }
}

impl Response {
    /// An answer made by hand.
    pub fn new(status: u16, headers: &[(&str, &str)], body: impl Into<crate::platform::Bytes>) -> Self {
        let owned = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
        let headers: Vec<_> = headers.iter().map(owned).collect();
        Self { status, headers: Box::new(headers), body: Body::Bytes(body.into()) }
    }
}
