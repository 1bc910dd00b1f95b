// The limit of 100 requests a minute, as a client has it if nothing is said: nobody's clock is asked.

import { inFork } from "./player.mjs";

const CALLS = 150;
const LIMIT = 100;

/** Of 150 calls at once 100 go out and 50 wait; given up, those come to an end too. */
export function holdsTheLimit(url, AvaloSDK) {
  return inFork(url, async (own) => {
    const tokenStore = stored();
    const before = new AvaloSDK({ apiEndpoint: own, tokenStore });
    const { error } = await before.auth.login({ email: "user6@avalo.test", password: "Password1" });
    before.dispose();
    if (error) throw error;

    const sdk = new AvaloSDK({ apiEndpoint: own, tokenStore });
    // The server counts: not everywhere do requests pass through JavaScript.
    const sent = async () => {
      const { requests } = await (await fetch(`${own}/_test/requests`)).json();
      return requests.filter(({ operation }) => operation === "feed.getPost").length;
    };
    const controllers = Array.from({ length: CALLS }, () => new AbortController());
    let settled = 0;
    let tell;
    const full = new Promise((done) => (tell = done));
    const calls = controllers.map(async ({ signal }, at) => {
      const response = await sdk.feed.getPost({ postId: `pst_${at}` }, { signal });
      if (++settled === LIMIT) tell();
      return response.error?.kind ?? "succeeded";
    });
    try {
      await full;
      // Whatever wrongly goes out has done so after some answers of the server.
      for (let round = 0; round < 10; round++) await sent();
      const [out, done] = [await sent(), settled];
      for (const controller of controllers) controller.abort();
      const kinds = await Promise.all(calls);
      const cancelled = kinds.filter((kind) => kind === "cancelled").length;
      const found = `${out} went out, ${done} were answered and ${cancelled} given up, and then ${await sent()} had gone out`;
      const right = `${LIMIT} went out, ${LIMIT} were answered and ${CALLS - LIMIT} given up, and then ${LIMIT} had gone out`;
      if (found !== right) throw new Error(found);
    } finally {
      sdk.dispose();
    }
  });
}

/** A session that two clients share, kept by nothing that the package exports. */
function stored() {
  let kept;
  return { load: () => kept, save: (session) => void (kept = session), clear: () => void (kept = undefined) };
}
