// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getCompanions = (client, params, options) =>
  client.call("ai.getCompanions GET /v1/ai/companions US", params, options);
export const getCompanion = (client, params, options) =>
  client.call("ai.getCompanion GET /v1/ai/companions/{companionId} US", params, options);
export const createCompanion = (client, params, options) =>
  client.call("ai.createCompanion POST /v1/ai/companions UK", params, options);
export const updateCompanion = (client, params, options) =>
  client.call("ai.updateCompanion PATCH /v1/ai/companions/{companionId} UK", params, options);
export const deleteCompanion = (client, params, options) =>
  client.call("ai.deleteCompanion DELETE /v1/ai/companions/{companionId} UK", params, options);
export const startChat = (client, params, options) =>
  client.call("ai.startChat POST /v1/ai/chats UK", params, options);
export const listChats = (client, params, options) =>
  client.call("ai.listChats GET /v1/ai/chats US", params, options);
export const getChat = (client, params, options) =>
  client.call("ai.getChat GET /v1/ai/chats/{chatId} US", params, options);
export const getMessages = (client, params, options) =>
  client.call("ai.getMessages GET /v1/ai/chats/{chatId}/messages US", params, options);
export const sendMessage = (client, params, options) =>
  client.call("ai.sendMessage POST /v1/ai/chats/{chatId}/messages UK", params, options);
export const streamMessage = (client, params, onDelta, options) =>
  client.reply("ai.streamMessage POST /v1/ai/chats/{chatId}/messages/stream UK stream", params, onDelta, options);
export const closeChat = (client, params, options) =>
  client.call("ai.closeChat POST /v1/ai/chats/{chatId}/close UK", params, options);
export const enableNsfw = (client, params, options) =>
  client.call("ai.enableNsfw PUT /v1/ai/chats/{chatId}/nsfw VS", params, options);
export const moderateContent = (client, params, options) =>
  client.call("ai.moderateContent POST /v1/ai/moderate UK", params, options);
export const detectNsfw = (client, params, options) =>
  client.call("ai.detectNsfw POST /v1/ai/moderate/image UK", params, options);
export const generateContent = (client, params, options) =>
  client.call("ai.generateContent POST /v1/ai/generate CK", params, options);
export const getUsage = (client, params, options) =>
  client.call("ai.getUsage GET /v1/ai/usage US", params, options);
export const unlockGalleryPhoto = (client, params, options) =>
  client.call("ai.unlockGalleryPhoto POST /v1/ai/companions/{companionId}/gallery/{photoId}/unlock UK", params, options);
export const getPlan = (client, params, options) =>
  client.call("ai.getPlan GET /v1/ai/plan US", params, options);
export const subscribe = (client, params, options) =>
  client.call("ai.subscribe POST /v1/ai/plan UK", params, options);
export const cancelSubscription = (client, params, options) =>
  client.call("ai.cancelSubscription DELETE /v1/ai/plan UK", params, options);
