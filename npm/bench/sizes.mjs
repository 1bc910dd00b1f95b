// What each weighs in a page, by the same command: esbuild --bundle --minify --format=esm --platform=browser
// --target=es2022, and gzip -9 after it.

import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { grid } from "./table.mjs";

/** Pages that make one client and one call, with what Avalo must and should weigh. */
const PAGES = {
  ky: 'import ky from "ky"; globalThis.client = ky.create({ prefix: "/api" }).get("feed").json();',
  axios: 'import axios from "axios"; globalThis.client = axios.create({ baseURL: "/api" }).get("feed");',
  "axios + axios-retry":
    'import axios from "axios"; import retry from "axios-retry"; const client = axios.create({ baseURL: "/api" }); retry(client, { retries: 3 }); globalThis.client = client.get("feed");',
  "openapi-fetch": 'import create from "openapi-fetch"; globalThis.client = create({ baseUrl: "/api" }).GET("/feed");',
  "supabase-js": 'import { createClient } from "@supabase/supabase-js"; globalThis.client = createClient("https://a.test", "key").from("feed").select();',
  "Avalo, all ten domains": 'import { AvaloSDK } from "../dist/index.mjs"; globalThis.client = new AvaloSDK({ apiEndpoint: "/api" }).feed.getFeed();',
  "Avalo, one domain":
    'import { AvaloClient } from "../dist/index.mjs"; import * as feed from "../dist/feed.mjs"; globalThis.client = new AvaloClient({ apiEndpoint: "/api" }); globalThis.feed = feed;',
};
const BOUNDS = { "Avalo, all ten domains": { atMost: 40_000, goal: 25_000 }, "Avalo, one domain": { goal: 20_000 } };

export async function measure(table) {
  const sizes = {};
  for (const [name, contents] of Object.entries(PAGES)) {
    const stdin = { contents, resolveDir: import.meta.dirname };
    const options = { bundle: true, minify: true, format: "esm", platform: "browser", target: "es2022" };
    const { outputFiles } = await build({ stdin, ...options, write: false, logLevel: "warning" });
    const [{ contents: raw }] = outputFiles;
    sizes[name] = { raw: raw.length, gzip: gzipSync(raw, { level: 9 }).length };
    if (BOUNDS[name]) table.push({ figure: `${name}, gzip -9`, unit: "B", result: sizes[name].gzip, ...BOUNDS[name] });
  }
  const lines = Object.entries(sizes).map(([name, { raw, gzip }]) => [`  ${name}`, `${raw}`, `${gzip}`]);
  console.log(`${grid([["bytes in a page", "raw", "gzip -9"], ...lines])}\n`);
  return sizes;
}
