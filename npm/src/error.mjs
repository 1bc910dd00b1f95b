/** Why a call failed. Decide by `kind`, or by `code` where the server's word matters. */
export class AvaloError extends Error {
  name = "AvaloError";

  constructor({ message, ...facts }) {
    super(message);
    Object.assign(this, facts);
  }
}
