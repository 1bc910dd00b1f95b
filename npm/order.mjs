// Functions that look alike, one after the other: deflate remembers 32 kB, and a module has more.

/** The bodies of a module's functions, without their lengths. */
function bodies(module) {
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = module[at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const piece = () => {
    const length = number();
    return module.subarray(at, (at += length));
  };
  while (at < module.length) {
    const isCode = module[at++] === 10;
    const end = number() + at;
    if (isCode) return Array.from({ length: number() }, piece);
    at = end;
  }
  throw new Error("a module without functions");
}

/** A module's text, which names its functions and so may have them in any order, with those that begin alike together. */
export function ordered(text, module) {
  const first = text.indexOf("\n (func ");
  const end = text.lastIndexOf("\n)");
  const functions = text.slice(first, end).split(/(?=\n \(func )/);
  const bytes = bodies(module);
  if (functions.length !== bytes.length) throw new Error("text and module are not the same");
  const places = functions.map((_, place) => place).sort((a, b) => Buffer.compare(bytes[a], bytes[b]));
  return text.slice(0, first) + places.map((place) => functions[place]).join("") + text.slice(end);
}
