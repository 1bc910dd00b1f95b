// A page with the package as Vite finds it, which plays what its test gives it.

import * as avalo from "@avalo/sdk";
import { playAll } from "./player/troupe.mjs";

globalThis.play = (scenarios, server) => playAll(scenarios, server, avalo.AvaloSDK, globalThis.told);
globalThis.avalo = avalo;
