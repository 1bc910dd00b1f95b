// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Reads the caller's chats, the one with the latest activity first.
 *
 * `GET /v1/chats`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getChats(client: AvaloClient, params?: t.GetChats, options?: CallOptions): Promise<ApiResponse<t.ChatPage>>;

/**
 * Opens the chat with a user: the caller becomes its payer.
 *
 * Two users have one chat. If it is there it is answered as it is; if it was closed it is open again, with
 * the same roles, and free messages that were used stay used.
 *
 * Fails with `cannot_target_self`, `not_found`, `blocked`, `messages_disabled`, and `failed_precondition` for
 * a user who asks a price for a first message or when 50 chats that the caller pays for are open (100 for
 * Royal members).
 *
 * `POST /v1/chats`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `blocked`,
 * `messages_disabled`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`,
 * `unavailable`.
 */
export declare function createChat(client: AvaloClient, params: t.CreateChat, options?: CallOptions): Promise<ApiResponse<t.Conversation>>;

/**
 * Reads one chat of the caller's.
 *
 * Fails with `not_found`, and `not_participant` for a chat of others.
 *
 * `GET /v1/chats/{chatId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_participant`, `not_found`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getChat(client: AvaloClient, params: t.GetChat, options?: CallOptions): Promise<ApiResponse<t.Conversation>>;

/**
 * Reads the messages of a chat, newest first.
 *
 * Fails as `getChat`, and with `invalid_cursor`.
 *
 * `GET /v1/chats/{chatId}/messages`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_participant`,
 * `not_found`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getMessages(client: AvaloClient, params: t.GetMessages, options?: CallOptions): Promise<ApiResponse<t.MessagePage>>;

/**
 * Says what a message would cost, without sending it.
 *
 * Fails as `getChat`, with `chat_closed`, `blocked`, and with `failed_precondition` when the other side's
 * account is not active.
 *
 * `POST /v1/chats/{chatId}/quote`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `blocked`, `not_participant`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `chat_closed`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function quoteMessage(client: AvaloClient, params: t.QuoteMessage, options?: CallOptions): Promise<ApiResponse<t.MessageQuote>>;

/**
 * Sends a message to a chat. Both sides get it as a live event.
 *
 * Safe to repeat: the idempotency key travels with every attempt, and a `clientId` makes one message of
 * however many calls. Fails as `getChat`, with `deposit_required` once the free messages are used up and the
 * escrow does not cover the price, with `content_blocked` and `spam_detected` for what may not be said, with
 * `too_fast` and `rate_limited` for what comes too fast, with `above_maximum` beyond `maxPrice`, with
 * `chat_closed` and `blocked`, with `failed_precondition` when the other side's account is not active or the
 * medium has not arrived or was used before; then nothing is sent and nothing is charged.
 *
 * `POST /v1/chats/{chatId}/messages`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `blocked`, `not_participant`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `chat_closed`,
 * `deposit_required`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `content_blocked`, `spam_detected`, `above_maximum`, `rate_limited`, `too_fast`,
 * `internal`, `unavailable`.
 */
export declare function sendMessage(client: AvaloClient, params: t.SendMessage, options?: CallOptions): Promise<ApiResponse<t.Message>>;

/**
 * Sends a first message and opens the chat with it, for the recipient's price.
 *
 * 65 % of the price goes to the recipient, the rest to the platform. There is one at a time: until the
 * recipient has answered the next is refused with `already_exists`, and so is one to somebody the caller has
 * a chat with. Fails with `cannot_target_self`, `not_found`, `blocked`, `messages_disabled`,
 * `content_blocked`, `spam_detected`, `above_maximum`, `too_fast`, `failed_precondition` and
 * `insufficient_balance` too.
 *
 * `POST /v1/chats/intro`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `blocked`, `messages_disabled`, `not_found`, `already_exists`,
 * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `content_blocked`, `spam_detected`, `cannot_target_self`,
 * `above_maximum`, `too_fast`, `internal`, `unavailable`.
 */
export declare function sendIntroMessage(client: AvaloClient, params: t.SendIntroMessage, options?: CallOptions): Promise<ApiResponse<t.Message>>;

/**
 * Puts 100 tokens of the payer into the chat: 35 as the platform's fee, 65 into escrow.
 *
 * Possible once the free messages are used up, and again whenever the escrow is too small. Fails as
 * `getChat`, with `failed_precondition` before, and when the other side's account is not active; with
 * `permission_denied` for the other side, `insufficient_balance`, `chat_closed`, `blocked`.
 *
 * `POST /v1/chats/{chatId}/deposit`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `permission_denied`, `blocked`, `not_participant`, `not_found`,
 * `idempotency_in_flight`, `failed_precondition`, `chat_closed`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function deposit(client: AvaloClient, params: t.Deposit, options?: CallOptions): Promise<ApiResponse<t.DepositReceipt>>;

/**
 * Lets a chat make deposits from its payer's wallet: 100 tokens, of which 35 are the fee, whenever a message
 * costs more than the escrow holds or leaves less than 20 tokens in it.
 *
 * It goes on until the deposits since it was switched on reach `cap`, or the wallet has no 100 tokens; then
 * messages need a deposit again. Setting it again changes the cap and forgets no deposit. It ends with the
 * chat. Fails with `permission_denied` for the other side, `chat_closed`, `blocked`, `validation_failed`.
 *
 * `PUT /v1/chats/{chatId}/auto-reload`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`,
 * `blocked`, `chat_closed`, `payload_too_large`, `unsupported_media_type`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function setAutoReload(client: AvaloClient, params: t.SetAutoReload, options?: CallOptions): Promise<ApiResponse<t.Conversation>>;

/**
 * Closes a chat, for either side. The escrow that is left returns to the payer.
 *
 * Fails as `getChat`.
 *
 * `POST /v1/chats/{chatId}/close`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `not_participant`, `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`,
 * `internal`, `unavailable`.
 */
export declare function closeChat(client: AvaloClient, params: t.CloseChat, options?: CallOptions): Promise<ApiResponse<t.EscrowRefund>>;

/**
 * Gives the escrow that is left back to the payer, of the earner's own will.
 *
 * Fails as `getChat`, and with `permission_denied` for anyone else.
 *
 * `POST /v1/chats/{chatId}/refund`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_participant`, `not_found`, `idempotency_in_flight`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function refundByEarner(client: AvaloClient, params: t.RefundByEarner, options?: CallOptions): Promise<ApiResponse<t.EscrowRefund>>;

/**
 * Marks messages of the other side as read, which the other side sees.
 *
 * Fails as `getChat`, and with `not_found` for a message that is not in the chat; then none is marked.
 *
 * `POST /v1/chats/{chatId}/read`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `not_participant`, `not_found`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function markAsRead(client: AvaloClient, params: t.MarkAsRead, options?: CallOptions): Promise<ApiResponse<t.Unread>>;

/**
 * Deletes a message of the caller's own, or any as a moderator. Both sides see that there was one, and get a
 * `MessageDeleted` event; what it said and its medium are gone. What was paid for it stays paid.
 *
 * Fails with `not_found` for a message that is not in the chat, and `permission_denied` for one of the other
 * side.
 *
 * `DELETE /v1/chats/{chatId}/messages/{messageId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`,
 * `internal`, `unavailable`.
 */
export declare function deleteMessage(client: AvaloClient, params: t.DeleteMessage, options?: CallOptions): Promise<ApiResponse<t.Message>>;

/**
 * Tells the other side that the caller is writing, or no longer.
 *
 * Fails as `getChat`, with `chat_closed` and `blocked`.
 *
 * `PUT /v1/chats/{chatId}/typing`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `blocked`,
 * `not_participant`, `not_found`, `chat_closed`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function setTyping(client: AvaloClient, params: t.SetTyping, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Tells the people the caller has chats with whether the caller is there.
 *
 * `PUT /v1/presence`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function setPresence(client: AvaloClient, params: t.SetPresence, options?: CallOptions): Promise<ApiResponse<t.Presence>>;

/**
 * Reads whether up to 100 users are there.
 *
 * `POST /v1/presence/query`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function getPresence(client: AvaloClient, params: t.GetPresence, options?: CallOptions): Promise<ApiResponse<t.PresenceList>>;

/**
 * Sets what the caller's chats cost their payers, all of them or one.
 *
 * Fails as `getChat`, and with `permission_denied` for a chat in which the caller does not earn.
 *
 * `PATCH /v1/chats/pricing`; for a creator.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `permission_denied`, `creator_required`, `not_participant`, `not_found`, `idempotency_in_flight`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function updatePricing(client: AvaloClient, params?: t.UpdatePricing, options?: CallOptions): Promise<ApiResponse<t.ChatPricing>>;

/**
 * The messages of one chat as they arrive, the caller's own from other devices included.
 *
 * After a gap that cannot be filled it ends with a `conflict`: read the messages again and subscribe anew.
 *
 * `GET /v1/events`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function subscribeToMessages(client: AvaloClient, params: { chatId: string }, onMessage?: (item: t.Message) => void, options?: SubscribeOptions): LiveSubscription<t.Message>;

/** Conversations and the messages in them. */
export interface ChatApi {
  /**
   * Reads the caller's chats, the one with the latest activity first.
   *
   * `GET /v1/chats`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getChats(params?: t.GetChats, options?: CallOptions): Promise<ApiResponse<t.ChatPage>>;
  /**
   * Opens the chat with a user: the caller becomes its payer.
   *
   * Two users have one chat. If it is there it is answered as it is; if it was closed it is open again, with
   * the same roles, and free messages that were used stay used.
   *
   * Fails with `cannot_target_self`, `not_found`, `blocked`, `messages_disabled`, and `failed_precondition`
   * for a user who asks a price for a first message or when 50 chats that the caller pays for are open (100
   * for Royal members).
   *
   * `POST /v1/chats`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `blocked`,
   * `messages_disabled`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`,
   * `internal`, `unavailable`.
   */
  createChat(params: t.CreateChat, options?: CallOptions): Promise<ApiResponse<t.Conversation>>;
  /**
   * Reads one chat of the caller's.
   *
   * Fails with `not_found`, and `not_participant` for a chat of others.
   *
   * `GET /v1/chats/{chatId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_participant`, `not_found`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getChat(params: t.GetChat, options?: CallOptions): Promise<ApiResponse<t.Conversation>>;
  /**
   * Reads the messages of a chat, newest first.
   *
   * Fails as `getChat`, and with `invalid_cursor`.
   *
   * `GET /v1/chats/{chatId}/messages`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_participant`,
   * `not_found`, `validation_failed`, `internal`, `unavailable`.
   */
  getMessages(params: t.GetMessages, options?: CallOptions): Promise<ApiResponse<t.MessagePage>>;
  /**
   * Says what a message would cost, without sending it.
   *
   * Fails as `getChat`, with `chat_closed`, `blocked`, and with `failed_precondition` when the other side's
   * account is not active.
   *
   * `POST /v1/chats/{chatId}/quote`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `blocked`, `not_participant`, `not_found`, `idempotency_in_flight`,
   * `failed_precondition`, `chat_closed`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  quoteMessage(params: t.QuoteMessage, options?: CallOptions): Promise<ApiResponse<t.MessageQuote>>;
  /**
   * Sends a message to a chat. Both sides get it as a live event.
   *
   * Safe to repeat: the idempotency key travels with every attempt, and a `clientId` makes one message of
   * however many calls. Fails as `getChat`, with `deposit_required` once the free messages are used up and
   * the escrow does not cover the price, with `content_blocked` and `spam_detected` for what may not be said,
   * with `too_fast` and `rate_limited` for what comes too fast, with `above_maximum` beyond `maxPrice`, with
   * `chat_closed` and `blocked`, with `failed_precondition` when the other side's account is not active or
   * the medium has not arrived or was used before; then nothing is sent and nothing is charged.
   *
   * `POST /v1/chats/{chatId}/messages`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `blocked`, `not_participant`, `not_found`, `idempotency_in_flight`,
   * `failed_precondition`, `chat_closed`, `deposit_required`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `content_blocked`, `spam_detected`, `above_maximum`,
   * `rate_limited`, `too_fast`, `internal`, `unavailable`.
   */
  sendMessage(params: t.SendMessage, options?: CallOptions): Promise<ApiResponse<t.Message>>;
  /**
   * Sends a first message and opens the chat with it, for the recipient's price.
   *
   * 65 % of the price goes to the recipient, the rest to the platform. There is one at a time: until the
   * recipient has answered the next is refused with `already_exists`, and so is one to somebody the caller
   * has a chat with. Fails with `cannot_target_self`, `not_found`, `blocked`, `messages_disabled`,
   * `content_blocked`, `spam_detected`, `above_maximum`, `too_fast`, `failed_precondition` and
   * `insufficient_balance` too.
   *
   * `POST /v1/chats/intro`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `blocked`, `messages_disabled`, `not_found`, `already_exists`,
   * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `content_blocked`, `spam_detected`, `cannot_target_self`,
   * `above_maximum`, `too_fast`, `internal`, `unavailable`.
   */
  sendIntroMessage(params: t.SendIntroMessage, options?: CallOptions): Promise<ApiResponse<t.Message>>;
  /**
   * Puts 100 tokens of the payer into the chat: 35 as the platform's fee, 65 into escrow.
   *
   * Possible once the free messages are used up, and again whenever the escrow is too small. Fails as
   * `getChat`, with `failed_precondition` before, and when the other side's account is not active; with
   * `permission_denied` for the other side, `insufficient_balance`, `chat_closed`, `blocked`.
   *
   * `POST /v1/chats/{chatId}/deposit`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `permission_denied`, `blocked`, `not_participant`, `not_found`,
   * `idempotency_in_flight`, `failed_precondition`, `chat_closed`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  deposit(params: t.Deposit, options?: CallOptions): Promise<ApiResponse<t.DepositReceipt>>;
  /**
   * Lets a chat make deposits from its payer's wallet: 100 tokens, of which 35 are the fee, whenever a
   * message costs more than the escrow holds or leaves less than 20 tokens in it.
   *
   * It goes on until the deposits since it was switched on reach `cap`, or the wallet has no 100 tokens; then
   * messages need a deposit again. Setting it again changes the cap and forgets no deposit. It ends with the
   * chat. Fails with `permission_denied` for the other side, `chat_closed`, `blocked`, `validation_failed`.
   *
   * `PUT /v1/chats/{chatId}/auto-reload`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `permission_denied`,
   * `blocked`, `chat_closed`, `payload_too_large`, `unsupported_media_type`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  setAutoReload(params: t.SetAutoReload, options?: CallOptions): Promise<ApiResponse<t.Conversation>>;
  /**
   * Closes a chat, for either side. The escrow that is left returns to the payer.
   *
   * Fails as `getChat`.
   *
   * `POST /v1/chats/{chatId}/close`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `not_participant`, `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`,
   * `internal`, `unavailable`.
   */
  closeChat(params: t.CloseChat, options?: CallOptions): Promise<ApiResponse<t.EscrowRefund>>;
  /**
   * Gives the escrow that is left back to the payer, of the earner's own will.
   *
   * Fails as `getChat`, and with `permission_denied` for anyone else.
   *
   * `POST /v1/chats/{chatId}/refund`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `permission_denied`, `not_participant`, `not_found`, `idempotency_in_flight`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  refundByEarner(params: t.RefundByEarner, options?: CallOptions): Promise<ApiResponse<t.EscrowRefund>>;
  /**
   * Marks messages of the other side as read, which the other side sees.
   *
   * Fails as `getChat`, and with `not_found` for a message that is not in the chat; then none is marked.
   *
   * `POST /v1/chats/{chatId}/read`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `not_participant`, `not_found`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  markAsRead(params: t.MarkAsRead, options?: CallOptions): Promise<ApiResponse<t.Unread>>;
  /**
   * Deletes a message of the caller's own, or any as a moderator. Both sides see that there was one, and get
   * a `MessageDeleted` event; what it said and its medium are gone. What was paid for it stays paid.
   *
   * Fails with `not_found` for a message that is not in the chat, and `permission_denied` for one of the
   * other side.
   *
   * `DELETE /v1/chats/{chatId}/messages/{messageId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `permission_denied`, `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`,
   * `internal`, `unavailable`.
   */
  deleteMessage(params: t.DeleteMessage, options?: CallOptions): Promise<ApiResponse<t.Message>>;
  /**
   * Tells the other side that the caller is writing, or no longer.
   *
   * Fails as `getChat`, with `chat_closed` and `blocked`.
   *
   * `PUT /v1/chats/{chatId}/typing`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `blocked`,
   * `not_participant`, `not_found`, `chat_closed`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  setTyping(params: t.SetTyping, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Tells the people the caller has chats with whether the caller is there.
   *
   * `PUT /v1/presence`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
   */
  setPresence(params: t.SetPresence, options?: CallOptions): Promise<ApiResponse<t.Presence>>;
  /**
   * Reads whether up to 100 users are there.
   *
   * `POST /v1/presence/query`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  getPresence(params: t.GetPresence, options?: CallOptions): Promise<ApiResponse<t.PresenceList>>;
  /**
   * Sets what the caller's chats cost their payers, all of them or one.
   *
   * Fails as `getChat`, and with `permission_denied` for a chat in which the caller does not earn.
   *
   * `PATCH /v1/chats/pricing`; for a creator.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `permission_denied`, `creator_required`, `not_participant`, `not_found`, `idempotency_in_flight`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
   * `unavailable`.
   */
  updatePricing(params?: t.UpdatePricing, options?: CallOptions): Promise<ApiResponse<t.ChatPricing>>;
  /**
   * The messages of one chat as they arrive, the caller's own from other devices included.
   *
   * After a gap that cannot be filled it ends with a `conflict`: read the messages again and subscribe anew.
   *
   * `GET /v1/events`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  subscribeToMessages(params: { chatId: string }, onMessage?: (item: t.Message) => void, options?: SubscribeOptions): LiveSubscription<t.Message>;
}
