// Ranks a round with the WebAssembly engine and prints the JSON: the same bytes, and the same exit code, as
// `beredning rank ROUND --format json` run from the same folder.
//   node Scripts/engine-rank.mjs ROUND
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEngine } from "./engine.mjs";

const round = process.argv[2]?.replace(/\/+$/, "");
if (!round) {
  console.error("usage: node Scripts/engine-rank.mjs ROUND");
  process.exit(2);
}

function yamlFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".yaml"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

const files = [...yamlFiles("Rules"), ...yamlFiles(round)]
  .sort()
  .map((path) => ({ path, bytes: readFileSync(path) }));
const engine = await loadEngine(readFileSync(new URL("../.build-wasm/engine/beredning.wasm", import.meta.url)));
const result = engine.run({ command: "rank", options: [["round", round], ["format", "json"]], files });
process.stderr.write(result.messages);
process.stdout.write(result.output);
process.exitCode = result.status;
