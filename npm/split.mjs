// The module taken apart, each kind of thing beside its like: instructions in one stream, the numbers that
// belong to them in others. Packed, a sixth less is left of it. A module of its own, `join.wat`, is the other
// side: it carries the streams as its data.

// The streams by their places: what comes before the functions first, what comes after them last.
const STREAMS = 17;
const [HEAD, INSTRUCTIONS, LOCALS, READ, WRITTEN, LABELS, TYPES, CALLED, INTEGERS, LONG, FLOATS, OFFSETS, TABLES] =
  Array(STREAMS).keys();
const TAIL = 16;

/** Where `join.wat` writes the module, and so the most that the streams may be. */
const ROOM = 131_072;

/** By the width of what is loaded or stored: which of its addresses are even. */
const ALIGNED = [13, 13, 14, 15];

/** The widths of all loads and stores, from instruction 40 on, as powers of two. */
const WIDTHS = "23230011001122232301012";

const numbers = new Uint8Array(256).fill(TYPES, 2, 5).fill(LABELS, 12, 15).fill(WRITTEN, 33, 35);
const others = { 16: CALLED, 17: TABLES, 32: READ, 65: INTEGERS, 66: LONG, 252: INSTRUCTIONS };
for (const [instruction, stream] of Object.entries(others)) numbers[instruction] = stream;
[...WIDTHS].forEach((width, place) => (numbers[40 + place] = ALIGNED[width] | (OFFSETS << 4)));

/** A module as data of the module that joins it. */
export function split(module, joins) {
  const streams = Array.from({ length: STREAMS }, () => []);
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = module[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  const move = (stream, bytes) => {
    streams[stream].push(...module.subarray(at, at + bytes));
    at += bytes;
  };
  const take = (stream) => {
    const from = at;
    const value = number();
    at = from;
    while (module[at] > 127) move(stream, 1);
    move(stream, 1);
    return value;
  };

  let section = at;
  while (module[at++] !== 10) {
    at = number() + at;
    section = at;
  }
  const end = number() + at;
  const first = at;
  let functions = number();
  const bodies = [module.subarray(first, at)];
  while (functions--) {
    const length = number();
    if (length >= 1 << 14) throw new Error("a function is too long for the two bytes of its length");
    const over = at + length;
    bodies.push([(length & 127) | 128, length >> 7], module.subarray(at, over));
    for (let kinds = take(LOCALS); kinds--; take(LOCALS)) take(LOCALS);
    while (at < over) {
      const instruction = module[at];
      move(INSTRUCTIONS, 1);
      let last;
      for (let parts = numbers[instruction]; parts; parts >>= 4) last = take(parts & 15);
      if (instruction === 14) for (; last-- >= 0; ) take(LABELS);
      else if (instruction === 68) move(FLOATS, 8);
    }
  }
  const size = bodies.reduce((sum, { length }) => sum + length, 0);
  streams[HEAD] = [...module.subarray(0, section), 10, ...written(size), ...bodies[0]];
  streams[TAIL] = [...module.subarray(end)];

  let next = 4 * (STREAMS + 1) + numbers.length;
  const places = [next, ...streams.map(({ length }) => (next += length))];
  const data = [...Buffer.from(Uint32Array.from(places).buffer), ...numbers, ...streams.flat()];
  if (data.length > ROOM) throw new Error("the streams are too long for their room");
  // One segment, from address 0 on.
  const segment = [1, 0, 65, 0, 11, ...written(data.length), ...data];
  const joining = Uint8Array.from([...joins, 11, ...written(segment.length), ...segment]);
  // A number that this does not know of would have moved all that comes after it.
  const whole = [...streams[HEAD], ...bodies.slice(1).flatMap((bytes) => [...bytes]), ...streams[TAIL]];
  if (Buffer.compare(joined(joining), Buffer.from(whole)) !== 0) throw new Error("the module is not what it was");
  return joining;
}

/** A number as a module has it. */
function written(number) {
  return number < 128 ? [number] : [(number & 127) | 128, ...written(number >> 7)];
}

/** What a module joins, as `src/module.mjs` has it do. */
function joined(joining) {
  const { memory, join } = new WebAssembly.Instance(new WebAssembly.Module(joining)).exports;
  return Buffer.from(memory.buffer, ROOM, join() - ROOM);
}
