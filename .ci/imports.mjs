// Short names for what a wasm module imports: wasm-bindgen's carry a hash each, which nobody reads and nothing compresses.

const IMPORTS = 2;

/** A module and its glue, both with the imports named "a", "b", … */
export function shortened(wasm, glue) {
  const sections = [...sectionsOf(wasm)];
  const at = sections.findIndex(({ id }) => id === IMPORTS);
  const names = [];
  const short = (name) => {
    if (!names.includes(name)) names.push(name);
    return letters(names.indexOf(name));
  };
  const imports = renamed(sections[at].body, short);
  const bodies = sections.map(({ id, body }, index) => [Buffer.from([id]), ...sized(index === at ? imports : body)]);
  for (const name of names) {
    const key = new RegExp(`^(\\s*)"?${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"?:`, "gm");
    if (glue.match(key)?.length !== 1) throw new Error(`the glue should give ${name} once: .ci/imports.mjs doesn't fit this wasm-bindgen`);
    glue = glue.replace(key, (_, indent) => `${indent}${letters(names.indexOf(name))}:`);
  }
  return { wasm: Buffer.concat([wasm.subarray(0, 8), ...bodies.flat()]), glue };
}

const letters = (index) => (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

function* sectionsOf(wasm) {
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [size, start] = number(wasm, at + 1);
    yield { id, body: wasm.subarray(start, start + size) };
    at = start + size;
  }
}

/** The section of imports with other names. */
function renamed(body, short) {
  const [count, first] = number(body, 0);
  const parts = [leb(count)];
  let at = first;
  for (let index = 0; index < count; index++) {
    const [moduleEnd, module] = string(body, at);
    const [nameEnd, name] = string(body, moduleEnd);
    const end = described(body, nameEnd);
    parts.push(...sized(Buffer.from(short(module))), ...sized(Buffer.from(short(name))), body.subarray(nameEnd, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** Where the description of an import ends. wasm-bindgen imports functions only. */
function described(body, at) {
  if (body[at] !== 0) throw new Error(`an import of kind ${body[at]}: .ci/imports.mjs knows functions only`);
  return number(body, at + 1)[1];
}

/** An unsigned LEB128 number, and where it ends. */
function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return [value, at];
  }
}

function string(bytes, at) {
  const [length, start] = number(bytes, at);
  return [start + length, bytes.subarray(start, start + length).toString("utf8")];
}

const sized = (bytes) => [leb(bytes.length), bytes];

function leb(value) {
  const bytes = [];
  do {
    bytes.push((value & 0x7f) | (value > 0x7f ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}
