// Written by `cargo xtask generate` from the tables in avalo-sdk/src/api. Do not edit.

/** Everything that happens to the user: one connection carries every subscription. */
export const EVENTS = "chat.subscribeToMessages GET /v1/events US stream";
