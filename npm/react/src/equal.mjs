// What counts as the same key, or as the same variables.

const identities = new WeakMap();
let last = 0;

/** A text that is equal for equal values, in whatever order their fields are. What is no plain data equals itself only. */
export function textOf(value) {
  return JSON.stringify(value, (_, part) => {
    if (typeof part === "bigint" || typeof part === "symbol") return `${typeof part} ${String(part)}`;
    if (typeof part === "function") return identityOf(part);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    if (![Object.prototype, null].includes(Object.getPrototypeOf(part))) return identityOf(part);
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** A file, say: two with the same name are not the same. */
function identityOf(thing) {
  if (!identities.has(thing)) identities.set(thing, `object ${++last}`);
  return identities.get(thing);
}
