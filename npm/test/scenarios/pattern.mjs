// What an answer is compared with, and how steps refer to what came before: see tests/scenarios/README.md.

const isList = Array.isArray;
const isObject = (value) => typeof value === "object" && value !== null && !isList(value);
const shown = (value) => JSON.stringify(value ?? null);

/** Puts kept values where `${name}` stands. One that is the whole text keeps its own type. */
export function resolve(value, kept) {
  if (typeof value === "string") return fill(value, kept);
  if (isList(value)) return value.map((item) => resolve(item, kept));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolve(member, kept)]));
}

function fill(text, kept) {
  let filled = text;
  for (const [name, value] of kept) {
    const reference = `\${${name}}`;
    if (text === reference) return value;
    filled = filled.replaceAll(reference, () => (typeof value === "string" ? value : shown(value)));
  }
  if (filled.includes("${")) throw new Error(`nothing was kept for ${filled}`);
  return filled;
}

/** Compares an answer with a pattern and throws the first place where they differ. */
export function compare(pattern, actual, place = "") {
  const differ = () => {
    throw new Error(`${place}/: ${shown(actual)} instead of ${shown(pattern)}`);
  };
  const there = actual !== undefined && actual !== null;
  if (pattern === "$any") return there ? undefined : differ();
  if (pattern === "$none") return there ? differ() : undefined;
  if (isObject(pattern) && isList(actual)) return compareWhole(pattern, actual) ? undefined : differ();
  if (isObject(pattern) && isObject(actual)) {
    for (const name in pattern) compare(pattern[name], actual[name], `${place}/${name}`);
  } else if (isList(pattern) && isList(actual) && pattern.length === actual.length) {
    pattern.forEach((item, index) => compare(item, actual[index], `${place}/${index}`));
  } else if (pattern !== (actual ?? null)) differ();
}

/** Compares a list with what is said of it as a whole. */
function compareWhole(pattern, items) {
  const [word, ...others] = Object.keys(pattern);
  if (others.length > 0) return false;
  if (word === "$has") return items.some((item) => matches(pattern.$has, item));
  return word === "$count" && pattern.$count === items.length;
}

export function matches(pattern, actual) {
  try {
    compare(pattern, actual);
    return true;
  } catch {
    return false;
  }
}

/** The part of an answer that a JSON pointer names. */
export function part(answer, pointer) {
  const names = pointer.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const found = names.reduce((value, name) => value?.[name], answer);
  if (found === undefined) throw new Error(`has no ${pointer}: ${shown(answer)}`);
  return found;
}
