//! An operation as one line of text.
//!
//! A page in a browser loads only the operations that it uses, so the engine there knows none of them
//! by itself: each call brings its row along, such as
//! `chat.sendMessage POST /v1/chats/{chatId}/messages UK`.

use super::{Auth, Retry, Spec};

impl Auth {
    const fn letter(self) -> u8 {
        match self {
            Self::Public => b'P',
            Self::User => b'U',
            Self::Verified => b'V',
            Self::Creator => b'C',
            Self::Staff => b'S',
            Self::Admin => b'A',
        }
    }

    /// The level of a row's letter.
    #[cfg(feature = "client")]
    pub(crate) const fn of_letter(letter: u8) -> Option<Self> {
        Some(match letter {
            b'P' => Self::Public,
            b'U' => Self::User,
            b'V' => Self::Verified,
            b'C' => Self::Creator,
            b'S' => Self::Staff,
            b'A' => Self::Admin,
            _ => return None,
        })
    }
}

impl Retry {
    const fn letter(self) -> u8 {
        match self {
            Self::Safe => b'S',
            Self::Keyed => b'K',
            Self::Never => b'N',
        }
    }

    /// What a row's letter says.
    #[cfg(feature = "client")]
    pub(crate) const fn of_letter(letter: u8) -> Option<Self> {
        Some(match letter {
            b'S' => Self::Safe,
            b'K' => Self::Keyed,
            b'N' => Self::Never,
            _ => return None,
        })
    }
}

impl Spec {
    /// The operation as a row: its id, method and path, then a letter for who may call it
    /// (`P`ublic, `U`ser, `V`erified, `C`reator, `S`taff, `A`dmin) and one for whether it may be sent
    /// again (`S`afe, `K`eyed, `N`ever), then what applies of `cache=<seconds>`, `step-up` and `stream`.
    pub fn row(&self) -> String {
        let letters = [self.auth.letter(), self.retry.letter()].map(char::from);
        let mut row = [self.id, self.method.as_str(), self.path, ""].join(" ");
        row.extend(letters);
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
