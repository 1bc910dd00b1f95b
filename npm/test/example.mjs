// An example of this repository with the packages as they are now.

import { execFileSync } from "node:child_process";
import { cpSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = { sdk: here("../dist"), react: here("../react/dist") };

export const folderOf = (example) => here(`../../examples/${example}`);

/** Runs a program to its end. What it says is thrown if it fails. */
export function run(program, args, more) {
  try {
    execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], ...more });
  } catch (error) {
    throw new Error(`${error.stdout ?? ""}${error.stderr ?? ""}` || error.message);
  }
}

/** Installs what its lock file names, unless that is done, and these packages anew. */
export function install(example, ...packages) {
  const folder = folderOf(example);
  const age = (file) => statSync(`${folder}/${file}`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (age("node_modules/.package-lock.json") <= age("package-lock.json")) {
    run("npm", ["ci", "--silent", "--no-audit", "--no-fund"], { cwd: folder });
  }
  for (const name of packages) {
    const installed = `${folder}/node_modules/@avalo/${name}`;
    rmSync(installed, { recursive: true, force: true });
    cpSync(built[name], installed, { recursive: true });
  }
}
