//! Sessions, challenges and second factors.

use avalo_sdk_macros::model;

use super::account::Me;
use crate::model::{ChallengeId, SessionId, Timestamp, UserId};

/// The tokens of a session.
#[model]
pub struct SessionTokens {
    /// What calls are authorised with; good for `expires_in` seconds.
    #[secret]
    pub access_token: String,
    /// What gets the next pair, once; good for 30 days.
    #[secret]
    pub refresh_token: String,
    /// For how many seconds the access token is good: 3,600.
    pub expires_in: u32,
    /// The session.
    pub session_id: SessionId,
    /// Who is signed in.
    pub user_id: UserId,
}

/// The answer to a sign-in: a session, or a challenge for a second factor.
#[model]
pub struct SignIn {
    /// The session, unless a second factor is asked for. The client keeps it.
    pub session: Option<SessionTokens>,
    /// Who signed in, unless a second factor is asked for.
    pub me: Option<Me>,
    /// The challenge to answer with `verify_two_factor`, within 5 minutes and 5 attempts.
    pub challenge_id: Option<ChallengeId>,
}

/// The answer to a refresh.
#[model]
pub struct RefreshedSession {
    /// The session with new tokens. The client keeps it.
    pub session: SessionTokens,
}

/// A provider of identities.
#[model]
pub enum OauthProvider {
    /// Google.
    Google,
    /// Facebook.
    Facebook,
    /// Apple.
    Apple,
}

/// Where to send the user to sign in at a provider.
#[model]
pub struct OauthStart {
    /// The page to open.
    pub authorization_url: String,
    /// What the provider sends back with the code; give it to `login_with_oauth`.
    #[secret]
    pub state: String,
    /// When the attempt ends, 10 minutes from now.
    pub expires_at: Timestamp,
}

/// A session as its owner sees it.
#[model]
pub struct SessionInfo {
    /// The session.
    pub id: SessionId,
    /// The device, as it named itself.
    pub device_id: Option<String>,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used or renewed.
    pub last_active_at: Timestamp,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// The sessions that are alive, the one used last first.
#[model]
pub struct SessionList {
    /// The sessions, at most 10.
    pub sessions: Vec<SessionInfo>,
}

/// What an authenticator app needs.
#[model]
pub struct TwoFactorSetup {
    /// The secret in base32, for typing.
    #[secret]
    pub secret: String,
    /// The same as an address, for a QR code: `otpauth://totp/…`.
    #[secret]
    pub otpauth_url: String,
}

/// The codes that replace a lost authenticator.
#[model]
pub struct RecoveryCodes {
    /// Eight codes, each good once. They are not shown again.
    #[secret]
    pub codes: Vec<String>,
}

/// How a step-up is answered.
#[model]
pub enum StepUpMethod {
    /// With a code of the authenticator, or a recovery code.
    Totp,
    /// With the password, while no second factor is enabled.
    Password,
}

/// A challenge before an operation that needs more than a session.
#[model]
pub struct StepUpChallenge {
    /// The challenge, to be answered within 5 minutes and 5 attempts.
    pub challenge_id: ChallengeId,
    /// How to answer it.
    pub method: StepUpMethod,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A step-up that succeeded.
#[model]
pub struct StepUp {
    /// Until when the session may do what needs a step-up: 10 minutes from now.
    pub until: Timestamp,
}
