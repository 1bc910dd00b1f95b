// Uploading a file: leave, bytes, address.

import { failure } from "./error.mjs";
import { requestUpload } from "./generated/feed.mjs";
import { checkTimeout } from "./options.mjs";
import { tell } from "./queue.mjs";
import { respond, unwrap } from "./response.mjs";

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
    const status = await put(address(uploadUrl, client.endpoint), file, contentType, ends, onProgress);
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
function put(url, file, contentType, signal, onProgress) {
  return new Promise((resolve, reject) => {
    const lost = () => reject(failure("network", "the file did not arrive"));
    const given = () => {
      const late = signal.reason?.name === "TimeoutError";
      reject(late ? failure("timeout", "the file took too long") : failure("cancelled", "the caller gave the call up"));
    };
    if (signal?.aborted) return given();
    if (!globalThis.XMLHttpRequest) {
      const headers = { "content-type": contentType };
      const body = onProgress ? counted(file, onProgress) : file;
      fetch(url, { method: "PUT", headers, body, signal, duplex: "half" }).then(
        ({ status }) => resolve(status),
        () => (signal?.aborted ? given() : lost()),
      );
      return;
    }
    // Only this tells a page how far its bytes are.
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("content-type", contentType);
    request.upload.onprogress = ({ loaded }) => tell(onProgress, { loaded, total: file.size });
    request.onload = () => resolve(request.status);
    request.onerror = lost;
    signal?.addEventListener("abort", () => (request.abort(), given()), { once: true });
    request.send(file);
  });
}

/** The bytes of a file, counted as they leave. */
function counted(file, onProgress) {
  let loaded = 0;
  const count = new TransformStream({
    transform(piece, controller) {
      loaded += piece.byteLength;
      tell(onProgress, { loaded, total: file.size });
      controller.enqueue(piece);
    },
  });
  return file.stream().pipeThrough(count);
}
