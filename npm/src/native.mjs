// What `@avalo/sdk` is in React Native: the same, and where its engines come from.

export * from "./index.mjs";
export { registerEngine } from "./module.mjs";
