//! An operation as one line of text.
//!
//! A page in a browser loads only the operations that it uses, so the engine there knows none of them
//! by itself: each call brings its row along, such as
//! `chat.sendMessage POST /v1/chats/{chatId}/messages UK`.

use super::{Auth, Retry, Spec};

/// Every level, in the order of the letters in [`Auth::LETTERS`].
const LEVELS: [Auth; 6] = [Auth::Public, Auth::User, Auth::Verified, Auth::Creator, Auth::Staff, Auth::Admin];

/// Every answer to whether it may be sent again, in the order of the letters in [`Retry::LETTERS`].
const RETRIES: [Retry; 3] = [Retry::Safe, Retry::Keyed, Retry::Never];

impl Auth {
    const LETTERS: &'static [u8; 6] = b"PUVCSA";

    #[cfg(feature = "client")]
    /// The level of a row's letter.
    pub(crate) fn of_letter(letter: u8) -> Option<Self> {
        let place = Self::LETTERS.iter().position(|other| *other == letter)?;
        LEVELS.get(place).copied()
    }
}

impl Retry {
    const LETTERS: &'static [u8; 3] = b"SKN";

    #[cfg(feature = "client")]
    /// What a row's letter says.
    pub(crate) fn of_letter(letter: u8) -> Option<Self> {
        let place = Self::LETTERS.iter().position(|other| *other == letter)?;
        RETRIES.get(place).copied()
    }
}

impl Spec {
    /// The operation as a row: its id, method and path, then a letter for who may call it
    /// (`P`ublic, `U`ser, `V`erified, `C`reator, `S`taff, `A`dmin) and one for whether it may be sent
    /// again (`S`afe, `K`eyed, `N`ever), then what applies of `cache=<seconds>`, `step-up` and `stream`.
    pub fn row(&self) -> String {
        let auth = LEVELS.iter().zip(Auth::LETTERS).find(|(level, _)| **level == self.auth);
        let retry = RETRIES.iter().zip(Retry::LETTERS).find(|(retry, _)| **retry == self.retry);
        let letters: String = [auth.map(|(_, letter)| *letter), retry.map(|(_, letter)| *letter)]
            .into_iter()
            .flatten()
            .map(char::from)
            .collect();
        let mut row = [self.id, self.method.as_str(), self.path, &letters].join(" ");
        if let Some(seconds) = self.cache {
            row.push_str(&format!(" cache={seconds}"));
        }
        if self.step_up {
            row.push_str(" step-up");
        }
        if self.stream {
            row.push_str(" stream");
        }
        row
    }
}
