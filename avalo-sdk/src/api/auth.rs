//! Sign-up, sign-in, second factors and verification.

use avalo_sdk_macros::model;

use crate::{
    model::{ChallengeId, SessionId, UserId},
    operation::operations,
};

/// The tokens of a session.
#[model]
pub struct SessionTokens {
    /// What calls are signed with; lives for `expires_in` seconds.
    #[secret]
    pub access_token: String,
    /// What gets the next pair, once; lives for 30 days.
    #[secret]
    pub refresh_token: String,
    /// For how many seconds the access token is good.
    pub expires_in: u32,
    /// The session.
    pub session_id: SessionId,
    /// Who is signed in.
    pub user_id: UserId,
}

/// The answer to a sign-in: a session, or a question for a second factor.
#[model]
pub struct SignIn {
    /// The session, unless a second factor is asked for.
    pub session: Option<SessionTokens>,
    /// What to answer with `verify_two_factor`.
    pub challenge_id: Option<ChallengeId>,
}

/// An account to open.
#[model]
#[derive(Default)]
pub struct Register {
    /// The address.
    pub email: String,
    /// 8 to 128 characters.
    #[secret]
    pub password: String,
}

/// Who signs in.
#[model]
#[derive(Default)]
pub struct Login {
    /// The address.
    pub email: String,
    /// The password.
    #[secret]
    pub password: String,
}

/// The answer to a challenge.
#[model]
pub struct VerifyTwoFactor {
    /// The challenge.
    pub challenge_id: ChallengeId,
    /// The code.
    #[secret]
    pub code: String,
}

/// A code from a provider.
#[model]
pub struct LoginWithOauth {
    /// The provider.
    pub provider: String,
    /// The code.
    #[secret]
    pub code: String,
}

/// The token to exchange.
#[model]
pub struct RefreshToken {
    /// The token.
    #[secret]
    pub refresh_token: String,
}

/// Which session to end: the caller's.
#[model]
#[derive(Default)]
pub struct Logout {}

/// Which sessions to end: all of the caller's.
#[model]
#[derive(Default)]
pub struct LogoutAll {}

operations! {
    /// Sign-up, sign-in, second factors and verification.
    Auth = "auth";

    /// Opens an account.
    register(Register) -> SignIn { POST "/v1/auth/register", auth: Public, retry: Keyed }

    /// Signs in.
    login(Login) -> SignIn { POST "/v1/auth/login", auth: Public, retry: Keyed }

    /// Answers a challenge.
    verify_two_factor(VerifyTwoFactor) -> SignIn { POST "/v1/auth/2fa/verify", auth: Public, retry: Keyed }

    /// Signs in with a provider.
    login_with_oauth(LoginWithOauth) -> SignIn { POST "/v1/auth/oauth", auth: Public, retry: Keyed }

    /// Exchanges a refresh token.
    refresh_token(RefreshToken) -> SignIn { POST "/v1/auth/token/refresh", auth: Public, retry: Keyed }

    /// Signs out.
    logout(Logout) -> () { POST "/v1/auth/logout", auth: User, retry: Keyed }

    /// Signs out everywhere.
    logout_all(LogoutAll) -> () { POST "/v1/auth/logout-all", auth: User, retry: Keyed, step_up }
}
