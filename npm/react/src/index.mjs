"use client";
// The SDK as hooks.

export { AvaloProvider, useAvalo } from "./context.mjs";
export { useAvaloEvents, useAvaloSubscription } from "./live.mjs";
export { useAvaloMutation } from "./mutation.mjs";
export { useAvaloQuery } from "./query.mjs";
export { useSession } from "./session.mjs";
