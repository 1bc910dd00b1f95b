//! Passwords, salted and stretched a little.
//!
//! This server guards nothing and starts in milliseconds with ten accounts, so it stretches less than
//! one that does: a real one uses a slow, memory-hard function.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::refusal::Answer;

const ROUNDS: usize = 64;

/// Refuses a password that is too plain.
pub(super) fn check_strength(password: &str) -> Answer<()> {
    let has = |test: fn(char) -> bool| password.chars().any(test);
    let mixed = has(char::is_uppercase) && has(char::is_lowercase) && has(|letter| letter.is_ascii_digit());
    if mixed {
        return Ok(());
    }
    let rule = "must have a capital, a small letter and a digit";
    Err(avalo_sdk::Problem::field("password", rule).into())
}

pub(super) fn hash(salt: &str, password: &str) -> Vec<u8> {
    let mut hash = mac(salt.as_bytes(), password.as_bytes());
    for _ in 1..ROUNDS {
        hash = mac(password.as_bytes(), &hash);
    }
    hash
}

/// Whether the password is the one that was hashed, in time that does not depend on the difference.
pub(super) fn verify(salt: &str, password: &str, known: &[u8]) -> bool {
    same(&hash(salt, password), known)
}

pub(super) fn same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

pub(super) fn mac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("a key of any length will do");
    mac.update(text);
    mac.finalize().into_bytes().to_vec()
}
