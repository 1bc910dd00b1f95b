// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Suggests people whom the caller has not met, those who fit best first.
 *
 * They are ordered by compatibility and by the profile's own ranking, those who gave the caller a super like
 * before all others. Left out are people whom the caller has liked, passed or matched, those on the other
 * side of a block, closed profiles, those who do not want to be suggested, and whoever is outside the
 * caller's preferences. Fails with `invalid_cursor`.
 *
 * `GET /v1/matchmaking/suggestions`; for a user whose identity and age are approved.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `verification_required`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getSuggestions(client: AvaloClient, params?: t.GetSuggestions, options?: CallOptions): Promise<ApiResponse<t.SuggestionPage>>;

/**
 * Likes someone. If they like the caller too, both are a match and their chat is open.
 *
 * A like costs one of the allowance, and a super like 50 tokens besides. Liking someone after a pass takes
 * the pass back. Fails with `cannot_target_self`, `not_found`, `already_exists` for someone liked or matched
 * before, `failed_precondition` for a match that has ended and for someone who does not take part,
 * `like_limit_reached` with the seconds to the next refill, and `insufficient_balance`.
 *
 * `POST /v1/matchmaking/likes`; for a user whose identity and age are approved.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `insufficient_balance`, `verification_required`, `not_found`, `already_exists`, `idempotency_in_flight`,
 * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `cannot_target_self`, `like_limit_reached`, `internal`, `unavailable`.
 */
export declare function likeProfile(client: AvaloClient, params: t.LikeProfile, options?: CallOptions): Promise<ApiResponse<t.LikeReceipt>>;

/**
 * Passes someone by, who is not suggested again. It takes an earlier like back, not its price.
 *
 * Fails with `cannot_target_self`, `not_found`, and with `failed_precondition` for a match.
 *
 * `POST /v1/matchmaking/passes`; for a user whose identity and age are approved.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `verification_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `internal`,
 * `unavailable`.
 */
export declare function passProfile(client: AvaloClient, params: t.PassProfile, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Takes the caller's last like or pass back, for 10 tokens and within 5 minutes.
 *
 * A like returns to the allowance, the price of a super like to the wallet. Fails with `failed_precondition`
 * when there is nothing to take back, when it is too long ago or when it became a match, and with
 * `insufficient_balance`.
 *
 * `POST /v1/matchmaking/rewind`; for a user whose identity and age are approved.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `insufficient_balance`,
 * `verification_required`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function rewind(client: AvaloClient, params?: t.Rewind, options?: CallOptions): Promise<ApiResponse<t.RewindReceipt>>;

/**
 * Lists the caller's matches, the one with the latest activity first.
 *
 * Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
 *
 * `GET /v1/matchmaking/matches`; for a user whose identity and age are approved.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `verification_required`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getMatches(client: AvaloClient, params?: t.GetMatches, options?: CallOptions): Promise<ApiResponse<t.MatchPage>>;

/**
 * Ends a match and closes its chat, whose escrow returns to the payer.
 *
 * The two are not suggested to each other again. Ending it twice is ending it once. Fails with `not_found`,
 * also for a match of others.
 *
 * `DELETE /v1/matchmaking/matches/{matchId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unmatch(client: AvaloClient, params: t.Unmatch, options?: CallOptions): Promise<ApiResponse<t.UnmatchReceipt>>;

/**
 * Reads whom the caller wants to meet.
 *
 * `GET /v1/matchmaking/preferences`; for anyone who is signed in.
 *
 * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getPreferences(client: AvaloClient, params?: t.GetMatchPreferences, options?: CallOptions): Promise<ApiResponse<t.MatchPreferences>>;

/**
 * Sets whom the caller wants to meet, all of it at once.
 *
 * Fails with `validation_failed`, naming the field.
 *
 * `PUT /v1/matchmaking/preferences`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function updatePreferences(client: AvaloClient, params?: t.UpdateMatchPreferences, options?: CallOptions): Promise<ApiResponse<t.MatchPreferences>>;

/**
 * Lists who likes the caller and has had no answer yet: super likes first, then the newest.
 *
 * Fails with `invalid_cursor`.
 *
 * `GET /v1/matchmaking/likes/received`; for a user whose identity and age are approved.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `verification_required`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getLikesReceived(client: AvaloClient, params?: t.GetLikesReceived, options?: CallOptions): Promise<ApiResponse<t.LikesReceivedPage>>;

/**
 * Says how many likes the caller has left, and when there are more.
 *
 * `GET /v1/matchmaking/allowance`; for a user whose identity and age are approved.
 *
 * Problems: `unauthenticated`, `token_expired`, `verification_required`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function getAllowance(client: AvaloClient, params?: t.GetAllowance, options?: CallOptions): Promise<ApiResponse<t.LikeAllowance>>;

/**
 * Counts the free messages of a match's chat. They are the payer's.
 *
 * Fails with `not_found`, also for a match of others.
 *
 * `GET /v1/matchmaking/matches/{matchId}/free-messages`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getFreeMessagesStatus(client: AvaloClient, params: t.GetFreeMessagesStatus, options?: CallOptions): Promise<ApiResponse<t.FreeMessagesStatus>>;

/**
 * Says how well the caller and another fit, and why.
 *
 * Fails with `cannot_target_self`, `not_found`, `profile_private`.
 *
 * `GET /v1/matchmaking/compatibility/{userId}`; for a user whose identity and age are approved.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `verification_required`,
 * `profile_private`, `not_found`, `validation_failed`, `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function getCompatibility(client: AvaloClient, params: t.GetCompatibility, options?: CallOptions): Promise<ApiResponse<t.Compatibility>>;

/** Suggestions, likes and matches. */
export interface MatchmakingApi {
  /**
   * Suggests people whom the caller has not met, those who fit best first.
   *
   * They are ordered by compatibility and by the profile's own ranking, those who gave the caller a super
   * like before all others. Left out are people whom the caller has liked, passed or matched, those on the
   * other side of a block, closed profiles, those who do not want to be suggested, and whoever is outside the
   * caller's preferences. Fails with `invalid_cursor`.
   *
   * `GET /v1/matchmaking/suggestions`; for a user whose identity and age are approved.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`,
   * `verification_required`, `validation_failed`, `internal`, `unavailable`.
   */
  getSuggestions(params?: t.GetSuggestions, options?: CallOptions): Promise<ApiResponse<t.SuggestionPage>>;
  /**
   * Likes someone. If they like the caller too, both are a match and their chat is open.
   *
   * A like costs one of the allowance, and a super like 50 tokens besides. Liking someone after a pass takes
   * the pass back. Fails with `cannot_target_self`, `not_found`, `already_exists` for someone liked or
   * matched before, `failed_precondition` for a match that has ended and for someone who does not take part,
   * `like_limit_reached` with the seconds to the next refill, and `insufficient_balance`.
   *
   * `POST /v1/matchmaking/likes`; for a user whose identity and age are approved.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `insufficient_balance`, `verification_required`, `not_found`, `already_exists`, `idempotency_in_flight`,
   * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `cannot_target_self`, `like_limit_reached`, `internal`, `unavailable`.
   */
  likeProfile(params: t.LikeProfile, options?: CallOptions): Promise<ApiResponse<t.LikeReceipt>>;
  /**
   * Passes someone by, who is not suggested again. It takes an earlier like back, not its price.
   *
   * Fails with `cannot_target_self`, `not_found`, and with `failed_precondition` for a match.
   *
   * `POST /v1/matchmaking/passes`; for a user whose identity and age are approved.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `verification_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`,
   * `cannot_target_self`, `internal`, `unavailable`.
   */
  passProfile(params: t.PassProfile, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Takes the caller's last like or pass back, for 10 tokens and within 5 minutes.
   *
   * A like returns to the allowance, the price of a super like to the wallet. Fails with
   * `failed_precondition` when there is nothing to take back, when it is too long ago or when it became a
   * match, and with `insufficient_balance`.
   *
   * `POST /v1/matchmaking/rewind`; for a user whose identity and age are approved.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `insufficient_balance`,
   * `verification_required`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  rewind(params?: t.Rewind, options?: CallOptions): Promise<ApiResponse<t.RewindReceipt>>;
  /**
   * Lists the caller's matches, the one with the latest activity first.
   *
   * Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
   *
   * `GET /v1/matchmaking/matches`; for a user whose identity and age are approved.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`,
   * `verification_required`, `validation_failed`, `internal`, `unavailable`.
   */
  getMatches(params?: t.GetMatches, options?: CallOptions): Promise<ApiResponse<t.MatchPage>>;
  /**
   * Ends a match and closes its chat, whose escrow returns to the payer.
   *
   * The two are not suggested to each other again. Ending it twice is ending it once. Fails with `not_found`,
   * also for a match of others.
   *
   * `DELETE /v1/matchmaking/matches/{matchId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unmatch(params: t.Unmatch, options?: CallOptions): Promise<ApiResponse<t.UnmatchReceipt>>;
  /**
   * Reads whom the caller wants to meet.
   *
   * `GET /v1/matchmaking/preferences`; for anyone who is signed in.
   *
   * Problems: `unauthenticated`, `token_expired`, `validation_failed`, `internal`, `unavailable`.
   */
  getPreferences(params?: t.GetMatchPreferences, options?: CallOptions): Promise<ApiResponse<t.MatchPreferences>>;
  /**
   * Sets whom the caller wants to meet, all of it at once.
   *
   * Fails with `validation_failed`, naming the field.
   *
   * `PUT /v1/matchmaking/preferences`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
   */
  updatePreferences(params?: t.UpdateMatchPreferences, options?: CallOptions): Promise<ApiResponse<t.MatchPreferences>>;
  /**
   * Lists who likes the caller and has had no answer yet: super likes first, then the newest.
   *
   * Fails with `invalid_cursor`.
   *
   * `GET /v1/matchmaking/likes/received`; for a user whose identity and age are approved.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`,
   * `verification_required`, `validation_failed`, `internal`, `unavailable`.
   */
  getLikesReceived(params?: t.GetLikesReceived, options?: CallOptions): Promise<ApiResponse<t.LikesReceivedPage>>;
  /**
   * Says how many likes the caller has left, and when there are more.
   *
   * `GET /v1/matchmaking/allowance`; for a user whose identity and age are approved.
   *
   * Problems: `unauthenticated`, `token_expired`, `verification_required`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  getAllowance(params?: t.GetAllowance, options?: CallOptions): Promise<ApiResponse<t.LikeAllowance>>;
  /**
   * Counts the free messages of a match's chat. They are the payer's.
   *
   * Fails with `not_found`, also for a match of others.
   *
   * `GET /v1/matchmaking/matches/{matchId}/free-messages`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getFreeMessagesStatus(params: t.GetFreeMessagesStatus, options?: CallOptions): Promise<ApiResponse<t.FreeMessagesStatus>>;
  /**
   * Says how well the caller and another fit, and why.
   *
   * Fails with `cannot_target_self`, `not_found`, `profile_private`.
   *
   * `GET /v1/matchmaking/compatibility/{userId}`; for a user whose identity and age are approved.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `verification_required`,
   * `profile_private`, `not_found`, `validation_failed`, `cannot_target_self`, `internal`, `unavailable`.
   */
  getCompatibility(params: t.GetCompatibility, options?: CallOptions): Promise<ApiResponse<t.Compatibility>>;
}
