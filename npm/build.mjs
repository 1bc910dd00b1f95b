// From the module that wasm-bindgen left in `pkg` to the files that are shipped in `dist`.

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { build } from "esbuild";

process.chdir(import.meta.dirname);

// What every browser of the last years can do, named one by one: with all features at once, binaryen
// uses some that Node 20 does not know.
const features = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];
const strip = ["--strip-debug", "--strip-producers", "--strip-target-features"];
// What looks alike is left alone, and little is inlined: it is larger before gzip and smaller after it.
const alike = [
  "--one-caller-inline-max-function-size=20",
  "--always-inline-max-function-size=0",
  "--skip-pass=local-cse",
  "--skip-pass=merge-similar-functions",
];
const [from, to] = ["pkg/avalo_bg.wasm", "pkg/avalo.wasm"];
const age = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (age(to) <= age(from)) {
  const enabled = features.map((feature) => `--enable-${feature}`);
  const wasmOpt = "node_modules/binaryen/bin/wasm-opt";
  execFileSync(process.execPath, [wasmOpt, "-Oz", "--converge", ...alike, ...enabled, ...strip, from, "-o", to]);
}

// The package as it is imported, the rows by themselves, and the client without module and rows, to know
// what the glue weighs.
const options = { bundle: true, minify: true, format: "esm", target: "es2022" };
const make = (from, to, module) =>
  build({ ...options, entryPoints: [`src/${from}`], outfile: `dist/${to}`, loader: { ".wasm": module } });
await make("index.mjs", "avalo.mjs", "base64");
await make("generated/operations.mjs", "operations.mjs", "base64");
await make("client.mjs", "glue.mjs", "empty");
