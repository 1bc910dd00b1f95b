// The package: the client with all operations, and the one for pages that bring their own.

export { AvaloClient } from "./client.mjs";
export { AvaloCore } from "./core.mjs";
export { AvaloError } from "./error.mjs";
