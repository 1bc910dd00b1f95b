// The hooks under React 19 and 18, and the package as users get it, against the reference server at AVALO_URL.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { guide } from "./package.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Bundled, so that one version of React is everywhere, in react-dom too. */
async function bundle(version, name) {
  const outfile = here(`../../../target/react/${name}-${version}.mjs`);
  await build({
    entryPoints: [here(`${name}.mjs`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    alias: {
      "@avalo/react": here("../dist/index.mjs"),
      "@avalo/sdk": here("../../dist/index.mjs"),
      // The guide's listings are in a project of their own, with packages of its own: one of each is enough.
      guide,
      "@tanstack/react-query": here("../node_modules/@tanstack/react-query"),
      react: here(`../node_modules/react${version === 18 ? "-18" : ""}`),
      "react-dom": here(`../node_modules/react-dom${version === 18 ? "-18" : ""}`),
    },
    define: { "process.env.NODE_ENV": '"development"', "process.env.REACT": `"${version}"` },
    jsx: "automatic",
    // What react-dom takes from Node it asks for in the manner of CommonJS.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "warning",
  });
  return outfile;
}

for (const version of [19, 18]) {
  for (const tests of ["query", "mutation", "client", "guide"]) await import(await bundle(version, tests));
}
// What a failed test left open must not keep this from ending.
process.exit();
