// What React Native's own tools say of the JavaScript: compiler, code generator and bundle.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { build } from "esbuild";
import { check, equal } from "../../../npm/test/check.mjs";
import { app, here, makeApp } from "./app.mjs";
import { generate, generated } from "./generate.mjs";

const run = (program, ...args) => {
  try {
    return execFileSync(process.execPath, [here(`../node_modules/${program}`), ...args], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error(`${error.stdout}${error.stderr}`);
  }
};
makeApp();

await check("TypeScript takes the package", () => run("typescript/bin/tsc", "-p", here("..")));
await check("TypeScript takes the example", () => run("typescript/bin/tsc", "-p", app));

await check("React Native writes the base classes of the native modules", () => {
  generate();
  const files = readdirSync(generated, { recursive: true });
  for (const file of ["NativeAvaloSpec.java", "AvaloSpec.h", "AvaloSpecJSI.h"]) {
    equal(files.some((name) => name.endsWith(file)), true);
  }
});

await check("the module of iOS has every method that is promised", () => {
  // A compiler for it is not here; a method is told by its parts, as in `call:call:row:`.
  const parts = (text) => text.replace(/\([^)]*\)/g, "").match(/\w+:/g)?.join("") ?? text;
  const methods = (file, end) => readFileSync(file, "utf8").match(new RegExp(`^- \\(void\\)[^${end}]*${end}`, "gm")).map(parts);
  const written = methods(here("../ios/RCTAvalo.mm"), "{");
  const promised = methods(`${generated}/AvaloSpec/AvaloSpec.h`, ";").filter((name) => !/^(emitOnTold|setEventEmitterCallback):/.test(name));
  equal(promised.length, 12);
  for (const method of promised) equal(written.includes(method) || `${method} is not`, true);
});

await check("a bundle of the example has no WebAssembly, and nothing of Node", async () => {
  const foreign = [];
  const named = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
  const watch = {
    name: "watch",
    setup(build) {
      build.onResolve({ filter: /^(react|react-native)$|^react\// }, ({ path }) => ({ path, external: true }));
      build.onResolve({ filter: /^@avalo\/react-native$/ }, () => ({ path: here("../src/index.ts") }));
      build.onResolve({ filter: /.*/ }, ({ path }) => {
        if (named.has(path) || path.endsWith(".wasm")) foreign.push(path);
      });
    },
  };
  const { outputFiles, metafile } = await build({
    entryPoints: [`${app}/App.tsx`],
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    jsx: "automatic",
    conditions: ["react-native"],
    logLevel: "silent",
    plugins: [watch],
  });
  const text = outputFiles[0].text;
  equal(foreign.join(), "");
  equal(Object.keys(metafile.inputs).some((name) => name.endsWith("dist/native.mjs")), true);
  equal(/WebAssembly|getBuiltinModule|AGFzbQ/.test(text), false);
});
