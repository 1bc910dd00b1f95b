// How every client on the server is set up.

/** Read at run time, so that one build serves any environment. */
export function options() {
  const apiEndpoint = process.env.AVALO_URL ?? "http://127.0.0.1:5001";
  return { apiEndpoint };
}
