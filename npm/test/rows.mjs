// What a page loads that calls two operations: the client, two rows, and no other.

import { build } from "esbuild";
import { check, equal } from "./check.mjs";

const page = `
  import { AvaloClient } from "./dist/avalo.mjs";
  import { feedGetFeed, chatSendMessage } from "./dist/operations.mjs";
  const sdk = new AvaloClient({ endpoint: location.origin });
  sdk.callRow(feedGetFeed).then(() => sdk.callRow(chatSendMessage, { chatId: "cht_1", content: "hi" }));
`;

await check("a page loads the rows that it names and no others", async () => {
  const stdin = { contents: page, resolveDir: new URL("..", import.meta.url).pathname };
  const bundled = await build({ stdin, bundle: true, minify: true, format: "esm", write: false });
  const rows = bundled.outputFiles[0].text.match(/[a-z]+\.\w+ (GET|POST|PUT|PATCH|DELETE) \/v1/g);
  equal(rows.sort().join(), "chat.sendMessage POST /v1,feed.getFeed GET /v1");
});
