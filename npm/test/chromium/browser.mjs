// Chromium, and a server of this repository's files for its pages.

import { readFile } from "node:fs/promises";
import { createServer, request as ask } from "node:http";
import { extname } from "node:path";
import { chromium } from "playwright-core";
import { PATIENCE, url } from "../server.mjs";

const root = new URL("../../../", import.meta.url);
const types = { ".html": "text/html", ".mjs": "text/javascript", ".js": "text/javascript" };

/** What a strict page lets happen: its own scripts, WebAssembly, and requests to servers of this machine. */
export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src http://127.0.0.1:*";

/**
 * Serves the repository under a Content-Security-Policy, and the reference server under `/api`. Every call is another
 * origin.
 */
export async function serve(policy = STRICT) {
  const files = createServer(async (request, response) => {
    // A URL has no way up, so a page gets nothing from outside the repository.
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname.startsWith("/api/")) return pass(request, response);
    const type = types[extname(pathname)];
    const content = type && (await readFile(new URL(`.${pathname}`, root)).catch(() => undefined));
    const headers = { "content-type": type ?? "text/plain", "content-security-policy": policy };
    response.writeHead(content ? 200 : 404, headers).end(content);
  });
  await new Promise((resolve) => files.listen(0, "127.0.0.1", resolve));
  files.unref();
  return `http://127.0.0.1:${files.address().port}`;
}

/** Has the reference server answer what came for it. */
function pass(request, response) {
  const { method, headers } = request;
  const sent = ask(`${url}${request.url.slice("/api".length)}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  sent.on("error", () => response.destroy());
  request.pipe(sent);
}

/** Starts Chromium, which ends with `close`. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    timeout: PATIENCE,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });

/** The page that has the SDK as `globalThis.avalo` and does what it is told. */
export const PAGE = "/npm/test/chromium/page.html";

/** Opens a page that tells whatever it breaks: its errors, rejections and violations of its policy. */
export async function open(context, address) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.exposeFunction("wrong", (what) => void wrong.push(what));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => globalThis.wrong(`${event.violatedDirective}: ${event.blockedURI}`));
    addEventListener("unhandledrejection", ({ reason }) => globalThis.wrong(`unhandled: ${reason?.message ?? reason}`));
  });
  await page.goto(address);
  await page.waitForFunction(() => globalThis.avalo);
  return { page, wrong };
}
