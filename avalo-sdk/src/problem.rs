//! Errors on the wire: RFC 9457 problem details with one closed list of codes.

use std::collections::HashMap;

use avalo_sdk_macros::model;

macro_rules! codes {
    ($($name:ident $status:literal $title:literal;)*) => {
        /// What went wrong, as the server names it.
        #[model]
        pub enum Code {
            $(#[doc = $title] $name,)*
        }

        impl Code {
            /// The HTTP status that goes with the code, 500 for one that is not known.
            pub const fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* Self::Unknown => 500 }
            }

            /// What the code means, in a few words.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* Self::Unknown => "Unknown problem" }
            }
        }
    };
}

codes! {
    InvalidJson 400 "The body is not JSON";
    InvalidRequest 400 "The request does not have the expected form";
    InvalidCursor 400 "The cursor was not made for this list";
    IdempotencyKeyMissing 400 "The operation needs an Idempotency-Key";
    InvalidSignature 400 "The signature is missing or wrong";
    Unauthenticated 401 "Sign in first";
    TokenExpired 401 "The access token has expired";
    TokenReused 401 "The refresh token was used before; the session has ended";
    InvalidCredentials 401 "E-mail or password is wrong";
    TwoFactorInvalid 401 "The code is wrong or was used before";
    ChallengeExpired 401 "The challenge has expired or had too many attempts";
    OauthInvalid 401 "The provider did not confirm the sign-in";
    InsufficientBalance 402 "Not enough tokens";
    PaymentDeclined 402 "The payment was declined";
    PermissionDenied 403 "Not allowed";
    StepUpRequired 403 "Prove a second factor first";
    VerificationRequired 403 "Identity and age must be approved first";
    CreatorRequired 403 "Creator mode is not enabled";
    AccountSuspended 403 "The account is suspended";
    Blocked 403 "One of the two users has blocked the other";
    ProfilePrivate 403 "The profile is private";
    NotParticipant 403 "Not a participant of this chat";
    NotAuthor 403 "Only the author may do this";
    MessagesDisabled 403 "The recipient does not accept messages";
    TierRequired 403 "The plan does not include this";
    NotFound 404 "There is no such thing";
    MethodNotAllowed 405 "The path does not take this method";
    AlreadyExists 409 "It exists already";
    EmailTaken 409 "The e-mail address is in use";
    IdempotencyInFlight 409 "The same key is being worked on";
    FailedPrecondition 409 "The current state does not allow this";
    RequirementsNotMet 409 "Not all requirements are met";
    ChatClosed 409 "The chat is closed";
    DepositRequired 409 "A deposit is needed before the next message";
    StoryLimitReached 409 "Three stories are active already";
    StoryExpired 410 "The story has expired";
    PayloadTooLarge 413 "The body is too large";
    UnsupportedMediaType 415 "The media type is not supported";
    ValidationFailed 422 "A field is out of its range";
    IdempotencyKeyReused 422 "The key was used for another request";
    Underage 422 "Users must be 18 or older";
    ContentBlocked 422 "The content is not allowed";
    SpamDetected 422 "The message looks like spam";
    CannotTargetSelf 422 "Not possible with oneself";
    BelowMinimum 422 "The amount is below the minimum";
    AboveMaximum 422 "The amount is above the maximum";
    RateLimited 429 "Too many requests";
    TerritoryBlocked 451 "Not available in this territory";
    LikeLimitReached 429 "No likes are left for now";
    TooFast 429 "Too many of these in a short time";
    MonthlyLimitExceeded 409 "The monthly limit is used up";
    Internal 500 "The server failed";
    Unavailable 503 "The service is not available";
}

/// The body of every error, `application/problem+json`.
#[model]
#[derive(Eq)]
pub struct Problem {
    /// The code to decide by.
    pub code: Code,
    /// The HTTP status.
    pub status: u16,
    /// What the code means, the same text for every problem of this code.
    pub title: String,
    /// What happened here and what to do about it, for a developer to read.
    pub detail: Option<String>,
    /// The request, as the server's log names it.
    pub request_id: Option<String>,
    /// In how many seconds another try makes sense.
    pub retry_after: Option<u32>,
    /// What is wrong with single fields of the request, by their names on the wire.
    pub errors: Option<HashMap<String, String>>,
    /// The challenge to answer, where a second factor is asked for.
    pub challenge_id: Option<String>,
}

impl Problem {
    /// The problem with this code and a sentence on what happened here.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            code,
            status: code.status(),
            title: code.title().to_owned(),
            detail: Some(detail.into()),
            request_id: None,
            retry_after: None,
            errors: None,
            challenge_id: None,
        }
    }

    /// One field that is out of its range.
    pub fn field(name: &str, reason: impl Into<String>) -> Self {
        let reason = reason.into();
        let mut problem = Self::new(Code::ValidationFailed, format!("{name}: {reason}"));
        problem.errors = Some(HashMap::from([(name.to_owned(), reason)]));
        problem
    }

    /// The same problem with a hint when to try again, in seconds.
    pub fn retry_after(mut self, seconds: u32) -> Self {
        self.retry_after = Some(seconds);
        self
    }
}
