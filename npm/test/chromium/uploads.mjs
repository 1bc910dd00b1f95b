// Uploads of a page, which alone tells how far its bytes are.

import { launch, open, serve } from "../browser.mjs";
import { check, equal } from "../check.mjs";
import { inFork } from "../scenarios/player.mjs";
import { url } from "../server.mjs";

const SIZE = 4_000_000;

const browser = await launch();
const site = await serve();

await inFork(url, async (api) => {
  const { page, wrong } = await open(await browser.newContext(), `${site}/npm/test/scenarios/page.html`);
  await page.waitForFunction(() => globalThis.avalo !== undefined);
  await page.evaluate((apiEndpoint) => {
    globalThis.sdk = new globalThis.avalo.AvaloSDK({ apiEndpoint });
    return globalThis.sdk.auth.login({ email: "user9@avalo.test", password: "Password1" });
  }, api);
  const upload = (aborts) =>
    page.evaluate(
      async ([size, aborts]) => {
        const file = new File([new Uint8Array(size)], "a.png", { type: "image/png" });
        const [controller, seen] = [new AbortController(), []];
        const onProgress = ({ loaded, total }) => {
          seen.push([loaded, total]);
          if (aborts) controller.abort();
        };
        const response = await globalThis.sdk.feed.upload({ kind: "feed_image", file }, { onProgress, signal: controller.signal });
        return { response, kind: response.error?.kind, seen };
      },
      [SIZE, aborts],
    );

  await check("an upload tells how far it is, up to its end", async () => {
    const { response, seen } = await upload(false);
    equal(typeof response.data, "string");
    const loaded = seen.map(([loaded]) => loaded);
    equal(loaded.join(), loaded.toSorted((one, other) => one - other).join());
    equal(loaded.at(-1), SIZE);
    equal(seen.every(([, total]) => total === SIZE), true);
  });

  await check("an upload that is aborted on its way is cancelled, and another one goes through", async () => {
    const { kind, seen } = await upload(true);
    equal(kind, "cancelled");
    equal(seen.length, 1);
    equal((await upload(false)).response.success, true);
    equal(wrong.join(), "");
  });
});

await browser.close();
