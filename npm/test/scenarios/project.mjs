// A project in target/projects that a bundler builds: the files of one of the folders here, the player, and what an
// example of this repository has installed.

import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as examples from "../example.mjs";

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
  symlinkSync(`${examples.folderOf(example)}/node_modules`, `${folder}/node_modules`);
  const env = { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const run = (program, ...args) => examples.run(process.execPath, [`node_modules/${program}`, ...args], { cwd: folder, env });
  return { folder, run };
}
