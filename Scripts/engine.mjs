// Loads the engine and speaks its protocol; docs/engine.md describes both. Runs in node and in a page.

const wasiSuccess = 0;

/** An instance of the engine. After a trap, throw it away and make a new one. */
export async function loadEngine(bytes) {
  let memory;
  // The engine reads no file and keeps no secret: writing goes nowhere, and the random bytes, which seed hash
  // tables, are always zero, so that no two runs differ.
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
  const { instance } = await WebAssembly.instantiate(bytes, { wasi_snapshot_preview1: host });
  memory = instance.exports.memory;
  instance.exports._initialize();
  return new Engine(instance.exports);
}

class Engine {
  #exports;

  constructor(exports) {
    this.#exports = exports;
  }

  /**
   * @param {{command: string, options?: [string, string][], files?: {path: string, bytes: Uint8Array}[]}} request
   * @returns {{status: number, output: Uint8Array, messages: string}}
   */
  run(request) {
    return this.runEncoded(encodeRequest(request));
  }

  /** The same for a request that is already bytes. */
  runEncoded(bytes) {
    return this.#response(bytes, this.#exports.beredning_run);
  }

  /** Whether this engine can `prepare` or `prepareCompiled`: a small one reads no YAML rules. */
  has(name) {
    return name === "prepare"
      ? "beredning_prepare" in this.#exports : "beredning_prepare_compiled" in this.#exports;
  }

  /** A handle to rules in YAML, from an encoded request; 0 where they cannot be used. */
  prepare(bytes) {
    return this.#use(bytes, this.#exports.beredning_prepare);
  }

  /** A handle to rules that were compiled by the command; 0 where they cannot be used. */
  prepareCompiled(bytes) {
    return this.#use(bytes, this.#exports.beredning_prepare_compiled);
  }

  /** Answers a request by prepared rules. */
  ask(rules, request) {
    return this.#response(
      encodeRequest(request), (address, size) => this.#exports.beredning_ask(rules, address, size));
  }

  release(rules) {
    this.#exports.beredning_release(rules);
  }

  #use(bytes, call) {
    const { memory, beredning_alloc, beredning_free } = this.#exports;
    const request = beredning_alloc(bytes.length);
    new Uint8Array(memory.buffer, request, bytes.length).set(bytes);
    const result = call(request, bytes.length);
    beredning_free(request);
    return result;
  }

  #response(bytes, call) {
    const { memory, beredning_free } = this.#exports;
    const response = this.#use(bytes, call);
    const header = new DataView(memory.buffer, response, 12);
    const status = header.getInt32(0, true);
    const outputSize = header.getUint32(4, true);
    const messagesSize = header.getUint32(8, true);
    const output = new Uint8Array(memory.buffer, response + 12, outputSize).slice();
    const messages = new TextDecoder().decode(
      new Uint8Array(memory.buffer, response + 12 + outputSize, messagesSize).slice());
    beredning_free(response);
    return { status, output, messages };
  }
}

export function encodeRequest({ command, options = [], files = [] }) {
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
  for (const file of files) {
    text(file.path);
    block(file.bytes);
  }
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
