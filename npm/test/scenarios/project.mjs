// A project in target/projects that a bundler builds: the files of one of the folders here, the player, and what an
// example of this repository has installed.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Its folder, and what runs one of its programs there; what that says is thrown if it fails. */
export function project(name, example) {
  const folder = here(`../../../target/projects/${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/player`, { recursive: true });
  cpSync(here(name), folder, { recursive: true });
  for (const file of readdirSync(here(".")).filter((file) => file.endsWith(".mjs"))) {
    cpSync(here(file), `${folder}/player/${file}`);
  }
  symlinkSync(here(`../../../examples/${example}/node_modules`), `${folder}/node_modules`);
  const run = (program, ...args) => {
    const env = { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
    const all = [`node_modules/${program}`, ...args];
    try {
      execFileSync(process.execPath, all, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    } catch (error) {
      throw new Error(`${error.stdout ?? ""}${error.stderr ?? ""}` || error.message);
    }
  };
  return { folder, run };
}
