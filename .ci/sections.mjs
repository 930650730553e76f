// The binary format of a wasm module, as far as the scripts read and write it: sections, numbers, names.

/** A module's sections in order: `{ id, body }`. */
export function* sectionsOf(wasm) {
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [size, start] = number(wasm, at + 1);
    yield { id, body: wasm.subarray(start, start + size) };
    at = start + size;
  }
}

/** The module with these sections. */
export function moduleOf(sections) {
  const header = Buffer.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  return Buffer.concat([header, ...sections.flatMap(({ id, body }) => [Buffer.from([id]), ...sized(body)])]);
}

/** An unsigned LEB128 number, and where it ends. */
export function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

/** Where a string ends, and the string. */
export function string(bytes, at) {
  const [length, start] = number(bytes, at);
  return [start + length, bytes.subarray(start, start + length).toString("utf8")];
}

/** Bytes with their length before them. */
export const sized = (bytes) => [leb(bytes.length), bytes];

/** A number as unsigned LEB128. */
export function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}
