// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getNotifications = (client, params, options) =>
  client.call("notifications.getNotifications GET /v1/notifications US", params, options);
export const getUnreadCount = (client, params, options) =>
  client.call("notifications.getUnreadCount GET /v1/notifications/unread-count US", params, options);
export const markAsRead = (client, params, options) =>
  client.call("notifications.markAsRead PUT /v1/notifications/{notificationId}/read US", params, options);
export const markAllAsRead = (client, params, options) =>
  client.call("notifications.markAllAsRead POST /v1/notifications/read-all UK", params, options);
export const dismiss = (client, params, options) =>
  client.call("notifications.dismiss DELETE /v1/notifications/{notificationId} UK", params, options);
export const registerPushToken = (client, params, options) =>
  client.call("notifications.registerPushToken PUT /v1/notifications/push-tokens US", params, options);
export const listPushTokens = (client, params, options) =>
  client.call("notifications.listPushTokens GET /v1/notifications/push-tokens US", params, options);
export const unregisterPushToken = (client, params, options) =>
  client.call("notifications.unregisterPushToken DELETE /v1/notifications/push-tokens/{pushTokenId} UK", params, options);
export const getPreferences = (client, params, options) =>
  client.call("notifications.getPreferences GET /v1/notifications/preferences US", params, options);
export const updatePreferences = (client, params, options) =>
  client.call("notifications.updatePreferences PUT /v1/notifications/preferences US", params, options);
export const subscribeToNotifications = (client, ...args) =>
  client.subscribe("notifications.subscribeToNotifications GET /v1/notifications/events US stream", ...args);
