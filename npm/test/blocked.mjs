// Where WebAssembly is switched off: each call says so, and works again once it is there.

import { check, equal } from "./check.mjs";
import { url } from "./server.mjs";

const { WebAssembly } = globalThis;

await check("without WebAssembly every call fails as wasm_unavailable, with what to do about it", async () => {
  const rejected = [];
  const listen = (why) => rejected.push(why);
  process.on("unhandledRejection", listen);
  delete globalThis.WebAssembly;
  try {
    for (const build of ["index", "node", "slim"]) {
      // A module of its own, which has compiled nothing yet.
      const { AvaloSDK } = await import(`../dist/${build}.mjs?blocked`);
      const sdk = new AvaloSDK({ apiEndpoint: url, wasm: new URL("../dist/core.wasm", import.meta.url) });
      const calls = [sdk.payments.getPackages(), sdk.payments.getPackages(), sdk.signOut()];
      for (const { error } of await Promise.all(calls)) {
        equal(error.kind, "wasm_unavailable");
        equal(error.message.includes("wasm-unsafe-eval"), true);
      }
      equal(sdk.userId, undefined);
      if (build === "slim") continue;
      globalThis.WebAssembly = WebAssembly;
      equal((await sdk.payments.getPackages()).success, true);
      delete globalThis.WebAssembly;
    }
    equal(rejected.map(String).join(), "");
  } finally {
    globalThis.WebAssembly = WebAssembly;
    process.off("unhandledRejection", listen);
  }
});

await check("a page refuses what would be made while it runs, and the module says so", async () => {
  const own = WebAssembly.compile;
  WebAssembly.compile = () => Promise.reject(new Error("violates the following Content Security Policy directive"));
  try {
    const { AvaloSDK } = await import("../dist/index.mjs?policy");
    const { error } = await new AvaloSDK({ apiEndpoint: url }).payments.getPackages();
    equal(error.kind, "wasm_unavailable");
    equal(error.message.includes("Content Security Policy directive"), true);
  } finally {
    WebAssembly.compile = own;
  }
});
