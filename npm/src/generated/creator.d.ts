// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Counts what a period brought: revenue, fans, content and chats.
 *
 * The revenue is that of `payments.getEarningsSummary`. A period without anything answers zeros.
 *
 * `GET /v1/creator/stats`; for a creator.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getStats(client: AvaloClient, params?: t.GetStats, options?: CallOptions): Promise<ApiResponse<t.CreatorStats>>;

/**
 * Gathers what a creator looks at first: revenue by day, the best posts, the most generous fans.
 *
 * `GET /v1/creator/dashboard`; for a creator.
 *
 * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function getDashboard(client: AvaloClient, params?: t.GetDashboard, options?: CallOptions): Promise<ApiResponse<t.CreatorDashboard>>;

/**
 * Breaks the revenue of a time down by kind and by UTC day; both add up to its total.
 *
 * Fails with `validation_failed`, naming `start` when it is after `end` and `end` when it is more than 366
 * days later.
 *
 * `GET /v1/creator/revenue`; for a creator.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getRevenueBreakdown(client: AvaloClient, params: t.GetRevenueBreakdown, options?: CallOptions): Promise<ApiResponse<t.RevenueBreakdown>>;

/**
 * Says how many subscribe, who came and went in the last 30 days, and what each tier brings.
 *
 * `GET /v1/creator/subscribers/analytics`; for a creator.
 *
 * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function getSubscriberAnalytics(client: AvaloClient, params?: t.GetSubscriberAnalytics, options?: CallOptions): Promise<ApiResponse<t.SubscriberAnalytics>>;

/**
 * Lists who subscribes to the caller now, whoever came last first.
 *
 * Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
 *
 * `GET /v1/creator/subscribers`; for a creator.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function listSubscribers(client: AvaloClient, params?: t.ListSubscribers, options?: CallOptions): Promise<ApiResponse<t.SubscriberPage>>;

/**
 * Lists the people by whom the caller earned most, the most generous first.
 *
 * Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
 *
 * `GET /v1/creator/fans`; for a creator.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getTopFans(client: AvaloClient, params?: t.GetTopFans, options?: CallOptions): Promise<ApiResponse<t.FanPage>>;

/**
 * Lists the caller's posts with what they brought, the newest or the best first.
 *
 * Fails with `invalid_cursor`.
 *
 * `GET /v1/creator/content`; for a creator.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function getContentPerformance(client: AvaloClient, params?: t.GetContentPerformance, options?: CallOptions): Promise<ApiResponse<t.ContentPage>>;

/**
 * Reads the caller's prices.
 *
 * `GET /v1/creator/pricing`; for a creator.
 *
 * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
 * `unavailable`.
 */
export declare function getContentPricing(client: AvaloClient, params?: t.GetContentPricing, options?: CallOptions): Promise<ApiResponse<t.ContentPricing>>;

/**
 * Sets all prices of the caller at once; what is absent returns to the standard.
 *
 * The prices of messages are those that `chat.updatePricing` changes one by one. Fails with
 * `validation_failed`.
 *
 * `PUT /v1/creator/pricing`; for a creator.
 *
 * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `creator_required`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function setContentPricing(client: AvaloClient, params?: t.SetContentPricing, options?: CallOptions): Promise<ApiResponse<t.ContentPricing>>;

/**
 * Plans a post. At its time it is published as `feed.createPost` would, and followers are told.
 *
 * Content whose author is suspended, deleted or no creator by then is not published. Fails with
 * `validation_failed` also for a time that is not in the future, with `content_blocked`, and with
 * `failed_precondition` for a file that has not arrived or is used already.
 *
 * `POST /v1/creator/schedule`; for a creator.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
 * `unavailable`.
 */
export declare function scheduleContent(client: AvaloClient, params: t.ScheduleContent, options?: CallOptions): Promise<ApiResponse<t.ScheduledContent>>;

/**
 * Lists the caller's plans, what comes next first.
 *
 * Fails with `invalid_cursor`.
 *
 * `GET /v1/creator/schedule`; for a creator.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
 * `validation_failed`, `internal`, `unavailable`.
 */
export declare function listScheduled(client: AvaloClient, params?: t.ListScheduled, options?: CallOptions): Promise<ApiResponse<t.ScheduledPage>>;

/**
 * Takes a plan back. Its files may be used again. Doing it twice is doing it once.
 *
 * Fails with `not_found`, also for another creator's, and with `failed_precondition` for what is published
 * already.
 *
 * `DELETE /v1/creator/schedule/{scheduledId}`; for a creator.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function cancelScheduled(client: AvaloClient, params: t.CancelScheduled, options?: CallOptions): Promise<ApiResponse<t.ScheduledContent>>;

/** A creator's figures, prices and plans. */
export interface CreatorApi {
  /**
   * Counts what a period brought: revenue, fans, content and chats.
   *
   * The revenue is that of `payments.getEarningsSummary`. A period without anything answers zeros.
   *
   * `GET /v1/creator/stats`; for a creator.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getStats(params?: t.GetStats, options?: CallOptions): Promise<ApiResponse<t.CreatorStats>>;
  /**
   * Gathers what a creator looks at first: revenue by day, the best posts, the most generous fans.
   *
   * `GET /v1/creator/dashboard`; for a creator.
   *
   * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  getDashboard(params?: t.GetDashboard, options?: CallOptions): Promise<ApiResponse<t.CreatorDashboard>>;
  /**
   * Breaks the revenue of a time down by kind and by UTC day; both add up to its total.
   *
   * Fails with `validation_failed`, naming `start` when it is after `end` and `end` when it is more than 366
   * days later.
   *
   * `GET /v1/creator/revenue`; for a creator.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getRevenueBreakdown(params: t.GetRevenueBreakdown, options?: CallOptions): Promise<ApiResponse<t.RevenueBreakdown>>;
  /**
   * Says how many subscribe, who came and went in the last 30 days, and what each tier brings.
   *
   * `GET /v1/creator/subscribers/analytics`; for a creator.
   *
   * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  getSubscriberAnalytics(params?: t.GetSubscriberAnalytics, options?: CallOptions): Promise<ApiResponse<t.SubscriberAnalytics>>;
  /**
   * Lists who subscribes to the caller now, whoever came last first.
   *
   * Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
   *
   * `GET /v1/creator/subscribers`; for a creator.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  listSubscribers(params?: t.ListSubscribers, options?: CallOptions): Promise<ApiResponse<t.SubscriberPage>>;
  /**
   * Lists the people by whom the caller earned most, the most generous first.
   *
   * Deleted accounts and the other side of a block are left out. Fails with `invalid_cursor`.
   *
   * `GET /v1/creator/fans`; for a creator.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getTopFans(params?: t.GetTopFans, options?: CallOptions): Promise<ApiResponse<t.FanPage>>;
  /**
   * Lists the caller's posts with what they brought, the newest or the best first.
   *
   * Fails with `invalid_cursor`.
   *
   * `GET /v1/creator/content`; for a creator.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  getContentPerformance(params?: t.GetContentPerformance, options?: CallOptions): Promise<ApiResponse<t.ContentPage>>;
  /**
   * Reads the caller's prices.
   *
   * `GET /v1/creator/pricing`; for a creator.
   *
   * Problems: `unauthenticated`, `token_expired`, `creator_required`, `validation_failed`, `internal`,
   * `unavailable`.
   */
  getContentPricing(params?: t.GetContentPricing, options?: CallOptions): Promise<ApiResponse<t.ContentPricing>>;
  /**
   * Sets all prices of the caller at once; what is absent returns to the standard.
   *
   * The prices of messages are those that `chat.updatePricing` changes one by one. Fails with
   * `validation_failed`.
   *
   * `PUT /v1/creator/pricing`; for a creator.
   *
   * Problems: `invalid_json`, `unauthenticated`, `token_expired`, `creator_required`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `internal`, `unavailable`.
   */
  setContentPricing(params?: t.SetContentPricing, options?: CallOptions): Promise<ApiResponse<t.ContentPricing>>;
  /**
   * Plans a post. At its time it is published as `feed.createPost` would, and followers are told.
   *
   * Content whose author is suspended, deleted or no creator by then is not published. Fails with
   * `validation_failed` also for a time that is not in the future, with `content_blocked`, and with
   * `failed_precondition` for a file that has not arrived or is used already.
   *
   * `POST /v1/creator/schedule`; for a creator.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `content_blocked`, `internal`,
   * `unavailable`.
   */
  scheduleContent(params: t.ScheduleContent, options?: CallOptions): Promise<ApiResponse<t.ScheduledContent>>;
  /**
   * Lists the caller's plans, what comes next first.
   *
   * Fails with `invalid_cursor`.
   *
   * `GET /v1/creator/schedule`; for a creator.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `creator_required`,
   * `validation_failed`, `internal`, `unavailable`.
   */
  listScheduled(params?: t.ListScheduled, options?: CallOptions): Promise<ApiResponse<t.ScheduledPage>>;
  /**
   * Takes a plan back. Its files may be used again. Doing it twice is doing it once.
   *
   * Fails with `not_found`, also for another creator's, and with `failed_precondition` for what is published
   * already.
   *
   * `DELETE /v1/creator/schedule/{scheduledId}`; for a creator.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `creator_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  cancelScheduled(params: t.CancelScheduled, options?: CallOptions): Promise<ApiResponse<t.ScheduledContent>>;
}
