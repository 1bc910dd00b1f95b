// The scenarios in a page that Vite built for production, under a strict policy, against the reference server at
// AVALO_URL.

import { check, equal } from "../check.mjs";
import { launch, serve } from "../chromium/browser.mjs";
import { install } from "../vite/example.mjs";
import { playedIn } from "./pages.mjs";
import { project } from "./project.mjs";

install();
const { run } = project("vite", "vite");
await check("vite build takes the package", () => run("vite/bin/vite.js", "build"));
const browser = await launch();
try {
  const { wrong } = await playedIn(browser, "Vite", `${await serve()}/target/projects/vite/dist/index.html`);
  await check("the page that Vite built breaks no rule of its policy", () => equal(wrong.join(), ""));
} finally {
  await browser.close();
}
