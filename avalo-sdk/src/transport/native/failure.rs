//! What an error of reqwest means.

use std::{error::Error, io, sync::Arc};

use rustls::InvalidMessage;

use crate::transport::{Phase, TransportError};

/// Says what failed and at which point; the URL is left out because a query may hold secrets.
pub(super) fn describe(error: &reqwest::Error) -> TransportError {
    let builds = error.is_builder();
    let mut detail = String::from(if builds { "it is not well-formed" } else { "the exchange failed" });
    let mut tls = None;
    let mut source = error.source();
    while let Some(cause) = source {
        tls = tls.or_else(|| tls_error(cause));
        detail = cause.to_string();
        source = cause.source();
    }
    let phase = match tls {
        _ if builds => Phase::Build,
        // On a connection that was open, TLS tells of bytes that were lost or changed on the way.
        _ if !error.is_connect() => Phase::Exchange,
        Some(rustls::Error::InvalidMessage(InvalidMessage::InvalidContentType)) => {
            detail = String::from("the server does not speak TLS (is it http?)");
            Phase::Tls
        }
        Some(_) => Phase::Tls,
        None => Phase::Connect,
    };
    TransportError { phase, detail: Arc::from(detail) }
}

/// The error of TLS that this is, however often it was wrapped: an `io::Error` gives its cause's
/// cause as its source, not the cause itself.
fn tls_error<'a>(mut cause: &'a (dyn Error + 'static)) -> Option<&'a rustls::Error> {
    loop {
        match cause.downcast_ref() {
            Some(error) => return Some(error),
            None => cause = cause.downcast_ref::<io::Error>()?.get_ref()?,
        }
    }
}
