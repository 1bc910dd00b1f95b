// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { AvaloClient, ApiResponse, CallOptions, ReplyStream, LiveSubscription, SubscribeOptions } from "../types.js";
import type * as t from "./types.js";

/**
 * Returns a profile, as much of it as the caller may see.
 *
 * Fails with `not_found`, also where one of the two has blocked the other.
 *
 * `GET /v1/profiles/{userId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function getProfile(client: AvaloClient, params: t.GetProfile, options?: CallOptions): Promise<ApiResponse<t.Profile>>;

/**
 * Changes the caller's profile.
 *
 * Fails with `validation_failed`, naming the field; nothing is changed then.
 *
 * `PATCH /v1/profiles/me`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function updateProfile(client: AvaloClient, params?: t.UpdateProfile, options?: CallOptions): Promise<ApiResponse<t.Profile>>;

/**
 * Changes what the caller shows and allows.
 *
 * Fails with `validation_failed`.
 *
 * `PATCH /v1/profiles/me/settings`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function updateSettings(client: AvaloClient, params?: t.UpdateSettings, options?: CallOptions): Promise<ApiResponse<t.Settings>>;

/**
 * Adds a photo, six at most.
 *
 * Fails with `validation_failed` for an address that is no upload of the caller's or no `profile_photo`,
 * `failed_precondition` for one whose bytes have not arrived or that is used already, and for a seventh
 * photo.
 *
 * `POST /v1/profiles/me/photos`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function uploadProfilePhoto(client: AvaloClient, params: t.UploadProfilePhoto, options?: CallOptions): Promise<ApiResponse<t.Photo>>;

/**
 * Takes a photo off the caller's profile, file and all. One that is not there is off already. Was it the one
 * shown first, the oldest of the others is from now on.
 *
 * `DELETE /v1/profiles/me/photos/{photoId}`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function deletePhoto(client: AvaloClient, params: t.DeletePhoto, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Deletes the caller's account. It ends at once and is gone for good after 30 days.
 *
 * Fails with `failed_precondition` while tokens are in escrow or locked for a withdrawal, and with
 * `step_up_required`.
 *
 * `DELETE /v1/profiles/me`; for anyone who is signed in; needs a second factor that was proved in the last
 * ten minutes.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `step_up_required`,
 * `idempotency_in_flight`, `failed_precondition`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function deleteAccount(client: AvaloClient, params?: t.DeleteAccount, options?: CallOptions): Promise<ApiResponse<t.Deletion>>;

/**
 * Brings back an account that was deleted less than 30 days ago, as it was. Its owner, who has no session any
 * longer, shows address and password here and signs in after that.
 *
 * Fails with `invalid_credentials`, with `too_fast` after five wrong passwords in five minutes, and with
 * `failed_precondition` for an account that is not deleted.
 *
 * `POST /v1/profiles/me/restore`; for anyone.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `invalid_credentials`, `idempotency_in_flight`,
 * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
 * `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
 */
export declare function restoreAccount(client: AvaloClient, params: t.RestoreAccount, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Finds people by a text: those whose name contains it or who have an interest that is it, capitals aside.
 * Whoever signed up first comes first.
 *
 * Only profiles that everyone may see are found, without the caller's own and those on the other side of a
 * block. Fails with `validation_failed`, and with `invalid_cursor`, also for a cursor of another text.
 *
 * `GET /v1/profiles`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function search(client: AvaloClient, params: t.SearchProfiles, options?: CallOptions): Promise<ApiResponse<t.UserPage>>;

/**
 * Follows someone; following twice is following once.
 *
 * Fails with `cannot_target_self`, `not_found`, `blocked`.
 *
 * `PUT /v1/profiles/{userId}/follow`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `blocked`, `not_found`,
 * `validation_failed`, `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function followUser(client: AvaloClient, params: t.FollowUser, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Follows someone no longer. Without a follow it changes nothing.
 *
 * `DELETE /v1/profiles/{userId}/follow`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unfollowUser(client: AvaloClient, params: t.UnfollowUser, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Lists who follows someone, whoever came last first.
 *
 * Fails with `not_found`, also where one of the two has blocked the other, `profile_private` where the caller
 * may not see the profile, `invalid_cursor`.
 *
 * `GET /v1/profiles/{userId}/followers`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `profile_private`,
 * `not_found`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getFollowers(client: AvaloClient, params: t.GetFollowers, options?: CallOptions): Promise<ApiResponse<t.UserPage>>;

/**
 * Lists whom someone follows, whoever came last first.
 *
 * Fails with `not_found`, also where one of the two has blocked the other, `profile_private` where the caller
 * may not see the profile, `invalid_cursor`.
 *
 * `GET /v1/profiles/{userId}/following`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `profile_private`,
 * `not_found`, `validation_failed`, `internal`, `unavailable`.
 */
export declare function getFollowing(client: AvaloClient, params: t.GetFollowing, options?: CallOptions): Promise<ApiResponse<t.UserPage>>;

/**
 * Blocks someone: neither sees, follows, writes to or pays the other.
 *
 * Fails with `cannot_target_self`, `not_found`.
 *
 * `PUT /v1/profiles/{userId}/block`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `cannot_target_self`, `internal`, `unavailable`.
 */
export declare function blockUser(client: AvaloClient, params: t.BlockUser, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Blocks someone no longer. Who followed before does not follow again by that.
 *
 * `DELETE /v1/profiles/{userId}/block`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function unblockUser(client: AvaloClient, params: t.UnblockUser, options?: CallOptions): Promise<ApiResponse<null>>;

/**
 * Reports a user, or something of theirs, to the moderators. Only the staff learns who did.
 *
 * Nothing happens to the one who is reported before a moderator decides, however many reports there are;
 * those of three users make it urgent.
 *
 * Fails with `not_found` for what is not there or not for the caller, `cannot_target_self`, `already_exists`
 * while a report of the caller about the same thing waits, `validation_failed` for `other` without details,
 * `too_fast` after 20 reports in an hour.
 *
 * `POST /v1/reports`; for anyone who is signed in.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
 * `already_exists`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
 * `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `too_fast`, `internal`, `unavailable`.
 */
export declare function createReport(client: AvaloClient, params: t.CreateReport, options?: CallOptions): Promise<ApiResponse<t.ReportReceipt>>;

/**
 * Makes the caller a creator, who may earn. It takes 100 followers, and changes nothing for a creator.
 *
 * Fails with `verification_required`; with `requirements_not_met`, naming each one that is missing.
 *
 * `POST /v1/profiles/me/creator`; for a user whose identity and age are approved.
 *
 * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `verification_required`,
 * `idempotency_in_flight`, `requirements_not_met`, `validation_failed`, `idempotency_key_reused`, `internal`,
 * `unavailable`.
 */
export declare function becomeCreator(client: AvaloClient, params?: t.BecomeCreator, options?: CallOptions): Promise<ApiResponse<t.Profile>>;

/**
 * Offers a tier, five at a time.
 *
 * Fails with `creator_required`, `validation_failed`; with `failed_precondition` while five are offered.
 *
 * `POST /v1/profiles/me/tiers`; for a creator.
 *
 * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function createSubscriptionTier(client: AvaloClient, params: t.CreateSubscriptionTier, options?: CallOptions): Promise<ApiResponse<t.SubscriptionTier>>;

/**
 * Lists what a creator offers, the cheapest first; creators see their own withdrawn tiers too.
 *
 * Fails with `not_found`, also where one of the two has blocked the other.
 *
 * `GET /v1/profiles/{userId}/tiers`; for anyone who is signed in.
 *
 * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
 * `internal`, `unavailable`.
 */
export declare function listSubscriptionTiers(client: AvaloClient, params: t.ListSubscriptionTiers, options?: CallOptions): Promise<ApiResponse<t.TierList>>;

/**
 * Changes a tier of the caller's.
 *
 * Fails with `not_found`, `creator_required`, `validation_failed`; with `failed_precondition` when it would
 * be the sixth that is offered.
 *
 * `PATCH /v1/profiles/me/tiers/{tierId}`; for a creator.
 *
 * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
 * `creator_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
 * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
 */
export declare function updateSubscriptionTier(client: AvaloClient, params: t.UpdateSubscriptionTier, options?: CallOptions): Promise<ApiResponse<t.SubscriptionTier>>;

/** People: their public face, their settings and who follows whom. */
export interface ProfilesApi {
  /**
   * Returns a profile, as much of it as the caller may see.
   *
   * Fails with `not_found`, also where one of the two has blocked the other.
   *
   * `GET /v1/profiles/{userId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  getProfile(params: t.GetProfile, options?: CallOptions): Promise<ApiResponse<t.Profile>>;
  /**
   * Changes the caller's profile.
   *
   * Fails with `validation_failed`, naming the field; nothing is changed then.
   *
   * `PATCH /v1/profiles/me`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  updateProfile(params?: t.UpdateProfile, options?: CallOptions): Promise<ApiResponse<t.Profile>>;
  /**
   * Changes what the caller shows and allows.
   *
   * Fails with `validation_failed`.
   *
   * `PATCH /v1/profiles/me/settings`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `internal`, `unavailable`.
   */
  updateSettings(params?: t.UpdateSettings, options?: CallOptions): Promise<ApiResponse<t.Settings>>;
  /**
   * Adds a photo, six at most.
   *
   * Fails with `validation_failed` for an address that is no upload of the caller's or no `profile_photo`,
   * `failed_precondition` for one whose bytes have not arrived or that is used already, and for a seventh
   * photo.
   *
   * `POST /v1/profiles/me/photos`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `failed_precondition`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  uploadProfilePhoto(params: t.UploadProfilePhoto, options?: CallOptions): Promise<ApiResponse<t.Photo>>;
  /**
   * Takes a photo off the caller's profile, file and all. One that is not there is off already. Was it the
   * one shown first, the oldest of the others is from now on.
   *
   * `DELETE /v1/profiles/me/photos/{photoId}`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  deletePhoto(params: t.DeletePhoto, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Deletes the caller's account. It ends at once and is gone for good after 30 days.
   *
   * Fails with `failed_precondition` while tokens are in escrow or locked for a withdrawal, and with
   * `step_up_required`.
   *
   * `DELETE /v1/profiles/me`; for anyone who is signed in; needs a second factor that was proved in the last
   * ten minutes.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `step_up_required`,
   * `idempotency_in_flight`, `failed_precondition`, `validation_failed`, `idempotency_key_reused`,
   * `internal`, `unavailable`.
   */
  deleteAccount(params?: t.DeleteAccount, options?: CallOptions): Promise<ApiResponse<t.Deletion>>;
  /**
   * Brings back an account that was deleted less than 30 days ago, as it was. Its owner, who has no session
   * any longer, shows address and password here and signs in after that.
   *
   * Fails with `invalid_credentials`, with `too_fast` after five wrong passwords in five minutes, and with
   * `failed_precondition` for an account that is not deleted.
   *
   * `POST /v1/profiles/me/restore`; for anyone.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `invalid_credentials`, `idempotency_in_flight`,
   * `failed_precondition`, `payload_too_large`, `unsupported_media_type`, `validation_failed`,
   * `idempotency_key_reused`, `too_fast`, `internal`, `unavailable`.
   */
  restoreAccount(params: t.RestoreAccount, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Finds people by a text: those whose name contains it or who have an interest that is it, capitals aside.
   * Whoever signed up first comes first.
   *
   * Only profiles that everyone may see are found, without the caller's own and those on the other side of a
   * block. Fails with `validation_failed`, and with `invalid_cursor`, also for a cursor of another text.
   *
   * `GET /v1/profiles`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  search(params: t.SearchProfiles, options?: CallOptions): Promise<ApiResponse<t.UserPage>>;
  /**
   * Follows someone; following twice is following once.
   *
   * Fails with `cannot_target_self`, `not_found`, `blocked`.
   *
   * `PUT /v1/profiles/{userId}/follow`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `blocked`, `not_found`,
   * `validation_failed`, `cannot_target_self`, `internal`, `unavailable`.
   */
  followUser(params: t.FollowUser, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Follows someone no longer. Without a follow it changes nothing.
   *
   * `DELETE /v1/profiles/{userId}/follow`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unfollowUser(params: t.UnfollowUser, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Lists who follows someone, whoever came last first.
   *
   * Fails with `not_found`, also where one of the two has blocked the other, `profile_private` where the
   * caller may not see the profile, `invalid_cursor`.
   *
   * `GET /v1/profiles/{userId}/followers`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `profile_private`,
   * `not_found`, `validation_failed`, `internal`, `unavailable`.
   */
  getFollowers(params: t.GetFollowers, options?: CallOptions): Promise<ApiResponse<t.UserPage>>;
  /**
   * Lists whom someone follows, whoever came last first.
   *
   * Fails with `not_found`, also where one of the two has blocked the other, `profile_private` where the
   * caller may not see the profile, `invalid_cursor`.
   *
   * `GET /v1/profiles/{userId}/following`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `invalid_cursor`, `unauthenticated`, `token_expired`, `profile_private`,
   * `not_found`, `validation_failed`, `internal`, `unavailable`.
   */
  getFollowing(params: t.GetFollowing, options?: CallOptions): Promise<ApiResponse<t.UserPage>>;
  /**
   * Blocks someone: neither sees, follows, writes to or pays the other.
   *
   * Fails with `cannot_target_self`, `not_found`.
   *
   * `PUT /v1/profiles/{userId}/block`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `cannot_target_self`, `internal`, `unavailable`.
   */
  blockUser(params: t.BlockUser, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Blocks someone no longer. Who followed before does not follow again by that.
   *
   * `DELETE /v1/profiles/{userId}/block`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `idempotency_in_flight`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  unblockUser(params: t.UnblockUser, options?: CallOptions): Promise<ApiResponse<null>>;
  /**
   * Reports a user, or something of theirs, to the moderators. Only the staff learns who did.
   *
   * Nothing happens to the one who is reported before a moderator decides, however many reports there are;
   * those of three users make it urgent.
   *
   * Fails with `not_found` for what is not there or not for the caller, `cannot_target_self`,
   * `already_exists` while a report of the caller about the same thing waits, `validation_failed` for `other`
   * without details, `too_fast` after 20 reports in an hour.
   *
   * `POST /v1/reports`; for anyone who is signed in.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`, `not_found`,
   * `already_exists`, `idempotency_in_flight`, `payload_too_large`, `unsupported_media_type`,
   * `validation_failed`, `idempotency_key_reused`, `cannot_target_self`, `too_fast`, `internal`,
   * `unavailable`.
   */
  createReport(params: t.CreateReport, options?: CallOptions): Promise<ApiResponse<t.ReportReceipt>>;
  /**
   * Makes the caller a creator, who may earn. It takes 100 followers, and changes nothing for a creator.
   *
   * Fails with `verification_required`; with `requirements_not_met`, naming each one that is missing.
   *
   * `POST /v1/profiles/me/creator`; for a user whose identity and age are approved.
   *
   * Problems: `idempotency_key_missing`, `unauthenticated`, `token_expired`, `verification_required`,
   * `idempotency_in_flight`, `requirements_not_met`, `validation_failed`, `idempotency_key_reused`,
   * `internal`, `unavailable`.
   */
  becomeCreator(params?: t.BecomeCreator, options?: CallOptions): Promise<ApiResponse<t.Profile>>;
  /**
   * Offers a tier, five at a time.
   *
   * Fails with `creator_required`, `validation_failed`; with `failed_precondition` while five are offered.
   *
   * `POST /v1/profiles/me/tiers`; for a creator.
   *
   * Problems: `invalid_json`, `idempotency_key_missing`, `unauthenticated`, `token_expired`,
   * `creator_required`, `idempotency_in_flight`, `failed_precondition`, `payload_too_large`,
   * `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`, `unavailable`.
   */
  createSubscriptionTier(params: t.CreateSubscriptionTier, options?: CallOptions): Promise<ApiResponse<t.SubscriptionTier>>;
  /**
   * Lists what a creator offers, the cheapest first; creators see their own withdrawn tiers too.
   *
   * Fails with `not_found`, also where one of the two has blocked the other.
   *
   * `GET /v1/profiles/{userId}/tiers`; for anyone who is signed in.
   *
   * Problems: `invalid_request`, `unauthenticated`, `token_expired`, `not_found`, `validation_failed`,
   * `internal`, `unavailable`.
   */
  listSubscriptionTiers(params: t.ListSubscriptionTiers, options?: CallOptions): Promise<ApiResponse<t.TierList>>;
  /**
   * Changes a tier of the caller's.
   *
   * Fails with `not_found`, `creator_required`, `validation_failed`; with `failed_precondition` when it would
   * be the sixth that is offered.
   *
   * `PATCH /v1/profiles/me/tiers/{tierId}`; for a creator.
   *
   * Problems: `invalid_json`, `invalid_request`, `idempotency_key_missing`, `unauthenticated`,
   * `token_expired`, `creator_required`, `not_found`, `idempotency_in_flight`, `failed_precondition`,
   * `payload_too_large`, `unsupported_media_type`, `validation_failed`, `idempotency_key_reused`, `internal`,
   * `unavailable`.
   */
  updateSubscriptionTier(params: t.UpdateSubscriptionTier, options?: CallOptions): Promise<ApiResponse<t.SubscriptionTier>>;
}
