// The quick start of the README, as somebody types it who has just installed the package.

import { AvaloSDK } from "@avalo/sdk";

const sdk = new AvaloSDK({ apiEndpoint: process.env.AVALO_URL });
await sdk.auth.login({ email: "user1@avalo.test", password: "Password1" });
const response = await sdk.feed.getFeed({ limit: 20 });
if (response.success) console.log(`${response.data.posts.length} posts`);
else console.error(response.error.code, response.error.message);
