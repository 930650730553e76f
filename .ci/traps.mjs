// Panics that say nothing: nobody hears a panic's message in a module that only traps, and the words, the places in the source
// and the printing of both are a thirtieth of it. What only prepares a message becomes one `unreachable`; wasm-opt drops the rest.

import { leb, moduleOf, number, sectionsOf, sized, string } from "./sections.mjs";

const CUSTOM = 0;
const IMPORTS = 2;
const CODE = 10;
const DATA = 11;

/** Functions that are called to panic, or print for a panic, by their names in the module. */
const PANICS = new RegExp(
  [
    /^core(\[\w+\])?::panicking::/,
    /^std(\[\w+\])?::panicking::/,
    /^<?std(\[\w+\])?::panicking::panic_handler/,
    /^__rustc(\[\w+\])?::(rust_panic|__rust_alloc_error_handler|__rust_start_panic)/,
    /::(slice_error_fail\w*|slice_index_fail|unwrap_failed|expect_failed|assert_failed|capacity_overflow)\b/,
    /::(handle_error|handle_alloc_error|default_alloc_error_hook|panic_on_ord_violation|panic_access_error)\b/,
    /::panic_already(_mutably)?_borrowed\b/,
  ].map(({ source }) => source).join("|"),
);

/** No locals, `unreachable`, the end. */
const TRAP = Buffer.from([0, 0x00, 0x0b]);

/** A module that has the names of its functions → the same, where a panic traps at once and its place in the source is blank. */
export function silenced(wasm) {
  const sections = [...sectionsOf(wasm)];
  const imported = sections.filter(({ id }) => id === IMPORTS).reduce((sum, { body }) => sum + number(body, 0)[0], 0);
  const names = sections.filter(({ id }) => id === CUSTOM).map(({ body }) => functionNames(body)).find(({ size }) => size > 0);
  if (!names) throw new Error("the module has no names of functions: .ci/traps.mjs can't tell which panic");
  const change = {
    [CODE]: (body) => trapping(body, (index) => PANICS.test(names.get(imported + index) ?? "")),
    [DATA]: withoutPlaces,
  };
  return moduleOf(sections.map(({ id, body }) => ({ id, body: change[id]?.(body) ?? body })));
}

const FUNCTION_NAMES = 1;

/** Index → name, out of the custom section "name"; empty for other sections. */
function functionNames(body) {
  const names = new Map();
  const [start, section] = string(body, 0);
  for (let at = start; section === "name" && at < body.length; ) {
    const [size, from] = number(body, at + 1);
    if (body[at] === FUNCTION_NAMES) {
      let [count, next] = number(body, from);
      for (; count > 0; count--) {
        const [index, named] = number(body, next);
        const [end, name] = string(body, named);
        names.set(index, name);
        next = end;
      }
    }
    at = from + size;
  }
  return names;
}

/** The section of code, where the functions that `panics` tells of trap. */
function trapping(body, panics) {
  const [count, first] = number(body, 0);
  const parts = [leb(count)];
  for (let index = 0, at = first; index < count; index++) {
    const [size, start] = number(body, at);
    at = start + size;
    parts.push(...sized(panics(index) ? TRAP : body.subarray(start, at)));
  }
  return Buffer.concat(parts);
}

const CONSTANT_I32 = 0x41;
const PLACE_BYTES = 16;

/** The section of data, where each `Location` of a panic, which is the name of a file, a line and a column, is blank. */
function withoutPlaces(body) {
  const blank = Buffer.from(body);
  let [count, at] = number(blank, 0);
  for (; count > 0; count--) {
    if (blank[at] !== 0 || blank[at + 1] !== CONSTANT_I32) throw new Error("data without a fixed address: .ci/traps.mjs doesn't fit");
    const [base, end] = number(blank, at + 2);
    const [size, start] = number(blank, end + 1);
    at = start + size;
    blankPlaces(blank.subarray(start, at), base);
  }
  return blank;
}

function blankPlaces(data, base) {
  const files = new Map();
  for (let at = 0; at + PLACE_BYTES <= data.length; at += 4) {
    const [from, length, line, column] = [0, 4, 8, 12].map((offset) => data.readUInt32LE(at + offset));
    const start = from - base;
    if (start < 0 || start + length > data.length || length > 200 || line === 0 || line > 20_000 || column === 0 || column > 400) continue;
    if (data.toString("latin1", start + length - 3, start + length) !== ".rs") continue;
    files.set(start, length);
    data.fill(0, at, at + PLACE_BYTES);
  }
  for (const [start, length] of files) data.fill(0, start, start + length);
}
