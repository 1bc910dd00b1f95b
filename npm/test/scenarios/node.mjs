// The scenarios in Node, against the reference server at AVALO_URL.

import { AvaloSDK } from "../../dist/index.mjs";
import { url } from "../server.mjs";
import { leave, scenarios } from "./files.mjs";
import { playAll, unhurried } from "./troupe.mjs";

leave("Node", await playAll(scenarios(), url, unhurried(AvaloSDK), console.log));
