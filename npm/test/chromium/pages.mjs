// What only pages can show, in Chromium, against the reference server at AVALO_URL.

import { launch } from "./browser.mjs";

const browser = await launch();
try {
  for (const tests of ["tabs", "blocked", "upload", "installed"]) {
    await (await import(`./${tests}.mjs`)).inPages(browser);
  }
} finally {
  await browser.close();
}
