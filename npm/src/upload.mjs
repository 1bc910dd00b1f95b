// Uploading a file: leave, bytes, address.

import { fetchOf } from "./client.mjs";
import { failure } from "./error.mjs";
import { requestUpload } from "./generated/feed.mjs";
import { checkTimeout } from "./options.mjs";
import { tell } from "./queue.mjs";
import { respond, unwrap } from "./response.mjs";
import { onAbort } from "./signal.mjs";

/** How long the bytes may stand still, in milliseconds. */
const SILENCE = 60_000;

/** Uploads a file and answers the address to use in a post, a story, a profile or a message. */
export function upload(client, what, options) {
  return respond(async () => {
    const { kind, file, filename = file?.name ?? "file", contentType = file?.type } = what ?? {};
    if (!(file instanceof Blob)) throw failure("invalid", "file is a File or a Blob");
    const { signal, timeout, idempotencyKey, onProgress } = options ?? {};
    checkTimeout(timeout);
    const limits = [signal, timeout && AbortSignal.timeout(timeout)].filter(Boolean);
    const ends = limits.length > 1 ? AbortSignal.any(limits) : limits[0];
    const params = { kind, filename, contentType, size: file.size };
    const { uploadUrl, mediaUrl } = await unwrap(requestUpload(client, params, { signal: ends, idempotencyKey }));
    const url = address(uploadUrl, client.endpoint);
    const status = await put(url, file, contentType, ends, onProgress, fetchOf(client));
    if (status >= 200 && status < 300) return mediaUrl;
    throw failure(status >= 500 ? "server" : "invalid", `the storage refused the file with ${status}`);
  });
}

/** Where a file goes: a path of the API, or a URL that the server gave. Nothing goes over plain http to another host. */
function address(given, endpoint) {
  const url = new URL(given, endpoint);
  if (url.protocol === "https:" || url.origin === new URL(endpoint).origin) return url.href;
  throw failure("decode", "the server gave a bad address for the file");
}

/** Sends the bytes and resolves to the status of the answer. No token travels along: the address is the leave. */
function put(url, file, contentType, signal, onProgress, ownFetch) {
  return new Promise((resolve, reject) => {
    const given = () => {
      const late = signal.reason?.name === "TimeoutError";
      reject(late ? failure("timeout", "the file took too long") : failure("cancelled", "the caller gave the call up"));
    };
    if (signal?.aborted) return given();
    const lost = () => end(() => reject(failure("network", "the file did not arrive")));
    const answered = (status) => end(() => resolve(status));
    const moved = (loaded) => {
      quiet();
      tell(onProgress, { loaded, total: file.size });
    };
    let stop;
    let silence;
    const quiet = () => {
      clearTimeout(silence);
      silence = setTimeout(() => (lost(), stop()), SILENCE);
    };
    let forget = () => {};
    const end = (tells) => {
      clearTimeout(silence);
      forget();
      tells();
    };
    quiet();
    stop = (ownFetch || !globalThis.XMLHttpRequest ? byFetch : byRequest)(url, file, contentType, { moved, answered, lost, ownFetch });
    forget = onAbort(signal, () => end(() => (given(), stop())));
  });
}

/** By `fetch`, which tells how far it is where a body may be a stream: in Node, not in every browser. */
function byFetch(url, file, contentType, { moved, answered, lost, ownFetch = fetch }) {
  const controller = new AbortController();
  const body = globalThis.XMLHttpRequest ? file : counted(file, moved);
  const init = { method: "PUT", headers: { "content-type": contentType }, body, signal: controller.signal, duplex: "half" };
  // It may throw at once.
  (async () => ownFetch(url, init))().then(({ status }) => answered(status), lost);
  return () => controller.abort();
}

/** By what alone tells a page how far its bytes are. */
function byRequest(url, file, contentType, { moved, answered, lost }) {
  const request = new XMLHttpRequest();
  request.open("PUT", url);
  request.setRequestHeader("content-type", contentType);
  request.upload.onprogress = ({ loaded }) => moved(loaded);
  request.onload = () => answered(request.status);
  request.onerror = lost;
  request.send(file);
  return () => request.abort();
}

/** The bytes of a file, counted as they leave. */
function counted(file, moved) {
  let loaded = 0;
  const count = new TransformStream({
    transform(piece, controller) {
      moved((loaded += piece.byteLength));
      controller.enqueue(piece);
    },
  });
  return file.stream().pipeThrough(count);
}
