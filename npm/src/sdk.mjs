// The client with all ten domains.

import { AvaloClient } from "./client.mjs";
import { table } from "./generated/table.mjs";
import { upload } from "./upload.mjs";

/** A client of the Avalo API: `sdk.chat.sendMessage({ chatId, content })`. */
export class AvaloSDK extends AvaloClient {
  constructor(options) {
    super(options);
    for (const domain in table) this[domain] = handle(this, domain);
    this.feed.upload = (file, options) => upload(this, file, options);
  }
}

/** A domain's operations as methods. */
function handle(client, domain) {
  const methods = {};
  for (const line of table[domain].trim().split("\n")) {
    const [name, method, , , ...marks] = line.split(" ");
    const row = `${domain}.${line}`;
    const streams = marks.includes("stream");
    methods[name] = !streams
      ? (params, options) => client.call(row, params, options)
      : method === "GET"
        ? (...args) => client.subscribe(row, ...args)
        : (params, onDelta, options) => client.reply(row, params, onDelta, options);
  }
  return methods;
}
