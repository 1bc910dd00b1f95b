// The scenarios that every language tells, from the package's JavaScript down to the engine on a JVM.

import { leave, scenarios } from "../../../npm/test/scenarios/results.mjs";
import { line, playAll } from "../../../npm/test/scenarios/troupe.mjs";
import { url } from "../../../npm/test/server.mjs";
import { load } from "./load.mjs";
import { startModule } from "./pipe.mjs";

const { module, stop } = startModule();
const { AvaloSDK } = await load(module);
const outcomes = {};
await playAll(scenarios(), url, AvaloSDK, (name, outcome) => {
  outcomes[name] = outcome;
  console.log(line(name, outcome));
});
leave("React Native", outcomes);
await stop();
