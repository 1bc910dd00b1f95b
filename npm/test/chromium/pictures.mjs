// What an example looks like, for people to see.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../target/screenshots", import.meta.url));

/** Takes pictures of a page: in the colours that it has, or in light and dark ones. */
export function pictures(page, example) {
  mkdirSync(folder, { recursive: true });
  const picture = (name) => page.screenshot({ path: `${folder}/${example}-${name}.png` });
  const inBothColours = async (name) => {
    await picture(name);
    await page.emulateMedia({ colorScheme: "dark" });
    await picture(`${name}-dark`);
    await page.emulateMedia({ colorScheme: "light" });
  };
  return { picture, inBothColours };
}
