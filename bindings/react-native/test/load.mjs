// The package's JavaScript in Node, over a native module that a test brings along.

import { build } from "esbuild";
import { here } from "./app.mjs";

/** What React Native gives the package. */
const reactNative = `
  export const TurboModuleRegistry = { getEnforcing: (name) => globalThis.reactNative.modules[name] };
  export const AppState = { addEventListener: (_, listener) => { globalThis.reactNative.appState = listener; } };
`;

/** The package over this module, and what tells it of the app's state. */
export async function load(module) {
  globalThis.reactNative = { modules: { Avalo: module } };
  const outfile = here(`../../../target/react-native/bundle.mjs`);
  const native = {
    name: "react-native",
    setup(build) {
      build.onResolve({ filter: /^react-native$/ }, () => ({ path: "react-native", namespace: "given" }));
      build.onLoad({ filter: /.*/, namespace: "given" }, () => ({ contents: reactNative }));
    },
  };
  const entryPoints = [here("../src/index.ts")];
  await build({ entryPoints, outfile, bundle: true, format: "esm", conditions: ["react-native"], plugins: [native] });
  const avalo = await import(`${outfile}?${Math.random()}`);
  return { ...avalo, appState: (state) => globalThis.reactNative.appState(state) };
}
