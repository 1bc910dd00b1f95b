// What a page loads that calls two operations: the client, two rows, and no other.

import { build } from "esbuild";
import { check, equal } from "./check.mjs";

const page = `
  import { AvaloClient, unwrap } from "./dist/index.mjs";
  import { getFeed } from "./dist/feed.mjs";
  import { sendMessage } from "./dist/chat.mjs";
  const client = new AvaloClient({ apiEndpoint: location.origin });
  unwrap(getFeed(client)).then(() => sendMessage(client, { chatId: "cht_1", content: "hi" }));
`;

await check("a page loads the operations that it imports and no others", async () => {
  const stdin = { contents: page, resolveDir: new URL("..", import.meta.url).pathname };
  const bundled = await build({ stdin, bundle: true, minify: true, format: "esm", write: false });
  const rows = bundled.outputFiles[0].text.match(/[a-z]+\.\w+ (GET|POST|PUT|PATCH|DELETE) \/v1/g);
  // Events are part of every client.
  equal(rows.sort().join(), "chat.sendMessage POST /v1,chat.subscribeToMessages GET /v1,feed.getFeed GET /v1");
});
