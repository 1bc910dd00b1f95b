// An engine at work: an instance of the module, and the host that it asks.

import { Core, initSync } from "../pkg/avalo.js";

/** Makes an engine of a compiled module. */
export function begin(module, options, Host) {
  initSync({ module });
  const { apiEndpoint, timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp = false } = options;
  const host = new Host(options);
  host.core = new Core(host, absolute(`${apiEndpoint ?? ""}`), timeout, retryAttempts, requestsPerMinute, dangerouslyAllowHttp);
  return host;
}

/** An endpoint such as `/api` is that of the page's own origin. */
export function absolute(endpoint) {
  const { origin } = globalThis.location ?? {};
  return endpoint.startsWith("/") && origin?.startsWith("http") ? origin + endpoint : endpoint;
}
