// From the module that the compiler left in `pkg` to the package in `dist`, as it is published.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { ordered } from "./order.mjs";
import { split } from "./split.mjs";

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
  "--skip-pass=memory-packing",
  "--skip-pass=merge-similar-functions",
  // The lowest addresses are the end of the stack: no text and no list is there.
  "--low-memory-unused",
  "--optimize-added-constants",
];
const [from, to, packed] = ["pkg/core.wasm", "pkg/avalo.wasm", "pkg/avalo.wasm.deflate"];
const [small, text] = ["pkg/small.wasm", "pkg/small.wat"];
const [joins, joining] = ["pkg/joins.wasm", "pkg/joining.wasm"];
const age = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const enabled = features.map((feature) => `--enable-${feature}`);
const wasmOpt = (...more) => {
  execFileSync(process.execPath, ["node_modules/binaryen/bin/wasm-opt", "--quiet", ...enabled, ...more]);
};
if (age(to) <= age(from)) {
  wasmOpt("-Oz", "--converge", ...alike, ...strip, from, "-o", small);
  wasmOpt("-S", small, "-o", text);
  writeFileSync(text, ordered(readFileSync(text, "utf8"), readFileSync(small)));
  wasmOpt(text, "-o", to);
}
if (age(packed) <= Math.max(...[to, "join.wat", "split.mjs"].map(age))) {
  wasmOpt("join.wat", ...strip, "-o", joins);
  writeFileSync(joining, split(readFileSync(to), readFileSync(joins)));
  execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "avalo-pack", "--", joining, packed], { stdio: "inherit" });
}

const { table } = await import("./src/generated/table.mjs");
const domains = Object.keys(table);

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist");

// The code: the client in one file, each domain in another, for `import` and for `require`.
const common = { bundle: true, minify: true, target: "es2022", loader: { ".deflate": "base64", ".wasm": "base64" }, logLevel: "warning" };
const make = (entry, outfile, more) =>
  build({ ...common, entryPoints: [`src/${entry}`], outfile: `dist/${outfile}`, ...more });
const entries = [["index.mjs", "index"], ...domains.map((domain) => [`generated/${domain}.mjs`, domain])];
for (const [entry, name] of entries) {
  await make(entry, `${name}.mjs`, { format: "esm" });
  await make(entry, `${name}.cjs`, { format: "cjs" });
}
// In Node the module is in the code as it is. Where code may not be made while a program runs, it is a file beside the
// code, which is imported; and who hosts it says where it is.
const elsewhere = (file, module = "./core.wasm") => ({
  name: "module-elsewhere",
  setup(build) {
    build.onResolve({ filter: /\/module\.mjs$/ }, () => ({ path: `${import.meta.dirname}/src/${file}` }));
    build.onResolve({ filter: /core\.wasm$/ }, () => ({ path: module, external: true }));
    build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, external: true }));
  },
});
for (const [ending, format] of [["mjs", "esm"], ["cjs", "cjs"]]) {
  await make("index.mjs", `node.${ending}`, { format, plugins: [elsewhere("module.node.mjs")] });
  await make("index.mjs", `slim.${ending}`, { format, plugins: [elsewhere("module.slim.mjs")] });
}
await make("index.mjs", "workerd.mjs", { format: "esm", plugins: [elsewhere("module.workerd.mjs")] });
// Next.js takes a module as such only by this name.
await make("index.mjs", "edge.mjs", { format: "esm", plugins: [elsewhere("module.workerd.mjs", "./core.wasm?module")] });
cpSync(to, "dist/core.wasm");
// In React Native the engine is compiled into the app.
const native = {
  name: "native-engine",
  setup(build) {
    build.onResolve({ filter: /\/(module|core|host|network)\.mjs$/ }, ({ path, importer }) => {
      const file = path.replace("./", "").replace(".mjs", ".native.mjs");
      return importer.endsWith(file) ? undefined : { path: `${import.meta.dirname}/src/${file}` };
    });
  },
};
await make("native.mjs", "native.mjs", { format: "esm", plugins: [native] });
await make("native.mjs", "native.cjs", { format: "cjs", plugins: [native] });
// What servers that render pages need stands upon the client beside it.
const upon = (file) => ({
  name: "upon-the-client",
  setup: (build) => build.onResolve({ filter: /\/index\.mjs$/ }, () => ({ path: `./${file}`, external: true })),
});
for (const [client, name, format] of [
  ["index.mjs", "server.mjs", "esm"],
  ["index.cjs", "server.cjs", "cjs"],
  ["node.mjs", "server.node.mjs", "esm"],
  ["node.cjs", "server.node.cjs", "cjs"],
  ["workerd.mjs", "server.workerd.mjs", "esm"],
  ["edge.mjs", "server.edge.mjs", "esm"],
]) {
  await make("server.mjs", name, { format, plugins: [upon(client)] });
}

// The types, twice: how TypeScript takes a file depends on its ending, and that of its imports.
const types = ["types", "index", "native", "server", ...readdirSync("src/generated").filter((f) => f.endsWith(".d.ts")).map((f) => `generated/${f.slice(0, -5)}`)];
mkdirSync("dist/types/generated", { recursive: true });
for (const file of types) {
  const text = readFileSync(`src/${file}.d.ts`, "utf8");
  for (const [ending, js] of [["d.mts", "mjs"], ["d.cts", "cjs"]]) {
    writeFileSync(`dist/types/${file}.${ending}`, text.replaceAll(/(from "\.[^"]*)\.js"/g, `$1.${js}"`));
  }
}

// What npm is told.
const conditions = (name, types) => ({
  import: { types: `./types/${types}.d.mts`, default: `./${name}.mjs` },
  require: { types: `./types/${types}.d.cts`, default: `./${name}.cjs` },
});
const only = (name, types) => ({ types: `./types/${types}.d.mts`, default: `./${name}.mjs` });
const exports = {
  ".": {
    "react-native": conditions("native", "native"),
    workerd: only("workerd", "index"),
    "edge-light": only("edge", "index"),
    node: conditions("node", "index"),
    ...conditions("index", "index"),
  },
  "./server": {
    workerd: only("server.workerd", "server"),
    "edge-light": only("server.edge", "server"),
    node: conditions("server.node", "server"),
    ...conditions("server", "server"),
  },
};
for (const domain of domains) exports[`./${domain}`] = conditions(domain, `generated/${domain}`);
exports["./slim"] = conditions("slim", "index");
exports["./core.wasm"] = "./core.wasm";
exports["./package.json"] = "./package.json";
const { name, version, description, license, engines } = JSON.parse(readFileSync("package.json", "utf8"));
const manifest = {
  name,
  version,
  description,
  license,
  engines,
  type: "module",
  sideEffects: false,
  main: "./index.cjs",
  module: "./index.mjs",
  types: "./types/index.d.cts",
  exports,
};
writeFileSync("dist/package.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
// For those who resolve a path to a folder and know nothing of `exports`.
for (const [name, types] of [["slim", "index"], ["server", "server"], ...domains.map((domain) => [domain, `generated/${domain}`])]) {
  mkdirSync(`dist/${name}`);
  const inside = { main: `../${name}.cjs`, module: `../${name}.mjs`, types: `../types/${types}.d.cts` };
  writeFileSync(`dist/${name}/package.json`, `${JSON.stringify(inside)}\n`);
}
cpSync("README.md", "dist/README.md");
cpSync("../LICENSE-MIT", "dist/LICENSE-MIT");
cpSync("../LICENSE-APACHE", "dist/LICENSE-APACHE");
