// The scenarios in workerd, which is what runs workers on Cloudflare, against the reference server at AVALO_URL.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { url } from "../server.mjs";
import { ask, leave } from "./results.mjs";

const program = createRequire(new URL("workerd/package.json", import.meta.url))("workerd").default;
const config = fileURLToPath(new URL("workerd/config.capnp", import.meta.url));
// It says on a stream of its own which port it found.
const workerd = spawn(program, ["serve", config, "--control-fd=3"], { stdio: ["ignore", "inherit", "inherit", "pipe"] });
process.on("exit", () => workerd.kill());
const said = createInterface({ input: workerd.stdio[3] });
const [told] = await Promise.race([once(said, "line"), once(workerd, "exit").then(([code]) => [`{"code":${code}}`])]);
const { port, code } = JSON.parse(told);
if (!port) throw new Error(`workerd ended with ${code}`);
leave("workerd", await ask(`http://127.0.0.1:${port}/`, url));
workerd.kill();
