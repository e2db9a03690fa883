// Takes what the linker said of a program (`linking`, `reloc.*`) out of a file: wasm-bindgen leaves it there though it
// is no longer true, and wasm-opt warns of it. What cuts the program in two reads it in the linker's own file.

import { readFileSync, writeFileSync } from 'node:fs';

const HEAD = 8; // The magic word and the version.

function number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return [value, at];
  }
}

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const kept = [bytes.subarray(0, HEAD)];
  for (let at = HEAD; at < bytes.length;) {
    const [length, body] = number(bytes, at + 1);
    const [nameLength, name] = number(bytes, body);
    const isCustom = bytes[at] === 0;
    const isStale = isCustom && /^(linking$|reloc\.)/.test(bytes.toString('utf8', name, name + nameLength));
    if (!isStale) kept.push(bytes.subarray(at, body + length));
    at = body + length;
  }
  writeFileSync(file, Buffer.concat(kept));
}
