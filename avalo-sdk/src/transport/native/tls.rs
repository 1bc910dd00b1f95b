//! The TLS of this transport, which is its own: a program may set up TLS for the rest of itself before
//! or after.

use std::sync::Arc;

use rustls::{ClientConfig, ConfigBuilder, Error, WantsVerifier, client::WantsClientCert, crypto};

/// What reqwest would set up by itself: the system decides whom to trust, and HTTP/2 comes before
/// HTTP/1.1. A cryptography that the program chose for all of itself is used, ring otherwise;
/// nothing is installed for others.
pub(super) fn config() -> Result<ClientConfig, Error> {
    let chosen = crypto::CryptoProvider::get_default().cloned();
    let provider = chosen.unwrap_or_else(|| Arc::new(crypto::ring::default_provider()));
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let mut config = trusting(builder)?.with_no_client_auth();
    config.alpn_protocols = vec!["h2".into(), "http/1.1".into()];
    Ok(config)
}

type Trusting = ConfigBuilder<ClientConfig, WantsClientCert>;

/// Whom the system trusts.
#[cfg(not(target_os = "android"))]
fn trusting(builder: ConfigBuilder<ClientConfig, WantsVerifier>) -> Result<Trusting, Error> {
    use rustls_platform_verifier::BuilderVerifierExt;
    builder.with_platform_verifier()
}

/// Whom Mozilla trusts. Android says whom it trusts only to those who have a context of the app, see ADR 15.
#[cfg(target_os = "android")]
fn trusting(builder: ConfigBuilder<ClientConfig, WantsVerifier>) -> Result<Trusting, Error> {
    Ok(builder.with_root_certificates(mozilla()))
}

/// Mozilla's list.
#[cfg(any(target_os = "android", test))]
fn mozilla() -> rustls::RootCertStore {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(webpki_root_certs::TLS_SERVER_ROOT_CERTS.iter().cloned());
    roots
}

#[cfg(test)]
mod tests {
    use super::mozilla;

    #[test]
    fn every_root_of_mozillas_list_is_taken() {
        assert!(mozilla().len() > 100);
        assert_eq!(mozilla().len(), webpki_root_certs::TLS_SERVER_ROOT_CERTS.len());
    }
}
