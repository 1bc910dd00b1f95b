// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getDashboardStats = (client, params, options) =>
  client.call("admin.getDashboardStats GET /v1/admin/stats SS", params, options);
export const getUsers = (client, params, options) =>
  client.call("admin.getUsers GET /v1/admin/users SS", params, options);
export const getUser = (client, params, options) =>
  client.call("admin.getUser GET /v1/admin/users/{userId} SS", params, options);
export const suspendUser = (client, params, options) =>
  client.call("admin.suspendUser POST /v1/admin/users/{userId}/suspend SK", params, options);
export const unsuspendUser = (client, params, options) =>
  client.call("admin.unsuspendUser POST /v1/admin/users/{userId}/reinstate SK", params, options);
export const banUser = (client, params, options) =>
  client.call("admin.banUser POST /v1/admin/users/{userId}/ban AK", params, options);
export const setRole = (client, params, options) =>
  client.call("admin.setRole PUT /v1/admin/users/{userId}/role AS step-up", params, options);
export const getModerationQueue = (client, params, options) =>
  client.call("admin.getModerationQueue GET /v1/admin/moderation/queue SS", params, options);
export const moderateContent = (client, params, options) =>
  client.call("admin.moderateContent POST /v1/admin/moderation/actions SK", params, options);
export const getReports = (client, params, options) =>
  client.call("admin.getReports GET /v1/admin/reports SS", params, options);
export const reviewKyc = (client, params, options) =>
  client.call("admin.reviewKyc POST /v1/admin/kyc/{userId}/review SK", params, options);
export const listWithdrawals = (client, params, options) =>
  client.call("admin.listWithdrawals GET /v1/admin/withdrawals SS", params, options);
export const reviewWithdrawal = (client, params, options) =>
  client.call("admin.reviewWithdrawal POST /v1/admin/withdrawals/{withdrawalId}/review SK", params, options);
export const refundTransaction = (client, params, options) =>
  client.call("admin.refundTransaction POST /v1/admin/transactions/{transactionId}/refund SK", params, options);
export const creditTokens = (client, params, options) =>
  client.call("admin.creditTokens POST /v1/admin/wallets/{userId}/credit AK", params, options);
export const getRevenueAnalytics = (client, params, options) =>
  client.call("admin.getRevenueAnalytics GET /v1/admin/revenue SS", params, options);
export const getSystemHealth = (client, params, options) =>
  client.call("admin.getSystemHealth GET /v1/admin/health SS", params, options);
export const listFeatureFlags = (client, params, options) =>
  client.call("admin.listFeatureFlags GET /v1/admin/flags AS", params, options);
export const setFeatureFlag = (client, params, options) =>
  client.call("admin.setFeatureFlag PUT /v1/admin/flags/{name} AS", params, options);
export const getAuditLog = (client, params, options) =>
  client.call("admin.getAuditLog GET /v1/admin/audit AS", params, options);
export const sendSystemNotification = (client, params, options) =>
  client.call("admin.sendSystemNotification POST /v1/admin/notifications AK", params, options);
