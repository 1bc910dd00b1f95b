// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Returns the figures of the day.
 *
 * `GET /v1/admin/stats`; for the staff.
 *
 * Problems: `unauthenticated`, `token_expired`, `permission_denied`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function getDashboardStats(client: AvaloClient, params?: t.GetDashboardStats, options?: CallOptions): Promise<ApiResponse<t.DashboardStats>>;

/**
 * Lists users, whoever joined last first.
 *
 * Fails with `invalid_cursor`, also where the cursor was made for other filters.
 *
 * `GET /v1/admin/users`; for the staff.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getUsers(client: AvaloClient, params?: t.GetUsers, options?: CallOptions): Promise<ApiResponse<t.AdminUserPage>>;

/**
 * Returns everything about one user.
 *
 * Fails with `not_found`.
 *
 * `GET /v1/admin/users/{userId}`; for the staff.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`, `not_found`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getUser(client: AvaloClient, params: t.GetUser, options?: CallOptions): Promise<ApiResponse<t.UserFile>>;

/**
 * Closes an account for 1 to 365 days, or until the staff opens it again; scope `moderation`.
 *
 * Its sessions and live streams end at once, and every call answers `account_suspended`. Nobody pays its
 * owner meanwhile: subscriptions to and of the user end with the period that is paid, chats give their escrow
 * back when they are idle, and withdrawals wait for their review. Another suspension replaces the one that
 * runs. A mail tells the user.
 *
 * Fails with `permission_denied` for the same rank or a higher one, `cannot_target_self`, `not_found`,
 * `failed_precondition` for a user who is banned.
 *
 * `POST /v1/admin/users/{userId}/suspend`; for the staff.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `account_suspended`, `not_found`, `idempotency_in_flight`, `failed_precondition`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
 * `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function suspendUser(client: AvaloClient, params: t.SuspendUser, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;

/**
 * Opens an account again; one that is open stays so. Scope `moderation`; a ban is lifted by administrators
 * only. The user signs in anew.
 *
 * Fails with `permission_denied`, `not_found`.
 *
 * `POST /v1/admin/users/{userId}/reinstate`; for the staff.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unsuspendUser(client: AvaloClient, params: t.UnsuspendUser, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;

/**
 * Closes an account for good: as a suspension without an end.
 *
 * Fails with `permission_denied` for the same rank or a higher one, `cannot_target_self`, `not_found`.
 *
 * `POST /v1/admin/users/{userId}/ban`; for an administrator.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function banUser(client: AvaloClient, params: t.BanUser, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;

/**
 * Makes a user a member of the staff, or ends that. Only super administrators do, with a second factor
 * proved.
 *
 * Fails with `permission_denied`, `step_up_required`, `cannot_target_self`, `not_found`,
 * `failed_precondition` for an account that is not active, for the last super administrator and for a
 * `creator` without creator mode, `validation_failed` for scopes that do not fit.
 *
 * `PUT /v1/admin/users/{userId}/role`; for an administrator; needs a second factor that was proved in the
 * last ten minutes.
 *
 * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `step_up_required`, `not_found`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function setRole(client: AvaloClient, params: t.SetRole, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;

/**
 * Lists what waits for a decision, the most urgent first, of those the oldest; scope `moderation`.
 *
 * All reports of one thing are one case.
 *
 * `GET /v1/admin/moderation/queue`; for the staff.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getModerationQueue(client: AvaloClient, params?: t.GetModerationQueue, options?: CallOptions): Promise<ApiResponse<t.ModerationQueue>>;

/**
 * Decides about a thing, and with that all reports of it; scope `moderation`, for `ban` an administrator. A
 * thing that nobody has reported can be decided about too.
 *
 * Fails with `not_found`, `permission_denied` for people of the same rank or a higher one,
 * `cannot_target_self`, `failed_precondition` for an approval where nothing waits, `validation_failed` for a
 * decision that does not fit the thing: users are not deleted here.
 *
 * `POST /v1/admin/moderation/actions`; for the staff.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`,
 * `unavailable`.
 */
export declare function moderateContent(client: AvaloClient, params: t.ModerateContent, options?: CallOptions): Promise<ApiResponse<t.ModerationResult>>;

/**
 * Lists reports, the newest first; scope `moderation` or `support`.
 *
 * `GET /v1/admin/reports`; for the staff.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getReports(client: AvaloClient, params?: t.GetReports, options?: CallOptions): Promise<ApiResponse<t.ReportPage>>;

/**
 * Decides about documents that were submitted; scope `compliance`. Their owner is told with a `KycUpdate`.
 *
 * Fails with `not_found`, `cannot_target_self`, `failed_precondition` where nothing waits, `underage` for the
 * approval of a birthday less than 18 years ago, `validation_failed` for a refusal without a reason.
 *
 * `POST /v1/admin/kyc/{userId}/review`; for the staff.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `underage`, `cannot_target_self`,
 * `internal`, `unavailable`.
 */
export declare function reviewKyc(client: AvaloClient, params: t.ReviewKyc, options?: CallOptions): Promise<ApiResponse<t.KycReport>>;

/**
 * Lists withdrawals of everyone, the newest first; scope `finance`.
 *
 * `GET /v1/admin/withdrawals`; for the staff.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function listWithdrawals(client: AvaloClient, params?: t.ListAllWithdrawals, options?: CallOptions): Promise<ApiResponse<t.AdminWithdrawalPage>>;

/**
 * Decides about a withdrawal; scope `finance`. One that is approved is on its way after a business day and
 * arrives a business day later; one that is refused gives its tokens back at once.
 *
 * Fails with `not_found`, `cannot_target_self`, `failed_precondition` for one that is not pending,
 * `validation_failed` for a refusal without a reason.
 *
 * `POST /v1/admin/withdrawals/{withdrawalId}/review`; for the staff.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`,
 * `unavailable`.
 */
export declare function reviewWithdrawal(client: AvaloClient, params: t.ReviewWithdrawal, options?: CallOptions): Promise<ApiResponse<t.AdminWithdrawal>>;

/**
 * Reverses a transaction, once and whole; scope `finance`. Who had earned and the platform give their parts
 * back; what was unlocked is locked again, and a subscription ends. Tokens that were bought go back to the
 * provider.
 *
 * Fails with `not_found`, `already_exists` for one that was reversed, `failed_precondition` for a kind that
 * is not reversed here, such as the deposit of a chat, `insufficient_balance` where the tokens were spent
 * meanwhile: nobody is taken below zero, and `creditTokens` makes it good at the platform's cost;
 * `cannot_target_self`.
 *
 * `POST /v1/admin/transactions/{transactionId}/refund`; for the staff.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `permission_denied`, `not_found`, `already_exists`, `idempotency_in_flight`,
 * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function refundTransaction(client: AvaloClient, params: t.RefundTransaction, options?: CallOptions): Promise<ApiResponse<t.RefundReceipt>>;

/**
 * Gives a user tokens of the platform's own, or takes some. They are never withdrawable.
 *
 * Fails with `not_found`, `cannot_target_self`, `insufficient_balance` where the platform, or the user, has
 * fewer.
 *
 * `POST /v1/admin/wallets/{userId}/credit`; for an administrator.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `permission_denied`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`,
 * `unavailable`.
 */
export declare function creditTokens(client: AvaloClient, params: t.CreditTokens, options?: CallOptions): Promise<ApiResponse<t.CreditReceipt>>;

/**
 * Adds up what the platform took in; scope `finance`.
 *
 * `GET /v1/admin/revenue`; for the staff.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getRevenueAnalytics(client: AvaloClient, params?: t.GetRevenueAnalytics, options?: CallOptions): Promise<ApiResponse<t.RevenueAnalytics>>;

/**
 * Checks whether the parts of the server are well.
 *
 * `GET /v1/admin/health`; for the staff.
 *
 * Problems: `unauthenticated`, `token_expired`, `permission_denied`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function getSystemHealth(client: AvaloClient, params?: t.GetSystemHealth, options?: CallOptions): Promise<ApiResponse<t.SystemHealth>>;

/**
 * Lists the feature flags, by name.
 *
 * `GET /v1/admin/flags`; for an administrator.
 *
 * Problems: `unauthenticated`, `token_expired`, `permission_denied`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function listFeatureFlags(client: AvaloClient, params?: t.ListFeatureFlags, options?: CallOptions): Promise<ApiResponse<t.FeatureFlagList>>;

/**
 * Makes a feature flag, or replaces it whole. There are 200 at most.
 *
 * Fails with `failed_precondition` for a further one.
 *
 * `PUT /v1/admin/flags/{name}`; for an administrator.
 *
 * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function setFeatureFlag(client: AvaloClient, params: t.SetFeatureFlag, options?: CallOptions): Promise<ApiResponse<t.FeatureFlag>>;

/**
 * Lists what the staff did, the newest first.
 *
 * `GET /v1/admin/audit`; for an administrator.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getAuditLog(client: AvaloClient, params?: t.GetAuditLog, options?: CallOptions): Promise<ApiResponse<t.AuditPage>>;

/**
 * Sends a message of the platform to some users or to everyone.
 *
 * Fails with `not_found` if one of them is not there; nobody gets it then. With `validation_failed` unless it
 * says to whom, in one of the two ways.
 *
 * `POST /v1/admin/notifications`; for an administrator.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function sendSystemNotification(client: AvaloClient, params: t.SendSystemNotification, options?: CallOptions): Promise<ApiResponse<t.SystemNotificationReceipt>>;

/** What the staff sees and does. */
export interface AdminApi {
  /**
   * Returns the figures of the day.
   *
   * `GET /v1/admin/stats`; for the staff.
   *
   * Problems: `unauthenticated`, `token_expired`, `permission_denied`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  getDashboardStats(params?: t.GetDashboardStats, options?: CallOptions): Promise<ApiResponse<t.DashboardStats>>;
  /**
   * Lists users, whoever joined last first.
   *
   * Fails with `invalid_cursor`, also where the cursor was made for other filters.
   *
   * `GET /v1/admin/users`; for the staff.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getUsers(params?: t.GetUsers, options?: CallOptions): Promise<ApiResponse<t.AdminUserPage>>;
  /**
   * Returns everything about one user.
   *
   * Fails with `not_found`.
   *
   * `GET /v1/admin/users/{userId}`; for the staff.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`, `not_found`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getUser(params: t.GetUser, options?: CallOptions): Promise<ApiResponse<t.UserFile>>;
  /**
   * Closes an account for 1 to 365 days, or until the staff opens it again; scope `moderation`.
   *
   * Its sessions and live streams end at once, and every call answers `account_suspended`. Nobody pays its
   * owner meanwhile: subscriptions to and of the user end with the period that is paid, chats give their
   * escrow back when they are idle, and withdrawals wait for their review. Another suspension replaces the
   * one that runs. A mail tells the user.
   *
   * Fails with `permission_denied` for the same rank or a higher one, `cannot_target_self`, `not_found`,
   * `failed_precondition` for a user who is banned.
   *
   * `POST /v1/admin/users/{userId}/suspend`; for the staff.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `permission_denied`, `account_suspended`, `not_found`, `idempotency_in_flight`,
   * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `cannot_target_self`, `internal`, `unavailable`.
   */
  suspendUser(params: t.SuspendUser, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;
  /**
   * Opens an account again; one that is open stays so. Scope `moderation`; a ban is lifted by administrators
   * only. The user signs in anew.
   *
   * Fails with `permission_denied`, `not_found`.
   *
   * `POST /v1/admin/users/{userId}/reinstate`; for the staff.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `permission_denied`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unsuspendUser(params: t.UnsuspendUser, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;
  /**
   * Closes an account for good: as a suspension without an end.
   *
   * Fails with `permission_denied` for the same rank or a higher one, `cannot_target_self`, `not_found`.
   *
   * `POST /v1/admin/users/{userId}/ban`; for an administrator.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `permission_denied`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`,
   * `internal`, `unavailable`.
   */
  banUser(params: t.BanUser, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;
  /**
   * Makes a user a member of the staff, or ends that. Only super administrators do, with a second factor
   * proved.
   *
   * Fails with `permission_denied`, `step_up_required`, `cannot_target_self`, `not_found`,
   * `failed_precondition` for an account that is not active, for the last super administrator and for a
   * `creator` without creator mode, `validation_failed` for scopes that do not fit.
   *
   * `PUT /v1/admin/users/{userId}/role`; for an administrator; needs a second factor that was proved in the
   * last ten minutes.
   *
   * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `step_up_required`, `not_found`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `cannot_target_self`, `internal`, `unavailable`.
   */
  setRole(params: t.SetRole, options?: CallOptions): Promise<ApiResponse<t.AdminUser>>;
  /**
   * Lists what waits for a decision, the most urgent first, of those the oldest; scope `moderation`.
   *
   * All reports of one thing are one case.
   *
   * `GET /v1/admin/moderation/queue`; for the staff.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getModerationQueue(params?: t.GetModerationQueue, options?: CallOptions): Promise<ApiResponse<t.ModerationQueue>>;
  /**
   * Decides about a thing, and with that all reports of it; scope `moderation`, for `ban` an administrator. A
   * thing that nobody has reported can be decided about too.
   *
   * Fails with `not_found`, `permission_denied` for people of the same rank or a higher one,
   * `cannot_target_self`, `failed_precondition` for an approval where nothing waits, `validation_failed` for
   * a decision that does not fit the thing: users are not deleted here.
   *
   * `POST /v1/admin/moderation/actions`; for the staff.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `permission_denied`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`,
   * `internal`, `unavailable`.
   */
  moderateContent(params: t.ModerateContent, options?: CallOptions): Promise<ApiResponse<t.ModerationResult>>;
  /**
   * Lists reports, the newest first; scope `moderation` or `support`.
   *
   * `GET /v1/admin/reports`; for the staff.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getReports(params?: t.GetReports, options?: CallOptions): Promise<ApiResponse<t.ReportPage>>;
  /**
   * Decides about documents that were submitted; scope `compliance`. Their owner is told with a `KycUpdate`.
   *
   * Fails with `not_found`, `cannot_target_self`, `failed_precondition` where nothing waits, `underage` for
   * the approval of a birthday less than 18 years ago, `validation_failed` for a refusal without a reason.
   *
   * `POST /v1/admin/kyc/{userId}/review`; for the staff.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `permission_denied`, `not_found`, `idempotency_in_flight`, `failed_precondition`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `underage`,
   * `cannot_target_self`, `internal`, `unavailable`.
   */
  reviewKyc(params: t.ReviewKyc, options?: CallOptions): Promise<ApiResponse<t.KycReport>>;
  /**
   * Lists withdrawals of everyone, the newest first; scope `finance`.
   *
   * `GET /v1/admin/withdrawals`; for the staff.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  listWithdrawals(params?: t.ListAllWithdrawals, options?: CallOptions): Promise<ApiResponse<t.AdminWithdrawalPage>>;
  /**
   * Decides about a withdrawal; scope `finance`. One that is approved is on its way after a business day and
   * arrives a business day later; one that is refused gives its tokens back at once.
   *
   * Fails with `not_found`, `cannot_target_self`, `failed_precondition` for one that is not pending,
   * `validation_failed` for a refusal without a reason.
   *
   * `POST /v1/admin/withdrawals/{withdrawalId}/review`; for the staff.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `permission_denied`, `not_found`, `idempotency_in_flight`, `failed_precondition`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
   * `cannot_target_self`, `internal`, `unavailable`.
   */
  reviewWithdrawal(params: t.ReviewWithdrawal, options?: CallOptions): Promise<ApiResponse<t.AdminWithdrawal>>;
  /**
   * Reverses a transaction, once and whole; scope `finance`. Who had earned and the platform give their parts
   * back; what was unlocked is locked again, and a subscription ends. Tokens that were bought go back to the
   * provider.
   *
   * Fails with `not_found`, `already_exists` for one that was reversed, `failed_precondition` for a kind that
   * is not reversed here, such as the deposit of a chat, `insufficient_balance` where the tokens were spent
   * meanwhile: nobody is taken below zero, and `creditTokens` makes it good at the platform's cost;
   * `cannot_target_self`.
   *
   * `POST /v1/admin/transactions/{transactionId}/refund`; for the staff.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `insufficient_balance`, `permission_denied`, `not_found`, `already_exists`,
   * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`, `unavailable`.
   */
  refundTransaction(params: t.RefundTransaction, options?: CallOptions): Promise<ApiResponse<t.RefundReceipt>>;
  /**
   * Gives a user tokens of the platform's own, or takes some. They are never withdrawable.
   *
   * Fails with `not_found`, `cannot_target_self`, `insufficient_balance` where the platform, or the user, has
   * fewer.
   *
   * `POST /v1/admin/wallets/{userId}/credit`; for an administrator.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `insufficient_balance`, `permission_denied`, `not_found`, `idempotency_in_flight`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
   * `cannot_target_self`, `internal`, `unavailable`.
   */
  creditTokens(params: t.CreditTokens, options?: CallOptions): Promise<ApiResponse<t.CreditReceipt>>;
  /**
   * Adds up what the platform took in; scope `finance`.
   *
   * `GET /v1/admin/revenue`; for the staff.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getRevenueAnalytics(params?: t.GetRevenueAnalytics, options?: CallOptions): Promise<ApiResponse<t.RevenueAnalytics>>;
  /**
   * Checks whether the parts of the server are well.
   *
   * `GET /v1/admin/health`; for the staff.
   *
   * Problems: `unauthenticated`, `token_expired`, `permission_denied`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  getSystemHealth(params?: t.GetSystemHealth, options?: CallOptions): Promise<ApiResponse<t.SystemHealth>>;
  /**
   * Lists the feature flags, by name.
   *
   * `GET /v1/admin/flags`; for an administrator.
   *
   * Problems: `unauthenticated`, `token_expired`, `permission_denied`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  listFeatureFlags(params?: t.ListFeatureFlags, options?: CallOptions): Promise<ApiResponse<t.FeatureFlagList>>;
  /**
   * Makes a feature flag, or replaces it whole. There are 200 at most.
   *
   * Fails with `failed_precondition` for a further one.
   *
   * `PUT /v1/admin/flags/{name}`; for an administrator.
   *
   * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  setFeatureFlag(params: t.SetFeatureFlag, options?: CallOptions): Promise<ApiResponse<t.FeatureFlag>>;
  /**
   * Lists what the staff did, the newest first.
   *
   * `GET /v1/admin/audit`; for an administrator.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getAuditLog(params?: t.GetAuditLog, options?: CallOptions): Promise<ApiResponse<t.AuditPage>>;
  /**
   * Sends a message of the platform to some users or to everyone.
   *
   * Fails with `not_found` if one of them is not there; nobody gets it then. With `validation_failed` unless
   * it says to whom, in one of the two ways.
   *
   * `POST /v1/admin/notifications`; for an administrator.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `permission_denied`, `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  sendSystemNotification(params: t.SendSystemNotification, options?: CallOptions): Promise<ApiResponse<t.SystemNotificationReceipt>>;
}
