// ky as its manual shows it, with the two retries that it has by itself.

import ky from "ky";

export const name = "ky";

export function make({ fetch, url, headers }) {
  const client = ky.create({ fetch, headers });
  return () => client.get(url).json();
}
