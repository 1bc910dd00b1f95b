// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const register = (client, params, options) =>
  client.call("auth.register POST /v1/auth/register PK", params, options);
export const login = (client, params, options) =>
  client.call("auth.login POST /v1/auth/login PK", params, options);
export const verifyTwoFactor = (client, params, options) =>
  client.call("auth.verifyTwoFactor POST /v1/auth/2fa/verify PK", params, options);
export const startOauth = (client, params, options) =>
  client.call("auth.startOauth POST /v1/auth/oauth/start PK", params, options);
export const loginWithOauth = (client, params, options) =>
  client.call("auth.loginWithOauth POST /v1/auth/oauth PK", params, options);
export const refreshToken = (client, params, options) =>
  client.call("auth.refreshToken POST /v1/auth/token/refresh PK", params, options);
export const logout = (client, params, options) =>
  client.call("auth.logout POST /v1/auth/logout UK", params, options);
export const logoutAll = (client, params, options) =>
  client.call("auth.logoutAll POST /v1/auth/logout-all UK step-up", params, options);
export const getCurrentUser = (client, params, options) =>
  client.call("auth.getCurrentUser GET /v1/auth/me US", params, options);
export const getFeatureFlags = (client, params, options) =>
  client.call("auth.getFeatureFlags GET /v1/config/flags US cache=60", params, options);
export const listSessions = (client, params, options) =>
  client.call("auth.listSessions GET /v1/auth/sessions US", params, options);
export const revokeSession = (client, params, options) =>
  client.call("auth.revokeSession DELETE /v1/auth/sessions/{sessionId} UK", params, options);
export const enableTwoFactor = (client, params, options) =>
  client.call("auth.enableTwoFactor POST /v1/auth/2fa/enable UK", params, options);
export const confirmTwoFactor = (client, params, options) =>
  client.call("auth.confirmTwoFactor POST /v1/auth/2fa/confirm UK", params, options);
export const disableTwoFactor = (client, params, options) =>
  client.call("auth.disableTwoFactor POST /v1/auth/2fa/disable UK step-up", params, options);
export const startStepUp = (client, params, options) =>
  client.call("auth.startStepUp POST /v1/auth/step-up UK", params, options);
export const completeStepUp = (client, params, options) =>
  client.call("auth.completeStepUp POST /v1/auth/step-up/{challengeId}/verify UK", params, options);
export const requestPasswordReset = (client, params, options) =>
  client.call("auth.requestPasswordReset POST /v1/auth/password/reset-request PK", params, options);
export const resetPassword = (client, params, options) =>
  client.call("auth.resetPassword POST /v1/auth/password/reset PK", params, options);
export const submitKyc = (client, params, options) =>
  client.call("auth.submitKyc POST /v1/auth/kyc UK", params, options);
export const getKycStatus = (client, params, options) =>
  client.call("auth.getKycStatus GET /v1/auth/kyc US", params, options);
