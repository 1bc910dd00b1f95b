// The package and the guide as users get them: put into an empty project, compiled and run there.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, equal } from "../../test/check.mjs";
import { url } from "../../test/server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const project = here("../../../target/react-project");
const env = { ...process.env, NO_COLOR: "1" };

function run(program, ...args) {
  try {
    return execFileSync(program, args, { cwd: project, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${error.stdout ?? ""}${error.stderr ?? ""}` || error.message);
  }
}
const tool = (path, ...args) => run(process.execPath, here(`../../node_modules/${path}`), ...args);

rmSync(project, { recursive: true, force: true });
mkdirSync(project, { recursive: true });
const put = (from, to) => cpSync(here(from), `${project}/node_modules/${to}`, { recursive: true });
put("../../dist", "@avalo/sdk");
put("../dist", "@avalo/react");
for (const name of ["react", "react-dom", "scheduler", "csstype", "@types/react", "@tanstack"]) put(`../node_modules/${name}`, name);
cpSync(here("types"), project, { recursive: true });
const file = JSON.parse(run("npm", "pack", "--json", "--silent", here("../dist")))[0].filename;

/** The listings of the guide, each in the file that its first line names. */
export const guide = `${project}/guide`;
mkdirSync(guide);
const markdown = readFileSync(here("../../../docs/guides/tanstack-query.md"), "utf8");
const names = [...markdown.matchAll(/^```tsx?\n(\/\/ (\S+)\n[^]*?)^```/gm)].map(([, text, name]) => {
  // It asks the reference server.
  writeFileSync(`${guide}/${name}`, text.replace("https://api.avalo.app", url));
  return name;
});
const config = {
  extends: "../tsconfig.json",
  compilerOptions: { module: "esnext", moduleResolution: "bundler", skipLibCheck: true },
  files: names,
};
writeFileSync(`${guide}/tsconfig.json`, JSON.stringify(config));

for (const react of ["19", "18"]) {
  if (react === "18") {
    rmSync(`${project}/node_modules/@types/react`, { recursive: true });
    put("../node_modules/@types/react-18", "@types/react");
    put("../node_modules/@types/prop-types", "@types/prop-types");
  }
  for (const [version, compiler] of [
    ["the latest TypeScript", "typescript"],
    ["the oldest supported, 5.0,", "typescript-oldest"],
  ]) {
    await check(`React ${react}: ${version} takes what is right and refuses what is wrong`, () =>
      tool(`${compiler}/bin/tsc`, "-p", "."),
    );
  }
}
await check("the guide to TanStack Query compiles", () => {
  equal(names.join(), "client.ts,feed.tsx,tip.tsx,live.tsx");
  put("../node_modules/@types/react", "@types/react");
  tool("typescript/bin/tsc", "-p", "guide");
});

const program = (load) => `
  const print = ({ AvaloProvider, useAvaloQuery }, { createElement }, { renderToString }) => {
    const Page = () => String(useAvaloQuery(["feed"], (sdk, options) => sdk.feed.getFeed({}, options)).isLoading);
    const options = { apiEndpoint: "/api" };
    console.log(renderToString(createElement(AvaloProvider, { options }, createElement(Page))));
  };
  ${load}`;
await check("it is imported and required, and renders on a server", () => {
  const names = ["@avalo/react", "react", "react-dom/server"].map((name) => `"${name}"`);
  writeFileSync(`${project}/use.mjs`, program(`print(${names.map((name) => `await import(${name})`)});`));
  writeFileSync(`${project}/use.cjs`, program(`print(${names.map((name) => `require(${name})`)});`));
  equal(run(process.execPath, "use.mjs"), "true\n");
  equal(run(process.execPath, "use.cjs"), "true\n");
});
await check("it says to servers that render components that it is for the browser", () => {
  for (const ending of ["mjs", "cjs"]) equal(readFileSync(here(`../dist/index.${ending}`), "utf8").startsWith('"use client";\n'), true);
});
await check("publint finds nothing", () => {
  const found = tool("publint/src/cli.js", "--strict", "node_modules/@avalo/react");
  equal(found.trimEnd().endsWith("All good!"), true);
});
await check("are the types wrong? They are not", () => tool("@arethetypeswrong/cli/dist/index.js", file, "--no-emoji"));
