//! Time-based one-time passwords, RFC 6238: SHA-1, 30 seconds, 6 digits.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// The length of a step in milliseconds.
const STEP_MS: i64 = 30_000;

/// How many steps a code may be off in either direction: clocks differ.
const WINDOW: i64 = 1;

/// The step that a code belongs to, if it is one near `now` and later than `last`: a code that was
/// accepted once is not accepted again.
pub(super) fn matching_step(secret: &[u8], code: &str, now_ms: i64, last: i64) -> Option<i64> {
    let current = now_ms.div_euclid(STEP_MS);
    (current - WINDOW..=current + WINDOW).filter(|step| *step > last).find(|step| {
        super::passwords::same(format!("{:06}", value(secret, *step, 6)).as_bytes(), code.as_bytes())
    })
}

/// The code that an authenticator with this secret in base32 shows at that time.
pub(crate) fn code_at(secret: &str, now_ms: i64) -> String {
    format!("{:06}", value(&decode(secret), now_ms.div_euclid(STEP_MS), 6))
}

fn value(secret: &[u8], step: i64, digits: u32) -> u32 {
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(secret).expect("a key of any length will do");
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[hash.len() - 1] & 15);
    let bytes: [u8; 4] = [hash[offset] & 0x7f, hash[offset + 1], hash[offset + 2], hash[offset + 3]];
    u32::from_be_bytes(bytes) % 10_u32.pow(digits)
}

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The bytes of a secret in base32.
pub(super) fn decode(secret: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for letter in secret.bytes() {
        let Some(value) = LETTERS.iter().position(|known| known.eq_ignore_ascii_case(&letter)) else {
            continue;
        };
        bits = bits << 5 | value as u32;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    #[test]
    fn the_vectors_of_the_rfc_hold() {
        for (seconds, code) in [
            (59, 94_287_082),
            (1_111_111_109, 7_081_804),
            (1_111_111_111, 14_050_471),
            (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037),
            (20_000_000_000, 65_353_130),
        ] {
            assert_eq!(value(SECRET, seconds / 30, 8), code, "{seconds}");
        }
        assert_eq!(decode("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), SECRET);
    }

    #[test]
    fn a_code_counts_one_step_around_and_once() {
        let code = |step: i64| code_at("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", step * STEP_MS);
        let now = 100 * STEP_MS;
        for (step, accepted) in [(98, false), (99, true), (100, true), (101, true), (102, false)] {
            assert_eq!(matching_step(SECRET, &code(step), now, 0).is_some(), accepted, "{step}");
        }
        assert_eq!(matching_step(SECRET, &code(100), now, 100), None);
        for wrong in ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦"] {
            assert_eq!(matching_step(SECRET, wrong, now, 0), None, "{wrong}");
        }
    }
}
