/** Why a call failed: `kind` is one of a few words, `code` the server's word, or the kind if no server said one. */
export class AvaloError extends Error {
  name = "AvaloError";

  constructor({ message, kind, code = kind, statusCode, retryAfter, requestId }) {
    super(message);
    Object.assign(this, { kind, code, statusCode, retryAfter, requestId });
  }

  /** What is worth logging or sending on. The message names no token, no body and no query. */
  toJSON() {
    const { kind, code, message, statusCode, retryAfter, requestId } = this;
    return { kind, code, message, statusCode, retryAfter, requestId };
  }
}

/** An error that the SDK itself is the first to see. */
export const failure = (kind, message) => new AvaloError({ kind, message });

/** Why the engine's module cannot be had, or not be run. */
export const unavailable = (error) =>
  failure(
    "wasm_unavailable",
    `WebAssembly does not run here (a Content-Security-Policy needs 'wasm-unsafe-eval', and lockdown mode switches it off): ${error?.message ?? error}`,
  );
