// Tells the built engine's size, and fails if it asks more of its host than it may, lacks an export, or lets a
// malformed request do anything but answer.
//   node Scripts/engine-check.mjs ENGINE.wasm "ALLOWED IMPORTS"
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { encodeRequest, loadEngine } from "./engine.mjs";

const [path, allowed] = process.argv.slice(2);
const bytes = readFileSync(path);
const module = new WebAssembly.Module(bytes);

const imports = WebAssembly.Module.imports(module).map((entry) => entry.name).sort();
const unexpected = imports.filter((name) => !allowed.split(" ").includes(name));
if (unexpected.length > 0) {
  console.error(`error: the engine imports ${unexpected.join(", ")}; allowed are ${allowed}`);
  process.exit(1);
}
const exported = WebAssembly.Module.exports(module).map((entry) => entry.name);
for (const name of ["memory", "_initialize", "beredning_alloc", "beredning_free", "beredning_run"]) {
  assert(exported.includes(name), `the engine does not export ${name}`);
}

const engine = await loadEngine(bytes);
const version = engine.run({ command: "version" });
assert.equal(version.status, 0);
assert.equal(new TextDecoder().decode(version.output), '{"schema":"beredning/engine/1"}\n');

// Cut anywhere, and with any one byte turned over, a request gets an answer; a trap would throw here.
const request = encodeRequest({
  command: "version",
  options: [["lang", "sv"]],
  files: [{ path: "å.yaml", bytes: new Uint8Array([1, 2, 3]) }],
});
for (let length = 1; length < request.length; length++) {
  assert.equal(engine.runEncoded(request.slice(0, length)).status, 2);
}
for (let index = 0; index < request.length; index++) {
  const changed = request.slice();
  changed[index] ^= 0xff;
  assert([0, 2].includes(engine.runEncoded(changed).status));
}

const kilobytes = (size) => `${(size / 1000).toFixed(0)} kB`;
console.log(`${path}: ${kilobytes(bytes.length)}, ${kilobytes(gzipSync(bytes, { level: 9 }).length)} gzipped`);
console.log(`imports: ${imports.join(", ") || "none"}`);
