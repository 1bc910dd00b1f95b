// axios with three retries, which is the least that an app adds to it.

import axiosRetry from "axios-retry";
import { create } from "./axios.mjs";

export const name = "axios + axios-retry";

export function make(given) {
  const client = create(given);
  axiosRetry(client, { retries: 3, retryDelay: axiosRetry.exponentialDelay });
  return async () => (await client.get(given.url)).data;
}
