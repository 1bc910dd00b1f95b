//! The TLS of this transport, which is its own: a program may set up TLS for the rest of itself before
//! or after.

use std::sync::Arc;

use rustls::{ClientConfig, Error, crypto};
use rustls_platform_verifier::BuilderVerifierExt;

/// What reqwest would set up by itself: the system decides whom to trust, and HTTP/2 comes before
/// HTTP/1.1. A cryptography that the program chose for all of itself is used, ring otherwise;
/// nothing is installed for others.
pub(super) fn config() -> Result<ClientConfig, Error> {
    let chosen = crypto::CryptoProvider::get_default().cloned();
    let provider = chosen.unwrap_or_else(|| Arc::new(crypto::ring::default_provider()));
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    config.alpn_protocols = vec!["h2".into(), "http/1.1".into()];
    Ok(config)
}
