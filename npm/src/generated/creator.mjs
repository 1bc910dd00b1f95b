// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getStats = (client, params, options) =>
  client.call("creator.getStats GET /v1/creator/stats CS", params, options);
export const getDashboard = (client, params, options) =>
  client.call("creator.getDashboard GET /v1/creator/dashboard CS", params, options);
export const getRevenueBreakdown = (client, params, options) =>
  client.call("creator.getRevenueBreakdown GET /v1/creator/revenue CS", params, options);
export const getSubscriberAnalytics = (client, params, options) =>
  client.call("creator.getSubscriberAnalytics GET /v1/creator/subscribers/analytics CS", params, options);
export const listSubscribers = (client, params, options) =>
  client.call("creator.listSubscribers GET /v1/creator/subscribers CS", params, options);
export const getTopFans = (client, params, options) =>
  client.call("creator.getTopFans GET /v1/creator/fans CS", params, options);
export const getContentPerformance = (client, params, options) =>
  client.call("creator.getContentPerformance GET /v1/creator/content CS", params, options);
export const getContentPricing = (client, params, options) =>
  client.call("creator.getContentPricing GET /v1/creator/pricing CS", params, options);
export const setContentPricing = (client, params, options) =>
  client.call("creator.setContentPricing PUT /v1/creator/pricing CS", params, options);
export const scheduleContent = (client, params, options) =>
  client.call("creator.scheduleContent POST /v1/creator/schedule CK", params, options);
export const listScheduled = (client, params, options) =>
  client.call("creator.listScheduled GET /v1/creator/schedule CS", params, options);
export const cancelScheduled = (client, params, options) =>
  client.call("creator.cancelScheduled DELETE /v1/creator/schedule/{scheduledId} CK", params, options);
