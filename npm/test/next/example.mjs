// The example for Next.js with the package as it is now: installed, built and started.

import { execFileSync, spawn } from "node:child_process";
import { cpSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pause, url } from "../server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const example = here("../../../examples/nextjs");
const next = `${example}/node_modules/next/dist/bin/next`;
const env = { ...process.env, AVALO_URL: url, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };

export function install() {
  const age = (file) => statSync(`${example}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (age("node_modules/.package-lock.json") <= age("package-lock.json")) {
    execFileSync("npm", ["ci", "--silent", "--no-audit", "--no-fund"], { cwd: example, stdio: "inherit" });
  }
  const installed = `${example}/node_modules/@avalo/sdk`;
  rmSync(installed, { recursive: true, force: true });
  cpSync(here("../../dist"), installed, { recursive: true });
}

export function build() {
  try {
    execFileSync(process.execPath, [next, "build"], { cwd: example, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${error.stdout}${error.stderr}`);
  }
}

/** Starts it, or another project that was built, on a free port: where it is, what it has said, and what ends it. */
export async function start(project = example) {
  const server = spawn(process.execPath, [next, "start", "--port", "0", "--hostname", "127.0.0.1"], { cwd: project, env });
  let log = "";
  const hear = (text) => (log += text);
  server.stdout.on("data", hear);
  server.stderr.on("data", hear);
  for (let round = 0; round < 300; round++) {
    await pause(100);
    const port = log.includes("Ready in") && log.match(/http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/)?.[1];
    // A secure cookie travels without encryption to this machine alone, by this name.
    if (port) return { site: `http://localhost:${port}`, log: () => log, stop: () => server.kill() };
  }
  server.kill();
  throw new Error(`it did not start: ${log}`);
}
