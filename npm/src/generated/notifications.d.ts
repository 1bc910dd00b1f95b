// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Reads the inbox, newest first.
 *
 * Fails with `invalid_cursor`, also for a cursor of other filters.
 *
 * `GET /v1/notifications`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getNotifications(client: AvaloClient, params?: t.GetNotifications, options?: CallOptions): Promise<ApiResponse<t.NotificationPage>>;

/**
 * Counts what waits to be read.
 *
 * `GET /v1/notifications/unread-count`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getUnreadCount(client: AvaloClient, params?: t.GetUnreadCount, options?: CallOptions): Promise<ApiResponse<t.UnreadNotifications>>;

/**
 * Marks one notification as read; once read it stays so.
 *
 * Fails with `not_found`, also for one of somebody else's.
 *
 * `PUT /v1/notifications/{notificationId}/read`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function markAsRead(client: AvaloClient, params: t.MarkNotificationAsRead, options?: CallOptions): Promise<ApiResponse<t.Notification>>;

/**
 * Marks everything as read and says how much is left to read: nothing.
 *
 * `POST /v1/notifications/read-all`; for anyone who is signed in.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function markAllAsRead(client: AvaloClient, params?: t.MarkAllNotificationsAsRead, options?: CallOptions): Promise<ApiResponse<t.UnreadNotifications>>;

/**
 * Takes a notification out of the inbox. One that is not there is out already.
 *
 * `DELETE /v1/notifications/{notificationId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function dismiss(client: AvaloClient, params: t.DismissNotification, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Registers a device for push messages. Its token again says no more than that it is in use.
 *
 * A token belongs to one user, whoever registered it last, and a device has one token: a new one takes the
 * place of the old. An eleventh device takes the place of the one that was registered longest ago. Where a
 * session was begun with the same `deviceId` the registration ends with it.
 *
 * `PUT /v1/notifications/push-tokens`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function registerPushToken(client: AvaloClient, params: t.RegisterPushToken, options?: CallOptions): Promise<ApiResponse<t.PushDevice>>;

/**
 * Lists the devices that get the caller's push messages.
 *
 * `GET /v1/notifications/push-tokens`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function listPushTokens(client: AvaloClient, params?: t.ListPushTokens, options?: CallOptions): Promise<ApiResponse<t.PushDeviceList>>;

/**
 * Sends no more push messages to a device. One that is not registered gets none already.
 *
 * `DELETE /v1/notifications/push-tokens/{pushTokenId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unregisterPushToken(client: AvaloClient, params: t.UnregisterPushToken, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Reads what may reach the caller.
 *
 * `GET /v1/notifications/preferences`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getPreferences(client: AvaloClient, params?: t.GetNotificationPreferences, options?: CallOptions): Promise<ApiResponse<t.NotificationPreferences>>;

/**
 * Sets what may reach the caller and returns all of it.
 *
 * Fails with `validation_failed` for a category that is named twice, for `safety` without push or without
 * live events, and for quiet hours that are no times or begin when they end; nothing is set then.
 *
 * `PUT /v1/notifications/preferences`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function updatePreferences(client: AvaloClient, params?: t.UpdateNotificationPreferences, options?: CallOptions): Promise<ApiResponse<t.NotificationPreferences>>;

/**
 * The notifications as they arrive, but for those whose category has no live events.
 *
 * After a gap that cannot be filled it ends with a `conflict`: read the inbox again and subscribe anew.
 *
 * `GET /v1/notifications/events`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function subscribeToNotifications(client: AvaloClient, onNotification?: (item: t.Notification) => void, options?: SubscribeOptions): LiveSubscription<t.Notification>;

/** The inbox, what may disturb its owner, and where push messages go. */
export interface NotificationsApi {
  /**
   * Reads the inbox, newest first.
   *
   * Fails with `invalid_cursor`, also for a cursor of other filters.
   *
   * `GET /v1/notifications`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getNotifications(params?: t.GetNotifications, options?: CallOptions): Promise<ApiResponse<t.NotificationPage>>;
  /**
   * Counts what waits to be read.
   *
   * `GET /v1/notifications/unread-count`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getUnreadCount(params?: t.GetUnreadCount, options?: CallOptions): Promise<ApiResponse<t.UnreadNotifications>>;
  /**
   * Marks one notification as read; once read it stays so.
   *
   * Fails with `not_found`, also for one of somebody else's.
   *
   * `PUT /v1/notifications/{notificationId}/read`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  markAsRead(params: t.MarkNotificationAsRead, options?: CallOptions): Promise<ApiResponse<t.Notification>>;
  /**
   * Marks everything as read and says how much is left to read: nothing.
   *
   * `POST /v1/notifications/read-all`; for anyone who is signed in.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  markAllAsRead(params?: t.MarkAllNotificationsAsRead, options?: CallOptions): Promise<ApiResponse<t.UnreadNotifications>>;
  /**
   * Takes a notification out of the inbox. One that is not there is out already.
   *
   * `DELETE /v1/notifications/{notificationId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  dismiss(params: t.DismissNotification, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Registers a device for push messages. Its token again says no more than that it is in use.
   *
   * A token belongs to one user, whoever registered it last, and a device has one token: a new one takes the
   * place of the old. An eleventh device takes the place of the one that was registered longest ago. Where a
   * session was begun with the same `deviceId` the registration ends with it.
   *
   * `PUT /v1/notifications/push-tokens`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
   */
  registerPushToken(params: t.RegisterPushToken, options?: CallOptions): Promise<ApiResponse<t.PushDevice>>;
  /**
   * Lists the devices that get the caller's push messages.
   *
   * `GET /v1/notifications/push-tokens`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  listPushTokens(params?: t.ListPushTokens, options?: CallOptions): Promise<ApiResponse<t.PushDeviceList>>;
  /**
   * Sends no more push messages to a device. One that is not registered gets none already.
   *
   * `DELETE /v1/notifications/push-tokens/{pushTokenId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unregisterPushToken(params: t.UnregisterPushToken, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Reads what may reach the caller.
   *
   * `GET /v1/notifications/preferences`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getPreferences(params?: t.GetNotificationPreferences, options?: CallOptions): Promise<ApiResponse<t.NotificationPreferences>>;
  /**
   * Sets what may reach the caller and returns all of it.
   *
   * Fails with `validation_failed` for a category that is named twice, for `safety` without push or without
   * live events, and for quiet hours that are no times or begin when they end; nothing is set then.
   *
   * `PUT /v1/notifications/preferences`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
   */
  updatePreferences(params?: t.UpdateNotificationPreferences, options?: CallOptions): Promise<ApiResponse<t.NotificationPreferences>>;
  /**
   * The notifications as they arrive, but for those whose category has no live events.
   *
   * After a gap that cannot be filled it ends with a `conflict`: read the inbox again and subscribe anew.
   *
   * `GET /v1/notifications/events`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  subscribeToNotifications(onNotification?: (item: t.Notification) => void, options?: SubscribeOptions): LiveSubscription<t.Notification>;
}
