// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

export type { AuthApi } from "./auth.js";
export type { ProfilesApi } from "./profiles.js";
export type { FeedApi } from "./feed.js";
export type { ChatApi } from "./chat.js";
export type { PaymentsApi } from "./payments.js";
export type { AiApi } from "./ai.js";
export type { CreatorApi } from "./creator.js";
export type { MatchmakingApi } from "./matchmaking.js";
export type { NotificationsApi } from "./notifications.js";
export type { AdminApi } from "./admin.js";

import type { AuthApi } from "./auth.js";
import type { ProfilesApi } from "./profiles.js";
import type { FeedApi } from "./feed.js";
import type { ChatApi } from "./chat.js";
import type { PaymentsApi } from "./payments.js";
import type { AiApi } from "./ai.js";
import type { CreatorApi } from "./creator.js";
import type { MatchmakingApi } from "./matchmaking.js";
import type { NotificationsApi } from "./notifications.js";
import type { AdminApi } from "./admin.js";

/** The ten domains of the API. */
export interface Handles {
  /** Sign-up, sign-in, second factors and verification. */
  readonly auth: AuthApi;
  /** People: their public face, their settings and who follows whom. */
  readonly profiles: ProfilesApi;
  /** Posts, comments, stories and the media in them. */
  readonly feed: FeedApi;
  /** Conversations and the messages in them. */
  readonly chat: ChatApi;
  /** The wallet and everything that moves tokens. */
  readonly payments: PaymentsApi;
  /** AI companions, conversations with them, and the checks of what people write and show. */
  readonly ai: AiApi;
  /** A creator's figures, prices and plans. */
  readonly creator: CreatorApi;
  /** Suggestions, likes and matches. */
  readonly matchmaking: MatchmakingApi;
  /** The inbox, what may disturb its owner, and where push messages go. */
  readonly notifications: NotificationsApi;
  /** What the staff sees and does. */
  readonly admin: AdminApi;
}
