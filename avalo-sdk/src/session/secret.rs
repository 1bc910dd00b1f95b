//! Tokens in memory.

use std::ops::Deref;

/// Text that nobody finds in memory once it was let go: native builds overwrite it then.
///
/// It covers what the engine keeps. What was sent also went through the buffers of HTTP and TLS, and what is given
/// to a store or to JavaScript is theirs.
#[derive(Clone)]
pub(crate) struct Secret(String);

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl Deref for Secret {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

#[cfg(feature = "native")]
impl Drop for Secret {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.0);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::{fs::File, os::unix::fs::FileExt};

    use super::*;
    use crate::{
        engine::{json::Fields, text::joined},
        session::signed_in::SignedIn,
    };

    /// What the tokens hold, in a form that is not itself found.
    const MARK: [u8; 24] = *b"!tnuocca*ruoy*fo*yek*eht";

    /// A token in which the mark is ten times: a part that was left behind is found as well.
    fn token() -> String {
        let backwards = MARK.repeat(10);
        String::from_utf8(backwards.into_iter().rev().collect()).expect("text")
    }

    /// How often the mark is in the memory that this program may write to.
    fn found() -> usize {
        let maps = std::fs::read_to_string("/proc/self/maps").expect("what is where");
        let memory = File::open("/proc/self/mem").expect("the memory of this program");
        let mut page = vec![0; 1 << 16];
        let mut times = 0;
        for line in maps.lines().filter(|line| line.contains(" rw-p ")) {
            let (range, _) = line.split_once(' ').expect("a range");
            let (from, to) = range.split_once('-').expect("two ends");
            let [from, to] = [from, to].map(|at| u64::from_str_radix(at, 16).expect("an address"));
            let mut at = from;
            while at < to {
                // Pieces overlap, so that a mark on a border is found; what was read is forgotten.
                let most = (to - at).min(page.len() as u64) as usize;
                let read = memory.read_at(&mut page[..most], at).unwrap_or(0);
                let marks = page[..read].windows(MARK.len());
                times += marks.filter(|text| text.iter().rev().eq(&MARK)).count();
                page.fill(0);
                at += if read > MARK.len() { (read - MARK.len() + 1) as u64 } else { most as u64 };
            }
        }
        times
    }

    #[test]
    fn tokens_are_nowhere_in_memory_once_their_session_is_over() {
        let begun = found();
        let plain = token();
        assert!(found() >= begun + 10, "a text that is there is found");
        let json = Secret::from(joined(&[
            r#"{"userId":"usr_1","refreshToken":"r\"","accessToken":""#,
            &Secret::from(plain),
            r#""}"#,
        ]));
        let session = Fields::read(&json).and_then(|fields| SignedIn::stored(&fields)).expect("a session");
        drop(json);
        let kept = Secret::from(session.to_text());
        assert!(found() >= begun + 20, "the session has it, and what a store keeps of it");
        drop((session, kept));
        assert_eq!(found(), begun, "a part of it was left behind");
    }
}
