// The example for Vite as its users have it: built for production, served, and used in Chromium, against the
// reference server at AVALO_URL.

import { AvaloSDK, unwrap } from "../dist/index.mjs";
import { check, equal } from "./check.mjs";
import { launch } from "./chromium/browser.mjs";
import { pictures } from "./chromium/pictures.mjs";
import { PATIENCE, control, open, pause, streams, until, url } from "./server.mjs";
import { build, install, serve } from "./vite/example.mjs";

install();
await check("npm run build compiles it", build);
// Otherwise an older one would be tested.
if (process.exitCode) process.exit();
const { site, stop } = await serve();
const browser = await launch();

try {
  await tell();
} catch (error) {
  console.log(`not ok - the example runs: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
  stop();
}

async function tell() {
  await control("reset", {});
  const context = await browser.newContext({ viewport: { width: 1100, height: 780 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  /** What a page complains about. Answers that are refused on purpose are counted apart. */
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  const { picture, inBothColours } = pictures(page, "vite");
  const refused = async (status, act) => {
    const before = wrong.length;
    await act();
    const said = wrong.splice(before);
    equal(said.every((text) => text.includes(`status of ${status}`)), true);
  };
  const friend = await user(2);

  await check("a visitor is asked to sign in, and told what is wrong", async () => {
    await page.goto(site);
    await page.waitForSelector("form");
    equal(await page.inputValue("[name=email]"), "user6@avalo.test");
    await inBothColours("sign-in");
    await refused(401, async () => {
      await page.fill("[name=password]", "Password2");
      await page.click("form button");
      await page.waitForSelector(".failure");
    });
    await picture("sign-in-failed");
  });

  await check("a sign-in shows the feed, which is read once", async () => {
    const reads = await requests("feed.getFeed", async () => {
      await page.fill("[name=password]", "Password1");
      await page.click("form button");
      await page.waitForSelector(".post");
    });
    equal(await page.locator(".post").count(), 10);
    equal(reads, 1);
    await inBothColours("feed");
  });

  await check("a like is shown at once and is there after a reload, with the session", async () => {
    const heart = page.locator(".post").nth(1).getByRole("button", { name: /like/i });
    const before = Number(await heart.innerText());
    await heart.click();
    await page.waitForSelector(".post [aria-pressed=true]");
    equal(Number(await heart.innerText()), before + 1);
    await until("the server has it", async () => (await requests("feed.likePost")) > 0);
    await page.goto("about:blank");
    await open(0);
    await page.goto(site);
    await page.waitForSelector(".post [aria-pressed=true]");
    equal(Number(await heart.innerText()), before + 1);
    equal(await page.locator("form.fields").count(), 0);
  });

  await check("older posts come after the others", async () => {
    await page.click("text=Older posts");
    await page.waitForFunction(() => document.querySelectorAll(".post").length === 20);
    await page.evaluate(() => scrollTo(0, 0));
  });

  await check("a post that is unlocked is readable, and the balance in the bar is lower", async () => {
    // The balance in the bar follows what happens, from here on.
    await open(1);
    const locked = await page.locator(".unlock").count();
    await page.click(".unlock >> nth=0");
    await page.waitForSelector(".balance >> text=975");
    await page.waitForFunction((count) => document.querySelectorAll(".unlock").length === count, locked - 1);
    equal((await page.innerText(".post >> nth=0")).includes("on a quiet evening."), true);
  });

  await check("one connection carries the events of all components", async () => {
    await open(1);
    await page.click("nav >> text=Chats");
    await page.waitForSelector(".people a");
    await page.click(".people >> text=User 2");
    await page.waitForSelector(".chat form");
    await pause(300);
    equal(await streams(), 1);
  });

  await check("a message is sent, and one of another user comes in live", async () => {
    await page.waitForSelector(".messages >> text=Say hello");
    await picture("chat-empty");
    await page.fill("[aria-label=Message]", "Is the library open tonight?");
    await page.click(".chat form button");
    await page.waitForSelector(".mine >> text=Is the library open tonight?");
    // It may be heard of before the answer is there, which empties the field.
    await page.waitForFunction(() => document.querySelector("[aria-label=Message]").value === "");
    await friend.say("Until ten. Bring the book you told me about.");
    await page.waitForSelector(".theirs >> text=Bring the book");
    equal(await page.locator(".messages > p").count(), 2);
    await page.fill("[aria-label=Message]", "It is in my bag already.");
    await page.press("[aria-label=Message]", "Enter");
    await page.waitForSelector(".mine >> text=in my bag");
    await friend.say("Then I will keep you a chair by the window.");
    await page.waitForSelector(".theirs >> text=by the window");
    await inBothColours("chat");
  });

  await check("a double click sends one message", async () => {
    const sent = await requests("chat.sendMessage", async () => {
      await page.fill("[aria-label=Message]", "On my way now, ten minutes.");
      await page.dblclick(".chat form button");
      await page.waitForSelector(".mine >> text=ten minutes");
    });
    equal(sent, 1);
  });

  await check("what comes while another page is open is counted, and no more once it is read", async () => {
    await page.click("nav >> text=Feed");
    await page.waitForSelector(".chat form", { state: "detached" });
    await friend.say("The kettle is on already.");
    await page.waitForSelector("nav .count >> text=1");
    await page.click("nav >> text=Chats");
    await page.click(".people >> text=User 2");
    await page.waitForSelector(".theirs >> text=kettle");
    await until("it is read", async () => (await friend.unreadOf(6)) === 0);
    await page.click("nav >> text=Feed");
    await page.waitForSelector(".post");
    await page.waitForSelector("nav .count", { state: "detached" });
  });

  await check("the wallet says what there is and where it went", async () => {
    await page.click("nav >> text=Wallet");
    await page.waitForSelector(".transactions li");
    equal((await page.innerText(".purse strong")).startsWith("975"), true);
    await page.waitForSelector(".transactions >> text=Unlocked post");
    await inBothColours("wallet");
  });

  await check("tokens that arrive are counted while the page is open", async () => {
    await unwrap(friend.sdk.payments.sendTip({ recipientId: "usr_6", amount: 40 }));
    await page.waitForSelector(".transactions >> text=Tip");
    const { balance } = await friend.walletOf(6);
    await page.waitForFunction((text) => document.querySelector(".purse strong").textContent.startsWith(text), balance.toLocaleString("en"));
  });

  await check("what is under way has a shape, and a failing server is said so", async () => {
    await refused(503, async () => {
      await control("faults", [{ route: "feed.getFeed", fault: { kind: "status", status: 503 } }]);
      await page.click("nav >> text=Feed");
      await page.waitForSelector(".skeleton");
      await picture("loading");
      await page.waitForSelector(".notice >> text=Try again");
      await picture("failed");
      await control("faults", []);
      await page.click(".notice >> text=Try again");
      await page.waitForSelector(".post");
    });
  });

  await check("it fits a telephone", async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    for (const [name, ready] of [["feed", ".post"], ["chats", ".people a"], ["wallet", ".transactions li"]]) {
      await page.goto(`${site}/#/${name}`);
      await page.waitForSelector(ready);
      await picture(`${name}-small`);
      equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    }
    await page.goto(`${site}/#/chats`);
    await page.click(".people >> text=User 2");
    await page.waitForSelector(".mine");
    await picture("chat-small");
    await page.click("[aria-label='All chats']");
    await page.waitForSelector(".people a");
    await page.setViewportSize({ width: 1100, height: 780 });
  });

  await check("a sign-out ends the session for good", async () => {
    await page.click("text=Sign out");
    await page.waitForSelector("form.fields");
    await open(0);
    await page.reload();
    await page.waitForSelector("form.fields");
    equal(await page.evaluate(() => localStorage.length), 0);
  });

  await check("no page had an error", () => equal(wrong.join(), ""));
}

/** Another user, in another place. */
async function user(number) {
  const signedIn = async (number) => {
    const sdk = new AvaloSDK({ apiEndpoint: url });
    await unwrap(sdk.auth.login({ email: `user${number}@avalo.test`, password: "Password1" }));
    return sdk;
  };
  const sdk = await signedIn(number);
  const { chats } = await unwrap(sdk.chat.getChats());
  const { id: chatId } = chats.find(({ other }) => other.id === "usr_6");
  return {
    sdk,
    say: (content) => unwrap(sdk.chat.sendMessage({ chatId, content })),
    walletOf: async (number) => unwrap((await signedIn(number)).payments.getWallet()),
    unreadOf: async (number) => (await unwrap((await signedIn(number)).chat.getChat({ chatId }))).unread,
  };
}

/** How many requests of an operation the server has seen: in all, or while something was done. */
async function requests(operation, act) {
  const count = async () => {
    const { requests } = await (await fetch(`${url}/_test/requests?bodies=false&limit=10000`)).json();
    return requests.filter((request) => request.operation === operation).length;
  };
  const before = act ? await count() : 0;
  await act?.();
  return (await count()) - before;
}
