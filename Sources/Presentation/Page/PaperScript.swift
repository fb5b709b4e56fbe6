/// The page's script: asks the engine and shows its answer. It computes nothing itself.
enum PaperScript {
  static let text = #"""
    "use strict";
    (() => {
      const find = (id) => document.getElementById(id);
      const files = find("filer");
      const say = (text) => { find("lage").textContent = text; };
      const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const words = (text) => new TextDecoder().decode(bytes(text));
      const encoder = new TextEncoder();

      const load = async () => {
        const packed = new Blob([bytes(find("motor").textContent.trim())]).stream();
        const module = await new Response(packed.pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
        let memory;
        const host = {
          fd_close: () => 0,
          fd_seek: () => 0,
          fd_write: (_descriptor, vectors, count, written) => {
            const view = new DataView(memory.buffer);
            let size = 0;
            for (let index = 0; index < count; index++) size += view.getUint32(vectors + 8 * index + 4, true);
            view.setUint32(written, size, true);
            return 0;
          },
          random_get: (address, size) => { new Uint8Array(memory.buffer, address, size).fill(0); return 0; },
        };
        const { instance } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: host });
        memory = instance.exports.memory;
        instance.exports._initialize();
        return instance.exports;
      };

      const request = (command, options) => {
        const parts = [encoder.encode("BRQ1")];
        const number = (value) => {
          const part = new Uint8Array(4);
          new DataView(part.buffer).setUint32(0, value, true);
          parts.push(part);
        };
        const block = (part) => { number(part.length); parts.push(part); };
        const text = (value) => block(encoder.encode(value));
        text(command);
        number(options.length);
        for (const [name, value] of options) { text(name); text(value); }
        const lines = files.textContent.trim().split("\n");
        number(lines.length);
        for (const line of lines) {
          const [path, content] = line.split(" ");
          block(bytes(path));
          block(content ? bytes(content) : new Uint8Array(0));
        }
        const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
        let offset = 0;
        for (const part of parts) { whole.set(part, offset); offset += part.length; }
        return whole;
      };

      let engine;
      const run = async (options) => {
        engine ??= await load();
        const asked = request("page", [["round", words(files.dataset.round)], ["lang", files.dataset.lang], ...options]);
        const address = engine.beredning_alloc(asked.length);
        new Uint8Array(engine.memory.buffer, address, asked.length).set(asked);
        const response = engine.beredning_run(address, asked.length);
        engine.beredning_free(address);
        const header = new DataView(engine.memory.buffer, response, 12);
        const status = header.getInt32(0, true);
        const size = header.getUint32(4, true);
        const output = new TextDecoder().decode(new Uint8Array(engine.memory.buffer, response + 12, size).slice());
        engine.beredning_free(response);
        if (status !== 0) throw new Error("status " + status);
        return output;
      };

      let turn = 0;
      const show = async (options) => {
        const own = ++turn;
        const answer = find("svar");
        say(files.dataset.busy);
        answer.setAttribute("aria-busy", "true");
        // Lets the words above be seen before the work begins.
        await new Promise((resolve) => setTimeout(resolve, 20));
        try {
          const output = await run(options);
          if (own !== turn) return;
          answer.innerHTML = output;
          say(answer.firstElementChild?.dataset.summary ?? "");
        } catch {
          // After a trap the engine is worth nothing.
          engine = undefined;
          if (own !== turn) return;
          answer.replaceChildren();
          say(files.dataset.failed);
        } finally {
          answer.removeAttribute("aria-busy");
        }
      };

      const inputs = () => [...document.querySelectorAll("input[data-criterion]")];
      find("scenario")?.addEventListener("change", (event) => {
        const weights = event.target.value;
        show(weights
          ? [["part", "ranking"], ["weights", weights], ["title", event.target.selectedOptions[0].textContent]]
          : [["part", "ranking"]]);
      });
      find("jamfor")?.addEventListener("click", () => {
        const [first, second] = [find("forslag-a").value, find("forslag-b").value];
        if (first === second) { ++turn; find("svar").replaceChildren(); say(files.dataset.same); return; }
        show([["part", "comparison"], ["first", first], ["second", second]]);
      });
      find("rakna").addEventListener("click", () => {
        const wrong = inputs().find((input) => !(input.valueAsNumber > 0));
        for (const input of inputs()) input.toggleAttribute("aria-invalid", input === wrong);
        if (wrong) {
          wrong.setAttribute("aria-invalid", "true");
          ++turn;
          find("svar").replaceChildren();
          say(files.dataset.weight);
          wrong.focus();
          return;
        }
        const weights = inputs().map((input) => input.dataset.criterion + "=" + input.value).join(",");
        show([["part", "ranking"], ["weights", weights]]);
      });
      find("aterstall").addEventListener("click", () => {
        for (const input of inputs()) { input.value = input.dataset.given; input.removeAttribute("aria-invalid"); }
        ++turn;
        find("svar").replaceChildren();
        say("");
      });
      find("prova").hidden = false;
    })();
    """#
}
