// The scenarios in Node.

import { AvaloSDK } from "../../dist/index.mjs";
import { perform } from "./place.mjs";
import { playAll } from "./run.mjs";

await import("./untrue.mjs");
await playAll("Node", (what, url) => perform(what, url, AvaloSDK));
