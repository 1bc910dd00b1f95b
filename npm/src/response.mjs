// What a call resolves to: success with data, or failure with the reason. It never rejects.

import { AvaloError, failure } from "./error.mjs";

/** The outcome of `act` as an `ApiResponse`. */
export async function respond(act) {
  try {
    return { success: true, data: await act() };
  } catch (error) {
    return { success: false, error: typed(error) };
  }
}

/** Whatever was thrown, as an `AvaloError`. What is none is a mistake of the SDK, or of a host. */
export const typed = (error) =>
  error instanceof AvaloError ? error : failure("internal", `${error?.message ?? error}`);

/** The data of a response, or its error thrown. */
export async function unwrap(response) {
  const { success, data, error } = await response;
  if (success) return data;
  throw error;
}
