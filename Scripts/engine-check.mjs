// Tells a built engine's size, and fails if it is larger than it may be, asks more of its host than it may, lacks an
// export, or lets a malformed request do anything but answer.
//   node Scripts/engine-check.mjs ENGINE.wasm "ALLOWED IMPORTS" "EXPORTS" [LIMIT]
// LIMIT is in bytes after gzip.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { encodeRequest, loadEngine } from "./engine.mjs";

const [path, allowed, expected, limit] = process.argv.slice(2);
const bytes = readFileSync(path);
const module = new WebAssembly.Module(bytes);

const kilobytes = (size) => `${(size / 1000).toFixed(0)} kB`;
const gzipped = gzipSync(bytes, { level: 9 }).length;
console.log(`${path}: ${kilobytes(bytes.length)}, ${kilobytes(gzipped)} gzipped`);
if (limit && gzipped > Number(limit)) {
  console.error(`error: ${gzipped} bytes gzipped; Scripts/engine.sh allows ${limit}`);
  process.exit(1);
}

const imports = WebAssembly.Module.imports(module).map((entry) => entry.name).sort();
const unexpected = imports.filter((name) => !allowed.split(" ").includes(name));
if (unexpected.length > 0) {
  console.error(`error: the engine imports ${unexpected.join(", ")}; allowed are ${allowed}`);
  process.exit(1);
}
console.log(`imports: ${imports.join(", ") || "none"}`);
const exported = WebAssembly.Module.exports(module).map((entry) => entry.name);
const wanted = ["memory", "_initialize", "beredning_alloc", "beredning_free", ...expected.split(" ")];
assert.deepEqual(exported.sort(), wanted.sort(), "the engine's exports are not those that docs/engine.md lists");

const engine = await loadEngine(bytes);
const request = encodeRequest({
  command: "version",
  options: [["lang", "sv"]],
  files: [{ path: "å.yaml", bytes: new Uint8Array([1, 2, 3]) }],
});

// Cut anywhere, and with any one byte turned over, a request gets an answer; a trap would throw here.
function tryAll(answer) {
  for (let length = 1; length < request.length; length++) answer(request.slice(0, length), true);
  for (let index = 0; index < request.length; index++) {
    const changed = request.slice();
    changed[index] ^= 0xff;
    answer(changed, false);
  }
}

if (exported.includes("beredning_run")) {
  const version = engine.run({ command: "version" });
  assert.equal(version.status, 0);
  assert.equal(new TextDecoder().decode(version.output), '{"schema":"beredning/engine/1"}\n');
  tryAll((bytes, isCut) => assert((isCut ? [2] : [0, 2]).includes(engine.runEncoded(bytes).status)));
}
if (engine.has("ask")) assert.equal(engine.ask(0, request).status, 2);
for (const name of ["prepare", "prepareCompiled"]) {
  if (engine.has(name)) tryAll((bytes) => assert.equal(engine[name](bytes), 0));
}

// Blocks of memory never overlap, whatever their sizes and in whatever order they are given back; and what is given
// back is used again.
{
  const { exports } = await WebAssembly.instantiate(module, {});
  const { beredning_alloc: take, beredning_free: giveBack, memory } = exports;
  exports._initialize();
  let state = 1;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const held = [];
  const isWhole = ({ address, size, mark }) =>
    new Uint8Array(memory.buffer, address, size).every((byte) => byte === mark);
  const giveOneBack = (index) => {
    const [block] = held.splice(index, 1);
    assert(isWhole(block), `a block of ${block.size} bytes was written to by another`);
    giveBack(block.address);
  };
  let most = 0;
  for (let turn = 0; turn < 120000; turn++) {
    const size = 1 + below(below(50) === 0 ? 70000 : 600);
    const address = take(size);
    assert(address > 0 && address % 16 === 0, `${size} bytes at ${address}`);
    const block = { address, size, mark: turn % 251 };
    new Uint8Array(memory.buffer, address, size).fill(block.mark);
    held.push(block);
    // Now many are held, now few.
    while (held.length > (turn % 8000 < 4000 ? 1500 : 50)) giveOneBack(below(held.length));
    if (turn === 20000) most = memory.buffer.byteLength;
  }
  assert.equal(memory.buffer.byteLength, most, "memory that was given back is not used again");
}
