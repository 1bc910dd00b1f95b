// In the page: plays what its test gives it. It needs nothing that a strict policy forbids.

import { AvaloSDK } from "../../dist/index.mjs";
import { playAll, unhurried } from "../scenarios/troupe.mjs";

globalThis.play = (scenarios, server) => playAll(scenarios, server, unhurried(AvaloSDK), globalThis.told);
