// The example for Vite with the packages as they are now: installed, built for production and served.

import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { url } from "../server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const project = here("../../../examples/vite");

const run = (program, args, more) => {
  try {
    execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...more });
  } catch (error) {
    throw new Error(`${error.stdout ?? ""}${error.stderr ?? ""}` || error.message);
  }
};

export function install() {
  const age = (file) => statSync(`${project}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (age("node_modules/.package-lock.json") <= age("package-lock.json")) {
    run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], { cwd: project });
  }
  for (const [name, dist] of [["sdk", "../../dist"], ["react", "../../react/dist"]]) {
    const installed = `${project}/node_modules/@avalo/${name}`;
    rmSync(installed, { recursive: true, force: true });
    cpSync(here(dist), installed, { recursive: true });
  }
}

/** What `npm run build` does: the compiler in its strict mode, then Vite. */
export function build() {
  run("npm", ["run", "--silent", "build"], { cwd: project, env: { ...process.env, VITE_AVALO_ENDPOINT: url, NO_COLOR: "1" } });
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
