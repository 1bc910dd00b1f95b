// Uploads from a page, where only XMLHttpRequest tells how far the bytes are.

import { check, equal } from "../check.mjs";
import { url } from "../server.mjs";
import { PAGE, open, serve } from "./browser.mjs";

export async function inPages(browser) {
  const context = await browser.newContext();
  const { page, wrong } = await open(context, (await serve()) + PAGE);
  await page.evaluate(async (apiEndpoint) => {
    globalThis.sdk = new globalThis.avalo.AvaloSDK({ apiEndpoint });
    await globalThis.sdk.auth.login({ email: "user6@avalo.test", password: "Password1" });
    globalThis.image = { kind: "feed_image", file: new File([new Uint8Array(20_000_000)], "a.png", { type: "image/png" }) };
  }, url);

  await check("a page uploads 20 MB, hears how far it is, and posts what it uploaded", async () => {
    const { error, seen, post } = await page.evaluate(async () => {
      const { sdk, image } = globalThis;
      const seen = [];
      const { data, error } = await sdk.feed.upload(image, { onProgress: ({ loaded, total }) => seen.push([loaded, total]) });
      if (error) return { error: error.message };
      const made = await sdk.feed.createPost({ kind: "image", content: "From a page", mediaUrls: [data] });
      return { error: made.error?.message, seen, post: made.data?.mediaUrls?.length };
    });
    equal(error, undefined);
    equal(post, 1);
    equal(seen.every(([loaded, total], at) => total === 20_000_000 && (at === 0 || loaded >= seen[at - 1][0])), true);
    equal(seen.at(-1).join(), "20000000,20000000");
    console.log(`an upload of 20 MB told of its progress ${seen.length} times`);
  });

  await check("an upload that a page gives up ends at once, and the next one is whole", async () => {
    const kinds = await page.evaluate(async () => {
      const { sdk, image } = globalThis;
      const controller = new AbortController();
      const given = await sdk.feed.upload(image, { signal: controller.signal, onProgress: () => controller.abort() });
      const whole = await sdk.feed.upload(image);
      return [given.error?.kind, whole.success];
    });
    equal(kinds.join(), "cancelled,true");
    equal(wrong.join(), "");
  });
  await context.close();
}
