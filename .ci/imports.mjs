// Short names for what a wasm module imports: wasm-bindgen's carry a hash each, which nobody reads and nothing compresses.

import { leb, moduleOf, number, sectionsOf, sized, string } from "./sections.mjs";

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
  sections[at] = { id: IMPORTS, body: imports };
  for (const name of names) {
    const key = new RegExp(`^(\\s*)"?${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}"?:`, "gm");
    if (glue.match(key)?.length !== 1) throw new Error(`the glue should give ${name} once: .ci/imports.mjs doesn't fit this wasm-bindgen`);
    glue = glue.replace(key, (_, indent) => `${indent}${letters(names.indexOf(name))}:`);
  }
  return { wasm: moduleOf(sections), glue };
}

const letters = (index) => (index < 26 ? "" : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(97 + (index % 26));

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
