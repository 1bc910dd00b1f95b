// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export const getChats = (client, params, options) =>
  client.call("chat.getChats GET /v1/chats US", params, options);
export const createChat = (client, params, options) =>
  client.call("chat.createChat POST /v1/chats UK", params, options);
export const getChat = (client, params, options) =>
  client.call("chat.getChat GET /v1/chats/{chatId} US", params, options);
export const getMessages = (client, params, options) =>
  client.call("chat.getMessages GET /v1/chats/{chatId}/messages US", params, options);
export const quoteMessage = (client, params, options) =>
  client.call("chat.quoteMessage POST /v1/chats/{chatId}/quote UK", params, options);
export const sendMessage = (client, params, options) =>
  client.call("chat.sendMessage POST /v1/chats/{chatId}/messages UK", params, options);
export const sendIntroMessage = (client, params, options) =>
  client.call("chat.sendIntroMessage POST /v1/chats/intro UK", params, options);
export const deposit = (client, params, options) =>
  client.call("chat.deposit POST /v1/chats/{chatId}/deposit UK", params, options);
export const setAutoReload = (client, params, options) =>
  client.call("chat.setAutoReload PUT /v1/chats/{chatId}/auto-reload US", params, options);
export const closeChat = (client, params, options) =>
  client.call("chat.closeChat POST /v1/chats/{chatId}/close UK", params, options);
export const refundByEarner = (client, params, options) =>
  client.call("chat.refundByEarner POST /v1/chats/{chatId}/refund UK", params, options);
export const markAsRead = (client, params, options) =>
  client.call("chat.markAsRead POST /v1/chats/{chatId}/read UK", params, options);
export const deleteMessage = (client, params, options) =>
  client.call("chat.deleteMessage DELETE /v1/chats/{chatId}/messages/{messageId} UK", params, options);
export const setTyping = (client, params, options) =>
  client.call("chat.setTyping PUT /v1/chats/{chatId}/typing UN", params, options);
export const setPresence = (client, params, options) =>
  client.call("chat.setPresence PUT /v1/presence US", params, options);
export const getPresence = (client, params, options) =>
  client.call("chat.getPresence POST /v1/presence/query UK", params, options);
export const updatePricing = (client, params, options) =>
  client.call("chat.updatePricing PATCH /v1/chats/pricing CK", params, options);
export const subscribeToMessages = (client, ...args) =>
  client.subscribe("chat.subscribeToMessages GET /v1/events US stream", ...args);
