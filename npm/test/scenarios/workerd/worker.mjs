// What runs inside workerd: config.capnp says under which names its imports are there.

import { answer } from "./troupe.mjs";
import { AvaloSDK } from "./workerd.mjs";

export default { fetch: (request) => answer(request, AvaloSDK) };
