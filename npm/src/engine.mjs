// An engine at work: an instance of the module, and the host that it asks.

import { Core } from "./core.mjs";

/** Makes an engine of a compiled module. */
export function begin(module, options, Host) {
  const { apiEndpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp } = options;
  const host = new Host(options);
  const endpoint = absolute(`${apiEndpoint ?? ""}`);
  const [retries, requests] = [retryAttempts, requestsPerMinute].map(counted);
  host.core = new Core(module, host, endpoint, timeout, retries, requests, dangerouslyAllowHttp);
  return host;
}

/** A number as the engine counts; one that is larger would be another number there. */
const counted = (number) => (number > 0x7fffffff ? 0x7fffffff : number);

/** An endpoint such as `/api` is that of the page's own origin. */
export function absolute(endpoint) {
  const { origin } = globalThis.location ?? {};
  return endpoint.startsWith("/") && origin?.startsWith("http") ? origin + endpoint : endpoint;
}
