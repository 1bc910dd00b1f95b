// The same with `require`.

const { AvaloClient, unwrap } = require("@avalo/sdk");
const { login } = require("@avalo/sdk/auth");
const { getFeed } = require("@avalo/sdk/feed");

async function main() {
  const client = new AvaloClient({ apiEndpoint: process.env.AVALO_URL });
  await unwrap(login(client, { email: "user1@avalo.test", password: "Password1" }));
  const page = await unwrap(getFeed(client, { limit: 20 }));
  console.log(`${page.posts.length} posts`);
}

main();
