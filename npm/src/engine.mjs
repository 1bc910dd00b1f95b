// An engine at work: an instance of the module, and the host that it asks.

import { Core } from "./core.mjs";

/** Makes an engine of a compiled module. */
export function begin(module, options, Host) {
  const { apiEndpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp } = options;
  const host = new Host(options);
  const endpoint = absolute(`${apiEndpoint ?? ""}`);
  host.core = new Core(module, host, endpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp);
  return host;
}

/** An endpoint such as `/api` is that of the page's own origin. */
export function absolute(endpoint) {
  const { origin } = globalThis.location ?? {};
  return endpoint.startsWith("/") && origin?.startsWith("http") ? origin + endpoint : endpoint;
}
