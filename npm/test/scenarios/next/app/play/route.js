// A route of the server that plays what it is asked to.

import { AvaloSDK } from "@avalo/sdk";
import { answer } from "../../player/troupe.mjs";

export const POST = (request) => answer(request, AvaloSDK);
