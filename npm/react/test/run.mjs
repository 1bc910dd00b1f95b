// The hooks under React 19 and 18, and the package as users get it, against the reference server at AVALO_URL.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

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
      ...(version === 18 && { react: "react-18", "react-dom": "react-dom-18" }),
    },
    define: { "process.env.NODE_ENV": '"development"', "process.env.REACT": `"${version}"` },
    // What react-dom takes from Node it asks for in the manner of CommonJS.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    nodePaths: [here("../node_modules")],
    logLevel: "warning",
  });
  return outfile;
}

for (const version of [19, 18]) {
  for (const tests of ["query", "mutation", "client"]) await import(await bundle(version, tests));
}
await import("./package.mjs");
