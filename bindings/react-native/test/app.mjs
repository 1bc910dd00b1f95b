// A folder with an app in it, as users have one: the example beside the packages that it needs.

import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const here = (path) => fileURLToPath(new URL(path, import.meta.url));
export const app = here("../../../target/react-native/app");

/** Makes the folder anew. */
export function makeApp() {
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  cpSync(here("../../../examples/react-native"), app, { recursive: true });
  symlinkSync(here("../node_modules"), `${app}/node_modules`);
  const compilerOptions = { paths: { "@avalo/react-native": [here("../src/index.ts")] } };
  const tsconfig = { extends: here("../tsconfig.json"), compilerOptions, include: ["*.ts", "*.tsx"] };
  writeFileSync(`${app}/tsconfig.json`, JSON.stringify(tsconfig));
}
