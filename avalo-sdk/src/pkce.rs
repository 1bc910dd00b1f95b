//! Proof Key for Code Exchange, RFC 7636: what ties a sign-in at a provider to this device.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::platform::Platform;

/// A secret of this device and its hash. The hash goes to the provider at the start, the secret
/// to Avalo at the end: who intercepts the code in between cannot use it.
#[derive(Clone, PartialEq, Eq)]
pub struct Pkce {
    /// The secret, 43 characters. Keep it until the provider sends the user back.
    pub verifier: String,
    /// Its S256 hash, 43 characters.
    pub challenge: String,
}

impl Pkce {
    /// A new pair from 256 random bits.
    pub fn new(platform: &Platform) -> Self {
        let bytes: Vec<u8> = (0..4).flat_map(|_| platform.rng.next_u64().to_le_bytes()).collect();
        Self::from_verifier(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The pair of a verifier that was kept.
    pub fn from_verifier(verifier: String) -> Self {
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()));
        Self { verifier, challenge }
    }
}

impl std::fmt::Debug for Pkce {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pkce").field("challenge", &self.challenge).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vector_of_the_rfc_holds() {
        let pkce = Pkce::from_verifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk".into());
        assert_eq!(pkce.challenge, "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        let (one, two) = (Pkce::new(&Platform::native()), Pkce::new(&Platform::native()));
        assert!(one.verifier.len() == 43 && one != two && !format!("{one:?}").contains(&one.verifier));
    }
}
