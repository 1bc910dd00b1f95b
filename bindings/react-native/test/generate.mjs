// What React Native's build writes of `src/NativeAvalo.ts`: the base classes of the native modules.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { here } from "./app.mjs";

const require = createRequire(import.meta.url);
export const generated = here("../../../target/react-native/generated");

/** Writes them anew. */
export function generate() {
  rmSync(generated, { recursive: true, force: true });
  mkdirSync(generated, { recursive: true });
  const schema = `${generated}/schema.json`;
  const combine = here("../node_modules/@react-native/codegen/lib/cli/combine/combine-js-to-schema-cli.js");
  execFileSync(process.execPath, [combine, schema, here("../src")], { stdio: "pipe" });
  const { codegenConfig } = JSON.parse(readFileSync(here("../package.json"), "utf8"));
  const options = {
    libraryName: codegenConfig.name,
    schema: JSON.parse(readFileSync(schema, "utf8")),
    outputDirectory: generated,
    packageName: codegenConfig.android.javaPackageName,
    assumeNonnull: false,
  };
  const { generate } = require("@react-native/codegen/lib/generators/RNCodegen.js");
  if (!generate(options, { generators: ["modulesAndroid", "modulesIOS", "modulesCxx"] })) throw new Error("nothing was written");
}

if (process.argv[1] === here("./generate.mjs")) generate();
