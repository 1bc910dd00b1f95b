//! Value types that several domains share.

mod time;

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _, ser::Error as _};

pub use self::time::Timestamp;

/// The largest whole number that every language of the SDK holds exactly: 2^53 - 1.
pub const MAX_EXACT: i64 = (1 << 53) - 1;

/// Declares identifiers: text that only the server makes and that nobody needs to read.
macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {$(
        $(#[doc = $doc])*
        ///
        /// 1 to 64 of the characters `A-Z a-z 0-9 _ -`; other text is refused before it is sent.
        #[derive(
            Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl crate::operation::form::Texts for $name {
            fn misfit(&self, form: crate::operation::form::Form) -> Option<Option<usize>> {
                self.0.misfit(form)
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                crate::schema::id(stringify!($name))
            }
        }

        #[cfg(feature = "uniffi")]
        uniffi::custom_newtype!($name, String);
    )*};
}

ids! {
    /// A user.
    UserId;
    /// A signed-in session of one device.
    SessionId;
    /// A question for a second factor that waits for its answer.
    ChallengeId;
    /// A photo of a profile.
    PhotoId;
    /// A subscription tier of a creator.
    TierId;
    /// A post.
    PostId;
    /// A comment.
    CommentId;
    /// A story.
    StoryId;
    /// An upload that was granted.
    UploadId;
    /// A conversation.
    ChatId;
    /// A message.
    MessageId;
    /// A pack of tokens on sale.
    PackageId;
    /// A purchase of tokens.
    PurchaseId;
    /// An entry of a wallet's history.
    TransactionId;
    /// A stored payment method.
    PaymentMethodId;
    /// A gift of the catalogue.
    GiftId;
    /// A subscription to a creator.
    SubscriptionId;
    /// A withdrawal.
    WithdrawalId;
    /// An AI companion.
    CompanionId;
    /// A photo of an AI companion.
    GalleryPhotoId;
    /// A chat with an AI companion.
    AiChatId;
    /// Content that a creator planned.
    ScheduledId;
    /// A match of two users.
    MatchId;
    /// A report of something.
    ReportId;
    /// Something that waits for a moderator.
    CaseId;
    /// An entry of the audit log.
    AuditId;
    /// An entry of the inbox.
    NotificationId;
    /// A device that gets push messages.
    PushTokenId;
}

/// Whether `text` may stand for one segment of a path.
pub fn is_id(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

/// A whole number of tokens, from 0 to 2^53 - 1.
///
/// Tokens are the platform's only unit of account; fiat money appears at purchase and withdrawal
/// only. Anything outside the range is refused when it is written and when it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tokens(pub i64);

impl Tokens {
    /// No tokens.
    pub const ZERO: Self = Self(0);

    const RANGE: &str = "tokens are a whole number from 0 to 9007199254740991";

    fn in_range(self) -> bool {
        (0..=MAX_EXACT).contains(&self.0)
    }
}

impl Serialize for Tokens {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.in_range() {
            return Err(S::Error::custom(Self::RANGE));
        }
        serializer.serialize_i64(self.0)
    }
}

impl<'de> Deserialize<'de> for Tokens {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tokens = Self(i64::deserialize(deserializer)?);
        if tokens.in_range() { Ok(tokens) } else { Err(D::Error::custom(Self::RANGE)) }
    }
}

impl fmt::Display for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(feature = "uniffi")]
uniffi::custom_newtype!(Tokens, i64);

/// Where a list goes on: opaque, made by the server, valid for the list that gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursor(pub String);

#[cfg(feature = "uniffi")]
uniffi::custom_newtype!(Cursor, String);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_outside_the_exact_range_are_neither_read_nor_written() {
        for text in ["-1", "9007199254740992", "1.5", "\"5\"", "1e3"] {
            assert!(serde_json::from_str::<Tokens>(text).is_err(), "{text} was read");
        }
        assert!(serde_json::to_string(&Tokens(-1)).is_err());
        assert!(serde_json::to_string(&Tokens(MAX_EXACT + 1)).is_err());
        assert_eq!(serde_json::from_str::<Tokens>("9007199254740991").ok(), Some(Tokens(MAX_EXACT)));
    }

    #[test]
    fn only_plain_words_are_identifiers() {
        for bad in ["", "a/b", "a?b", "..", "a b", "naïve", "😀", &"x".repeat(65)] {
            assert!(!is_id(bad), "{bad} was taken");
        }
        assert!(is_id("usr_0-Az"));
    }
}
