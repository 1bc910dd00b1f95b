//! Sign-up, sign-in, second factors and verification.
//!
//! A session has an access token for an hour and a refresh token for 30 days. A refresh token is good
//! once; the same one gives the same new pair again for a minute, because an answer may be lost, and
//! after that ends the session, because it may be stolen. The client does all of this by itself.

mod account;
mod session;

use avalo_sdk_macros::model;

pub use self::{
    account::{AccountStatus, EvaluatedFlag, EvaluatedFlags, IdType, KycReport, KycStatus, Me, Role},
    session::{
        OauthProvider, OauthStart, RecoveryCodes, RefreshedSession, SessionInfo, SessionList, SessionTokens,
        SignIn, StepUp, StepUpChallenge, StepUpMethod, TwoFactorSetup,
    },
};
use crate::{
    model::{ChallengeId, SessionId},
    operation::operations,
};

/// An account to open.
#[model]
#[derive(Default)]
pub struct Register {
    /// An address that no other account has.
    #[length(5..=254)]
    #[form(Email)]
    pub email: String,
    /// 8 to 128 characters with a capital, a small letter and a digit.
    #[secret]
    #[length(8..=128)]
    pub password: String,
    /// The name to show, 2 to 50 characters.
    #[length(2..=50)]
    #[form(Name)]
    pub display_name: String,
    /// `YYYY-MM-DD`; users are 18 or older.
    #[form(Date)]
    pub date_of_birth: String,
    /// Whether the terms were accepted; they must be.
    pub accept_terms: bool,
    /// The device, 1 to 100 characters, to tell sessions apart.
    #[length(1..=100)]
    pub device_id: Option<String>,
}

/// Who signs in.
#[model]
#[derive(Default)]
pub struct Login {
    /// The account's address.
    #[length(5..=254)]
    #[form(Email)]
    pub email: String,
    /// The account's password.
    #[secret]
    #[length(1..=128)]
    pub password: String,
    /// The device, 1 to 100 characters, to tell sessions apart.
    #[length(1..=100)]
    pub device_id: Option<String>,
}

/// The second factor of a sign-in.
#[model]
pub struct VerifyTwoFactor {
    /// The challenge that the sign-in gave.
    pub challenge_id: ChallengeId,
    /// Six digits of the authenticator, or a recovery code.
    #[secret]
    #[length(6..=64)]
    pub code: String,
}

/// The start of a sign-in at a provider.
#[model]
pub struct StartOauth {
    /// The provider.
    pub provider: OauthProvider,
    /// Where the provider sends the user back to: `https`, a loopback address or an app's own scheme.
    #[length(1..=500)]
    #[form(Redirect)]
    pub redirect_uri: String,
    /// The S256 hash of a secret that stays on this device, RFC 7636.
    #[form(CodeChallenge)]
    pub code_challenge: String,
}

/// The end of a sign-in at a provider.
#[model]
pub struct LoginWithOauth {
    /// The provider.
    pub provider: OauthProvider,
    /// The code that the provider sent back.
    #[secret]
    #[length(1..=500)]
    pub code: String,
    /// The state that the provider sent back.
    #[secret]
    #[length(1..=500)]
    pub state: String,
    /// The secret whose hash the start named.
    #[secret]
    #[length(1..=128)]
    #[form(Visible)]
    pub code_verifier: String,
    /// The same as at the start.
    #[length(1..=500)]
    pub redirect_uri: String,
    /// Who the provider says it is, where it says so, RFC 9207.
    #[length(1..=500)]
    pub issuer: Option<String>,
}

/// The token to exchange.
#[model]
pub struct RefreshToken {
    /// The refresh token.
    #[secret]
    #[length(1..=500)]
    pub refresh_token: String,
}

/// Ends the caller's session.
#[model]
#[derive(Default)]
pub struct Logout {}

/// Ends all of the caller's sessions.
#[model]
#[derive(Default)]
pub struct LogoutAll {}

/// Asks for the caller's account.
#[model]
#[derive(Default)]
pub struct GetCurrentUser {}

/// Asks which features are on for the caller.
#[model]
#[derive(Default)]
pub struct GetFeatureFlags {}

/// Asks for the caller's sessions.
#[model]
#[derive(Default)]
pub struct ListSessions {}

/// Which session to end.
#[model]
pub struct RevokeSession {
    /// The session.
    pub session_id: SessionId,
}

/// Asks for a secret to put into an authenticator.
#[model]
#[derive(Default)]
pub struct EnableTwoFactor {}

/// Proof that the authenticator has the secret.
#[model]
pub struct ConfirmTwoFactor {
    /// Six digits of the authenticator.
    #[secret]
    #[length(6..=64)]
    pub code: String,
}

/// Asks for sign-ins without a second factor.
#[model]
#[derive(Default)]
pub struct DisableTwoFactor {}

/// Asks for a challenge before an operation that needs more than a session.
#[model]
#[derive(Default)]
pub struct StartStepUp {}

/// The answer to a step-up's challenge.
#[model]
pub struct CompleteStepUp {
    /// The challenge.
    pub challenge_id: ChallengeId,
    /// The code or the password, as the challenge asks.
    #[secret]
    #[length(1..=128)]
    pub proof: String,
}

/// Whose password was forgotten.
#[model]
pub struct RequestPasswordReset {
    /// The account's address.
    #[length(5..=254)]
    #[form(Email)]
    pub email: String,
}

/// A new password.
#[model]
pub struct ResetPassword {
    /// The token of the mail, good for an hour, once.
    #[secret]
    #[length(1..=500)]
    pub token: String,
    /// 8 to 128 characters with a capital, a small letter and a digit.
    #[secret]
    #[length(8..=128)]
    pub password: String,
}

/// Documents that prove identity and age.
#[model]
pub struct SubmitKyc {
    /// The name in the document, 2 to 100 characters.
    #[length(2..=100)]
    #[form(Name)]
    pub full_name: String,
    /// The day of birth in the document, `YYYY-MM-DD`.
    #[form(Date)]
    pub date_of_birth: String,
    /// Street and number, 5 to 200 characters.
    #[length(5..=200)]
    pub address: String,
    /// 2 to 100 characters.
    #[length(2..=100)]
    pub city: String,
    /// Two letters, ISO 3166-1.
    #[form(Country)]
    pub country: String,
    /// 3 to 20 characters.
    #[length(3..=20)]
    pub postal_code: String,
    /// The sort of document.
    pub id_type: IdType,
    /// Its number, 5 to 50 characters.
    #[secret]
    #[length(5..=50)]
    pub id_number: String,
    /// Where the picture of its front is.
    #[length(1..=500)]
    pub id_front_image: String,
    /// Where the picture of its back is, if it has one.
    #[length(1..=500)]
    pub id_back_image: Option<String>,
    /// Where the picture of its owner is.
    #[length(1..=500)]
    pub selfie_image: String,
}

/// Asks where the caller's verification stands.
#[model]
#[derive(Default)]
pub struct GetKycStatus {}

operations! {
    /// Sign-up, sign-in, second factors and verification.
    Auth = "auth";

    /// Opens an account and signs in.
    ///
    /// Fails with `email_taken`, `underage`, `validation_failed` for a weak password or terms that are
    /// not accepted.
    register(Register) -> SignIn {
        POST "/v1/auth/register", auth: Public, retry: Keyed
    }

    /// Signs in with a password. An account with a second factor answers a challenge first.
    ///
    /// Fails with `invalid_credentials`, `account_suspended`, `too_fast` for 5 minutes after five wrong
    /// passwords.
    login(Login) -> SignIn {
        POST "/v1/auth/login", auth: Public, retry: Keyed
    }

    /// Signs in with a second factor: the end of a sign-in that gave a challenge.
    ///
    /// Fails with `two_factor_invalid`, `challenge_expired` after 5 minutes or five wrong codes,
    /// `too_fast`.
    verify_two_factor(VerifyTwoFactor) -> SignIn {
        POST "/v1/auth/2fa/verify", auth: Public, retry: Keyed
    }

    /// Starts a sign-in at a provider. `Pkce` makes the secret and its hash.
    ///
    /// Fails with `validation_failed` for an address that no code may be sent to.
    start_oauth(StartOauth) -> OauthStart {
        POST "/v1/auth/oauth/start", auth: Public, retry: Keyed
    }

    /// Signs in with the code that a provider sent back; the first time it opens an account.
    ///
    /// Fails with `oauth_invalid` when anything does not fit the start, or for a code used before.
    login_with_oauth(LoginWithOauth) -> SignIn {
        POST "/v1/auth/oauth", auth: Public, retry: Keyed
    }

    /// Exchanges a refresh token for a new pair. The client calls it by itself, once for all calls
    /// that wait for it.
    ///
    /// Fails with `unauthenticated`, and `token_reused` for one of an earlier pair: then the session is
    /// over.
    refresh_token(RefreshToken) -> RefreshedSession {
        POST "/v1/auth/token/refresh", auth: Public, retry: Keyed
    }

    /// Ends the session, on the server and in the client.
    logout(Logout) -> () {
        POST "/v1/auth/logout", auth: User, retry: Keyed
    }

    /// Ends all sessions of the account, on every device.
    ///
    /// Fails with `step_up_required`.
    logout_all(LogoutAll) -> () {
        POST "/v1/auth/logout-all", auth: User, retry: Keyed, step_up
    }

    /// Reads the caller's own account.
    get_current_user(GetCurrentUser) -> Me {
        GET "/v1/auth/me", auth: User, retry: Safe
    }

    /// Returns which features are on for the caller. An answer may be a minute old.
    get_feature_flags(GetFeatureFlags) -> EvaluatedFlags {
        GET "/v1/config/flags", auth: User, retry: Safe, cache: 60
    }

    /// Lists the account's sessions.
    list_sessions(ListSessions) -> SessionList {
        GET "/v1/auth/sessions", auth: User, retry: Safe
    }

    /// Ends one session of the account, on whichever device it is; one that is not there has ended
    /// already.
    revoke_session(RevokeSession) -> () {
        DELETE "/v1/auth/sessions/{sessionId}", auth: User, retry: Keyed
    }

    /// Makes a secret for an authenticator app. It counts once `confirm_two_factor` proved it.
    ///
    /// Fails with `already_exists` while a second factor is on.
    enable_two_factor(EnableTwoFactor) -> TwoFactorSetup {
        POST "/v1/auth/2fa/enable", auth: User, retry: Keyed
    }

    /// Turns the second factor on and gives eight recovery codes.
    ///
    /// Fails with `two_factor_invalid`, `already_exists`.
    confirm_two_factor(ConfirmTwoFactor) -> RecoveryCodes {
        POST "/v1/auth/2fa/confirm", auth: User, retry: Keyed
    }

    /// Turns the second factor off.
    ///
    /// Fails with `step_up_required`.
    disable_two_factor(DisableTwoFactor) -> () {
        POST "/v1/auth/2fa/disable", auth: User, retry: Keyed, step_up
    }

    /// Asks for a challenge; answering it lets the session do what needs a step-up for 10 minutes.
    start_step_up(StartStepUp) -> StepUpChallenge {
        POST "/v1/auth/step-up", auth: User, retry: Keyed
    }

    /// Answers the challenge of a step-up.
    ///
    /// Fails with `two_factor_invalid` for a wrong proof, `challenge_expired` after 5 minutes or five of
    /// them.
    complete_step_up(CompleteStepUp) -> StepUp {
        POST "/v1/auth/step-up/{challengeId}/verify", auth: User, retry: Keyed
    }

    /// Sends a mail to reset the password. It answers the same whether or not there is such an account.
    request_password_reset(RequestPasswordReset) -> () {
        POST "/v1/auth/password/reset-request", auth: Public, retry: Keyed
    }

    /// Sets a new password and ends all sessions.
    ///
    /// Fails with `challenge_expired` for a token that is older than an hour or was used.
    reset_password(ResetPassword) -> () {
        POST "/v1/auth/password/reset", auth: Public, retry: Keyed
    }

    /// Submits documents that prove identity and age.
    ///
    /// Fails with `already_exists` once they are approved, `failed_precondition` while they are looked at,
    /// `step_up_required` for an account with a second factor.
    submit_kyc(SubmitKyc) -> KycReport {
        POST "/v1/auth/kyc", auth: User, retry: Keyed
    }

    /// Reads where the verification stands.
    get_kyc_status(GetKycStatus) -> KycReport {
        GET "/v1/auth/kyc", auth: User, retry: Safe
    }
}
