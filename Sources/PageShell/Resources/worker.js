// Runs the engine in a thread of its own. docs/engine.md describes the protocol. The page throws this worker away
// after a trap and makes a new one: an instance that has trapped is worth nothing.

const wasiSuccess = 0;
const headerSize = 12;
let engine;
/** Handles: rules that were prepared; without them, a round that is held. */
let rules = 0;
let round = 0;

/** The engine reads no file and keeps no secret: writing goes nowhere, and its random bytes are always zero. */
const load = async (module) => {
  let memory;
  const host = {
    fd_close: () => wasiSuccess,
    fd_seek: () => wasiSuccess,
    fd_write: (_descriptor, vectors, count, written) => {
      const view = new DataView(memory.buffer);
      let size = 0;
      for (let index = 0; index < count; index++) size += view.getUint32(vectors + 8 * index + 4, true);
      view.setUint32(written, size, true);
      return wasiSuccess;
    },
    random_get: (address, size) => {
      new Uint8Array(memory.buffer, address, size).fill(0);
      return wasiSuccess;
    },
  };
  const { instance } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: host });
  memory = instance.exports.memory;
  instance.exports._initialize();
  return instance.exports;
};

/** Gives bytes to the engine, has them used, and takes the memory back. */
const withBytes = (bytes, use) => {
  const address = engine.beredning_alloc(bytes.length);
  if (address === 0) throw new Error("no memory");
  new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes);
  const result = use(address, bytes.length);
  engine.beredning_free(address);
  return result;
};

const encoded = ({ command, options, files }) => {
  const encoder = new TextEncoder();
  const parts = [encoder.encode("BRQ1")];
  const number = (value) => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value, true);
    parts.push(bytes);
  };
  const block = (bytes) => {
    number(bytes.length);
    parts.push(bytes);
  };
  const text = (string) => block(encoder.encode(string));
  text(command);
  number(options.length);
  for (const [name, value] of options) {
    text(name);
    text(value);
  }
  number(files.length);
  for (const [path, content] of files) {
    text(path);
    block(typeof content === "string" ? encoder.encode(content) : content);
  }
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

const ask = (request) => {
  const response = withBytes(encoded(request), (address, size) =>
    (rules === 0 ? engine.beredning_round_ask(round, address, size) : engine.beredning_ask(rules, address, size)));
  const header = new DataView(engine.memory.buffer, response, headerSize);
  const status = header.getInt32(0, true);
  const outputSize = header.getUint32(4, true);
  const messagesSize = header.getUint32(8, true);
  const start = response + headerSize;
  const output = new Uint8Array(engine.memory.buffer, start, outputSize).slice();
  const messages = new TextDecoder().decode(
    new Uint8Array(engine.memory.buffer, start + outputSize, messagesSize).slice());
  engine.beredning_free(response);
  return { status, output, messages };
};

const start = async ({ packed }) => {
  const parts = unpackedParts(packed);
  engine = await load(wholeModule(parts));
  const request = parts.get("regler");
  if (request === undefined) {
    round = engine.beredning_round_open();
    return;
  }
  rules = withBytes(request, (address, size) => engine.beredning_prepare_compiled(address, size));
  if (rules === 0) throw new Error("the rules were not accepted");
};

onmessage = async ({ data }) => {
  try {
    if (data.kind === "start") {
      await start(data);
      postMessage({ kind: "ready" });
    } else {
      const answer = ask(data.request);
      postMessage({ kind: "answer", number: data.number, ...answer }, [answer.output.buffer]);
    }
  } catch (error) {
    postMessage({ kind: "failed", number: data.number, reason: String(error) });
  }
};
