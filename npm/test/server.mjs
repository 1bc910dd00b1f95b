// The reference server of a test: where it is, and what a test may do to it.

export const url = process.env.AVALO_URL ?? "http://127.0.0.1:5001";

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Posts to `/_test/<what>`. */
export async function control(what, body) {
  const answer = await fetch(`${url}/_test/${what}`, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`the server answered ${answer.status} to ${what}`);
}
