// What an answer is compared with, and how steps refer to what came before: tests/scenarios/README.md.

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const absent = (value) => value === undefined || value === null;

/** Puts kept values where `${name}` stands. One that is the whole text keeps its own type. */
export function resolve(value, kept) {
  if (typeof value === "string") return fill(value, kept);
  if (Array.isArray(value)) return value.map((item) => resolve(item, kept));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolve(member, kept)]));
}

function fill(text, kept) {
  const find = (name) => {
    if (!kept.has(name)) throw new Error(`nothing was kept for \${${name}}`);
    return kept.get(name);
  };
  const whole = text.match(/^\$\{([^}]*)\}$/);
  if (whole) return find(whole[1]);
  return text.replaceAll(/\$\{([^}]*)\}/g, (_, name) => {
    const value = find(name);
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}

/** The first place where an answer differs from a pattern, or nothing. */
export function difference(pattern, actual, place = "") {
  const differs = `${place}/: ${JSON.stringify(actual)} instead of ${JSON.stringify(pattern)}`;
  if (pattern === "$any") return absent(actual) ? differs : undefined;
  if (pattern === "$none") return absent(actual) ? undefined : differs;
  if (isObject(pattern) && Array.isArray(actual)) return fits(pattern, actual) ? undefined : differs;
  if (isObject(pattern) && isObject(actual)) {
    return first(Object.entries(pattern), ([name, member]) => difference(member, actual[name], `${place}/${name}`));
  }
  if (Array.isArray(pattern) && Array.isArray(actual) && pattern.length === actual.length) {
    return first([...pattern.entries()], ([at, item]) => difference(item, actual[at], `${place}/${at}`));
  }
  const same = pattern === actual || (pattern === null && actual === undefined);
  return same ? undefined : differs;
}

/** Whether a list is what `$has` or `$count` says of it. */
function fits(pattern, items) {
  const members = Object.keys(pattern).join();
  if (members === "$has") return items.some((item) => difference(pattern.$has, item) === undefined);
  return members === "$count" && pattern.$count === items.length;
}

function first(items, look) {
  for (const item of items) {
    const found = look(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The part of a value to which a JSON pointer leads, or nothing. */
export function part(value, pointer) {
  const names = pointer.split("/").slice(1);
  return names.reduce((whole, name) => whole?.[name.replaceAll("~1", "/").replaceAll("~0", "~")], value);
}
