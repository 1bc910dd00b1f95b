// The package in `dist`, as it is published: the hooks in one file, for `import` and for `require`, and their types.
// Its first line is that of the entry, "use client", which says to servers that render components what hooks are.

import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

process.chdir(import.meta.dirname);
rmSync("dist", { recursive: true, force: true });
mkdirSync("dist/types", { recursive: true });

for (const [ending, format] of [["mjs", "esm"], ["cjs", "cjs"]]) {
  await build({
    // Wherever this was started from.
    absWorkingDir: import.meta.dirname,
    entryPoints: ["src/index.mjs"],
    outfile: `dist/index.${ending}`,
    bundle: true,
    format,
    target: "es2022",
    external: ["react", "@avalo/sdk"],
    logLevel: "warning",
  });
}

const types = readFileSync("src/index.d.ts", "utf8");
for (const ending of ["d.mts", "d.cts"]) writeFileSync(`dist/types/index.${ending}`, types);

const { name, version, description, license, engines, peerDependencies, peerDependenciesMeta } = JSON.parse(
  readFileSync("package.json", "utf8"),
);
const manifest = {
  ...{ name, version, description, license, engines, peerDependencies, peerDependenciesMeta },
  type: "module",
  sideEffects: false,
  main: "./index.cjs",
  module: "./index.mjs",
  types: "./types/index.d.cts",
  exports: {
    ".": {
      import: { types: "./types/index.d.mts", default: "./index.mjs" },
      require: { types: "./types/index.d.cts", default: "./index.cjs" },
    },
    "./package.json": "./package.json",
  },
};
writeFileSync("dist/package.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
cpSync("README.md", "dist/README.md");
for (const file of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(`../../${file}`, `dist/${file}`);
