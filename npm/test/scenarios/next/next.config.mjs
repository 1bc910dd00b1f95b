import { resolve } from "node:path";

// The repository: what is installed belongs to the example for Next.js, and is linked from here.
const root = resolve(import.meta.dirname, "../../..");

export default { poweredByHeader: false, turbopack: { root }, outputFileTracingRoot: root };
