export {
  AvaloClient,
  AvaloError,
  AvaloSDK,
  browserStore,
  cookieStore,
  memoryStore,
  unwrap,
  upload,
} from "./types.js";
export type {
  ApiResponse,
  AvaloOptions,
  BrowserStorage,
  CallOptions,
  CookieAttributes,
  Cookies,
  ErrorKind,
  LiveSubscription,
  Open,
  ReplyStream,
  SessionEvent,
  SubscribeOptions,
  TokenStore,
  UploadFile,
  UploadOptions,
  Uploads,
} from "./types.js";
export type * from "./generated/handles.js";
export type * from "./generated/types.js";
