// The scenarios in Node, against the reference server at AVALO_URL.

import { AvaloSDK } from "../../dist/node.mjs";
import { url } from "../server.mjs";
import { leave, scenarios } from "./results.mjs";
import { line, playAll } from "./troupe.mjs";

await import("./untrue.mjs");
const outcomes = {};
await playAll(scenarios(), url, AvaloSDK, (name, outcome) => {
  outcomes[name] = outcome;
  console.log(line(name, outcome));
});
leave("Node", outcomes);
