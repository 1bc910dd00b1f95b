// The example for Next.js with the package as it is now: installed, built and started.

import { spawn } from "node:child_process";
import * as examples from "../example.mjs";
import { PATIENCE, pause, url } from "../server.mjs";

const example = examples.folderOf("nextjs");
const next = `${example}/node_modules/next/dist/bin/next`;
const env = { ...process.env, AVALO_URL: url, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };

export const install = () => examples.install("nextjs", "sdk");

export const build = () => examples.run(process.execPath, [next, "build"], { cwd: example, env });

/** Starts it, or another project that was built, on a free port: where it is, what it has said, and what ends it. */
export async function start(project = example) {
  const server = spawn(process.execPath, [next, "start", "--port", "0", "--hostname", "127.0.0.1"], { cwd: project, env });
  let log = "";
  const hear = (text) => (log += text);
  server.stdout.on("data", hear);
  server.stderr.on("data", hear);
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    await pause(100);
    const port = log.includes("Ready in") && log.match(/http:\/\/(?:127\.0\.0\.1|localhost):(\d+)/)?.[1];
    // A secure cookie travels without encryption to this machine alone, by this name.
    if (port) return { site: `http://localhost:${port}`, log: () => log, stop: () => server.kill() };
  }
  server.kill();
  throw new Error(`it did not start: ${log}`);
}
