// axios, on `fetch` like the others.

import axios from "axios";

export const name = "axios";

/** A client of axios's that is given its `fetch`. */
export const create = ({ fetch, headers }) => axios.create({ adapter: "fetch", env: { fetch }, headers });

export function make(given) {
  const client = create(given);
  return async () => (await client.get(given.url)).data;
}
