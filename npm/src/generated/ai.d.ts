// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Reads the companions that there are, the best liked first, and the caller's own.
 *
 * Those of a tier that the caller does not have are there too: `accessible` says which. Fails with
 * `invalid_cursor`.
 *
 * `GET /v1/ai/companions`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getCompanions(client: AvaloClient, params?: t.GetCompanions, options?: CallOptions): Promise<ApiResponse<t.CompanionPage>>;

/**
 * Reads one companion.
 *
 * Fails with `not_found`, also for one that is another user's alone, was stopped by the platform, or whose
 * owner is gone or on the other side of a block.
 *
 * `GET /v1/ai/companions/{companionId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getCompanion(client: AvaloClient, params: t.GetCompanion, options?: CallOptions): Promise<ApiResponse<t.AiCompanion>>;

/**
 * Makes a companion of the caller's own, on the tier `creator`.
 *
 * One that everyone may find waits 24 hours for the platform to look at it. Fails with `tier_required`,
 * `verification_required` for NSFW, `content_blocked`, `validation_failed`.
 *
 * `POST /v1/ai/companions`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `verification_required`, `tier_required`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
 * `unavailable`.
 */
export declare function createCompanion(client: AvaloClient, params: t.CreateCompanion, options?: CallOptions): Promise<ApiResponse<t.AiCompanion>>;

/**
 * Changes a companion of the caller's own. What everyone may find is looked at again.
 *
 * Fails with `not_found`, `not_author`, `tier_required`, `verification_required` for NSFW, `content_blocked`,
 * `validation_failed`.
 *
 * `PATCH /v1/ai/companions/{companionId}`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `verification_required`, `not_author`, `tier_required`, `not_found`, `idempotency_in_flight`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
 * `content_blocked`, `internal`, `unavailable`.
 */
export declare function updateCompanion(client: AvaloClient, params: t.UpdateCompanion, options?: CallOptions): Promise<ApiResponse<t.AiCompanion>>;

/**
 * Deletes a companion of the caller's own. Chats with it can still be read. One that is gone is deleted.
 *
 * Fails with `not_author`.
 *
 * `DELETE /v1/ai/companions/{companionId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function deleteCompanion(client: AvaloClient, params: t.DeleteCompanion, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Opens a chat with a companion, which says hello. A chat with it that is open is answered as it is.
 *
 * Fails with `not_found`, `tier_required` for a companion that the caller's tier does not include,
 * `failed_precondition` when three chats are open on the free tier, `too_fast` for the fourth chat within a
 * minute.
 *
 * `POST /v1/ai/chats`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `tier_required`,
 * `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
 */
export declare function startChat(client: AvaloClient, params: t.StartChat, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;

/**
 * Reads the caller's chats with companions, the one with the latest activity first.
 *
 * Fails with `invalid_cursor`.
 *
 * `GET /v1/ai/chats`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function listChats(client: AvaloClient, params?: t.ListAiChats, options?: CallOptions): Promise<ApiResponse<t.AiChatPage>>;

/**
 * Reads one chat with a companion.
 *
 * Fails with `not_found`, and with `not_participant` for a chat of another user, as all that name a chat.
 *
 * `GET /v1/ai/chats/{chatId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_participant`, `not_found`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getChat(client: AvaloClient, params: t.GetAiChat, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;

/**
 * Reads the messages of a chat with a companion, newest first.
 *
 * Fails with `not_found`, `not_participant`, `invalid_cursor`.
 *
 * `GET /v1/ai/chats/{chatId}/messages`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_participant`,
 * `not_found`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getMessages(client: AvaloClient, params: t.GetAiMessages, options?: CallOptions): Promise<ApiResponse<t.AiMessagePage>>;

/**
 * Sends a message to a companion and answers its reply.
 *
 * Plans include it. On the free tier, 10 messages a day to basic companions cost nothing; others cost 1, 2 or
 * 4 tokens by the companion's class, also in a chat that was opened on a plan which has ended. Safe to
 * repeat: the idempotency key travels with every attempt, and one key is charged once.
 *
 * Fails with `content_blocked`, `insufficient_balance`, `chat_closed`, `not_participant`, and `not_found`
 * when the companion is gone; then nothing is said and nothing is charged.
 *
 * `POST /v1/ai/chats/{chatId}/messages`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `not_participant`, `not_found`, `idempotency_in_flight`, `chat_closed`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
 * `content_blocked`, `internal`, `unavailable`.
 */
export declare function sendMessage(client: AvaloClient, params: t.SendAiMessage, options?: CallOptions): Promise<ApiResponse<t.AiReply>>;

/**
 * Sends a message to a companion and streams its reply as the words come.
 *
 * Fails with `content_blocked`, `insufficient_balance`, `chat_closed`, `not_participant`, and `not_found`.
 *
 * `POST /v1/ai/chats/{chatId}/messages/stream`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `not_participant`, `not_found`, `idempotency_in_flight`, `chat_closed`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
 * `content_blocked`, `internal`, `unavailable`.
 */
export declare function streamMessage(client: AvaloClient, params: t.StreamMessage, onDelta?: (delta: string) => void, options?: CallOptions): ReplyStream;

/**
 * Closes a chat with a companion. Nothing is given back. One that is closed stays so.
 *
 * Fails with `not_found`, `not_participant`.
 *
 * `POST /v1/ai/chats/{chatId}/close`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `not_participant`, `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`,
 * `internal`, `unavailable`.
 */
export declare function closeChat(client: AvaloClient, params: t.CloseAiChat, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;

/**
 * Opens a chat to NSFW content, or closes it to it again: only the chat's owner can.
 *
 * Fails with `verification_required`, `tier_required` below the tier `intimate`, `territory_blocked` unless
 * the caller's profile names a country in which it is allowed, `failed_precondition` for a companion that has
 * no such side, `chat_closed`, `not_found`, `not_participant`.
 *
 * `PUT /v1/ai/chats/{chatId}/nsfw`; for a user whose identity and age are approved.
 *
 * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `verification_required`,
 * `not_participant`, `tier_required`, `not_found`, `failed_precondition`, `chat_closed`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `territory_blocked`, `internal`, `unavailable`.
 */
export declare function enableNsfw(client: AvaloClient, params: t.EnableNsfw, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;

/**
 * Checks a text as the platform checks messages, without sending it.
 *
 * `POST /v1/ai/moderate`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function moderateContent(client: AvaloClient, params: t.ModerateText, options?: CallOptions): Promise<ApiResponse<t.TextVerdict>>;

/**
 * Checks an image that the caller has uploaded.
 *
 * Fails with `not_found`, `failed_precondition` before its bytes are there, `unsupported_media_type` for what
 * is no image.
 *
 * `POST /v1/ai/moderate/image`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
 * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function detectNsfw(client: AvaloClient, params: t.DetectNsfw, options?: CallOptions): Promise<ApiResponse<t.ImageVerdict>>;

/**
 * Writes texts for a creator to choose from: 1 token each, included in every plan.
 *
 * Fails with `creator_required`, `content_blocked`, `insufficient_balance`, `validation_failed`.
 *
 * `POST /v1/ai/generate`; for a creator.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `creator_required`, `idempotency_in_flight`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
 * `unavailable`.
 */
export declare function generateContent(client: AvaloClient, params: t.GenerateContent, options?: CallOptions): Promise<ApiResponse<t.GeneratedContent>>;

/**
 * Reads what the caller has used of the tier, and what was paid beside it.
 *
 * `GET /v1/ai/usage`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getUsage(client: AvaloClient, params?: t.GetAiUsage, options?: CallOptions): Promise<ApiResponse<t.AiUsage>>;

/**
 * Pays for a photo of a companion, once.
 *
 * Fails with `not_found`, `insufficient_balance`; for a photo for adults also with `verification_required`,
 * `tier_required` and `territory_blocked`.
 *
 * `POST /v1/ai/companions/{companionId}/gallery/{photoId}/unlock`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `verification_required`, `tier_required`, `not_found`, `idempotency_in_flight`,
 * `validation_failed`, `idempotency_key_reused`, `territory_blocked`, `internal`, `unavailable`.
 */
export declare function unlockGalleryPhoto(client: AvaloClient, params: t.UnlockGalleryPhoto, options?: CallOptions): Promise<ApiResponse<t.UnlockedGalleryPhoto>>;

/**
 * Reads the caller's plan.
 *
 * `GET /v1/ai/plan`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getPlan(client: AvaloClient, params?: t.GetAiPlan, options?: CallOptions): Promise<ApiResponse<t.AiPlan>>;

/**
 * Takes a plan: 30 days from now for 195, 395 or 745 tokens, and again every 30 days.
 *
 * A larger plan begins at once, and what is left of the smaller one's price counts towards it, rounded down.
 * A plan that was cancelled and still runs goes on at no charge. Fails with `insufficient_balance`,
 * `already_exists` for the plan that is there, `failed_precondition` for a smaller one, which can be had when
 * the larger has ended, and `validation_failed` for `free`.
 *
 * `POST /v1/ai/plan`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `already_exists`, `idempotency_in_flight`, `failed_precondition`,
 * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function subscribe(client: AvaloClient, params: t.SubscribeToAi, options?: CallOptions): Promise<ApiResponse<t.AiPlan>>;

/**
 * Cancels the caller's plan: it runs to the end of the month that was paid for. Without a plan it changes
 * nothing.
 *
 * `DELETE /v1/ai/plan`; for anyone who is signed in.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function cancelSubscription(client: AvaloClient, params?: t.CancelAiSubscription, options?: CallOptions): Promise<ApiResponse<t.AiPlan>>;

/** AI companions, conversations with them, and the checks of what people write and show. */
export interface AiApi {
  /**
   * Reads the companions that there are, the best liked first, and the caller's own.
   *
   * Those of a tier that the caller does not have are there too: `accessible` says which. Fails with
   * `invalid_cursor`.
   *
   * `GET /v1/ai/companions`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getCompanions(params?: t.GetCompanions, options?: CallOptions): Promise<ApiResponse<t.CompanionPage>>;
  /**
   * Reads one companion.
   *
   * Fails with `not_found`, also for one that is another user's alone, was stopped by the platform, or whose
   * owner is gone or on the other side of a block.
   *
   * `GET /v1/ai/companions/{companionId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getCompanion(params: t.GetCompanion, options?: CallOptions): Promise<ApiResponse<t.AiCompanion>>;
  /**
   * Makes a companion of the caller's own, on the tier `creator`.
   *
   * One that everyone may find waits 24 hours for the platform to look at it. Fails with `tier_required`,
   * `verification_required` for NSFW, `content_blocked`, `validation_failed`.
   *
   * `POST /v1/ai/companions`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `verification_required`, `tier_required`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
   * `unavailable`.
   */
  createCompanion(params: t.CreateCompanion, options?: CallOptions): Promise<ApiResponse<t.AiCompanion>>;
  /**
   * Changes a companion of the caller's own. What everyone may find is looked at again.
   *
   * Fails with `not_found`, `not_author`, `tier_required`, `verification_required` for NSFW,
   * `content_blocked`, `validation_failed`.
   *
   * `PATCH /v1/ai/companions/{companionId}`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `verification_required`, `not_author`, `tier_required`, `not_found`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `content_blocked`, `internal`, `unavailable`.
   */
  updateCompanion(params: t.UpdateCompanion, options?: CallOptions): Promise<ApiResponse<t.AiCompanion>>;
  /**
   * Deletes a companion of the caller's own. Chats with it can still be read. One that is gone is deleted.
   *
   * Fails with `not_author`.
   *
   * `DELETE /v1/ai/companions/{companionId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_author`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  deleteCompanion(params: t.DeleteCompanion, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Opens a chat with a companion, which says hello. A chat with it that is open is answered as it is.
   *
   * Fails with `not_found`, `tier_required` for a companion that the caller's tier does not include,
   * `failed_precondition` when three chats are open on the free tier, `too_fast` for the fourth chat within a
   * minute.
   *
   * `POST /v1/ai/chats`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `tier_required`,
   * `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `too_fast`, `internal`,
   * `unavailable`.
   */
  startChat(params: t.StartChat, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;
  /**
   * Reads the caller's chats with companions, the one with the latest activity first.
   *
   * Fails with `invalid_cursor`.
   *
   * `GET /v1/ai/chats`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  listChats(params?: t.ListAiChats, options?: CallOptions): Promise<ApiResponse<t.AiChatPage>>;
  /**
   * Reads one chat with a companion.
   *
   * Fails with `not_found`, and with `not_participant` for a chat of another user, as all that name a chat.
   *
   * `GET /v1/ai/chats/{chatId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_participant`, `not_found`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getChat(params: t.GetAiChat, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;
  /**
   * Reads the messages of a chat with a companion, newest first.
   *
   * Fails with `not_found`, `not_participant`, `invalid_cursor`.
   *
   * `GET /v1/ai/chats/{chatId}/messages`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `not_participant`,
   * `not_found`, `validation_failed`, `internal`, `unavailable`.
   */
  getMessages(params: t.GetAiMessages, options?: CallOptions): Promise<ApiResponse<t.AiMessagePage>>;
  /**
   * Sends a message to a companion and answers its reply.
   *
   * Plans include it. On the free tier, 10 messages a day to basic companions cost nothing; others cost 1, 2
   * or 4 tokens by the companion's class, also in a chat that was opened on a plan which has ended. Safe to
   * repeat: the idempotency key travels with every attempt, and one key is charged once.
   *
   * Fails with `content_blocked`, `insufficient_balance`, `chat_closed`, `not_participant`, and `not_found`
   * when the companion is gone; then nothing is said and nothing is charged.
   *
   * `POST /v1/ai/chats/{chatId}/messages`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `insufficient_balance`, `not_participant`, `not_found`, `idempotency_in_flight`,
   * `chat_closed`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `content_blocked`, `internal`, `unavailable`.
   */
  sendMessage(params: t.SendAiMessage, options?: CallOptions): Promise<ApiResponse<t.AiReply>>;
  /**
   * Sends a message to a companion and streams its reply as the words come.
   *
   * Fails with `content_blocked`, `insufficient_balance`, `chat_closed`, `not_participant`, and `not_found`.
   *
   * `POST /v1/ai/chats/{chatId}/messages/stream`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `insufficient_balance`, `not_participant`, `not_found`, `idempotency_in_flight`,
   * `chat_closed`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `content_blocked`, `internal`, `unavailable`.
   */
  streamMessage(params: t.StreamMessage, onDelta?: (delta: string) => void, options?: CallOptions): ReplyStream;
  /**
   * Closes a chat with a companion. Nothing is given back. One that is closed stays so.
   *
   * Fails with `not_found`, `not_participant`.
   *
   * `POST /v1/ai/chats/{chatId}/close`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `not_participant`, `not_found`, `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`,
   * `internal`, `unavailable`.
   */
  closeChat(params: t.CloseAiChat, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;
  /**
   * Opens a chat to NSFW content, or closes it to it again: only the chat's owner can.
   *
   * Fails with `verification_required`, `tier_required` below the tier `intimate`, `territory_blocked` unless
   * the caller's profile names a country in which it is allowed, `failed_precondition` for a companion that
   * has no such side, `chat_closed`, `not_found`, `not_participant`.
   *
   * `PUT /v1/ai/chats/{chatId}/nsfw`; for a user whose identity and age are approved.
   *
   * Problems: `invalid_json`, `invalid_request`, `unauthenticated`, `token_expired`, `verification_required`,
   * `not_participant`, `tier_required`, `not_found`, `failed_precondition`, `chat_closed`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `territory_blocked`, `internal`,
   * `unavailable`.
   */
  enableNsfw(params: t.EnableNsfw, options?: CallOptions): Promise<ApiResponse<t.AiChat>>;
  /**
   * Checks a text as the platform checks messages, without sending it.
   *
   * `POST /v1/ai/moderate`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  moderateContent(params: t.ModerateText, options?: CallOptions): Promise<ApiResponse<t.TextVerdict>>;
  /**
   * Checks an image that the caller has uploaded.
   *
   * Fails with `not_found`, `failed_precondition` before its bytes are there, `unsupported_media_type` for
   * what is no image.
   *
   * `POST /v1/ai/moderate/image`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
   * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  detectNsfw(params: t.DetectNsfw, options?: CallOptions): Promise<ApiResponse<t.ImageVerdict>>;
  /**
   * Writes texts for a creator to choose from: 1 token each, included in every plan.
   *
   * Fails with `creator_required`, `content_blocked`, `insufficient_balance`, `validation_failed`.
   *
   * `POST /v1/ai/generate`; for a creator.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `creator_required`, `idempotency_in_flight`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
   * `unavailable`.
   */
  generateContent(params: t.GenerateContent, options?: CallOptions): Promise<ApiResponse<t.GeneratedContent>>;
  /**
   * Reads what the caller has used of the tier, and what was paid beside it.
   *
   * `GET /v1/ai/usage`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getUsage(params?: t.GetAiUsage, options?: CallOptions): Promise<ApiResponse<t.AiUsage>>;
  /**
   * Pays for a photo of a companion, once.
   *
   * Fails with `not_found`, `insufficient_balance`; for a photo for adults also with `verification_required`,
   * `tier_required` and `territory_blocked`.
   *
   * `POST /v1/ai/companions/{companionId}/gallery/{photoId}/unlock`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `verification_required`, `tier_required`, `not_found`, `idempotency_in_flight`,
   * `validation_failed`, `idempotency_key_reused`, `territory_blocked`, `internal`, `unavailable`.
   */
  unlockGalleryPhoto(params: t.UnlockGalleryPhoto, options?: CallOptions): Promise<ApiResponse<t.UnlockedGalleryPhoto>>;
  /**
   * Reads the caller's plan.
   *
   * `GET /v1/ai/plan`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getPlan(params?: t.GetAiPlan, options?: CallOptions): Promise<ApiResponse<t.AiPlan>>;
  /**
   * Takes a plan: 30 days from now for 195, 395 or 745 tokens, and again every 30 days.
   *
   * A larger plan begins at once, and what is left of the smaller one's price counts towards it, rounded
   * down. A plan that was cancelled and still runs goes on at no charge. Fails with `insufficient_balance`,
   * `already_exists` for the plan that is there, `failed_precondition` for a smaller one, which can be had
   * when the larger has ended, and `validation_failed` for `free`.
   *
   * `POST /v1/ai/plan`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `already_exists`, `idempotency_in_flight`, `failed_precondition`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
   * `unavailable`.
   */
  subscribe(params: t.SubscribeToAi, options?: CallOptions): Promise<ApiResponse<t.AiPlan>>;
  /**
   * Cancels the caller's plan: it runs to the end of the month that was paid for. Without a plan it changes
   * nothing.
   *
   * `DELETE /v1/ai/plan`; for anyone who is signed in.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `idempotency_in_flight`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  cancelSubscription(params?: t.CancelAiSubscription, options?: CallOptions): Promise<ApiResponse<t.AiPlan>>;
}
