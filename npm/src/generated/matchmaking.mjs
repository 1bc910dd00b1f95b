// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getSuggestions = (client, params, options) =>
  client.call("matchmaking.getSuggestions GET /v1/matchmaking/suggestions VS", params, options);
export const likeProfile = (client, params, options) =>
  client.call("matchmaking.likeProfile POST /v1/matchmaking/likes VK", params, options);
export const passProfile = (client, params, options) =>
  client.call("matchmaking.passProfile POST /v1/matchmaking/passes VK", params, options);
export const rewind = (client, params, options) =>
  client.call("matchmaking.rewind POST /v1/matchmaking/rewind VK", params, options);
export const getMatches = (client, params, options) =>
  client.call("matchmaking.getMatches GET /v1/matchmaking/matches VS", params, options);
export const unmatch = (client, params, options) =>
  client.call("matchmaking.unmatch DELETE /v1/matchmaking/matches/{matchId} UK", params, options);
export const getPreferences = (client, params, options) =>
  client.call("matchmaking.getPreferences GET /v1/matchmaking/preferences US", params, options);
export const updatePreferences = (client, params, options) =>
  client.call("matchmaking.updatePreferences PUT /v1/matchmaking/preferences US", params, options);
export const getLikesReceived = (client, params, options) =>
  client.call("matchmaking.getLikesReceived GET /v1/matchmaking/likes/received VS", params, options);
export const getAllowance = (client, params, options) =>
  client.call("matchmaking.getAllowance GET /v1/matchmaking/allowance VS", params, options);
export const getFreeMessagesStatus = (client, params, options) =>
  client.call("matchmaking.getFreeMessagesStatus GET /v1/matchmaking/matches/{matchId}/free-messages US", params, options);
export const getCompatibility = (client, params, options) =>
  client.call("matchmaking.getCompatibility GET /v1/matchmaking/compatibility/{userId} VS", params, options);
