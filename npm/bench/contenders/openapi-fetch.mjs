// openapi-fetch, which builds the URL from a path with its parameters and has no retries.

import createClient from "openapi-fetch";

export const name = "openapi-fetch";

export function make({ fetch, endpoint, headers }) {
  const client = createClient({ baseUrl: endpoint, fetch, headers });
  const options = { params: { query: { limit: 20 } } };
  return async () => (await client.GET("/v1/feed", options)).data;
}
