// The same on the edge runtime, which makes no code while it runs.

import { AvaloSDK } from "@avalo/sdk";
import { answer } from "../../player/troupe.mjs";

export const runtime = "edge";
export const POST = (request) => answer(request, AvaloSDK);
