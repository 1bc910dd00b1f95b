import { AvaloError } from "@avalo/sdk";

/** What a caller's function comes to, as the SDK's calls say it: it never rejects, whatever the function throws. */
export async function outcomeOf(act) {
  try {
    return await act();
  } catch (error) {
    return { success: false, error: typed(error) };
  }
}

const typed = (error) =>
  error instanceof AvaloError ? error : new AvaloError({ kind: "internal", message: `${error?.message ?? error}` });
