// Who is signed in before the first call and after it, and who hears of it, against the reference server at AVALO_URL.

import { AvaloSDK, memoryStore } from "../dist/node.mjs";
import { check, equal } from "./check.mjs";
import { url } from "./server.mjs";

const LOGIN = { email: "user9@avalo.test", password: "Password1" };

await check("what the engine finds in the store is newer than what was restored", async () => {
  const tokenStore = memoryStore();
  const first = new AvaloSDK({ apiEndpoint: url, tokenStore });
  equal((await first.auth.login(LOGIN)).success, true);
  const second = new AvaloSDK({ apiEndpoint: url, tokenStore });
  equal((await second.restore()).data, "usr_9");
  // Another tab signs out before this one has called anything.
  await first.signOut();
  equal((await second.payments.getPackages()).success, true);
  equal(second.userId, undefined);
  equal((await second.restore()).data, null);
});

await check("somebody who signs in stays known with a store that fails", async () => {
  const fails = () => {
    throw new Error("no storage");
  };
  const sdk = new AvaloSDK({ apiEndpoint: url, tokenStore: { load: fails, save: fails, clear: fails } });
  equal((await sdk.restore()).data, null);
  equal((await sdk.auth.login(LOGIN)).success, true);
  equal(sdk.userId, "usr_9");
  equal((await sdk.restore()).data, "usr_9");
});

await check("every listener hears of the session until it leaves, and one that throws ends nothing", async () => {
  const heard = [];
  const [reported, own] = [[], globalThis.reportError];
  globalThis.reportError = (error) => reported.push(error.message);
  try {
    const sdk = new AvaloSDK({ apiEndpoint: url, onSession: ({ event }) => heard.push(`option ${event}`) });
    const leave = sdk.onSession(({ event, detail }) => heard.push(`one ${event} ${detail}`));
    sdk.onSession(() => {
      throw new Error("mine");
    });
    sdk.onSession(({ event }) => heard.push(`two ${event} ${sdk.userId}`));
    await sdk.auth.login(LOGIN);
    leave();
    await sdk.signOut();
    equal(heard.join(), "option signed_in,one signed_in usr_9,two signed_in usr_9,option signed_out,two signed_out undefined");
    equal(reported.join(), "mine,mine");
  } finally {
    globalThis.reportError = own;
  }
});
