// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getProfile = (client, params, options) =>
  client.call("profiles.getProfile GET /v1/profiles/{userId} US", params, options);
export const updateProfile = (client, params, options) =>
  client.call("profiles.updateProfile PATCH /v1/profiles/me UK", params, options);
export const updateSettings = (client, params, options) =>
  client.call("profiles.updateSettings PATCH /v1/profiles/me/settings UK", params, options);
export const uploadProfilePhoto = (client, params, options) =>
  client.call("profiles.uploadProfilePhoto POST /v1/profiles/me/photos UK", params, options);
export const deletePhoto = (client, params, options) =>
  client.call("profiles.deletePhoto DELETE /v1/profiles/me/photos/{photoId} UK", params, options);
export const deleteAccount = (client, params, options) =>
  client.call("profiles.deleteAccount DELETE /v1/profiles/me UK step-up", params, options);
export const restoreAccount = (client, params, options) =>
  client.call("profiles.restoreAccount POST /v1/profiles/me/restore PK", params, options);
export const search = (client, params, options) =>
  client.call("profiles.search GET /v1/profiles US", params, options);
export const followUser = (client, params, options) =>
  client.call("profiles.followUser PUT /v1/profiles/{userId}/follow US", params, options);
export const unfollowUser = (client, params, options) =>
  client.call("profiles.unfollowUser DELETE /v1/profiles/{userId}/follow UK", params, options);
export const getFollowers = (client, params, options) =>
  client.call("profiles.getFollowers GET /v1/profiles/{userId}/followers US", params, options);
export const getFollowing = (client, params, options) =>
  client.call("profiles.getFollowing GET /v1/profiles/{userId}/following US", params, options);
export const blockUser = (client, params, options) =>
  client.call("profiles.blockUser PUT /v1/profiles/{userId}/block US", params, options);
export const unblockUser = (client, params, options) =>
  client.call("profiles.unblockUser DELETE /v1/profiles/{userId}/block UK", params, options);
export const createReport = (client, params, options) =>
  client.call("profiles.createReport POST /v1/reports UK", params, options);
export const becomeCreator = (client, params, options) =>
  client.call("profiles.becomeCreator POST /v1/profiles/me/creator VK", params, options);
export const createSubscriptionTier = (client, params, options) =>
  client.call("profiles.createSubscriptionTier POST /v1/profiles/me/tiers CK", params, options);
export const listSubscriptionTiers = (client, params, options) =>
  client.call("profiles.listSubscriptionTiers GET /v1/profiles/{userId}/tiers US", params, options);
export const updateSubscriptionTier = (client, params, options) =>
  client.call("profiles.updateSubscriptionTier PATCH /v1/profiles/me/tiers/{tierId} CK", params, options);
