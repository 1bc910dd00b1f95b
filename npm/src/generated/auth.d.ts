// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Opens an account and signs in.
 *
 * Fails with `email_taken`, `underage`, `validation_failed` for a weak password or terms that are not
 * accepted.
 *
 * `POST /v1/auth/register`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `email_taken`, `idempotency_in_flight`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `underage`,
 * `internal`, `unavailable`.
 */
export declare function register(client: AvaloClient, params: t.Register, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;

/**
 * Signs in with a password. An account with a second factor answers a challenge first.
 *
 * Fails with `invalid_credentials`, `account_suspended`, `too_fast` for 5 minutes after five wrong passwords.
 *
 * `POST /v1/auth/login`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `invalid_credentials`, `account_suspended`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
 */
export declare function login(client: AvaloClient, params: t.Login, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;

/**
 * Signs in with a second factor: the end of a sign-in that gave a challenge.
 *
 * Fails with `two_factor_invalid`, `challenge_expired` after 5 minutes or five wrong codes, `too_fast`.
 *
 * `POST /v1/auth/2fa/verify`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `two_factor_invalid`, `challenge_expired`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
 */
export declare function verifyTwoFactor(client: AvaloClient, params: t.VerifyTwoFactor, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;

/**
 * Starts a sign-in at a provider. `Pkce` makes the secret and its hash.
 *
 * Fails with `validation_failed` for an address that no code may be sent to.
 *
 * `POST /v1/auth/oauth/start`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function startOauth(client: AvaloClient, params: t.StartOauth, options?: CallOptions): Promise<ApiResponse<t.OauthStart>>;

/**
 * Signs in with the code that a provider sent back; the first time it opens an account.
 *
 * Fails with `oauth_invalid` when anything does not fit the start, or for a code used before.
 *
 * `POST /v1/auth/oauth`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `oauth_invalid`, `idempotency_in_flight`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function loginWithOauth(client: AvaloClient, params: t.LoginWithOauth, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;

/**
 * Exchanges a refresh token for a new pair. The client calls it by itself, once for all calls that wait for
 * it.
 *
 * Fails with `unauthenticated`, and `token_reused` for one of an earlier pair: then the session is over.
 *
 * `POST /v1/auth/token/refresh`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_reused`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function refreshToken(client: AvaloClient, params: t.RefreshToken, options?: CallOptions): Promise<ApiResponse<t.RefreshedSession>>;

/**
 * Ends the session, on the server and in the client.
 *
 * `POST /v1/auth/logout`; for anyone who is signed in.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function logout(client: AvaloClient, params?: t.Logout, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Ends all sessions of the account, on every device.
 *
 * Fails with `step_up_required`.
 *
 * `POST /v1/auth/logout-all`; for anyone who is signed in; needs a second factor that was proved in the last
 * ten minutes.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `step_up_required`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function logoutAll(client: AvaloClient, params?: t.LogoutAll, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Reads the caller's own account.
 *
 * `GET /v1/auth/me`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getCurrentUser(client: AvaloClient, params?: t.GetCurrentUser, options?: CallOptions): Promise<ApiResponse<t.Me>>;

/**
 * Returns which features are on for the caller. An answer may be a minute old.
 *
 * `GET /v1/config/flags`; for anyone who is signed in; its answer may be used again for 60 s.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getFeatureFlags(client: AvaloClient, params?: t.GetFeatureFlags, options?: CallOptions): Promise<ApiResponse<t.EvaluatedFlags>>;

/**
 * Lists the account's sessions.
 *
 * `GET /v1/auth/sessions`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function listSessions(client: AvaloClient, params?: t.ListSessions, options?: CallOptions): Promise<ApiResponse<t.SessionList>>;

/**
 * Ends one session of the account, on whichever device it is; one that is not there has ended already.
 *
 * `DELETE /v1/auth/sessions/{sessionId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function revokeSession(client: AvaloClient, params: t.RevokeSession, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Makes a secret for an authenticator app. It counts once `confirmTwoFactor` proved it.
 *
 * Fails with `already_exists` while a second factor is on.
 *
 * `POST /v1/auth/2fa/enable`; for anyone who is signed in.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `already_exists`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function enableTwoFactor(client: AvaloClient, params?: t.EnableTwoFactor, options?: CallOptions): Promise<ApiResponse<t.TwoFactorSetup>>;

/**
 * Turns the second factor on and gives eight recovery codes.
 *
 * Fails with `two_factor_invalid`, `already_exists`.
 *
 * `POST /v1/auth/2fa/confirm`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `two_factor_invalid`, `already_exists`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function confirmTwoFactor(client: AvaloClient, params: t.ConfirmTwoFactor, options?: CallOptions): Promise<ApiResponse<t.RecoveryCodes>>;

/**
 * Turns the second factor off.
 *
 * Fails with `step_up_required`.
 *
 * `POST /v1/auth/2fa/disable`; for anyone who is signed in; needs a second factor that was proved in the last
 * ten minutes.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `step_up_required`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function disableTwoFactor(client: AvaloClient, params?: t.DisableTwoFactor, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Asks for a challenge; answering it lets the session do what needs a step-up for 10 minutes.
 *
 * `POST /v1/auth/step-up`; for anyone who is signed in.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function startStepUp(client: AvaloClient, params?: t.StartStepUp, options?: CallOptions): Promise<ApiResponse<t.StepUpChallenge>>;

/**
 * Answers the challenge of a step-up.
 *
 * Fails with `two_factor_invalid` for a wrong proof, `challenge_expired` after 5 minutes or five of them.
 *
 * `POST /v1/auth/step-up/{challengeId}/verify`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `two_factor_invalid`, `challenge_expired`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function completeStepUp(client: AvaloClient, params: t.CompleteStepUp, options?: CallOptions): Promise<ApiResponse<t.StepUp>>;

/**
 * Sends a mail to reset the password. It answers the same whether or not there is such an account.
 *
 * `POST /v1/auth/password/reset-request`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function requestPasswordReset(client: AvaloClient, params: t.RequestPasswordReset, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Sets a new password and ends all sessions.
 *
 * Fails with `challenge_expired` for a token that is older than an hour or was used.
 *
 * `POST /v1/auth/password/reset`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `challenge_expired`, `idempotency_in_flight`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function resetPassword(client: AvaloClient, params: t.ResetPassword, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Submits documents that prove identity and age.
 *
 * Fails with `already_exists` once they are approved, `failed_precondition` while they are looked at,
 * `step_up_required` for an account with a second factor.
 *
 * `POST /v1/auth/kyc`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `step_up_required`, `already_exists`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function submitKyc(client: AvaloClient, params: t.SubmitKyc, options?: CallOptions): Promise<ApiResponse<t.KycReport>>;

/**
 * Reads where the verification stands.
 *
 * `GET /v1/auth/kyc`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getKycStatus(client: AvaloClient, params?: t.GetKycStatus, options?: CallOptions): Promise<ApiResponse<t.KycReport>>;

/** Sign-up, sign-in, second factors and verification. */
export interface AuthApi {
  /**
   * Opens an account and signs in.
   *
   * Fails with `email_taken`, `underage`, `validation_failed` for a weak password or terms that are not
   * accepted.
   *
   * `POST /v1/auth/register`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `email_taken`, `idempotency_in_flight`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `underage`,
   * `internal`, `unavailable`.
   */
  register(params: t.Register, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;
  /**
   * Signs in with a password. An account with a second factor answers a challenge first.
   *
   * Fails with `invalid_credentials`, `account_suspended`, `too_fast` for 5 minutes after five wrong
   * passwords.
   *
   * `POST /v1/auth/login`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `invalid_credentials`, `account_suspended`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
   */
  login(params: t.Login, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;
  /**
   * Signs in with a second factor: the end of a sign-in that gave a challenge.
   *
   * Fails with `two_factor_invalid`, `challenge_expired` after 5 minutes or five wrong codes, `too_fast`.
   *
   * `POST /v1/auth/2fa/verify`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `two_factor_invalid`, `challenge_expired`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
   */
  verifyTwoFactor(params: t.VerifyTwoFactor, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;
  /**
   * Starts a sign-in at a provider. `Pkce` makes the secret and its hash.
   *
   * Fails with `validation_failed` for an address that no code may be sent to.
   *
   * `POST /v1/auth/oauth/start`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  startOauth(params: t.StartOauth, options?: CallOptions): Promise<ApiResponse<t.OauthStart>>;
  /**
   * Signs in with the code that a provider sent back; the first time it opens an account.
   *
   * Fails with `oauth_invalid` when anything does not fit the start, or for a code used before.
   *
   * `POST /v1/auth/oauth`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `oauth_invalid`, `idempotency_in_flight`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
   * `unavailable`.
   */
  loginWithOauth(params: t.LoginWithOauth, options?: CallOptions): Promise<ApiResponse<t.SignIn>>;
  /**
   * Exchanges a refresh token for a new pair. The client calls it by itself, once for all calls that wait for
   * it.
   *
   * Fails with `unauthenticated`, and `token_reused` for one of an earlier pair: then the session is over.
   *
   * `POST /v1/auth/token/refresh`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_reused`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  refreshToken(params: t.RefreshToken, options?: CallOptions): Promise<ApiResponse<t.RefreshedSession>>;
  /**
   * Ends the session, on the server and in the client.
   *
   * `POST /v1/auth/logout`; for anyone who is signed in.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  logout(params?: t.Logout, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Ends all sessions of the account, on every device.
   *
   * Fails with `step_up_required`.
   *
   * `POST /v1/auth/logout-all`; for anyone who is signed in; needs a second factor that was proved in the
   * last ten minutes.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `step_up_required`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  logoutAll(params?: t.LogoutAll, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Reads the caller's own account.
   *
   * `GET /v1/auth/me`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getCurrentUser(params?: t.GetCurrentUser, options?: CallOptions): Promise<ApiResponse<t.Me>>;
  /**
   * Returns which features are on for the caller. An answer may be a minute old.
   *
   * `GET /v1/config/flags`; for anyone who is signed in; its answer may be used again for 60 s.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getFeatureFlags(params?: t.GetFeatureFlags, options?: CallOptions): Promise<ApiResponse<t.EvaluatedFlags>>;
  /**
   * Lists the account's sessions.
   *
   * `GET /v1/auth/sessions`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  listSessions(params?: t.ListSessions, options?: CallOptions): Promise<ApiResponse<t.SessionList>>;
  /**
   * Ends one session of the account, on whichever device it is; one that is not there has ended already.
   *
   * `DELETE /v1/auth/sessions/{sessionId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  revokeSession(params: t.RevokeSession, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Makes a secret for an authenticator app. It counts once `confirmTwoFactor` proved it.
   *
   * Fails with `already_exists` while a second factor is on.
   *
   * `POST /v1/auth/2fa/enable`; for anyone who is signed in.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `already_exists`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  enableTwoFactor(params?: t.EnableTwoFactor, options?: CallOptions): Promise<ApiResponse<t.TwoFactorSetup>>;
  /**
   * Turns the second factor on and gives eight recovery codes.
   *
   * Fails with `two_factor_invalid`, `already_exists`.
   *
   * `POST /v1/auth/2fa/confirm`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `two_factor_invalid`, `already_exists`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  confirmTwoFactor(params: t.ConfirmTwoFactor, options?: CallOptions): Promise<ApiResponse<t.RecoveryCodes>>;
  /**
   * Turns the second factor off.
   *
   * Fails with `step_up_required`.
   *
   * `POST /v1/auth/2fa/disable`; for anyone who is signed in; needs a second factor that was proved in the
   * last ten minutes.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `step_up_required`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  disableTwoFactor(params?: t.DisableTwoFactor, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Asks for a challenge; answering it lets the session do what needs a step-up for 10 minutes.
   *
   * `POST /v1/auth/step-up`; for anyone who is signed in.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  startStepUp(params?: t.StartStepUp, options?: CallOptions): Promise<ApiResponse<t.StepUpChallenge>>;
  /**
   * Answers the challenge of a step-up.
   *
   * Fails with `two_factor_invalid` for a wrong proof, `challenge_expired` after 5 minutes or five of them.
   *
   * `POST /v1/auth/step-up/{challengeId}/verify`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `two_factor_invalid`, `challenge_expired`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  completeStepUp(params: t.CompleteStepUp, options?: CallOptions): Promise<ApiResponse<t.StepUp>>;
  /**
   * Sends a mail to reset the password. It answers the same whether or not there is such an account.
   *
   * `POST /v1/auth/password/reset-request`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  requestPasswordReset(params: t.RequestPasswordReset, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Sets a new password and ends all sessions.
   *
   * Fails with `challenge_expired` for a token that is older than an hour or was used.
   *
   * `POST /v1/auth/password/reset`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `challenge_expired`, `idempotency_in_flight`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
   * `unavailable`.
   */
  resetPassword(params: t.ResetPassword, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Submits documents that prove identity and age.
   *
   * Fails with `already_exists` once they are approved, `failed_precondition` while they are looked at,
   * `step_up_required` for an account with a second factor.
   *
   * `POST /v1/auth/kyc`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `step_up_required`, `already_exists`, `idempotency_in_flight`, `failed_precondition`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
   * `unavailable`.
   */
  submitKyc(params: t.SubmitKyc, options?: CallOptions): Promise<ApiResponse<t.KycReport>>;
  /**
   * Reads where the verification stands.
   *
   * `GET /v1/auth/kyc`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getKycStatus(params?: t.GetKycStatus, options?: CallOptions): Promise<ApiResponse<t.KycReport>>;
}
