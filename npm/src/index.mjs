// The package: the client with all operations, and the one for pages that import those that they call.

export { AvaloClient } from "./client.mjs";
export { AvaloError } from "./error.mjs";
export { unwrap } from "./response.mjs";
export { AvaloSDK } from "./sdk.mjs";
export { browserStore, cookieStore, memoryStore } from "./stores.mjs";
export { upload } from "./upload.mjs";
