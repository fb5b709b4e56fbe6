// The engine, in a worker. After a trap the worker is thrown away and a new one is made; the answers stay where they
// are, in the page.

class EngineFailure extends Error {}

const engineTimeout = 30_000;
const mostFailures = 3;

class Engine {
  #worker = null;
  #waiting = new Map();
  #count = 0;
  #failures = 0;
  #ready = null;
  #life = 0;
  #tell;

  /** `tell` gets "starting", "ready", "restarting" or "gone". */
  constructor(tell) {
    this.#tell = tell;
  }

  /** What a browser must have; null where it has everything. */
  static get lacks() {
    if (typeof WebAssembly !== "object") return "WebAssembly";
    if (typeof Worker !== "function") return "Worker";
    return null;
  }

  start() {
    this.#tell(this.#failures === 0 ? "starting" : "restarting");
    const source = new Blob([find("packning").textContent, find("arbetare").textContent], { type: "text/javascript" });
    const address = URL.createObjectURL(source);
    const worker = new Worker(address);
    this.#worker = worker;
    this.#life += 1;
    this.#ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === "ready") {
          URL.revokeObjectURL(address);
          this.#tell("ready");
          resolve();
        } else if (data.kind === "answer") {
          this.#failures = 0;
          this.#settle(data.number)?.resolve(data);
        } else {
          this.#fail(data.reason);
          reject(new EngineFailure(data.reason));
        }
      };
      worker.onerror = (event) => {
        event.preventDefault();
        this.#fail(event.message);
        reject(new EngineFailure(event.message));
      };
    });
    this.#ready.catch(() => {});
    worker.postMessage({ kind: "start", packed: find("motor").textContent });
  }

  /** The response: status, output as text, messages. Throws EngineFailure after a trap. */
  async ask(command, options, files, transfer = "text") {
    if (!this.#worker) throw new EngineFailure("gone");
    const worker = this.#worker;
    await this.#ready;
    const number = ++this.#count;
    const answer = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail("no answer"), engineTimeout);
      this.#waiting.set(number, { resolve, reject, timer });
      worker.postMessage({ kind: "ask", number, request: { command, options, files } });
    });
    return { ...answer, text: transfer === "text" ? new TextDecoder().decode(answer.output) : "" };
  }

  #settle(number) {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (waiting) clearTimeout(waiting.timer);
    return waiting;
  }

  #fail(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#failures += 1;
    const waiting = [...this.#waiting.keys()].map((number) => this.#settle(number));
    if (this.#failures < mostFailures) this.start();
    else this.#tell("gone");
    for (const one of waiting) one.reject(new EngineFailure(reason));
  }

  /** Tries again after it gave up. */
  restart() {
    this.#failures = 1;
    this.start();
  }

  /** How many engines there have been: what one of them holds the next does not. */
  get life() {
    return this.#life;
  }

  get isGone() {
    return this.#worker === null;
  }
}
