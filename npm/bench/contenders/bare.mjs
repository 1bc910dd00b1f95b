// What every client is measured over: `fetch` and `JSON.parse`, and nothing in between.

export const name = "bare fetch";

export function make({ fetch, url, headers }) {
  return async () => JSON.parse(await (await fetch(url, { headers })).text());
}
