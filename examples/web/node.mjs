// The story in Node: `AVALO_URL=http://127.0.0.1:5001 node examples/web/node.mjs`.

import { tell } from "./story.mjs";

const good = await tell(process.env.AVALO_URL ?? "http://127.0.0.1:5001", console.log);
process.exitCode = good ? 0 : 1;
