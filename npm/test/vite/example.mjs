// The example for Vite with the packages as they are now: installed, built for production and served.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import * as examples from "../example.mjs";
import { url } from "../server.mjs";

const project = examples.folderOf("vite");

export const install = () => examples.install("vite", "sdk", "react");

/** What `npm run build` does: the compiler in its strict mode, then Vite. */
export function build() {
  examples.run("npm", ["run", "--silent", "build"], { cwd: project, env: { ...process.env, VITE_AVALO_ENDPOINT: url, NO_COLOR: "1" } });
}

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

/** What this needs at the least, so that a policy that is too narrow is seen here. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  `connect-src ${url}`,
].join("; ");

/** Serves what was built on a free port, as any host of files does. Resolves to where it is and what ends it. */
export async function serve() {
  const server = createServer(({ url }, response) => {
    const path = url.split("?")[0];
    const file = new URL(`../../../examples/vite/dist${path === "/" ? "/index.html" : path}`, import.meta.url);
    try {
      const bytes = readFileSync(file);
      response.writeHead(200, { "content-type": types[extname(file.pathname)], "content-security-policy": policy });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { site: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
