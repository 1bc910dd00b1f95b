// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

import type { Open } from "../types.js";

/** An account to open. */
export interface Register {
  /**
   * An address that no other account has.
   *
   * Limits: 5 to 254 characters; `^[!-?A-~]+@[!-\-/-?A-~]+(\.[!-\-/-?A-~]+)+$`.
   */
  email: string;
  /**
   * 8 to 128 characters with a capital, a small letter and a digit.
   *
   * Limits: 8 to 128 characters.
   */
  password: string;
  /**
   * The name to show, 2 to 50 characters.
   *
   * Limits: 2 to 50 characters; `^[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$`.
   */
  displayName: string;
  /**
   * `YYYY-MM-DD`; users are 18 or older.
   *
   * Limits: `^(19\|20)[0-9]{2}-(0[1-9]\|1[0-2])-(0[1-9]\|[12][0-9]\|3[01])$`.
   */
  dateOfBirth: string;
  /** Whether the terms were accepted; they must be. */
  acceptTerms: boolean;
  /**
   * The device, 1 to 100 characters, to tell sessions apart.
   *
   * Limits: 1 to 100 characters.
   */
  deviceId?: string | null;
}

/** Who signs in. */
export interface Login {
  /**
   * The account's address.
   *
   * Limits: 5 to 254 characters; `^[!-?A-~]+@[!-\-/-?A-~]+(\.[!-\-/-?A-~]+)+$`.
   */
  email: string;
  /**
   * The account's password.
   *
   * Limits: 1 to 128 characters.
   */
  password: string;
  /**
   * The device, 1 to 100 characters, to tell sessions apart.
   *
   * Limits: 1 to 100 characters.
   */
  deviceId?: string | null;
}

/** The second factor of a sign-in. */
export interface VerifyTwoFactor {
  /** The challenge that the sign-in gave. */
  challengeId: string;
  /**
   * Six digits of the authenticator, or a recovery code.
   *
   * Limits: 6 to 64 characters.
   */
  code: string;
}

/** The start of a sign-in at a provider. */
export interface StartOauth {
  /** The provider. */
  provider: OauthProvider;
  /**
   * Where the provider sends the user back to: `https`, a loopback address or an app's own scheme.
   *
   * Limits: 1 to 500 characters;
   * `^(https://[0-9A-Za-z]\|http://(localhost\|127\.0\.0\.1)([/:?]\|$)\|(?!https?:\|javascript:\|data:\|file:)[a-z][a-z0-9+.-]*://)[!-\x22$-~]*$`.
   */
  redirectUri: string;
  /**
   * The S256 hash of a secret that stays on this device, RFC 7636.
   *
   * Limits: `^[A-Za-z0-9_-]{43}$`.
   */
  codeChallenge: string;
}

/** The end of a sign-in at a provider. */
export interface LoginWithOauth {
  /** The provider. */
  provider: OauthProvider;
  /**
   * The code that the provider sent back.
   *
   * Limits: 1 to 500 characters.
   */
  code: string;
  /**
   * The state that the provider sent back.
   *
   * Limits: 1 to 500 characters.
   */
  state: string;
  /**
   * The secret whose hash the start named.
   *
   * Limits: 1 to 128 characters; `^[!-~]+$`.
   */
  codeVerifier: string;
  /**
   * The same as at the start.
   *
   * Limits: 1 to 500 characters.
   */
  redirectUri: string;
  /**
   * Who the provider says it is, where it says so, RFC 9207.
   *
   * Limits: 1 to 500 characters.
   */
  issuer?: string | null;
}

/** The token to exchange. */
export interface RefreshToken {
  /**
   * The refresh token.
   *
   * Limits: 1 to 500 characters.
   */
  refreshToken: string;
}

/** Ends the caller's session. */
export type Logout = Record<string, never>;

/** Ends all of the caller's sessions. */
export type LogoutAll = Record<string, never>;

/** Asks for the caller's account. */
export type GetCurrentUser = Record<string, never>;

/** Asks which features are on for the caller. */
export type GetFeatureFlags = Record<string, never>;

/** Asks for the caller's sessions. */
export type ListSessions = Record<string, never>;

/** Which session to end. */
export interface RevokeSession {
  /** The session. */
  sessionId: string;
}

/** Asks for a secret to put into an authenticator. */
export type EnableTwoFactor = Record<string, never>;

/** Proof that the authenticator has the secret. */
export interface ConfirmTwoFactor {
  /**
   * Six digits of the authenticator.
   *
   * Limits: 6 to 64 characters.
   */
  code: string;
}

/** Asks for sign-ins without a second factor. */
export type DisableTwoFactor = Record<string, never>;

/** Asks for a challenge before an operation that needs more than a session. */
export type StartStepUp = Record<string, never>;

/** The answer to a step-up's challenge. */
export interface CompleteStepUp {
  /** The challenge. */
  challengeId: string;
  /**
   * The code or the password, as the challenge asks.
   *
   * Limits: 1 to 128 characters.
   */
  proof: string;
}

/** Whose password was forgotten. */
export interface RequestPasswordReset {
  /**
   * The account's address.
   *
   * Limits: 5 to 254 characters; `^[!-?A-~]+@[!-\-/-?A-~]+(\.[!-\-/-?A-~]+)+$`.
   */
  email: string;
}

/** A new password. */
export interface ResetPassword {
  /**
   * The token of the mail, good for an hour, once.
   *
   * Limits: 1 to 500 characters.
   */
  token: string;
  /**
   * 8 to 128 characters with a capital, a small letter and a digit.
   *
   * Limits: 8 to 128 characters.
   */
  password: string;
}

/** Documents that prove identity and age. */
export interface SubmitKyc {
  /**
   * The name in the document, 2 to 100 characters.
   *
   * Limits: 2 to 100 characters; `^[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$`.
   */
  fullName: string;
  /**
   * The day of birth in the document, `YYYY-MM-DD`.
   *
   * Limits: `^(19\|20)[0-9]{2}-(0[1-9]\|1[0-2])-(0[1-9]\|[12][0-9]\|3[01])$`.
   */
  dateOfBirth: string;
  /**
   * Street and number, 5 to 200 characters.
   *
   * Limits: 5 to 200 characters.
   */
  address: string;
  /**
   * 2 to 100 characters.
   *
   * Limits: 2 to 100 characters.
   */
  city: string;
  /**
   * Two letters, ISO 3166-1.
   *
   * Limits: `^[A-Z]{2}$`.
   */
  country: string;
  /**
   * 3 to 20 characters.
   *
   * Limits: 3 to 20 characters.
   */
  postalCode: string;
  /** The sort of document. */
  idType: IdType;
  /**
   * Its number, 5 to 50 characters.
   *
   * Limits: 5 to 50 characters.
   */
  idNumber: string;
  /**
   * Where the picture of its front is.
   *
   * Limits: 1 to 500 characters.
   */
  idFrontImage: string;
  /**
   * Where the picture of its back is, if it has one.
   *
   * Limits: 1 to 500 characters.
   */
  idBackImage?: string | null;
  /**
   * Where the picture of its owner is.
   *
   * Limits: 1 to 500 characters.
   */
  selfieImage: string;
}

/** Asks where the caller's verification stands. */
export type GetKycStatus = Record<string, never>;

/** A profile to show. */
export interface GetProfile {
  /** Whose it is. */
  userId: string;
}

/** What to change of the caller's profile. What is absent stays as it is. */
export interface UpdateProfile {
  /**
   * The name shown, 2 to 50 characters.
   *
   * Limits: 2 to 50 characters; `^[^\s\x00-\x1f\x7f-\x9f]([^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f])?$`.
   */
  displayName?: string | null;
  /**
   * What the user says about themselves, at most 500 characters; an empty text removes it.
   *
   * Limits: 0 to 500 characters.
   */
  bio?: string | null;
  /**
   * At most 20, of 1 to 30 characters each, none blank; an empty list removes them.
   *
   * Limits: 0 to 20 entries; each 1 to 30 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  interests?: string[] | null;
  /**
   * The town, at most 100 characters; an empty text removes it.
   *
   * Limits: 0 to 100 characters.
   */
  city?: string | null;
  /**
   * The country as two capital letters; an empty text removes it.
   *
   * Limits: `^([A-Z]{2})?$`.
   */
  country?: string | null;
}

/** What to change of the caller's settings. What is absent stays as it is. */
export interface UpdateSettings {
  /** Who may see the profile. */
  visibility?: ProfileVisibility | null;
  /** Whether town and country show. */
  showLocation?: boolean | null;
  /** Whether the age shows. */
  showAge?: boolean | null;
  /** Whether people without a chat with the user may write. */
  allowMessages?: boolean | null;
}

/** A photo for the caller's profile. */
export interface UploadProfilePhoto {
  /**
   * The address that `feed.requestUpload` gave for a `profile_photo`, once its bytes are there.
   *
   * Limits: 1 to 500 characters.
   */
  mediaUrl: string;
  /** Whether to show it first; the first photo always is. */
  isPrimary?: boolean | null;
}

/** A photo to take off the caller's profile. */
export interface DeletePhoto {
  /** The photo. */
  photoId: string;
}

/** The caller's account, to be deleted. */
export type DeleteAccount = Record<string, never>;

/** A deleted account to bring back, and who asks for it. */
export interface RestoreAccount {
  /**
   * Its address.
   *
   * Limits: 3 to 254 characters.
   */
  email: string;
  /**
   * Its password.
   *
   * Limits: 1 to 128 characters.
   */
  password: string;
}

/** Whom to look for. */
export interface SearchProfiles {
  /**
   * What their name or their interests say, 1 to 100 characters, not blank.
   *
   * Limits: 1 to 100 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  text: string;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before with the same text.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Someone to follow. */
export interface FollowUser {
  /** Who. */
  userId: string;
}

/** Someone to follow no longer. */
export interface UnfollowUser {
  /** Who. */
  userId: string;
}

/** Asks who follows someone. */
export interface GetFollowers {
  /** Whom. */
  userId: string;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Asks whom someone follows. */
export interface GetFollowing {
  /** Who. */
  userId: string;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Someone to block. */
export interface BlockUser {
  /** Who. */
  userId: string;
}

/** Someone to block no longer. */
export interface UnblockUser {
  /** Who. */
  userId: string;
}

/** Something to report. */
export interface CreateReport {
  /** What sort of thing it is. */
  targetType: ReportTarget;
  /**
   * Its id.
   *
   * Limits: 1 to 64 characters; `^[A-Za-z0-9_-]{1,64}$`.
   */
  targetId: string;
  /** Why. */
  reason: ReportReason;
  /**
   * What happened, at most 1,000 characters.
   *
   * Limits: 0 to 1,000 characters.
   */
  details?: string | null;
}

/** Asks to become a creator. */
export type BecomeCreator = Record<string, never>;

/** A tier to offer. */
export interface CreateSubscriptionTier {
  /**
   * Its name, 1 to 50 characters, not blank.
   *
   * Limits: 1 to 50 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  name: string;
  /**
   * What a period costs, 1 to 10,000 tokens.
   *
   * Limits: 1 to 10,000.
   */
  price: number;
  /** How long a period is. */
  duration: TierDuration;
  /**
   * What subscribers get: 1 to 10 lines of 1 to 200 characters, none blank.
   *
   * Limits: 1 to 10 entries; each 1 to 200 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  benefits: string[];
}

/** Asks what a creator offers. */
export interface ListSubscriptionTiers {
  /** The creator. */
  userId: string;
}

/** What to change of a tier. Subscriptions that run keep their price. */
export interface UpdateSubscriptionTier {
  /** The tier. */
  tierId: string;
  /**
   * Its name, 1 to 50 characters.
   *
   * Limits: 1 to 50 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  name?: string | null;
  /**
   * What a period costs, 1 to 10,000 tokens.
   *
   * Limits: 1 to 10,000.
   */
  price?: number | null;
  /** Whether it can be subscribed to; five tiers at a time are. */
  isActive?: boolean | null;
}

/** Which part of the feed to read. */
export interface GetFeed {
  /**
   * How many posts, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A post to publish. */
export interface CreatePost {
  /** What it consists of. */
  kind: PostKind;
  /**
   * The words, 1 to 5,000 characters, at most 2,000 when gated; not blank.
   *
   * Limits: 1 to 5,000 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  content: string;
  /**
   * Up to 10 addresses from `request_upload`, at most 5 when gated: none for a text, at least one image or
   * one video for those kinds. `profile_photo`, `chat_image`, `chat_video` and `chat_audio` have no place
   * here, and an address is used once.
   *
   * Limits: 0 to 10 entries; each 1 to 500 characters.
   */
  mediaUrls?: string[];
  /** Who may see it; everyone if absent. */
  visibility?: Visibility | null;
  /**
   * Asks a price of 5 to 10,000 tokens; for creators only.
   *
   * Limits: 5 to 10,000.
   */
  unlockPrice?: number | null;
}

/** Which post to read. */
export interface GetPost {
  /** The post. */
  postId: string;
}

/** What to change in a post. Absent fields stay as they are. */
export interface UpdatePost {
  /** The post. */
  postId: string;
  /**
   * The words, 1 to 5,000 characters, at most 2,000 when gated; not blank.
   *
   * Limits: 1 to 5,000 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  content?: string | null;
  /** Who may see it. */
  visibility?: Visibility | null;
}

/** Which post to delete. */
export interface DeletePost {
  /** The post. */
  postId: string;
}

/** Whose posts to read. */
export interface GetUserPosts {
  /** The author. */
  userId: string;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which post was shared. */
export interface SharePost {
  /** The post. */
  postId: string;
}

/** Which post to like. */
export interface LikePost {
  /** The post. */
  postId: string;
}

/** Which post to like no longer. */
export interface UnlikePost {
  /** The post. */
  postId: string;
}

/** A comment to write. */
export interface CommentOnPost {
  /** The post. */
  postId: string;
  /**
   * The words, 1 to 2,000 characters, not blank.
   *
   * Limits: 1 to 2,000 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  content: string;
  /** The comment that this one answers. */
  parentCommentId?: string | null;
}

/** Which comments to read. */
export interface GetComments {
  /** The post. */
  postId: string;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which comment to delete. */
export interface DeleteComment {
  /** The post. */
  postId: string;
  /** The comment. */
  commentId: string;
}

/** Which post to unlock. */
export interface UnlockPost {
  /** The post. */
  postId: string;
}

/** A story to publish for 24 hours. */
export interface CreateStory {
  /**
   * The address of one image or video, from `request_upload`; used once.
   *
   * Limits: 1 to 500 characters.
   */
  mediaUrl: string;
  /**
   * Words beside it, 1 to 500 characters, not blank.
   *
   * Limits: 1 to 500 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  caption?: string | null;
  /**
   * Asks a price of 50 to 500 tokens; for creators only.
   *
   * Limits: 50 to 500.
   */
  unlockPrice?: number | null;
}

/** Whose stories to read. */
export interface GetStories {
  /** One author; everyone the caller follows, and the caller, if absent. */
  authorId?: string;
}

/** Which story to pay for. */
export interface UnlockStory {
  /** The story. */
  storyId: string;
}

/** Which story was looked at. */
export interface ViewStory {
  /** The story. */
  storyId: string;
}

/** Which story to delete. */
export interface DeleteStory {
  /** The story. */
  storyId: string;
}

/** A file that the caller wants to upload. */
export interface RequestUpload {
  /** What it is for. */
  kind: UploadKind;
  /**
   * Its name, 1 to 256 characters.
   *
   * Limits: 1 to 256 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  filename: string;
  /**
   * Its media type, such as `image/jpeg`.
   *
   * Limits: 1 to 100 characters.
   */
  contentType: string;
  /**
   * Its size in bytes, at least 1.
   *
   * Limits: 1 to 9,007,199,254,740,991.
   */
  size: number;
}

/** Which of the caller's chats to read. */
export interface GetChats {
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** With whom to open a chat. */
export interface CreateChat {
  /** The other participant. */
  userId: string;
}

/** Which chat to read. */
export interface GetChat {
  /** The chat. */
  chatId: string;
}

/** Which messages to read. */
export interface GetMessages {
  /** The chat. */
  chatId: string;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A message whose price is wanted. */
export interface QuoteMessage {
  /** The chat. */
  chatId: string;
  /**
   * What it would say, at most 2,000 characters; may be empty beside a medium.
   *
   * Limits: 0 to 2,000 characters.
   */
  content: string;
  /** What it would consist of; text if absent. */
  kind?: MessageKind | null;
  /**
   * How long the recording or video is, 1 to 3,600 seconds.
   *
   * Limits: 1 to 3,600.
   */
  durationSeconds?: number | null;
}

/** A message to send. */
export interface SendMessage {
  /** The chat. */
  chatId: string;
  /**
   * What to say: 1 to 2,000 characters; may be empty beside a medium.
   *
   * Limits: 0 to 2,000 characters.
   */
  content: string;
  /** What it consists of; text if absent. Gifts are sent with `payments.sendGift`. */
  kind?: MessageKind | null;
  /**
   * The address of the medium, from `feed.requestUpload` for `chat_image`, `chat_video` or `chat_audio`; one
   * that the sender did not upload is refused.
   *
   * Limits: 1 to 500 characters.
   */
  mediaUrl?: string | null;
  /**
   * How long the recording or video is, 1 to 3,600 seconds.
   *
   * Limits: 1 to 3,600.
   */
  durationSeconds?: number | null;
  /**
   * A name of the sender's own, 1 to 64 characters, once per chat. Whoever sends it again, even after days,
   * gets the first message back.
   *
   * Limits: 1 to 64 characters.
   */
  clientId?: string | null;
  /**
   * The most the message may cost; at a higher price it is refused.
   *
   * Limits: 0 to 9,007,199,254,740,991.
   */
  maxPrice?: number | null;
}

/** A first message to somebody the caller has no chat with. */
export interface SendIntroMessage {
  /** For whom it is. */
  recipientId: string;
  /**
   * What to say: 1 to 500 characters.
   *
   * Limits: 1 to 500 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  content: string;
  /**
   * The most it may cost; at a higher price it is refused.
   *
   * Limits: 0 to 9,007,199,254,740,991.
   */
  maxPrice?: number | null;
}

/** Which chat to pay into. */
export interface Deposit {
  /** The chat. */
  chatId: string;
}

/** Whether a chat pays into itself. */
export interface SetAutoReload {
  /** The chat. */
  chatId: string;
  /** Whether it does. */
  enabled: boolean;
  /**
   * The most that it takes from the wallet all in all, 100 to 10,000 tokens; 100 if absent. Without effect
   * when it is switched off.
   *
   * Limits: 100 to 10,000.
   */
  cap?: number | null;
}

/** Which chat to close. */
export interface CloseChat {
  /** The chat. */
  chatId: string;
}

/** Which chat's escrow to give back. */
export interface RefundByEarner {
  /** The chat. */
  chatId: string;
}

/** What the caller has read. */
export interface MarkAsRead {
  /** The chat. */
  chatId: string;
  /**
   * The messages, at most 100; all that there are if empty.
   *
   * Limits: 0 to 100 entries.
   */
  messageIds?: string[];
}

/** Which message to delete. */
export interface DeleteMessage {
  /** The chat. */
  chatId: string;
  /** The message. */
  messageId: string;
}

/** Whether the caller is writing. */
export interface SetTyping {
  /** The chat. */
  chatId: string;
  /** Whether the caller is. It ends by itself after 5 seconds and with the message. */
  typing: boolean;
}

/** Whether the caller is there. */
export interface SetPresence {
  /** The status. It turns to offline 5 minutes after it was last set. */
  status: PresenceStatus;
  /**
   * A few words beside it, at most 100 characters.
   *
   * Limits: 0 to 100 characters.
   */
  customStatus?: string | null;
}

/** Whose presence to read. */
export interface GetPresence {
  /**
   * The users, 1 to 100.
   *
   * Limits: 1 to 100 entries.
   */
  userIds: string[];
}

/** What to change in a creator's prices. Absent fields stay as they are. */
export interface UpdatePricing {
  /** The chat to change alone; the prices of all chats that have none of their own if absent. */
  chatId?: string | null;
  /**
   * How many words a token buys, 5 to 20; 0 returns to the standard.
   *
   * Limits: 0, or 5 to 20.
   */
  wordsPerToken?: number | null;
  /**
   * The price of a message however long it is, 0 to 1,000; 0 counts words.
   *
   * Limits: 0 to 1,000.
   */
  basePrice?: number | null;
  /**
   * The price of a medium, 0 to 1,000; 0 returns to the standard.
   *
   * Limits: 0 to 1,000.
   */
  mediaPrice?: number | null;
  /**
   * The price of an intro message, 0 to 1,000; not for a single chat.
   *
   * Limits: 0 to 1,000.
   */
  introPrice?: number | null;
  /**
   * Whether the creator earns from chats opened from now on; on until switched off. Not for a single chat.
   */
  earns?: boolean | null;
}

/** Asks for the caller's wallet. */
export type GetWallet = Record<string, never>;

/** Asks for the packs on sale. */
export interface GetPackages {
  /** The currency of the prices; PLN if nothing is said. */
  currency?: Currency;
}

/** A pack to buy. */
export interface PurchaseTokens {
  /** The pack. */
  packageId: string;
  /** How it is paid; the default method if nothing is said. */
  paymentMethodId?: string | null;
  /** The currency; PLN if nothing is said. */
  currency?: Currency | null;
}

/** A purchase to look at. */
export interface GetPurchase {
  /** The purchase. */
  purchaseId: string;
}

/** A purchase to carry out. */
export interface ConfirmPurchase {
  /** The purchase. */
  purchaseId: string;
}

/** Asks for a page of the caller's transactions. */
export interface GetTransactions {
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A transaction to look at. */
export interface GetTransaction {
  /** The transaction. */
  transactionId: string;
}

/** A payment method to store. */
export interface AddPaymentMethod {
  /** How it pays. */
  kind: PaymentMethodKind;
  /**
   * What the provider's own form returned for it, 10 to 200 characters. Card numbers never come here.
   *
   * Limits: 10 to 200 characters.
   */
  token: string;
  /** Whether to use it from now on when none is named; the first one always is. */
  isDefault?: boolean | null;
}

/** A payment method to forget. */
export interface RemovePaymentMethod {
  /** The payment method. */
  paymentMethodId: string;
}

/** A payment method to use from now on. */
export interface SetDefaultPaymentMethod {
  /** The payment method. */
  paymentMethodId: string;
}

/** Tokens for someone. */
export interface SendTip {
  /** Who gets them. */
  recipientId: string;
  /**
   * How many, 5 to 10,000.
   *
   * Limits: 5 to 10,000.
   */
  amount: number;
  /**
   * A word with it, 1 to 200 characters.
   *
   * Limits: 1 to 200 characters.
   */
  note?: string | null;
  /** The post it is for, one of the recipient's. */
  postId?: string | null;
}

/** Asks for the catalogue of gifts. */
export type GetGifts = Record<string, never>;

/** A gift for someone. */
export interface SendGift {
  /** Who gets it. */
  recipientId: string;
  /** The gift. */
  giftId: string;
}

/** A tier to subscribe to. */
export interface SubscribeToCreator {
  /** The creator. */
  creatorId: string;
  /** One of the creator's tiers. */
  tierId: string;
}

/** A subscription to end. */
export interface CancelSubscription {
  /** The subscription. */
  subscriptionId: string;
}

/** Asks for the caller's subscriptions. */
export type ListSubscriptions = Record<string, never>;

/** Asks what may be withdrawn. */
export type GetWithdrawable = Record<string, never>;

/** Tokens to withdraw. */
export interface RequestWithdrawal {
  /**
   * How many, 500 to 50,000, the fee included.
   *
   * Limits: 0 to 9,007,199,254,740,991.
   */
  amount: number;
  /** Where the money goes. */
  method: PayoutMethod;
  /**
   * The account there, 5 to 200 characters.
   *
   * Limits: 5 to 200 characters.
   */
  destination: string;
}

/** Asks for the caller's withdrawals. */
export type ListWithdrawals = Record<string, never>;

/** A withdrawal to take back. */
export interface CancelWithdrawal {
  /** The withdrawal. */
  withdrawalId: string;
}

/** Asks what was earned. */
export interface GetEarningsSummary {
  /** How far back; a month if nothing is said. */
  period?: Period;
}

/** What the payment provider reports. */
export interface Webhook {
  /**
   * The report as it was signed: JSON with `id`, `type` and `purchaseId`. Its types are
   * `payment_intent.succeeded` and `payment_intent.payment_failed`; others are taken and ignored.
   *
   * Limits: 0 to 100,000 characters.
   */
  payload: string;
  /**
   * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of `<t>.<payload>` under the secret that provider and platform
   * share, at most 300 s old.
   *
   * Limits: 0 to 500 characters.
   */
  signature: string;
}

/** Which companions to read. */
export interface GetCompanions {
  /** Those of one class only. */
  class?: CompanionClass;
  /** The caller's own only, if true. */
  mine?: boolean;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which companion to read. */
export interface GetCompanion {
  /** The companion. */
  companionId: string;
}

/** A companion of the caller's own. */
export interface CreateCompanion {
  /**
   * Its name, 1 to 50 characters, not blank.
   *
   * Limits: 1 to 50 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  name: string;
  /**
   * What it is like, 1 to 500 characters, not blank.
   *
   * Limits: 1 to 500 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  description: string;
  /**
   * Its character: 1 to 6 words or phrases of 1 to 30 characters.
   *
   * Limits: 1 to 6 entries; each 1 to 30 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  persona: string[];
  /** How it talks. */
  tone: CompanionTone;
  /** What it is to its user. */
  relationship: CompanionRelationship;
  /**
   * The languages it knows, 1 to 5, as two small letters each.
   *
   * Limits: 1 to 5 entries; each 2 to 2 characters.
   */
  languages: string[];
  /**
   * What it does not talk about: at most 10, of 1 to 100 characters.
   *
   * Limits: 0 to 10 entries; each 1 to 100 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  boundaries?: string[];
  /**
   * Whether its chats can be opened to NSFW content, for verified owners; not if absent. What it says of
   * itself stays harmless all the same.
   */
  nsfwAvailable?: boolean | null;
  /** Whether everyone may find it once the platform has looked at it; its owner only if absent. */
  public?: boolean | null;
}

/** What to change in a companion. Absent fields stay as they are. */
export interface UpdateCompanion {
  /** The companion. */
  companionId: string;
  /**
   * Its name, 1 to 50 characters, not blank.
   *
   * Limits: 1 to 50 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  name?: string | null;
  /**
   * What it is like, 1 to 500 characters, not blank.
   *
   * Limits: 1 to 500 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  description?: string | null;
  /**
   * Its character: at most 6 words or phrases of 1 to 30 characters. It stays as it is if there are none.
   *
   * Limits: 0 to 6 entries; each 1 to 30 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  persona?: string[];
  /** How it talks. */
  tone?: CompanionTone | null;
  /** What it is to its user. */
  relationship?: CompanionRelationship | null;
  /** Whether its chats can be opened to NSFW content, for verified owners. */
  nsfwAvailable?: boolean | null;
  /** Whether everyone may find it once the platform has looked at it. */
  public?: boolean | null;
}

/** Which companion to delete. */
export interface DeleteCompanion {
  /** The companion. */
  companionId: string;
}

/** With which companion to open a chat. */
export interface StartChat {
  /** The companion. */
  companionId: string;
}

/** Which of the caller's chats with companions to read. */
export interface ListAiChats {
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which chat to read. */
export interface GetAiChat {
  /** The chat. */
  chatId: string;
}

/** Which messages to read. */
export interface GetAiMessages {
  /** The chat. */
  chatId: string;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A message to a companion, answered at once. */
export interface SendAiMessage {
  /** The chat. */
  chatId: string;
  /**
   * What to say, 1 to 2,000 characters, not blank.
   *
   * Limits: 1 to 2,000 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  content: string;
}

/** A message to a companion, answered as the words come. */
export interface StreamMessage {
  /** The chat. */
  chatId: string;
  /**
   * What to say, 1 to 2,000 characters, not blank.
   *
   * Limits: 1 to 2,000 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  content: string;
}

/** Which chat to close. */
export interface CloseAiChat {
  /** The chat. */
  chatId: string;
}

/** Which chat to open to NSFW content, or to close to it. */
export interface EnableNsfw {
  /** The chat. */
  chatId: string;
  /** Whether it is open to it; it is if absent. */
  enabled?: boolean | null;
}

/** A text to check. */
export interface ModerateText {
  /**
   * The text, 1 to 10,000 characters.
   *
   * Limits: 1 to 10,000 characters.
   */
  content: string;
}

/** An image to check. */
export interface DetectNsfw {
  /** An image that the caller has uploaded, from `feed.requestUpload`. It stays unused. */
  uploadId: string;
}

/** What a text should be about. */
export interface GenerateContent {
  /**
   * What it is about, 1 to 500 characters, not blank.
   *
   * Limits: 1 to 500 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  prompt: string;
  /** How it sounds; friendly if absent. */
  tone?: ContentTone | null;
  /** How long it is; medium if absent. */
  length?: ContentLength | null;
  /**
   * How many texts to choose from, 1 to 10; 1 if absent.
   *
   * Limits: 1 to 10.
   */
  count?: number | null;
}

/** Asks what the caller has used. */
export type GetAiUsage = Record<string, never>;

/** Which photo of which companion to unlock. */
export interface UnlockGalleryPhoto {
  /** The companion. */
  companionId: string;
  /** The photo. */
  photoId: string;
}

/** Asks for the caller's plan. */
export type GetAiPlan = Record<string, never>;

/** Which plan to take. */
export interface SubscribeToAi {
  /** The tier: `plus`, `intimate` or `creator`. */
  tier: AiTier;
}

/** Ends the caller's plan. */
export type CancelAiSubscription = Record<string, never>;

/** Which period to count. */
export interface GetStats {
  /** How far back; the last 30 days if absent. */
  period?: Period;
}

/** Asks for the overview. */
export type GetDashboard = Record<string, never>;

/** From when to when revenue is broken down. */
export interface GetRevenueBreakdown {
  /** The first moment. */
  start: string;
  /** The moment after the last: not before `start`, at most 366 days after it. */
  end: string;
}

/** Asks how subscriptions develop. */
export type GetSubscriberAnalytics = Record<string, never>;

/** Which of the caller's subscribers to read. */
export interface ListSubscribers {
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which of the caller's fans to read. */
export interface GetTopFans {
  /** How far back; everything if absent. */
  period?: Period;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which of the caller's posts to look at. */
export interface GetContentPerformance {
  /** What comes first; the newest if absent. */
  order?: ContentOrder;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Asks what the caller asks for. */
export type GetContentPricing = Record<string, never>;

/** All prices of a creator. What is absent returns to the standard. */
export interface SetContentPricing {
  /**
   * How many words of a message a token buys, 5 to 20; 11 is the standard, 7 for Royal members.
   *
   * Limits: 5 to 20.
   */
  wordsPerToken?: number | null;
  /**
   * The price of a message however long it is, 0 to 1,000; 0, the standard, counts words.
   *
   * Limits: 0 to 1,000.
   */
  basePrice?: number | null;
  /**
   * The price of a medium in a message, 0 to 1,000; 0 is the standard: by kind and length.
   *
   * Limits: 0 to 1,000.
   */
  mediaPrice?: number | null;
  /**
   * The price of an intro message, 0 to 1,000; 0 is the standard.
   *
   * Limits: 0 to 1,000.
   */
  introPrice?: number | null;
  /** Whether the creator earns from chats opened from now on; yes is the standard. */
  earns?: boolean | null;
  /**
   * The price of scheduled gated content that states none, 5 to 10,000; none is the standard.
   *
   * Limits: 5 to 10,000.
   */
  unlockPrice?: number | null;
}

/** Content to publish later. */
export interface ScheduleContent {
  /** What it consists of. */
  kind: PostKind;
  /**
   * The words, 1 to 5,000 characters, at most 2,000 when gated; not blank.
   *
   * Limits: 1 to 5,000 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  content: string;
  /**
   * Up to 10 addresses from `feed.requestUpload`, at most 5 when gated, under the rules of `feed.createPost`.
   * They are used from now on.
   *
   * Limits: 0 to 10 entries; each 1 to 200 characters.
   */
  mediaUrls?: string[];
  /** Who may see it; everyone if absent. */
  visibility?: Visibility | null;
  /** Whether it has a price; yes if `unlock_price` is above 0, no if neither is there. */
  gated?: boolean | null;
  /**
   * The price, 5 to 10,000 tokens; 0 and absence stand for the creator's own `unlock_price`, which
   * `set_content_pricing` sets.
   *
   * Limits: 0 to 10,000.
   */
  unlockPrice?: number | null;
  /** When to publish it: in the future. */
  scheduledFor: string;
}

/** Which of the caller's plans to read. */
export interface ListScheduled {
  /** Only what is in this state; what waits if absent. */
  state?: ScheduleState;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which plan to take back. */
export interface CancelScheduled {
  /** The scheduled content. */
  scheduledId: string;
}

/** Which suggestions to read. */
export interface GetSuggestions {
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Someone to like. */
export interface LikeProfile {
  /** Who. */
  userId: string;
  /** Whether it is a super like, for 50 tokens: it is shown first, and its recipient is told so. */
  superLike?: boolean | null;
}

/** Someone to pass by. */
export interface PassProfile {
  /** Who. */
  userId: string;
}

/** Asks to take the last like or pass back. */
export type Rewind = Record<string, never>;

/** Which of the caller's matches to read. */
export interface GetMatches {
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Which match to end. */
export interface Unmatch {
  /** The match. */
  matchId: string;
}

/** Asks whom the caller wants to meet. */
export type GetMatchPreferences = Record<string, never>;

/** Whom the caller wants to meet. What is absent returns to the standard. */
export interface UpdateMatchPreferences {
  /** The ages, those that are not shown too; 18 to 99 if absent. */
  ageRange?: AgeRangeInput | null;
  /**
   * The greatest distance in km, 1 to 500; 50 if absent. It holds where both positions are known.
   *
   * Limits: 1 to 500.
   */
  distanceKm?: number | null;
  /**
   * At most 30, of 1 to 30 characters each: only people who care about one of them; anyone if empty.
   *
   * Limits: 0 to 30 entries; each 1 to 30 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  interests?: string[];
  /** Whether only verified people are suggested; no if absent. */
  verifiedOnly?: boolean | null;
  /** Whether the caller is suggested to others; yes if absent. */
  discoverable?: boolean | null;
  /** Where the caller is; unknown if absent. */
  position?: PositionInput | null;
}

/** Which likes to read. */
export interface GetLikesReceived {
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Asks how many likes are left. */
export type GetAllowance = Record<string, never>;

/** Which match's free messages to count. */
export interface GetFreeMessagesStatus {
  /** The match. */
  matchId: string;
}

/** With whom to compare the caller. */
export interface GetCompatibility {
  /** Who. */
  userId: string;
}

/** Which part of the inbox to read. */
export interface GetNotifications {
  /** Only those that are read or only those that are not; both if absent. */
  unread?: boolean;
  /** Only those of one category. */
  category?: NotificationCategory;
  /**
   * How many, 1 to 100; 20 if absent.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on, from the page before with the same filters.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Asks how much there is to read. */
export type GetUnreadCount = Record<string, never>;

/** A notification that was read. */
export interface MarkNotificationAsRead {
  /** The notification. */
  notificationId: string;
}

/** Everything in the inbox, read. */
export type MarkAllNotificationsAsRead = Record<string, never>;

/** A notification to take out of the inbox. */
export interface DismissNotification {
  /** The notification. */
  notificationId: string;
}

/** A device for push messages. */
export interface RegisterPushToken {
  /**
   * What the platform calls the device, 10 to 500 characters.
   *
   * Limits: 10 to 500 characters.
   */
  token: string;
  /** Whose service carries the messages. */
  platform: PushPlatform;
  /**
   * The app's own name for the device, 1 to 100 characters; the one it signed in with, if it gave one.
   *
   * Limits: 1 to 100 characters.
   */
  deviceId: string;
}

/** Asks which devices get push messages. */
export type ListPushTokens = Record<string, never>;

/** A device that gets push messages no longer. */
export interface UnregisterPushToken {
  /** The registration. */
  pushTokenId: string;
}

/** Asks what may reach the caller. */
export type GetNotificationPreferences = Record<string, never>;

/** What may reach the caller from now on. */
export interface UpdateNotificationPreferences {
  /**
   * The categories to set, each once; others stay as they are.
   *
   * Limits: 0 to 9 entries.
   */
  categories?: CategoryPreferenceInput[];
  /** The quiet hours to set; they stay as they are if absent. */
  quietHours?: QuietHoursInput | null;
}

/** Asks for the figures of the day. */
export type GetDashboardStats = Record<string, never>;

/** Asks for the users that fit, whoever joined last first. */
export interface GetUsers {
  /**
   * Part of a name or an address, or a whole id.
   *
   * Limits: 1 to 100 characters.
   */
  search?: string;
  /** Only accounts in this state; deleted ones are listed only if they are asked for. */
  status?: AccountStatus;
  /** Only users of this role. */
  role?: Role;
  /** Only users whose verification stands here. */
  kycStatus?: KycStatus;
  /** Only creators, or only others. */
  isCreator?: boolean;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** Asks for everything about one user. */
export interface GetUser {
  /** The user. */
  userId: string;
}

/** An account to close for a time. */
export interface SuspendUser {
  /** Whose it is. */
  userId: string;
  /**
   * Why, 10 to 500 characters; the user reads it.
   *
   * Limits: 10 to 500 characters.
   */
  reason: string;
  /**
   * For how many days, 1 to 365; until the staff lifts it if nothing is said.
   *
   * Limits: 1 to 365.
   */
  durationDays?: number | null;
}

/** An account to open again. */
export interface UnsuspendUser {
  /** Whose it is. */
  userId: string;
  /**
   * Why, 10 to 500 characters.
   *
   * Limits: 10 to 500 characters.
   */
  reason: string;
}

/** An account to close for good. */
export interface BanUser {
  /** Whose it is. */
  userId: string;
  /**
   * Why, 10 to 500 characters; the user reads it.
   *
   * Limits: 10 to 500 characters.
   */
  reason: string;
}

/** What a user shall be. */
export interface SetRole {
  /** The user. */
  userId: string;
  /** The role. Who leaves the staff is a `creator` if creator mode is on, a `user` otherwise. */
  role: Role;
  /**
   * The fields of work of a moderator, at least one; empty for every other role.
   *
   * Limits: 0 to 4 entries.
   */
  scopes?: StaffScope[];
  /**
   * Why, 10 to 500 characters.
   *
   * Limits: 10 to 500 characters.
   */
  reason: string;
}

/** Asks for what waits for a decision. */
export interface GetModerationQueue {
  /** Only things of this sort. */
  targetType?: ReportTarget;
  /** Only what is at least so urgent. */
  severity?: Severity;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A decision about something. */
export interface ModerateContent {
  /** What sort of thing it is. */
  targetType: ReportTarget;
  /**
   * Its id.
   *
   * Limits: 1 to 64 characters; `^[A-Za-z0-9_-]{1,64}$`.
   */
  targetId: string;
  /** The decision. */
  decision: ModerationDecision;
  /**
   * Why, 10 to 500 characters; its owner reads it.
   *
   * Limits: 10 to 500 characters.
   */
  reason: string;
  /**
   * For how many days an account is closed, 1 to 365; with `suspend` only.
   *
   * Limits: 1 to 365.
   */
  durationDays?: number | null;
}

/** Asks for reports, the newest first. */
export interface GetReports {
  /** Only those that wait, or only those that were decided. */
  status?: CaseStatus;
  /** Only those of things of this sort. */
  targetType?: ReportTarget;
  /**
   * Only those of this thing.
   *
   * Limits: 1 to 64 characters; `^[A-Za-z0-9_-]{1,64}$`.
   */
  targetId?: string;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A decision about documents that were submitted. */
export interface ReviewKyc {
  /** Whose they are. */
  userId: string;
  /** Whether identity and age are approved. */
  approve: boolean;
  /**
   * Why, 10 to 500 characters; needed to refuse them, and then their owner reads it.
   *
   * Limits: 10 to 500 characters.
   */
  reason?: string | null;
}

/** Asks for withdrawals, the newest first. */
export interface ListAllWithdrawals {
  /** Only those that are so far. */
  status?: WithdrawalStatus;
  /** Only this user's. */
  userId?: string;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A decision about a withdrawal that is pending. */
export interface ReviewWithdrawal {
  /** The withdrawal. */
  withdrawalId: string;
  /** Whether it is paid out; otherwise its tokens go back. */
  approve: boolean;
  /**
   * Why, 10 to 500 characters; needed to refuse it, and then its owner reads it.
   *
   * Limits: 10 to 500 characters.
   */
  reason?: string | null;
}

/** A transaction to reverse. */
export interface RefundTransaction {
  /** The transaction. */
  transactionId: string;
  /**
   * Why, 10 to 500 characters; both sides read it.
   *
   * Limits: 10 to 500 characters.
   */
  reason: string;
}

/** Tokens to give to a user or to take. */
export interface CreditTokens {
  /** The user. */
  userId: string;
  /** Which way they go. */
  direction: CreditDirection;
  /**
   * How many, 1 to 100,000.
   *
   * Limits: 1 to 100,000.
   */
  amount: number;
  /**
   * Why, 10 to 500 characters; the user reads it.
   *
   * Limits: 10 to 500 characters.
   */
  reason: string;
}

/** Asks what the platform took in. */
export interface GetRevenueAnalytics {
  /** How far back; a month if nothing is said. */
  period?: Period;
}

/** Asks whether the server is well. */
export type GetSystemHealth = Record<string, never>;

/** Asks for all feature flags. */
export type ListFeatureFlags = Record<string, never>;

/** A feature flag to make, or to replace whole. */
export interface SetFeatureFlag {
  /**
   * Its name, such as `videoCalls`.
   *
   * Limits: 1 to 64 characters.
   */
  name: string;
  /**
   * What it is for, at most 200 characters.
   *
   * Limits: 0 to 200 characters.
   */
  description?: string | null;
  /** Whether it is on for anyone at all. */
  enabled: boolean;
  /**
   * For how many of a hundred users it is on, 0 to 100; all if nothing is said.
   *
   * Limits: 0 to 100.
   */
  rolloutPercentage?: number | null;
  /**
   * For whom it is on in any case, 1,000 at most.
   *
   * Limits: 0 to 1,000 entries.
   */
  allowedUserIds?: string[];
  /**
   * For whom it is off in any case, 1,000 at most.
   *
   * Limits: 0 to 1,000 entries.
   */
  blockedUserIds?: string[];
  /**
   * For which roles it is on, whatever the percentage.
   *
   * Limits: 0 to 5 entries.
   */
  allowedRoles?: Role[];
  /** From when on it is off for everyone. */
  expiresAt?: string | null;
}

/** Asks what the staff did, the newest first. */
export interface GetAuditLog {
  /** Only what this member of the staff did. */
  actorId?: string;
  /**
   * Only this operation, such as `admin.suspendUser`.
   *
   * Limits: 1 to 64 characters.
   */
  action?: string;
  /**
   * Only what was done to this user or thing.
   *
   * Limits: 1 to 64 characters.
   */
  targetId?: string;
  /**
   * How many, 1 to 100; 20 if nothing is said.
   *
   * Limits: 1 to 100.
   */
  limit?: number;
  /**
   * Where to go on.
   *
   * Limits: 1 to 512 characters; `^[A-Za-z0-9_-]+$`.
   */
  cursor?: string;
}

/** A message of the platform to its users. */
export interface SendSystemNotification {
  /**
   * Who gets it, 1,000 at most; empty if `everyone` is true.
   *
   * Limits: 0 to 1,000 entries.
   */
  userIds?: string[];
  /** Whether everyone whose account is active gets it. */
  everyone?: boolean | null;
  /**
   * One line, 1 to 100 characters.
   *
   * Limits: 1 to 100 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  title: string;
  /**
   * What to say, 1 to 500 characters.
   *
   * Limits: 1 to 500 characters; `[^\s\x00-\x1f\x7f-\x9f]`.
   */
  body: string;
  /** How urgent it is; `medium` if nothing is said. */
  priority?: NoticePriority | null;
}

/**
 * Whether an account may be used.
 *
 * - `active`: It may.
 * - `suspended`: The staff has suspended it, for a time or until it opens it again.
 * - `banned`: The staff has closed it for good.
 * - `deleted_soft`: Its owner deleted it less than 30 days ago.
 * - `deleted_hard`: It is gone.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type AccountStatus = "active" | "suspended" | "banned" | "deleted_soft" | "deleted_hard";

/** A user, as the staff sees one in a list. */
export interface AdminUser {
  /** The user. */
  id: string;
  /** The address to sign in with. */
  email: string;
  /** The name shown to others. */
  displayName: string;
  /** What the user may do. */
  role: Open<Role>;
  /** The fields of work of a moderator. */
  scopes: Open<StaffScope>[];
  /** Whether the account may be used. */
  status: Open<AccountStatus>;
  /** When a suspension ends; absent if the staff has to lift it, and without one. */
  suspendedUntil?: string;
  /** How far the verification of identity and age is. */
  kycStatus: Open<KycStatus>;
  /** Whether the user is a creator. */
  isCreator: boolean;
  /** When the account was opened. */
  joinedAt: string;
  /** When the user was last seen; absent if never, or if all sessions have ended. */
  lastActiveAt?: string;
  /** All tokens ever spent. */
  spent: number;
  /** All tokens ever earned. */
  earned: number;
  /** How often the user was warned. */
  warnings: number;
  /** How often the user, or something of theirs, was reported. */
  reports: number;
}

/** A page of users. */
export interface AdminUserPage {
  /** The users. */
  users: AdminUser[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A withdrawal, as the staff sees it. */
export interface AdminWithdrawal {
  /** Whose it is. */
  user: UserSummary;
  /** The withdrawal. */
  withdrawal: Withdrawal;
  /** Where the money goes, whole. */
  destination: string;
  /** Who decided about it. */
  reviewedBy?: string;
  /** Why it was refused. */
  reason?: string;
}

/** A page of withdrawals. */
export interface AdminWithdrawalPage {
  /** The withdrawals. */
  withdrawals: AdminWithdrawal[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** Ages in whole years. */
export interface AgeRange {
  /** The youngest, 18 to 99. */
  min: number;
  /** The oldest, 18 to 99, not below `min`. */
  max: number;
}

/** Ages in whole years. */
export interface AgeRangeInput {
  /**
   * The youngest, 18 to 99.
   *
   * Limits: 18 to 99.
   */
  min: number;
  /**
   * The oldest, 18 to 99, not below `min`.
   *
   * Limits: 18 to 99.
   */
  max: number;
}

/** A chat with a companion. */
export interface AiChat {
  /** The chat. */
  id: string;
  /** With whom. */
  companion: CompanionSummary;
  /** Whether it takes messages. */
  state: Open<AiChatState>;
  /**
   * Whether NSFW content is open in it: its owner has asked for it, and tier, verification and territory
   * allow it now.
   */
  nsfwEnabled: boolean;
  /** What the next message costs. */
  messagePrice: number;
  /** How many messages to basic companions are still free today; absent where messages are included. */
  freeMessagesLeft?: number;
  /** How many messages are in it, those of both sides. */
  messages: number;
  /** Units that the model read and wrote for it, four characters each. */
  modelTokens: number;
  /** What its messages have cost so far. */
  charged: number;
  /** When it was opened. */
  createdAt: string;
  /** When something was last said in it. */
  activeAt: string;
}

/** A page of chats, the one with the latest activity first. */
export interface AiChatPage {
  /** The chats. */
  chats: AiChat[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/**
 * Whether a chat with a companion goes on.
 *
 * - `open`: It takes messages.
 * - `closed`: It was closed, and can be read.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type AiChatState = "open" | "closed";

/** A companion: always an AI, never a person, and never among the people that are suggested. */
export interface AiCompanion {
  /** The companion. */
  id: string;
  /** Its name. */
  name: string;
  /** Always true: an app says so wherever the companion shows. */
  isAi: boolean;
  /** What it is like, in a few sentences. */
  description: string;
  /** Its character, in up to six words. */
  persona: string[];
  /** How it talks. */
  tone: Open<CompanionTone>;
  /** What it is to its user. */
  relationship: Open<CompanionRelationship>;
  /** The languages it knows, as two small letters each. */
  languages: string[];
  /** What it does not talk about. */
  boundaries: string[];
  /** What a message costs where no plan includes it. */
  class: Open<CompanionClass>;
  /** The tiers on which a chat with it can be opened. */
  tierAccess: Open<AiTier>[];
  /** Whether the caller's tier is one of them. */
  accessible: boolean;
  /** Whether its chats can be opened to NSFW content. */
  nsfwAvailable: boolean;
  /** How well liked it is, 0 to 100. */
  popularity: number;
  /** Its picture. */
  imageUrl?: string;
  /** Its photos, some of which the caller may have unlocked. */
  gallery: GalleryPhoto[];
  /** Who made it; absent for the platform's own. */
  ownerId?: string;
  /** Who may find it. */
  visibility: Open<CompanionVisibility>;
  /** Whether the platform's check has stopped it. Only its owner still sees it, and may change it. */
  flagged: boolean;
  /** When it was made. */
  createdAt: string;
}

/** A message of a chat with a companion. */
export interface AiMessage {
  /** The message. */
  id: string;
  /** Its chat. */
  chatId: string;
  /** Who said it. */
  role: Open<AiRole>;
  /** Whether an AI wrote it: an app says so beside the message. */
  isAi: boolean;
  /** What was said. */
  content: string;
  /** Whether the check of its words wants a person to look at it. */
  flagged: boolean;
  /** What it cost. */
  price: number;
  /** When it was said. */
  createdAt: string;
}

/** A page of messages, newest first. */
export interface AiMessagePage {
  /** The messages. */
  messages: AiMessage[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A user's plan. */
export interface AiPlan {
  /** The tier that holds now. */
  tier: Open<AiTier>;
  /** Whether it goes on; absent on the free tier, which is no plan. */
  status?: Open<AiPlanStatus>;
  /** What a month costs, 30 days. */
  price: number;
  /** What was paid now, for an answer to `ai.subscribe`; nothing otherwise. */
  charged: number;
  /** When the month that was paid for began. */
  startedAt?: string;
  /** When it ends. */
  periodEndsAt?: string;
}

/**
 * Whether a plan goes on.
 *
 * - `active`: It renews itself at the end of the month.
 * - `cancelled`: It runs to the end of the month that was paid for.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type AiPlanStatus = "active" | "cancelled";

/** A message that was sent, and the companion's answer to it. */
export interface AiReply {
  /** The caller's message. */
  sent: AiMessage;
  /** The companion's. */
  reply: AiMessage;
  /** What the message cost. */
  charged: number;
  /** How many messages to basic companions are still free today; absent where messages are included. */
  freeMessagesLeft?: number;
}

/**
 * Who said something.
 *
 * - `user`: The user.
 * - `assistant`: The companion, which is an AI.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type AiRole = "user" | "assistant";

/**
 * How much of the companions a user has.
 *
 * - `free`: Nothing a month: 10 free messages a day to basic companions, then tokens by class; 3 open chats.
 * - `plus`: 195 tokens a month: messages are included.
 * - `intimate`: 395 tokens a month: messages and NSFW companions are included.
 * - `creator`: 745 tokens a month: as `intimate`, and companions of the user's own.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type AiTier = "free" | "plus" | "intimate" | "creator";

/** What a user has used. */
export interface AiUsage {
  /** The tier that holds now. */
  tier: Open<AiTier>;
  /** Messages sent to companions since midnight UTC. */
  messagesToday: number;
  /** How many messages to basic companions are still free today; absent where messages are included. */
  freeMessagesLeft?: number;
  /** When the day begins anew: the next midnight UTC. */
  resetsAt: string;
  /** Chats that are open. */
  openChats: number;
  /** How many may be open at once; absent where there is no limit. */
  openChatsLimit?: number;
  /** Tokens paid in the last 30 days for messages, photos and texts; a plan's price is not in it. */
  charged: number;
  /** Units that the model read and wrote in the last 30 days, four characters each. */
  modelTokens: number;
}

/** Something that a member of the staff did, or that followed from it. It is never changed or removed. */
export interface AuditEntry {
  /** The entry. */
  id: string;
  /** Who did it; absent for what the clock did, such as the end of a suspension. */
  actorId?: string;
  /** The operation, such as `admin.suspendUser`. */
  action: string;
  /** What sort of thing it was done to: `user`, `post`, `withdrawal`, `flag`. */
  targetType: string;
  /** Its id. */
  targetId: string;
  /** Why. */
  reason?: string;
  /** What exactly. */
  details: string;
  /** When. */
  at: string;
}

/** A page of the record. */
export interface AuditPage {
  /** The entries. */
  entries: AuditEntry[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** Deposits that a chat makes by itself. */
export interface AutoReload {
  /** The most that it takes from the payer's wallet all in all. */
  cap: number;
  /** What it has taken since it was switched on, fees included. */
  spent: number;
}

/**
 * Whether something still waits for a decision.
 *
 * - `open`: It does.
 * - `resolved`: It was decided.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type CaseStatus = "open" | "resolved";

/** The ways that are open to one category. */
export interface CategoryPreference {
  /** The category. */
  category: Open<NotificationCategory>;
  /** Whether push messages are sent; always for `safety`. */
  push: boolean;
  /** Whether a live event is sent; always for `safety`. */
  inApp: boolean;
  /** Whether a mail is sent. */
  email: boolean;
}

/** The ways that are open to one category. */
export interface CategoryPreferenceInput {
  /** The category. */
  category: NotificationCategory;
  /** Whether push messages are sent; always for `safety`. */
  push: boolean;
  /** Whether a live event is sent; always for `safety`. */
  inApp: boolean;
  /** Whether a mail is sent. */
  email: boolean;
}

/** How a creator's chats went. */
export interface ChatFigures {
  /** How many of the open chats had any activity. */
  activeChats: number;
  /** How many messages came. */
  messagesReceived: number;
  /** How many the creator wrote. */
  messagesSent: number;
  /**
   * How long the others waited for an answer, in seconds on average, rounded down; absent if nothing was
   * answered.
   */
  averageResponseSeconds?: number;
}

/** A page of chats, the one with the latest activity first. */
export interface ChatPage {
  /** The chats. */
  chats: Conversation[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** What messages cost their payer. */
export interface ChatPricing {
  /**
   * How many words a token buys, rounded up in the sender's disfavour: 11, with a Royal earner 7, or 5 to 20
   * as the earner set it.
   */
  wordsPerToken: number;
  /** The price of a message however long it is, at most 1,000; 0 counts words. */
  basePrice: number;
  /**
   * The price of a medium, at most 1,000; 0 asks 5 for an image and, for each 30 s begun, 1 for a recording
   * and 2 for a video.
   */
  mediaPrice: number;
  /** The price of an intro message, at most 1,000; 0 makes it free. */
  introPrice: number;
}

/**
 * How far a chat is.
 *
 * - `free`: The payer has free messages left, or has never needed a deposit.
 * - `awaiting_deposit`: The free messages are used up and the escrow is empty.
 * - `paid`: The escrow pays for the next messages.
 * - `closed`: Nobody can write; `create_chat` opens it again.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ChatState = "free" | "awaiting_deposit" | "paid" | "closed";

/** A comment. */
export interface Comment {
  /** The comment. */
  id: string;
  /** The post. */
  postId: string;
  /** Who wrote it. */
  author: UserSummary;
  /** The words. */
  content: string;
  /** The comment that this one answers. */
  parentCommentId?: string;
  /** When it was written. */
  createdAt: string;
}

/** A page of comments, oldest first. */
export interface CommentPage {
  /** The comments. */
  comments: Comment[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/**
 * What a message to a companion costs where no plan includes it.
 *
 * - `basic`: 1 token for a message, after the free ones of the day.
 * - `premium`: 2 tokens for a message.
 * - `nsfw`: 4 tokens for a message. What it says stays harmless until its chat is opened to more with
 *   `ai.enableNsfw`.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type CompanionClass = "basic" | "premium" | "nsfw";

/** A page of companions, the best liked first. */
export interface CompanionPage {
  /** The companions. */
  companions: AiCompanion[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/**
 * What a companion is to its user.
 *
 * - `friend`: A friend.
 * - `romance`: A romance.
 * - `coach`: A coach.
 * - `roleplay`: A part in a play.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type CompanionRelationship = "friend" | "romance" | "coach" | "roleplay";

/** A companion in a few words. */
export interface CompanionSummary {
  /** The companion. */
  id: string;
  /** Its name. */
  name: string;
  /** Always true: an app says so wherever the companion shows. */
  isAi: boolean;
  /** Its picture. */
  imageUrl?: string;
  /** What a message costs where no plan includes it. */
  class: Open<CompanionClass>;
  /** Whether it is still there to be talked with. */
  available: boolean;
}

/**
 * How a companion talks.
 *
 * - `casual`: As among friends.
 * - `formal`: Politely and in whole sentences.
 * - `playful`: With a wink.
 * - `romantic`: Warmly.
 * - `direct`: Without detours.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type CompanionTone = "casual" | "formal" | "playful" | "romantic" | "direct";

/**
 * Who may find a companion that a user made.
 *
 * - `private`: Its owner only.
 * - `public`: Everyone.
 * - `pending_moderation`: Its owner, and everyone once the platform has looked at it: 24 hours after it was
 *   asked for.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type CompanionVisibility = "private" | "public" | "pending_moderation";

/** How well two people fit. */
export interface Compatibility {
  /** The other one. */
  userId: string;
  /** All in all, 0 to 100: interests 30 %, location 20 %, age 20 %, activity 30 %. */
  score: number;
  /** What they have in common of what they care about, 0 to 100. */
  interests: number;
  /** How close they are, 0 to 100; 0 if one of them does not say or show it. */
  location: number;
  /** How close in age, 0 to 100; 0 if one of them does not show it. */
  age: number;
  /** How recently both were here, 0 to 100. */
  activity: number;
  /** The components above 50. */
  reasons: Open<MatchReason>[];
}

/** How much there is to read. */
export interface ContentCounts {
  /** Posts. */
  posts: number;
  /** Comments. */
  comments: number;
  /** Stories that are kept. */
  stories: number;
  /** Messages. */
  messages: number;
}

/** What was published and unlocked. */
export interface ContentFigures {
  /** How many posts were published and are still there. */
  posts: number;
  /** How many of those have a price. */
  gatedPosts: number;
  /** How many unlocks of posts were paid. */
  unlocks: number;
  /** What they cost on average, rounded down; 0 if there were none. */
  averageUnlockPrice: number;
}

/**
 * How long a text is.
 *
 * - `short`: One sentence.
 * - `medium`: Two sentences.
 * - `long`: Three sentences and more.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ContentLength = "short" | "medium" | "long";

/**
 * Which posts come first.
 *
 * - `newest`: The newest.
 * - `revenue`: Those that brought most.
 * - `unlocks`: Those that were unlocked most often.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ContentOrder = "newest" | "revenue" | "unlocks";

/** A page of posts with what they brought. */
export interface ContentPage {
  /** The posts. */
  posts: ContentPerformance[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A post and what it brought. */
export interface ContentPerformance {
  /** The post. */
  postId: string;
  /** What it consists of. */
  kind: Open<PostKind>;
  /** How it begins, at most 80 characters. */
  beginning: string;
  /** The price of a gated post. */
  unlockPrice?: number;
  /** How many users like it. */
  likes: number;
  /** How many comments it has. */
  comments: number;
  /** How often it was paid for. */
  unlocks: number;
  /** How many tips named it. */
  tips: number;
  /** What came to the creator by unlocks of it and tips for it. */
  revenue: number;
  /** When it was published. */
  publishedAt: string;
}

/** What a creator asks for. */
export interface ContentPricing {
  /** How many words of a message a token buys. */
  wordsPerToken: number;
  /** Whether the creator set that number, so that it is not the standard. */
  customWordsPerToken: boolean;
  /** The price of a message however long it is; 0 counts words. */
  basePrice: number;
  /** The price of a medium in a message; 0 goes by kind and length. */
  mediaPrice: number;
  /** The price of an intro message; 0 makes it free. */
  introPrice: number;
  /** Whether the creator earns from chats opened from now on. */
  earns: boolean;
  /** The price of scheduled gated content that states none. */
  unlockPrice?: number;
}

/**
 * How a text sounds.
 *
 * - `professional`: For business.
 * - `casual`: As among friends.
 * - `flirty`: With a wink.
 * - `friendly`: Warm to everyone.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ContentTone = "professional" | "casual" | "flirty" | "friendly";

/** A chat as one of its two participants sees it. */
export interface Conversation {
  /** The chat. */
  id: string;
  /** The other participant. */
  other: UserSummary;
  /** How far it is. */
  state: Open<ChatState>;
  /** Who pays: the one who opened it. */
  payerId: string;
  /** Who earns; the platform if absent. */
  earnerId?: string;
  /** What the payer's messages cost. */
  pricing: ChatPricing;
  /** How many messages the payer may still send for nothing, at most 4. */
  freeMessagesLeft: number;
  /** What is left of the deposits. */
  escrow: number;
  /** Deposits that the chat makes by itself; for the payer alone, absent while it is off. */
  autoReload?: AutoReload;
  /** How many messages the caller has not read. */
  unread: number;
  /** The newest message. */
  lastMessage?: Message;
  /** When it was opened first. */
  createdAt: string;
  /** When anything last happened in it. */
  updatedAt: string;
}

/** What a creator looks at first. */
export interface CreatorDashboard {
  /** What came in since midnight UTC. */
  revenueToday: number;
  /** What came in on the last 7 UTC days, today included. */
  revenueLast7Days: number;
  /** What came in on the last 30 UTC days, today included: the sum of `revenue_by_day`. */
  revenueLast30Days: number;
  /** What ever came in. */
  revenueAllTime: number;
  /** The last 30 UTC days, the oldest first, today last. */
  revenueByDay: CreatorRevenueDay[];
  /** What may be withdrawn. */
  withdrawable: number;
  /** What is locked for withdrawals under way. */
  pendingWithdrawal: number;
  /** How many follow the creator. */
  followers: number;
  /** How many subscribe now. */
  subscribers: number;
  /** How much content waits for its time. */
  scheduled: number;
  /** The posts that were unlocked most often, 10 at most. */
  topPosts: ContentPerformance[];
  /** The most generous fans of all time, 5 at most. */
  topFans: Fan[];
}

/** What a day brought. */
export interface CreatorRevenueDay {
  /** Its first moment, midnight UTC. */
  day: string;
  /** What came to the creator. */
  amount: number;
  /** How many payments there were. */
  count: number;
}

/** What one kind of payment brought. */
export interface CreatorRevenueSource {
  /** The kind. */
  kind: Open<TransactionKind>;
  /** What was paid. The platform's part of a chat was taken at its deposit and is not in here. */
  paid: number;
  /** What of that the platform kept. */
  fee: number;
  /** What came to the creator: `paid` less `fee`. */
  amount: number;
  /** How many payments there were. */
  count: number;
}

/** What a period brought. */
export interface CreatorStats {
  /** The period. */
  period: Open<Period>;
  /** Its first moment; absent for everything. */
  since?: string;
  /** What came to the creator in it. */
  revenue: number;
  /** How many payments that were. */
  payments: number;
  /** How many people they came from. */
  fans: number;
  /** How many of those who follow the creator began to in the period. */
  newFollowers: number;
  /** How many subscriptions began in it. */
  newSubscribers: number;
  /** What was published and unlocked in it. */
  content: ContentFigures;
  /** How the creator's chats went in it. */
  chats: ChatFigures;
}

/**
 * Which way tokens go between the platform and a user.
 *
 * - `grant`: The platform gives.
 * - `take`: The platform takes.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type CreditDirection = "grant" | "take";

/** Tokens that the platform gave or took. */
export interface CreditReceipt {
  /** The transaction. */
  id: string;
  /** Which way they went. */
  direction: Open<CreditDirection>;
  /** How many. */
  amount: number;
  /** What the user can spend afterwards. */
  balance: number;
}

/**
 * A currency in which packs are sold.
 *
 * - `pln`: Polish złoty.
 * - `usd`: US dollar.
 * - `eur`: Euro.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type Currency = "pln" | "usd" | "eur";

/** The figures of the day. */
export interface DashboardStats {
  /** People. */
  users: UserCounts;
  /** The platform's income. */
  income: IncomeFigures;
  /** Content. */
  content: ContentCounts;
  /** What waits for the staff. */
  waiting: WorkCounts;
  /** When they were counted. */
  countedAt: string;
}

/** What becomes of an account that its owner deletes. */
export interface Deletion {
  /** When it is gone for good: 30 days after the request. */
  finalAt: string;
}

/**
 * What became of a notification on one of its ways.
 *
 * - `sent`: It was sent.
 * - `throttled`: Too many push messages had gone out before; the inbox has it.
 * - `blocked`: It came in the owner's quiet hours, in which a push message is dropped, not put off.
 * - `off`: The owner has switched this off for the category, or no device is registered for push messages.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type DeliveryStatus = "sent" | "throttled" | "blocked" | "off";

/** What became of a deposit. */
export interface DepositReceipt {
  /** The chat after it. */
  chat: Conversation;
  /** What the payer paid: 100. */
  paid: number;
  /** What the platform keeps of it: 35. */
  fee: number;
  /** What went into escrow: 65. */
  escrowed: number;
}

/** What one kind of transaction brought in. */
export interface EarningsSource {
  /** The kind. */
  kind: Open<TransactionKind>;
  /** What it brought in. */
  amount: number;
  /** How many transactions there were. */
  count: number;
}

/** What was earned in a period. */
export interface EarningsSummary {
  /** The period. */
  period: Open<Period>;
  /** Its first moment; absent for everything. */
  since?: string;
  /** What was earned in it. */
  total: number;
  /** The same by kind, the largest first. */
  sources: EarningsSource[];
}

/** What returned to the payer. */
export interface EscrowRefund {
  /** The chat after it. */
  chat: Conversation;
  /** The escrow that was left; 0 if there was none. */
  refunded: number;
}

/** Whether a feature is on for the caller. */
export interface EvaluatedFlag {
  /** Its name. */
  name: string;
  /** Whether it is on. */
  enabled: boolean;
}

/** The features there are, by name. */
export interface EvaluatedFlags {
  /** The flags. One that is not there is off. */
  flags: EvaluatedFlag[];
}

/** A live event. The fields that its kind needs are present. */
export interface Event {
  /** What happened. */
  kind: Open<EventKind>;
  /** When it happened. */
  at: string;
  /** The chat it belongs to. */
  chatId?: string;
  /** Who caused it. */
  userId?: string;
  /** The match of a `MatchCreated`. */
  matchId?: string;
  /** The message of a `ChatMessage` or a `MessageDeleted`. */
  message?: Message;
  /** The messages of a `ReadReceipt`. */
  messageIds?: string[];
  /** Whether the other side writes, in a `TypingIndicator`. */
  typing?: boolean;
  /** The new state, where the kind has one: `online`, `closed`, `approved`. */
  state?: string;
  /** The post of a `FeedUpdate`. */
  post?: Post;
  /** The story of a `FeedUpdate`. */
  story?: Story;
  /** The spendable tokens after a `WalletUpdate`. */
  balance?: number;
  /** What to show, in a `Notification`. */
  text?: string;
  /** The entry of the inbox, in a `Notification`. */
  notification?: Notification;
}

/**
 * What happened.
 *
 * - `chat_message`: A message arrived in a chat of the user, or the user sent one elsewhere.
 * - `chat_update`: A chat was opened, paid into, refunded or closed.
 * - `message_deleted`: A message was deleted; what is left of it is in `message`.
 * - `typing_indicator`: The other side of a chat writes, or stopped writing. Lossy: never sent again.
 * - `read_receipt`: The other side read messages.
 * - `presence_update`: Someone the user talks to came or went. Lossy: never sent again.
 * - `feed_update`: Someone the user follows published a post or a story.
 * - `wallet_update`: The user's wallet changed.
 * - `kyc_update`: The state of the user's verification changed.
 * - `match_created`: The user and another like each other: a match and its chat are there.
 * - `like_received`: Someone likes the user's profile. `state` is `super` for a super like.
 * - `notification`: Anything else the user should see.
 * - `resync`: Events were missed that the server no longer has: read the current state anew.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type EventKind = "chat_message" | "chat_update" | "message_deleted" | "typing_indicator" | "read_receipt" | "presence_update" | "feed_update" | "wallet_update" | "kyc_update" | "match_created" | "like_received" | "notification" | "resync";

/** Someone by whom a creator earned. */
export interface Fan {
  /** Who. */
  user: UserSummary;
  /** What came to the creator by them. */
  amount: number;
  /** How many payments that were. */
  payments: number;
  /** When the last of them was. */
  lastPaymentAt: string;
}

/** A page of fans, the most generous first. */
export interface FanPage {
  /** The fans. */
  fans: Fan[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A feature flag. */
export interface FeatureFlag {
  /** Its name. */
  name: string;
  /** What it is for. */
  description?: string;
  /** Whether it is on for anyone at all. */
  enabled: boolean;
  /** For how many of a hundred users it is on. Who is in at 10 stays in at 20. */
  rolloutPercentage: number;
  /** For whom it is on in any case. */
  allowedUserIds: string[];
  /** For whom it is off in any case; stronger than everything but `enabled` and `expires_at`. */
  blockedUserIds: string[];
  /** For which roles it is on, whatever the percentage. */
  allowedRoles: Open<Role>[];
  /** From when on it is off for everyone. */
  expiresAt?: string;
  /** When it was last set. */
  updatedAt: string;
}

/** The feature flags, by name. */
export interface FeatureFlagList {
  /** The flags. */
  flags: FeatureFlag[];
}

/** A page of posts, newest first. */
export interface FeedPage {
  /** The posts. */
  posts: Post[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** The free messages of a match's chat. */
export interface FreeMessagesStatus {
  /** How many the payer had: 4. */
  limit: number;
  /** How many the payer has sent. */
  used: number;
  /** How many are left. */
  remaining: number;
  /**
   * Whether the caller's next message is one of them: the caller is the payer, some are left, and the chat is
   * open. Messages of the other side always cost nothing.
   */
  eligible: boolean;
  /** When they end; absent, for they do not. */
  expiresAt?: string;
}

/** A photo of a companion. */
export interface GalleryPhoto {
  /** The photo. */
  id: string;
  /** What it shows, unsharp; open to everyone. */
  blurredUrl: string;
  /** The photo itself, once the caller has unlocked it. */
  url?: string;
  /** Whether it is for adults: unlocking it asks for the same as `ai.enableNsfw`. */
  nsfw: boolean;
  /**
   * What the caller pays for it: 5 tokens without a plan; 2, 3 and 2 on Plus, Intimate and Creator; nothing
   * once it is unlocked.
   */
  price: number;
}

/** Texts that were written. */
export interface GeneratedContent {
  /** The texts, all different. */
  texts: string[];
  /** Always true: an app says so wherever a text shows. */
  isAi: boolean;
  /** What they cost. */
  charged: number;
}

/** A gift of the catalogue. */
export interface Gift {
  /** The gift: `rose`, `heart`, `star`, `diamond`, `crown`, `fire`, `rocket` or `trophy`. */
  id: string;
  /** The name shown. */
  name: string;
  /** What it costs, 5 to 1,000 tokens. */
  price: number;
}

/** The catalogue, the cheapest first. */
export interface GiftList {
  /** The gifts. */
  gifts: Gift[];
}

/** What became of a gift. */
export interface GiftReceipt {
  /** The gift. */
  giftId: string;
  /** What was paid. */
  price: number;
  /** What the recipient got: the price less the fee. */
  recipientShare: number;
  /** What the platform kept: 35 %, rounded down. */
  fee: number;
  /** The sender's balance afterwards. */
  balance: number;
  /** The message that shows it, if the two have an open chat. */
  chatMessage?: Message;
}

/** One part of the server. */
export interface HealthCheck {
  /** The part: `database`, `ledger`, `clock`, `timers`, `streams`. */
  name: string;
  /** Whether it is well. */
  status: Open<HealthStatus>;
  /** What was found, in a sentence. */
  detail: string;
  /** The figure behind it. */
  value: number;
}

/**
 * Whether something is well.
 *
 * - `healthy`: It is.
 * - `degraded`: It works, but not as it should.
 * - `unhealthy`: It does not work.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type HealthStatus = "healthy" | "degraded" | "unhealthy";

/**
 * A document that proves an identity.
 *
 * - `passport`: A passport.
 * - `drivers_license`: A driver's licence.
 * - `national_id`: A national identity card.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type IdType = "passport" | "drivers_license" | "national_id";

/** How much of each an image shows, 0 to 1. */
export interface ImageScores {
  /** Nudity: reviewed from 0.3; above 0.6 allowed for verified adults, blocked for others. */
  adult: number;
  /** Violence: shown to fewer above 0.4, blocked above 0.8. */
  violence: number;
  /** Hate: shown to fewer above 0.3, blocked above 0.6. */
  hate: number;
  /** Self-harm: blocked above 0.7. */
  selfHarm: number;
  /** Something illegal: blocked above 0.4. */
  illegal: number;
  /** A minor: blocked above 0.1. */
  minor: number;
}

/** What a check of an image came to. */
export interface ImageVerdict {
  /** Whether it is allowed and may be shown to everyone. */
  safe: boolean;
  /** What follows. */
  action: Open<ModerationAction>;
  /** Whether fewer people may see it. */
  restricted: boolean;
  /** Whether it is a case for the platform's staff. */
  escalated: boolean;
  /** The scores behind it. */
  scores: ImageScores;
  /** What was found, where it reaches a threshold. */
  flags: Open<ModerationFlag>[];
  /** The same as sentences, for the staff to read. */
  reasons: string[];
  /** How sure the check is, 0 to 1: the highest score that decided, or how far all scores are from 1. */
  confidence: number;
}

/** What the platform took in for itself, refunds and gifts of tokens not taken off. */
export interface IncomeFigures {
  /** Since midnight UTC. */
  today: number;
  /** In the last 7 days. */
  week: number;
  /** In the last 30 days. */
  month: number;
  /** In the last 365 days. */
  year: number;
  /** What those who earn have got, in all. */
  earners: number;
  /** What was paid out to them as money, in all. */
  paidOut: number;
}

/** Where a verification stands. */
export interface KycReport {
  /** How far it is. */
  status: Open<KycStatus>;
  /** Why it was rejected. */
  reason?: string;
  /** When documents were last submitted. */
  submittedAt?: string;
  /** When it was decided. */
  decidedAt?: string;
  /** When the approval ends. */
  expiresAt?: string;
}

/**
 * How far the verification of identity and age is.
 *
 * - `pending`: Nothing was submitted yet.
 * - `submitted`: Documents are being looked at.
 * - `approved`: Identity and an age of 18 or more are approved, for two years.
 * - `rejected`: The documents did not suffice; others may be submitted.
 * - `expired`: The approval is older than two years.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type KycStatus = "pending" | "submitted" | "approved" | "rejected" | "expired";

/** How many likes a user has. 50 at midnight UTC; while there are fewer, each full hour adds 10. */
export interface LikeAllowance {
  /** The most there are at a time: 50. */
  limit: number;
  /** How many are left; absent for Royal members, whose likes are not counted. */
  remaining?: number;
  /** When there are more; absent while none are missing. */
  nextRefillAt?: string;
}

/** What became of a like. */
export interface LikeReceipt {
  /** Whether the two are a match now. */
  matched: boolean;
  /** The match. */
  matchId?: string;
  /** Its chat. */
  chatId?: string;
  /** How many messages the chat's payer may send for nothing. */
  freeMessagesRemaining?: number;
  /** What the like cost: 50 for a super like, else nothing. */
  charged: number;
  /** How many likes are left; absent for Royal members, whose likes are not counted. */
  remaining?: number;
  /** When there are more; absent while none are missing. */
  nextRefillAt?: string;
}

/** A page of likes: super likes first, then the newest. */
export interface LikesReceivedPage {
  /** The likes. */
  likes: ReceivedLike[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A match as one of the two sees it. */
export interface Match {
  /** The match. */
  id: string;
  /** The other one. */
  user: UserSummary;
  /** How well they fitted when they became a match, 0 to 100. */
  score: number;
  /** Why. */
  reasons: Open<MatchReason>[];
  /** The chat. */
  chatId: string;
  /** How many messages the chat's payer may still send for nothing. */
  freeMessagesRemaining: number;
  /** When they became a match. */
  createdAt: string;
  /** When anything last happened in the chat. */
  lastActivityAt: string;
}

/** A page of matches, the one with the latest activity first. */
export interface MatchPage {
  /** The matches. */
  matches: Match[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** Whom a user wants to meet. */
export interface MatchPreferences {
  /** The ages. */
  ageRange: AgeRange;
  /** The greatest distance in km, where both positions are known. */
  distanceKm: number;
  /** Only people who care about one of these; anyone if empty. */
  interests: string[];
  /** Whether only verified people are suggested. */
  verifiedOnly: boolean;
  /** Whether the user is suggested to others. */
  discoverable: boolean;
  /** Where the user is; nobody else reads it. */
  position?: Position;
}

/**
 * Why two people fit: a component of their score that is above one half.
 *
 * - `shared_interests`: They care about the same.
 * - `nearby`: They are less than 50 km apart, or in the same town.
 * - `age_fit`: They are less than 10 years apart.
 * - `active_recently`: Both were here in the last three and a half days.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type MatchReason = "shared_interests" | "nearby" | "age_fit" | "active_recently";

/** The account of the caller: what only its owner sees. */
export interface Me {
  /** The user. */
  id: string;
  /** The address to sign in with. */
  email: string;
  /** The name shown to others. */
  displayName: string;
  /** The day of birth, `YYYY-MM-DD`. */
  dateOfBirth: string;
  /** What the user may do. */
  role: Open<Role>;
  /** Whether the account may be used. */
  status: Open<AccountStatus>;
  /** How far the verification of identity and age is. */
  kycStatus: Open<KycStatus>;
  /** Whether the user is a creator. */
  isCreator: boolean;
  /** Whether a second factor is asked for at sign-in. */
  twoFactorEnabled: boolean;
  /** When the account was opened. */
  createdAt: string;
}

/** A message. */
export interface Message {
  /** The message. */
  id: string;
  /** The chat. */
  chatId: string;
  /** Who sent it. */
  senderId: string;
  /** What it consists of. */
  kind: Open<MessageKind>;
  /** The words; may be empty beside a medium, and are where the message was deleted. */
  content: string;
  /** Whether it was deleted: neither words nor medium are left. */
  deleted: boolean;
  /** Where the medium is. */
  mediaUrl?: string;
  /** How long a recording or video is, in seconds. */
  durationSeconds?: number;
  /** What the sender paid for it. */
  price: number;
  /** Whether the recipient has read it. */
  read: boolean;
  /** The sender's own name for it, as given to `send_message`. */
  clientId?: string;
  /** When the server took it. */
  createdAt: string;
}

/**
 * What a message consists of.
 *
 * - `text`: Words only.
 * - `image`: An image.
 * - `video`: A video.
 * - `audio`: A voice recording.
 * - `gift`: A gift, sent with `payments.sendGift`.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type MessageKind = "text" | "image" | "video" | "audio" | "gift";

/** A page of messages, newest first: the next page holds older ones. */
export interface MessagePage {
  /** The messages. */
  messages: Message[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** What a message of the caller would cost at this moment. */
export interface MessageQuote {
  /** The words that count: addresses and emoji do not. */
  words: number;
  /** What sending it would take from escrow: nothing while messages are free. */
  price: number;
  /** Whether it would use up a free message. */
  usesFreeMessage: boolean;
  /** Whether a deposit is needed before it can be sent. */
  needsDeposit: boolean;
}

/**
 * What follows from a check, the gravest first.
 *
 * - `block`: It may not be shown.
 * - `review`: A person has to look at it.
 * - `allow`: Nothing speaks against it.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ModerationAction = "block" | "review" | "allow";

/** Something that waits for a decision, with all reports of it. */
export interface ModerationCase {
  /** The case. */
  id: string;
  /** What sort of thing it is about. */
  targetType: Open<ReportTarget>;
  /** Its id. */
  targetId: string;
  /** Whose it is. */
  ownerId: string;
  /** How urgent it is. */
  severity: Open<Severity>;
  /** How many users reported it. */
  reports: number;
  /** How often the platform itself has noticed something, such as a message with a banned term. */
  flags: number;
  /** The first 200 characters of what it is about, as it was when the case was opened. */
  excerpt: string;
  /** When it was opened. */
  openedAt: string;
  /** Whether it still waits. */
  status: Open<CaseStatus>;
  /** What was decided. */
  decision?: Open<ModerationDecision>;
}

/**
 * What a moderator decides.
 *
 * - `approve`: Nothing is wrong.
 * - `warn`: The owner is warned.
 * - `suspend`: The owner's account is closed for a time.
 * - `ban`: The owner's account is closed for good. Only administrators do.
 * - `delete`: The post, comment, story or message is removed; a chat is closed.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ModerationDecision = "approve" | "warn" | "suspend" | "ban" | "delete";

/**
 * What a check found.
 *
 * - `nsfw`: Sexual undertones.
 * - `toxicity`: Insults.
 * - `sexual`: Explicit sexual content.
 * - `violence`: Violence.
 * - `hate`: Hate of groups of people.
 * - `harassment`: Threats and persecution.
 * - `banned_term`: A term that is always banned.
 * - `minors`: Minors in a sexual context, or an image that may show one: always blocked.
 * - `adult`: An image of nudity.
 * - `self_harm`: An image of self-harm.
 * - `illegal`: An image of something illegal.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ModerationFlag = "nsfw" | "toxicity" | "sexual" | "violence" | "hate" | "harassment" | "banned_term" | "minors" | "adult" | "self_harm" | "illegal";

/** A page of the queue: the most urgent first, of those the oldest. */
export interface ModerationQueue {
  /** The cases. */
  cases: ModerationCase[];
  /** How many cases are open in all. */
  open: number;
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** What was decided. */
export interface ModerationResult {
  /** Whose thing it was. */
  ownerId: string;
  /** The decision. */
  decision: Open<ModerationDecision>;
  /** How many reports it answers. */
  reports: number;
  /** When a suspension ends. */
  suspendedUntil?: string;
}

/** An amount of money. */
export interface Money {
  /** In hundredths of the currency: 3199 is 31.99. */
  minor: number;
  /** The currency. */
  currency: Open<Currency>;
}

/**
 * How urgent a message is.
 *
 * - `low`: It can wait.
 * - `medium`: As any other.
 * - `high`: It concerns the safety of accounts, and goes where such messages go.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type NoticePriority = "low" | "medium" | "high";

/** An entry of the inbox. */
export interface Notification {
  /** The notification. */
  id: string;
  /** What it is about. */
  category: Open<NotificationCategory>;
  /** How much it may disturb. */
  priority: Open<NotificationPriority>;
  /** One line: what happened. */
  title: string;
  /** A sentence more; may be empty. */
  body: string;
  /** Who caused it. */
  fromId?: string;
  /** The chat it leads to. */
  chatId?: string;
  /** The post it leads to. */
  postId?: string;
  /** The tokens it is about. */
  amount?: number;
  /** What became of it. */
  delivery: NotificationDelivery;
  /** Whether its owner has read it. */
  read: boolean;
  /** When it came. */
  createdAt: string;
}

/**
 * What a notification is about. Its owner decides by category what may reach them, and how.
 *
 * - `messages`: A message, or a conversation that changed.
 * - `likes`: A like of a post or a profile.
 * - `comments`: A comment on a post.
 * - `follows`: A new follower.
 * - `matches`: A match.
 * - `payments`: Tokens that came or went.
 * - `marketing`: News of the platform's offers.
 * - `system`: The platform's own messages to its users.
 * - `safety`: What concerns an account's safety; it cannot be switched off.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type NotificationCategory = "messages" | "likes" | "comments" | "follows" | "matches" | "payments" | "marketing" | "system" | "safety";

/** What became of a notification on each of its ways. */
export interface NotificationDelivery {
  /** Push messages to the owner's devices. */
  push: Open<DeliveryStatus>;
  /** The live event; the inbox keeps the notification in any case. */
  inApp: Open<DeliveryStatus>;
  /** A mail. */
  email: Open<DeliveryStatus>;
}

/** A page of notifications, newest first. */
export interface NotificationPage {
  /** The notifications. */
  notifications: Notification[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/**
 * What may reach a user. Before anything is set all ways but mail are open, for `marketing` none is, and
 * quiet hours are off.
 */
export interface NotificationPreferences {
  /** Every category, in the order of their declaration. */
  categories: CategoryPreference[];
  /** When push messages are dropped. */
  quietHours: QuietHours;
}

/**
 * How much a notification may disturb its owner. It follows from the category.
 *
 * - `low`: Likes and marketing: at most 3 push messages an hour.
 * - `normal`: Everything else: at most 10 push messages an hour and 50 a day, those of low priority included.
 * - `critical`: Safety: neither quiet hours nor these limits hold it back, and it does not count towards
 *   them.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type NotificationPriority = "low" | "normal" | "critical";

/**
 * A provider of identities.
 *
 * - `google`: Google.
 * - `facebook`: Facebook.
 * - `apple`: Apple.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type OauthProvider = "google" | "facebook" | "apple";

/** Where to send the user to sign in at a provider. */
export interface OauthStart {
  /** The page to open. */
  authorizationUrl: string;
  /** What the provider sends back with the code; give it to `login_with_oauth`. */
  state: string;
  /** When the attempt ends, 10 minutes from now. */
  expiresAt: string;
}

/** A pack of tokens on sale. */
export interface Package {
  /** The pack: `mini`, `basic`, `standard`, `premium`, `pro`, `elite` or `royal`. */
  id: string;
  /** How many tokens it holds. */
  tokens: number;
  /** What it costs. */
  price: Money;
  /** Whether most buyers choose it. */
  popular: boolean;
}

/** The packs on sale, the smallest first. */
export interface PackageList {
  /** The packs. */
  packages: Package[];
}

/** A stored payment method. */
export interface PaymentMethod {
  /** The payment method. */
  id: string;
  /** How it pays. */
  kind: Open<PaymentMethodKind>;
  /** The last four characters of what the provider calls it. */
  last4: string;
  /** Whether it is used when none is named. */
  isDefault: boolean;
}

/**
 * How a user pays money.
 *
 * - `card`: A card.
 * - `bank_account`: A bank account.
 * - `paypal`: A PayPal account.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type PaymentMethodKind = "card" | "bank_account" | "paypal";

/**
 * Where money goes.
 *
 * - `bank_transfer`: A bank account, by its IBAN.
 * - `paypal`: A PayPal account, by its address.
 * - `crypto`: A wallet of a cryptocurrency, by its address.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type PayoutMethod = "bank_transfer" | "paypal" | "crypto";

/**
 * How far back earnings are added up.
 *
 * - `day`: The last 24 hours.
 * - `week`: The last 7 days.
 * - `month`: The last 30 days.
 * - `year`: The last 365 days.
 * - `all`: Everything.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type Period = "day" | "week" | "month" | "year" | "all";

/** A photo of a profile. */
export interface Photo {
  /** The photo. */
  id: string;
  /** Where it is. */
  url: string;
  /** Whether it is the one shown first. */
  isPrimary: boolean;
}

/** A place on Earth. It is kept to a hundredth of a degree, about a kilometre, and shown to nobody. */
export interface Position {
  /** Degrees north. */
  latitude: number;
  /** Degrees east. */
  longitude: number;
}

/** A place on Earth. It is kept to a hundredth of a degree, about a kilometre, and shown to nobody. */
export interface PositionInput {
  /**
   * Degrees north.
   *
   * Limits: -90 to 90.
   */
  latitude: number;
  /**
   * Degrees east.
   *
   * Limits: -180 to 180.
   */
  longitude: number;
}

/** A post. One that is gated and not unlocked shows its price and neither content nor media. */
export interface Post {
  /** The post. */
  id: string;
  /** Who wrote it. */
  author: UserSummary;
  /** What it consists of. */
  kind: Open<PostKind>;
  /**
   * The words; while it is locked the first 80 characters, of a short text the first half, and an ellipsis.
   */
  content: string;
  /** Where the media are; empty while it is locked. */
  mediaUrls: string[];
  /** Who may see it. */
  visibility: Open<Visibility>;
  /** Whether it has a price. */
  gated: boolean;
  /** Whether the caller has yet to pay for it. */
  locked: boolean;
  /** The price of a gated post, 5 to 10,000 tokens. */
  unlockPrice?: number;
  /** How many users like it. */
  likes: number;
  /** How many users have shared it. */
  shares: number;
  /** How many comments it has. */
  comments: number;
  /** Whether the caller likes it. */
  liked: boolean;
  /** When it was published. */
  createdAt: string;
  /** When it was last changed. */
  updatedAt: string;
}

/**
 * What a post consists of.
 *
 * - `text`: Words and nothing else.
 * - `image`: Words and at least one image.
 * - `video`: Words and at least one video.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type PostKind = "text" | "image" | "video";

/** Whether a user is there. */
export interface Presence {
  /** The user. */
  userId: string;
  /** The status. */
  status: Open<PresenceStatus>;
  /** A few words beside it; absent while offline. */
  customStatus?: string;
  /** When the user last set a status; absent if never. */
  lastSeenAt?: string;
}

/** The presence of several users, in the order they were asked for. */
export interface PresenceList {
  /** One entry for each user there is. Between users who have blocked each other it says offline. */
  presences: Presence[];
}

/**
 * Whether somebody is there.
 *
 * - `online`: At the device.
 * - `away`: At the device some minutes ago.
 * - `busy`: There, and not to be disturbed.
 * - `offline`: Not there.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type PresenceStatus = "online" | "away" | "busy" | "offline";

/** A profile as the caller may see it. Addresses, birthdays and exact places are nobody's business. */
export interface Profile {
  /** The user. */
  id: string;
  /** The name shown. */
  displayName: string;
  /** What the user says about themselves; absent while the profile is closed to the caller. */
  bio?: string;
  /** The photos, the primary one first; empty while the profile is closed to the caller. */
  photos: Photo[];
  /** What the user cares about, at most 20; empty while the profile is closed to the caller. */
  interests: string[];
  /** In whole years, if the user shows it. */
  age?: number;
  /** The town, if the user shows it. */
  city?: string;
  /** The country as two capital letters, if the user shows it. */
  country?: string;
  /** Whether identity and age are approved. */
  isVerified: boolean;
  /** Whether the user is a creator. */
  isCreator: boolean;
  /** How many follow the user, deleted accounts aside. */
  followers: number;
  /** How many the user follows, deleted accounts aside. */
  following: number;
  /** How many posts there are. */
  posts: number;
  /** Whether the caller follows the user. */
  followedByMe: boolean;
  /** Whether the user follows the caller. */
  followsMe: boolean;
  /** When the user signed up. */
  joinedAt: string;
}

/**
 * Who may see a profile.
 *
 * - `public`: Everyone.
 * - `friends`: Those whom the user follows.
 * - `private`: The user alone; name and primary photo show beside what they write.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ProfileVisibility = "public" | "friends" | "private";

/** A purchase of tokens. */
export interface Purchase {
  /** The purchase. */
  id: string;
  /** What is bought. */
  packageId: string;
  /** How many tokens it brings. */
  tokens: number;
  /** What it costs. */
  price: Money;
  /** How far it is. */
  status: Open<PurchaseStatus>;
  /** When it was begun. */
  createdAt: string;
  /** Until when it may be confirmed. */
  expiresAt: string;
}

/**
 * How far a purchase is.
 *
 * - `pending`: Waits to be confirmed, for 30 minutes at most.
 * - `requires_action`: The buyer has to prove something to the bank; the provider reports what comes of it.
 * - `completed`: Paid, and the tokens are in the wallet.
 * - `failed`: The provider declined it.
 * - `expired`: Was not confirmed in time.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type PurchaseStatus = "pending" | "requires_action" | "completed" | "failed" | "expired";

/** A device that gets push messages. The token itself is not shown again. */
export interface PushDevice {
  /** The registration. */
  id: string;
  /** Whose service carries the messages. */
  platform: Open<PushPlatform>;
  /** The device, by the name that it was registered under. */
  deviceId: string;
  /** When the token was registered first. */
  createdAt: string;
  /** When it was registered last. */
  lastUsedAt: string;
}

/** The devices that get push messages, the one that was registered last first. */
export interface PushDeviceList {
  /** The devices, at most 10. */
  devices: PushDevice[];
}

/**
 * Whose service carries push messages.
 *
 * - `android`: Android.
 * - `ios`: iOS.
 * - `web`: A browser.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type PushPlatform = "android" | "ios" | "web";

/** A time of the day in which push messages are dropped, but for those about safety. */
export interface QuietHours {
  /** Whether there is one. */
  enabled: boolean;
  /** Its first minute, `HH:MM` from 00:00 to 23:59. */
  start: string;
  /**
   * The minute it is over, `HH:MM`, another than `start`. If it is the earlier one, the time spans midnight.
   */
  end: string;
  /**
   * The offset of the user's clock from UTC, from `-12:00` to `+14:00`, or `UTC`. The server knows no summer
   * time: an app sends the offset again when it changes.
   */
  timezone: string;
}

/** A time of the day in which push messages are dropped, but for those about safety. */
export interface QuietHoursInput {
  /** Whether there is one. */
  enabled: boolean;
  /**
   * Its first minute, `HH:MM` from 00:00 to 23:59.
   *
   * Limits: 5 to 5 characters.
   */
  start: string;
  /**
   * The minute it is over, `HH:MM`, another than `start`. If it is the earlier one, the time spans midnight.
   *
   * Limits: 5 to 5 characters.
   */
  end: string;
  /**
   * The offset of the user's clock from UTC, from `-12:00` to `+14:00`, or `UTC`. The server knows no summer
   * time: an app sends the offset again when it changes.
   *
   * Limits: 3 to 6 characters.
   */
  timezone: string;
}

/** A like that the caller has not answered. */
export interface ReceivedLike {
  /** Who likes the caller. */
  user: UserSummary;
  /** Whether it is a super like. */
  superLike: boolean;
  /** When it came. */
  likedAt: string;
}

/** The codes that replace a lost authenticator. */
export interface RecoveryCodes {
  /** Eight codes, each good once. They are not shown again. */
  codes: string[];
}

/** The answer to a refresh. */
export interface RefreshedSession {
  /** The session with new tokens. The client keeps it. */
  session: SessionTokens;
}

/** A transaction that was reversed. */
export interface RefundReceipt {
  /** The refund itself. */
  id: string;
  /** What was reversed. */
  transactionId: string;
  /** What moved the tokens then. */
  kind: Open<TransactionKind>;
  /** Who has the tokens again; for a purchase, who had bought them. */
  userId: string;
  /** How many. */
  amount: number;
  /** What of them came from who had earned them. */
  fromEarner: number;
  /** What of them came from the platform. */
  fromPlatform: number;
}

/** A report. */
export interface Report {
  /** The report. */
  id: string;
  /** Who made it. */
  reporterId: string;
  /** What sort of thing it is about. */
  targetType: Open<ReportTarget>;
  /** Its id. */
  targetId: string;
  /** Whose it is. */
  ownerId: string;
  /** Why it was reported. */
  reason: Open<ReportReason>;
  /** What happened. */
  details?: string;
  /** Whether it still waits for a decision. */
  status: Open<CaseStatus>;
  /** What was decided. */
  decision?: Open<ModerationDecision>;
  /** When it was made. */
  createdAt: string;
}

/** A page of reports. */
export interface ReportPage {
  /** The reports. */
  reports: Report[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/**
 * Why something is reported.
 *
 * - `spam`: Unwanted advertising.
 * - `harassment`: Insults, threats, stalking.
 * - `inappropriate_content`: Content that does not belong here.
 * - `fraud`: An attempt to cheat someone.
 * - `impersonation`: Someone pretends to be somebody else.
 * - `copyright`: A work of another.
 * - `other`: Anything else; the details say what.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ReportReason = "spam" | "harassment" | "inappropriate_content" | "fraud" | "impersonation" | "copyright" | "other";

/** A report as it was taken. */
export interface ReportReceipt {
  /** The report. */
  id: string;
  /** When it was made. */
  createdAt: string;
}

/**
 * What can be reported.
 *
 * - `user`: A user.
 * - `post`: A post.
 * - `comment`: A comment.
 * - `story`: A story.
 * - `message`: A message of a chat that the reporter is in.
 * - `chat`: A chat that the reporter is in.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ReportTarget = "user" | "post" | "comment" | "story" | "message" | "chat";

/**
 * What the platform took in, from the ledger: `volume` is `platform` and `earners`, and each of the three is
 * the sum over `sources`.
 */
export interface RevenueAnalytics {
  /** The period. */
  period: Open<Period>;
  /** Its first moment; absent for everything. */
  since?: string;
  /** What was paid for things, by kind, the platform's largest first. */
  sources: RevenueSource[];
  /** What was paid in all. */
  volume: number;
  /** The platform's part. */
  platform: number;
  /** The part of those who earn. */
  earners: number;
  /** What was given back to those who had paid, out of both parts. */
  refunded: number;
  /** What of it the platform had to give back. */
  refundedPlatform: number;
  /** What the staff gave out of the platform's own. */
  granted: number;
  /** What the staff took. */
  taken: number;
  /** Tokens that were sold for money. */
  sold: number;
  /** Tokens that were sold and taken back. */
  unsold: number;
  /** Tokens that were paid out as money, without their fee. */
  paidOut: number;
  /** What the platform has now, whatever the period. */
  balance: number;
}

/** The revenue of a time, by kind and by day. Each adds up to the total exactly. */
export interface RevenueBreakdown {
  /** The first moment. */
  start: string;
  /** The moment after the last. */
  end: string;
  /** What came to the creator. */
  total: number;
  /** How many payments there were. */
  count: number;
  /** The same by kind, the largest first; kinds that brought nothing are left out. */
  sources: CreatorRevenueSource[];
  /** The same by UTC day, from the first to the last, days without revenue included. */
  days: CreatorRevenueDay[];
}

/** What one kind of transaction brought in. */
export interface RevenueSource {
  /** The kind. */
  kind: Open<TransactionKind>;
  /** How many there were. */
  count: number;
  /** What went to the platform and to those who earn, together. */
  volume: number;
  /** The platform's part. */
  platform: number;
  /** The part of those who earn. */
  earners: number;
}

/** What was taken back. */
export interface RewindReceipt {
  /** Whom it was about; they may be suggested again. */
  userId: string;
  /** What it was. */
  kind: Open<SwipeKind>;
  /** What taking it back cost: 10. */
  charged: number;
  /** What came back: the price of a super like, else nothing. */
  refunded: number;
  /** What can be spent now. */
  balance: number;
}

/**
 * What a user may do.
 *
 * - `user`: Use the platform.
 * - `creator`: Also earn on it.
 * - `moderator`: Also moderate it.
 * - `admin`: Also administer it.
 * - `super_admin`: Also appoint administrators.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type Role = "user" | "creator" | "moderator" | "admin" | "super_admin";

/**
 * What became of scheduled content.
 *
 * - `scheduled`: It waits for its time.
 * - `published`: It is published.
 * - `cancelled`: Its author took it back.
 * - `skipped`: Its time came while its author could not publish: suspended, deleted or no creator any longer.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type ScheduleState = "scheduled" | "published" | "cancelled" | "skipped";

/** Content that was planned. */
export interface ScheduledContent {
  /** The plan. */
  id: string;
  /** How far it is. */
  state: Open<ScheduleState>;
  /** What it consists of. */
  kind: Open<PostKind>;
  /** The words. */
  content: string;
  /** The media. */
  mediaUrls: string[];
  /** Who may see it. */
  visibility: Open<Visibility>;
  /** The price of gated content. */
  unlockPrice?: number;
  /** When it is published. */
  scheduledFor: string;
  /** When it was planned. */
  createdAt: string;
  /** The post that it became. */
  postId?: string;
}

/** A page of plans, what comes next first. */
export interface ScheduledPage {
  /** The plans. */
  scheduled: ScheduledContent[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A session as its owner sees it. */
export interface SessionInfo {
  /** The session. */
  id: string;
  /** The device, as it named itself. */
  deviceId?: string;
  /** When it began. */
  createdAt: string;
  /** When it was last used or renewed. */
  lastActiveAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

/** The sessions that are alive, the one used last first. */
export interface SessionList {
  /** The sessions, at most 10. */
  sessions: SessionInfo[];
}

/** The tokens of a session. */
export interface SessionTokens {
  /** What calls are authorised with; good for `expires_in` seconds. */
  accessToken: string;
  /** What gets the next pair, once; good for 30 days. */
  refreshToken: string;
  /** For how many seconds the access token is good: 3,600. */
  expiresIn: number;
  /** The session. */
  sessionId: string;
  /** Who is signed in. */
  userId: string;
}

/** What a user shows and allows. */
export interface Settings {
  /** Who may see the profile. */
  visibility: Open<ProfileVisibility>;
  /** Whether town and country show. */
  showLocation: boolean;
  /** Whether the age shows. */
  showAge: boolean;
  /** Whether people without a chat with the user may write. */
  allowMessages: boolean;
}

/**
 * How urgent something is.
 *
 * - `low`: It can wait.
 * - `medium`: It should not wait long. Spam is.
 * - `high`: It should not wait. Harassment and fraud are, and messages with terms that are banned.
 * - `critical`: It comes first: high, and reported by three users or more.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type Severity = "low" | "medium" | "high" | "critical";

/** The answer to a sign-in: a session, or a challenge for a second factor. */
export interface SignIn {
  /** The session, unless a second factor is asked for. The client keeps it. */
  session?: SessionTokens;
  /** Who signed in, unless a second factor is asked for. */
  me?: Me;
  /** The challenge to answer with `verify_two_factor`, within 5 minutes and 5 attempts. */
  challengeId?: string;
}

/**
 * A field of work of a moderator. Administrators have all of them.
 *
 * - `support`: Helps users: sees accounts and reports.
 * - `moderation`: Decides about reports, content and suspensions.
 * - `finance`: Decides about withdrawals and refunds, sees the revenue.
 * - `compliance`: Decides about verifications of identity and age.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type StaffScope = "support" | "moderation" | "finance" | "compliance";

/** A step-up that succeeded. */
export interface StepUp {
  /** Until when the session may do what needs a step-up: 10 minutes from now. */
  until: string;
}

/** A challenge before an operation that needs more than a session. */
export interface StepUpChallenge {
  /** The challenge, to be answered within 5 minutes and 5 attempts. */
  challengeId: string;
  /** How to answer it. */
  method: Open<StepUpMethod>;
  /** When it ends. */
  expiresAt: string;
}

/**
 * How a step-up is answered.
 *
 * - `totp`: With a code of the authenticator, or a recovery code.
 * - `password`: With the password, while no second factor is enabled.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type StepUpMethod = "totp" | "password";

/** A story. A paid one that is not unlocked has no media address. */
export interface Story {
  /** The story. */
  id: string;
  /** Who published it. */
  author: UserSummary;
  /** Where the medium is. */
  mediaUrl?: string;
  /** Words beside it. */
  caption?: string;
  /** The price of a paid story. */
  unlockPrice?: number;
  /** Whether the caller has yet to pay for it. */
  locked: boolean;
  /** Whether the caller has looked at it. */
  viewed: boolean;
  /** How many users have looked at it; for its author alone. */
  views?: number;
  /** When it was published. */
  createdAt: string;
  /** When it disappears, 24 hours after it was published. */
  expiresAt: string;
}

/** The stories that are alive, newest first, 100 at most. */
export interface StoryList {
  /** The stories. */
  stories: Story[];
}

/** Someone who subscribes. */
export interface Subscriber {
  /** The subscription. */
  subscriptionId: string;
  /** Who. */
  user: UserSummary;
  /** The tier. */
  tierId: string;
  /** What it is called. */
  tierName: string;
  /** What a period costs. */
  price: number;
  /** Whether it renews itself or was cancelled. */
  status: Open<SubscriptionStatus>;
  /** When it began. */
  startedAt: string;
  /** When the period that is paid for ends. */
  periodEndsAt: string;
}

/** How subscriptions develop. The tiers add up to the whole. */
export interface SubscriberAnalytics {
  /** How many subscribe now. */
  subscribers: number;
  /** How many of those have cancelled and will not renew. */
  cancelled: number;
  /** How many subscriptions began in the last 30 days. */
  newLast30Days: number;
  /** How many ended in the last 30 days. */
  endedLast30Days: number;
  /** Which part of the subscriptions that ran 30 days ago has ended since, 0 to 1; 0 if none ran. */
  churn: number;
  /** How many subscriptions there ever were. */
  allTime: number;
  /** What came to the creator by subscriptions in the last 30 days. */
  revenueLast30Days: number;
  /** The same for each tier, the cheapest first. */
  tiers: TierAnalytics[];
}

/** A page of subscribers, whoever came last first. */
export interface SubscriberPage {
  /** The subscribers. */
  subscribers: Subscriber[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A subscription to a creator. */
export interface Subscription {
  /** The subscription. */
  id: string;
  /** The creator. */
  creator: UserSummary;
  /** The tier. */
  tierId: string;
  /** What a period costs. It stays what it was at the start. */
  price: number;
  /** How it stands. */
  status: Open<SubscriptionStatus>;
  /** When it began. */
  startedAt: string;
  /** When the period that is paid ends. */
  periodEndsAt: string;
}

/** A user's subscriptions, the newest first. */
export interface SubscriptionList {
  /** The subscriptions. */
  subscriptions: Subscription[];
}

/**
 * How a subscription stands.
 *
 * - `active`: Renews itself at the end of the period.
 * - `cancelled`: Was cancelled and goes on to the end of the period.
 * - `ended`: Is over: cancelled before, or another period was not possible.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type SubscriptionStatus = "active" | "cancelled" | "ended";

/** What a creator offers to subscribers. */
export interface SubscriptionTier {
  /** The tier. */
  id: string;
  /** The creator. */
  creatorId: string;
  /** Its name, 1 to 50 characters. */
  name: string;
  /** What a period costs, 1 to 10,000 tokens. */
  price: number;
  /** How long a period is. */
  duration: Open<TierDuration>;
  /** What subscribers get: 1 to 10 lines of 1 to 200 characters. */
  benefits: string[];
  /** Whether it can be subscribed to. */
  isActive: boolean;
}

/** Someone who may fit. */
export interface Suggestion {
  /** Who. */
  user: UserSummary;
  /** In whole years, if the user shows it. */
  age?: number;
  /** How far away in km, at least 1, if the user shows where they are and both positions are known. */
  distanceKm?: number;
  /** What both care about, in the words of the other one. */
  sharedInterests: string[];
  /** How well they fit, 0 to 100. */
  score: number;
  /** Why. */
  reasons: Open<MatchReason>[];
  /** Whether they gave the caller a super like. */
  superLikedMe: boolean;
}

/** A page of suggestions, those who fit best first. */
export interface SuggestionPage {
  /** The people. */
  suggestions: Suggestion[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** An account that was closed. */
export interface Suspension {
  /** Why. */
  reason: string;
  /** Since when. */
  since: string;
  /** Until when; absent if the staff has to lift it. */
  until?: string;
  /** Whether it is a ban. */
  banned: boolean;
  /** Who closed it. */
  by: string;
}

/**
 * What can be done with a suggestion.
 *
 * - `like`: A like.
 * - `super_like`: A like for 50 tokens.
 * - `pass`: A pass.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type SwipeKind = "like" | "super_like" | "pass";

/** Whether the server is well. */
export interface SystemHealth {
  /** As well as its worst part. */
  status: Open<HealthStatus>;
  /** Its parts. */
  checks: HealthCheck[];
  /** When they were checked. */
  checkedAt: string;
}

/** A message that was sent. */
export interface SystemNotificationReceipt {
  /** How many users got it. */
  recipients: number;
}

/** How much of each a text has, 0 to 1. */
export interface TextScores {
  /** Sexual undertones: reviewed from 0.5, blocked from 0.8. */
  nsfw: number;
  /** Insults: reviewed from 0.4, blocked from 0.7. */
  toxicity: number;
  /** Explicit sexual content: reviewed from 0.6, blocked from 0.9. */
  sexual: number;
  /** Violence: reviewed from 0.5, blocked from 0.8. */
  violence: number;
  /** Hate of groups of people: reviewed above 0.3, blocked above 0.6. */
  hate: number;
  /** Threats and persecution: reviewed from 0.4, blocked from 0.7. */
  harassment: number;
}

/** What a check of a text came to. */
export interface TextVerdict {
  /** Whether it is allowed. */
  safe: boolean;
  /** What follows. */
  action: Open<ModerationAction>;
  /** The scores behind it. */
  scores: TextScores;
  /** What was found, where it reaches a threshold. */
  flags: Open<ModerationFlag>[];
  /** The banned terms in it. */
  bannedTermsFound: string[];
  /** The same as sentences, for the staff to read. */
  reasons: string[];
  /** How sure the check is, 0 to 1: the highest score that decided, or how far all scores are from 1. */
  confidence: number;
}

/** What one tier brings. */
export interface TierAnalytics {
  /** The tier. */
  tierId: string;
  /** What it is called. */
  name: string;
  /** How many subscribe to it now. */
  subscribers: number;
  /** What came to the creator by it in the last 30 days. */
  revenueLast30Days: number;
}

/**
 * How long a period of a subscription is.
 *
 * - `monthly`: 30 days.
 * - `quarterly`: 90 days.
 * - `yearly`: 365 days.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type TierDuration = "monthly" | "quarterly" | "yearly";

/** A creator's tiers, the cheapest first. */
export interface TierList {
  /** The tiers. */
  tiers: SubscriptionTier[];
}

/** What became of a tip. */
export interface TipReceipt {
  /** What was paid. */
  amount: number;
  /** What the recipient got: 80 %, rounded down. */
  recipientShare: number;
  /** What the platform kept. */
  fee: number;
  /** The sender's balance afterwards. */
  balance: number;
}

/** One movement of a user's spendable tokens. It is never changed once written. */
export interface Transaction {
  /** The transaction. */
  id: string;
  /** What moved the tokens. */
  kind: Open<TransactionKind>;
  /** Whether the tokens came in. */
  incoming: boolean;
  /** How many. */
  amount: number;
  /** The balance afterwards. */
  balanceAfter: number;
  /** The other user, if there is one. */
  otherId?: string;
  /** What it belongs to: a post, a chat, a purchase. */
  reference: string;
  /** When it happened. */
  createdAt: string;
}

/**
 * What moved tokens.
 *
 * - `purchase`: A pack was bought.
 * - `tip`: A tip.
 * - `gift`: A gift.
 * - `unlock`: A post was unlocked.
 * - `story_unlock`: A story was unlocked.
 * - `subscription`: A period of a subscription.
 * - `chat_deposit`: A deposit into a chat.
 * - `chat_message`: A paid message.
 * - `chat_intro`: The first message to a stranger.
 * - `chat_refund`: Escrow of a chat that came back.
 * - `super_like`: A super like of a profile.
 * - `super_like_refund`: A super like that was taken back.
 * - `rewind`: A like or a pass was taken back.
 * - `withdrawal`: Tokens were locked for a withdrawal.
 * - `withdrawal_return`: A withdrawal was cancelled, rejected or failed.
 * - `ai_plan`: A month of a plan for AI companions.
 * - `ai_message`: A message to an AI companion.
 * - `ai_photo`: A photo of an AI companion.
 * - `ai_content`: Texts that an AI wrote.
 * - `refund`: Something that was paid for was given back.
 * - `purchase_refund`: Tokens that were bought went back to where they came from.
 * - `credit`: The staff gave tokens, or took them.
 * - `payout`: The fee of a withdrawal that was paid out.
 * - `seed`: Tokens that a world of the reference server began with.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type TransactionKind = "purchase" | "tip" | "gift" | "unlock" | "story_unlock" | "subscription" | "chat_deposit" | "chat_message" | "chat_intro" | "chat_refund" | "super_like" | "super_like_refund" | "rewind" | "withdrawal" | "withdrawal_return" | "ai_plan" | "ai_message" | "ai_photo" | "ai_content" | "refund" | "purchase_refund" | "credit" | "payout" | "seed";

/** A page of transactions, newest first. */
export interface TransactionPage {
  /** The transactions. */
  transactions: Transaction[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** What an authenticator app needs. */
export interface TwoFactorSetup {
  /** The secret in base32, for typing. */
  secret: string;
  /** The same as an address, for a QR code: `otpauth://totp/…`. */
  otpauthUrl: string;
}

/** A photo that is open to the caller. */
export interface UnlockedGalleryPhoto {
  /** The photo, with its address. */
  photo: GalleryPhoto;
  /** What was paid now. */
  charged: number;
  /** Whether it was open before. */
  alreadyUnlocked: boolean;
}

/** A post that the caller may read whole. */
export interface UnlockedPost {
  /** The post with its content and media. */
  post: Post;
  /** What this call charged: the price the first time, nothing after that. */
  charged: number;
  /** Whether it was open to the caller before. */
  alreadyUnlocked: boolean;
}

/** What became of paying for a story. */
export interface UnlockedStory {
  /** The story with its medium. */
  story: Story;
  /** What this call charged: the price the first time, nothing after that. */
  charged: number;
  /** Whether it was open to the caller before. */
  alreadyUnlocked: boolean;
}

/** What became of a match that was ended. */
export interface UnmatchReceipt {
  /** The escrow of the chat that returned to its payer; 0 if there was none. */
  refunded: number;
}

/** What is left to read in a chat. */
export interface Unread {
  /** How many messages the caller has not read. */
  unread: number;
}

/** How many notifications wait to be read. */
export interface UnreadNotifications {
  /** All of them, in every category. */
  unread: number;
}

/** Leave to upload one file. */
export interface UploadGrant {
  /** The upload. */
  id: string;
  /**
   * Where to PUT the bytes, with the content type of the request: a path of the API or a whole address. Good
   * for 15 minutes and until the file is used; no access token is needed.
   */
  uploadUrl: string;
  /** The address of the file once it is there; it is gone with what shows it. */
  mediaUrl: string;
  /** When the leave ends. */
  expiresAt: string;
}

/**
 * What an upload is for. The purpose sets the largest size, in units of 1,048,576 bytes.
 *
 * Images are `image/jpeg`, `image/png`, `image/webp` or `image/heic`, videos `video/mp4`, `video/quicktime`
 * or `video/webm`, recordings `audio/mpeg`, `audio/mp4`, `audio/aac`, `audio/ogg` or `audio/webm`.
 *
 * - `profile_photo`: An image for a profile, at most 10 MB.
 * - `feed_image`: An image in a post, at most 50 MB.
 * - `story_video`: A video in a story, at most 100 MB.
 * - `chat_image`: An image in a chat, at most 20 MB.
 * - `chat_video`: A video in a chat, at most 50 MB.
 * - `chat_audio`: A recording in a chat, at most 50 MB: the longest, an hour, fits at 100 kbit/s.
 * - `creator_content`: Any medium of a creator, at most 200 MB; for creators only.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type UploadKind = "profile_photo" | "feed_image" | "story_video" | "chat_image" | "chat_video" | "chat_audio" | "creator_content";

/** How many users there are. */
export interface UserCounts {
  /** All accounts that are not deleted. */
  total: number;
  /** Those with a live session that was used, or with a sign of presence, in the last 24 hours. */
  activeDay: number;
  /** The same of the last 7 days. */
  activeWeek: number;
  /** The same of the last 30 days. */
  activeMonth: number;
  /** Accounts opened since midnight UTC. */
  newToday: number;
  /** Accounts with an approved identity. */
  verified: number;
  /** Creators. */
  creators: number;
  /** Royal members. */
  royal: number;
  /** Members of the staff. */
  staff: number;
  /** Accounts that are suspended. */
  suspended: number;
  /** Accounts that are banned. */
  banned: number;
}

/** Everything about one user. */
export interface UserFile {
  /** The user. */
  user: AdminUser;
  /** Why the account is closed, if it is. */
  suspension?: Suspension;
  /** The last 100 warnings, the newest first. */
  warnings: Warning[];
  /** What the user can spend. */
  balance: number;
  /** What is locked for withdrawals. */
  locked: number;
  /** How many sessions are alive. */
  sessions: number;
  /** Whether a second factor is asked for at sign-in. */
  twoFactorEnabled: boolean;
}

/** A page of people, in the order that its operation states. */
export interface UserPage {
  /** The people. */
  users: UserSummary[];
  /** Where the next page starts; absent on the last. */
  nextCursor?: string;
}

/** A user as others see one beside a post, a message or a list entry. */
export interface UserSummary {
  /** The user. */
  id: string;
  /** The name shown, 2 to 50 characters. */
  displayName: string;
  /** The address of the primary photo. */
  photoUrl?: string;
  /** Whether identity and age are approved. */
  isVerified: boolean;
  /** Whether the user is a creator. */
  isCreator: boolean;
}

/**
 * Who may see a post.
 *
 * - `public`: Everyone.
 * - `followers`: Those who follow the author.
 * - `subscribers`: Those who subscribe to the author.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type Visibility = "public" | "followers" | "subscribers";

/** What a user has, and has had. */
export interface Wallet {
  /** What can be spent. */
  balance: number;
  /** The user's own tokens in the escrow of chats or locked for a withdrawal. */
  pending: number;
  /** What of the balance was earned and may be withdrawn; bought tokens never are. */
  withdrawable: number;
  /** All tokens ever bought. */
  lifetimePurchased: number;
  /** All tokens ever earned. */
  lifetimeEarned: number;
  /** All tokens ever spent, less what was refunded or is in escrow. */
  lifetimeSpent: number;
  /** All tokens ever withdrawn, those of pending withdrawals included. */
  lifetimeWithdrawn: number;
  /** The stored payment methods, the default one first. */
  paymentMethods: PaymentMethod[];
}

/** A warning that a user was given. */
export interface Warning {
  /** Why. */
  reason: string;
  /** When. */
  at: string;
  /** Who gave it. */
  by: string;
}

/** What may be withdrawn now. */
export interface Withdrawable {
  /** The most that may be withdrawn: what was earned and neither spent nor withdrawn. */
  amount: number;
  /** The least of one withdrawal: 500. */
  minimum: number;
  /** The most of one withdrawal: 50,000. */
  maximum: number;
  /** What is left of this month's 100,000 tokens (20,000 PLN). */
  monthlyLeft: number;
  /** How many of this month's 10 withdrawals are left. */
  requestsLeft: number;
  /** The fee on `amount`: 2 %, rounded up. */
  fee: number;
  /** The money for `amount` less the fee, at 0.20 PLN for a token. */
  payout: Money;
}

/** A withdrawal. Its tokens are locked until it has arrived or ended otherwise. */
export interface Withdrawal {
  /** The withdrawal. */
  id: string;
  /** The tokens withdrawn, the fee included. */
  amount: number;
  /** The fee: 2 %, rounded up. */
  fee: number;
  /** The money that is sent. */
  payout: Money;
  /** Where it goes. */
  method: Open<PayoutMethod>;
  /** The last four characters of the destination. */
  destinationEnd: string;
  /** How far it is. */
  status: Open<WithdrawalStatus>;
  /** When it was requested. */
  requestedAt: string;
}

/** A user's withdrawals, the newest first. */
export interface WithdrawalList {
  /** The withdrawals. */
  withdrawals: Withdrawal[];
}

/**
 * How far a withdrawal is.
 *
 * - `pending`: Waits for review.
 * - `approved`: Was approved.
 * - `processing`: Is on its way.
 * - `completed`: Has arrived.
 * - `rejected`: Was refused; the tokens are back.
 * - `failed`: Did not arrive; the tokens are back.
 * - `cancelled`: Was taken back; the tokens are back.
 *
 * An answer of a later version may have other names: a reader takes them for `unknown`. In a request they are
 * refused.
 */
export type WithdrawalStatus = "pending" | "approved" | "processing" | "completed" | "rejected" | "failed" | "cancelled";

/** What waits for the staff. */
export interface WorkCounts {
  /** Cases in the moderation queue. */
  cases: number;
  /** Reports without a decision. */
  reports: number;
  /** Documents without a decision. */
  kyc: number;
  /** Withdrawals without a decision. */
  withdrawals: number;
}

/**
 * What a server's problem is called: decide by it.
 *
 * - `invalid_json` (400): The body is not JSON.
 * - `invalid_request` (400): The request does not have the expected form.
 * - `invalid_cursor` (400): The cursor was not made for this list.
 * - `idempotency_key_missing` (400): The operation needs an Idempotency-Key.
 * - `invalid_signature` (400): The signature is missing or wrong.
 * - `unauthenticated` (401): Sign in first.
 * - `token_expired` (401): The access token has expired.
 * - `token_reused` (401): The refresh token was used before; the session has ended.
 * - `invalid_credentials` (401): E-mail or password is wrong.
 * - `two_factor_invalid` (401): The code is wrong or was used before.
 * - `challenge_expired` (401): The challenge has expired or had too many attempts.
 * - `oauth_invalid` (401): The provider did not confirm the sign-in.
 * - `insufficient_balance` (402): Not enough tokens.
 * - `payment_declined` (402): The payment was declined.
 * - `permission_denied` (403): Not allowed.
 * - `step_up_required` (403): Prove a second factor first.
 * - `verification_required` (403): Identity and age must be approved first.
 * - `creator_required` (403): Creator mode is not enabled.
 * - `account_suspended` (403): The account is suspended.
 * - `blocked` (403): One of the two users has blocked the other.
 * - `profile_private` (403): The profile is private.
 * - `not_participant` (403): Not a participant of this chat.
 * - `not_author` (403): Only the author may do this.
 * - `messages_disabled` (403): The recipient does not accept messages.
 * - `tier_required` (403): The plan does not include this.
 * - `not_found` (404): There is no such thing.
 * - `method_not_allowed` (405): The path does not take this method.
 * - `already_exists` (409): It exists already.
 * - `email_taken` (409): The e-mail address is in use.
 * - `idempotency_in_flight` (409): The same key is being worked on.
 * - `failed_precondition` (409): The current state does not allow this.
 * - `requirements_not_met` (409): Not all requirements are met.
 * - `chat_closed` (409): The chat is closed.
 * - `deposit_required` (409): A deposit is needed before the next message.
 * - `story_limit_reached` (409): Three stories are active already.
 * - `story_expired` (410): The story has expired.
 * - `payload_too_large` (413): The body is too large.
 * - `unsupported_media_type` (415): The media type is not supported.
 * - `validation_failed` (422): A field is out of its range.
 * - `idempotency_key_reused` (422): The key was used for another request.
 * - `underage` (422): Users must be 18 or older.
 * - `content_blocked` (422): The content is not allowed.
 * - `spam_detected` (422): The message looks like spam.
 * - `cannot_target_self` (422): Not possible with oneself.
 * - `below_minimum` (422): The amount is below the minimum.
 * - `above_maximum` (422): The amount is above the maximum.
 * - `rate_limited` (429): Too many requests.
 * - `territory_blocked` (451): Not available in this territory.
 * - `like_limit_reached` (429): No likes are left for now.
 * - `too_fast` (429): Too many of these in a short time.
 * - `monthly_limit_exceeded` (409): The monthly limit is used up.
 * - `internal` (500): The server failed.
 * - `unavailable` (503): The service is not available.
 */
export type ProblemCode =
  | "invalid_json"
  | "invalid_request"
  | "invalid_cursor"
  | "idempotency_key_missing"
  | "invalid_signature"
  | "unauthenticated"
  | "token_expired"
  | "token_reused"
  | "invalid_credentials"
  | "two_factor_invalid"
  | "challenge_expired"
  | "oauth_invalid"
  | "insufficient_balance"
  | "payment_declined"
  | "permission_denied"
  | "step_up_required"
  | "verification_required"
  | "creator_required"
  | "account_suspended"
  | "blocked"
  | "profile_private"
  | "not_participant"
  | "not_author"
  | "messages_disabled"
  | "tier_required"
  | "not_found"
  | "method_not_allowed"
  | "already_exists"
  | "email_taken"
  | "idempotency_in_flight"
  | "failed_precondition"
  | "requirements_not_met"
  | "chat_closed"
  | "deposit_required"
  | "story_limit_reached"
  | "story_expired"
  | "payload_too_large"
  | "unsupported_media_type"
  | "validation_failed"
  | "idempotency_key_reused"
  | "underage"
  | "content_blocked"
  | "spam_detected"
  | "cannot_target_self"
  | "below_minimum"
  | "above_maximum"
  | "rate_limited"
  | "territory_blocked"
  | "like_limit_reached"
  | "too_fast"
  | "monthly_limit_exceeded"
  | "internal"
  | "unavailable";
