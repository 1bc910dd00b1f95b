// In the page: the SDK, and the player of scenarios, for its test to use. It needs nothing that a strict policy forbids.

import * as sdk from "../../dist/index.mjs";
import { playAll } from "../scenarios/troupe.mjs";

globalThis.play = (scenarios, server) => playAll(scenarios, server, sdk.AvaloSDK, globalThis.told);
globalThis.avalo = sdk;
