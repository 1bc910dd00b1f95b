// The reference server of a test: where it is, and what a test may do to it.

export const url = process.env.AVALO_URL ?? "http://127.0.0.1:5001";

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Posts to `/_test/<what>`. */
export async function control(what, body) {
  const answer = await fetch(`${url}/_test/${what}`, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the server answered ${answer.status} to ${what}`);
}

/** How many live streams are open. */
export const streams = async () => (await (await fetch(`${url}/_test/streams`)).json()).open;

/** How long what must come may take: a browser's first page on a busy machine takes the longest. */
export const PATIENCE = 120_000;

/** Waits until something holds; a test that hangs says what for. */
export async function until(what, holds) {
  for (const end = Date.now() + PATIENCE; !(await holds()); await pause(10)) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
  }
}

/** Waits until so many live streams are open. */
export const open = (count) => until(`${count} streams are open`, async () => (await streams()) === count);
