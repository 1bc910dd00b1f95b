// Stories that are not so: a player that told one of them would tell anything.

import { AvaloSDK } from "../../dist/node.mjs";
import { check, equal } from "../check.mjs";
import { url } from "../server.mjs";
import { perform } from "./troupe.mjs";

const login = { as: "mary", call: "auth.login", with: { email: "user7@avalo.test", password: "Password1" } };
const wallet = (more) => ({ as: "mary", call: "payments.getWallet", ...more });

/** What is told, and a part of what must be said of it. */
const untrue = [
  [[wallet()], "step 1: mary payments.getWallet failed with unauthenticated"],
  [[{ ...login, fails: "invalid_credentials" }], "succeeded instead of invalid_credentials"],
  [[login, wallet({ fails: "not_found", with: { no: 1 } })], "failed with validation_failed"],
  [[login, wallet({ gives: { balance: 999 } })], "step 2: mary payments.getWallet /balance/: 1000 instead of 999"],
  [[login, wallet({ gives: { balance: "$none" } })], 'instead of "$none"'],
  [[login, wallet({ gives: { riches: "$any" } })], '/riches/: undefined instead of "$any"'],
  [[login, wallet({ keep: { all: "/riches" } })], "has no /riches"],
  [[login, wallet({ gives: { balance: "${mine}" } })], "nothing was kept for ${mine}"],
  [[{ test: "GET /v1/payments/packages", gives: { packages: { $count: 6 } } }], '{"$count":6}'],
  [[{ test: "GET /v1/payments/packages", gives: { packages: { $has: { id: "none" } } } }], '{"$has":{"id":"none"}}'],
  [[{ test: "GET /v1/payments/packages", gives: { packages: [] } }], "instead of []"],
  [[{ test: "GET /v1/nowhere" }], "answered 404"],
  [[{ test: "GET /v1/nowhere", fails: "conflict" }], "answered 404"],
  [[{ together: [login, wallet({ fails: "conflict" })] }], "failed with"],
  [[{ as: "mary", hears: { kind: "message" } }], "mary hears nothing, because it does not listen"],
  [[{ as: "mary", listen: true }], "mary listens no more"],
  [[{ as: "mary" }], "it is no step"],
];

await check("a story that is not so is not told", async () => {
  const said = await Promise.all(untrue.map(([steps]) => perform({ steps }, url, AvaloSDK)));
  said.forEach((why, at) => equal(why.includes(untrue[at][1]) || why, true));
});
