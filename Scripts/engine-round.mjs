// Runs a command on a round with the WebAssembly engine and prints its result: the same bytes, and the same exit code,
// as `beredning COMMAND ROUND --format json` run from the same folder.
//   node Scripts/engine-round.mjs COMMAND ROUND [OPTION=VALUE…]
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEngine } from "./engine.mjs";

const command = process.argv[2];
const round = process.argv[3]?.replace(/\/+$/, "");
if (!command || !round) {
  console.error("usage: node Scripts/engine-round.mjs COMMAND ROUND [OPTION=VALUE…]");
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
const given = process.argv.slice(4).map((option) => option.split(/=(.*)/s).slice(0, 2));
const options = [["round", round], ...given];
if (!given.some(([name]) => name === "format")) options.push(["format", "json"]);
const result = engine.run({ command, options, files });
process.stderr.write(result.messages);
process.stdout.write(result.output);
process.exitCode = result.status;
