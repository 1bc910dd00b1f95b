// The native module in a process of its own, a JVM: what is said to it is a line, and so is what it says.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const SILENT = ["open", "call", "stream", "listen", "signOut", "giveUp", "settle", "close", "setAwake", "invalidate", "device"];
const PROMISING = ["loadSession", "saveSession", "clearSession"];

/** Starts it with what `AVALO_BRIDGE` says, as JSON: a program and its arguments. */
export function startModule() {
  const [program, ...args] = JSON.parse(process.env.AVALO_BRIDGE);
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  let hear = () => {};
  let promises = 0;
  const promised = new Map();
  const say = (...words) => child.stdin.write(`${JSON.stringify(words)}\n`);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const [word, ...rest] = JSON.parse(line);
    if (word === "told") return hear(...rest);
    const [number, kept, value] = rest;
    const { done, failed } = promised.get(number);
    promised.delete(number);
    if (kept) done(value);
    else failed(new Error(value));
  });
  const module = { onTold: (listener) => void (hear = listener) };
  for (const name of SILENT) module[name] = (...args) => void say(name, ...args);
  for (const name of PROMISING) {
    module[name] = (...args) =>
      new Promise((done, failed) => {
        promised.set(++promises, { done, failed });
        say(name, promises, ...args);
      });
  }
  const ended = new Promise((done) => child.on("exit", done));
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  return { module, stop, pid: child.pid };
}
