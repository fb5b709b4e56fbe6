// The opened files, wherever they came from: a folder that may be saved to, or files that were only read.

const fileLimits = { size: 4 << 20, count: 5_000, depth: 6 };

const isWanted = (path) => (/\.ya?ml$/i.test(path) || /(^|\/)minne\/[^/]+\.json$/.test(path)) && !path.split("/").some((part) => part.startsWith("."));

const sameBytes = (one, other) => {
  if (!one || !other) return !one && !other;
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
};

const readAtOnce = 64;

/** A file's bytes; words where it is too large or cannot be read. */
async function contentOf(open) {
  try {
    const file = await open();
    if (file.size > fileLimits.size) return say("filen är större än 4 MB", "the file is larger than 4 MB");
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return say("filen kunde inte läsas", "the file could not be read");
  }
}

class OpenedFolder {
  /** Path → content, as it was when it was read or saved last. */
  files = new Map();
  /** Files that were too large or could not be read: [path, words]. */
  unread = [];
  /** What was saved in the page but has not come into any folder. */
  toFetch = new Map();

  constructor(name, root = null) {
    this.name = name;
    this.root = root;
  }

  get canSave() {
    return this.root !== null;
  }

  /** Reads the files that are wanted of [[path, a way to get the file], …]: several at a time, and kept in their order. */
  async addFiles(found) {
    const wanted = found.filter(([path]) => isWanted(path));
    if (this.files.size + wanted.length > fileLimits.count) throw new RangeError("too many files");
    for (let start = 0; start < wanted.length; start += readAtOnce) {
      const some = wanted.slice(start, start + readAtOnce);
      const contents = await Promise.all(some.map(([, open]) => contentOf(open)));
      some.forEach(([path], index) => this.#keep(path, contents[index]));
    }
  }

  #keep(path, content) {
    if (content instanceof Uint8Array) this.files.set(path, content);
    else this.unread.push([path, content]);
  }

  /** Everything in a directory, and in the directories inside it. */
  async addDirectory(directory) {
    const found = [];
    const list = async (inside, prefix, depth) => {
      for await (const entry of inside.values()) {
        if (entry.name.startsWith(".")) continue;
        const path = prefix + entry.name;
        if (entry.kind === "directory") {
          if (depth < fileLimits.depth) await list(entry, `${path}/`, depth + 1);
        } else if (isWanted(path)) {
          found.push([path, () => entry.getFile()]);
          if (found.length > fileLimits.count) throw new RangeError("too many files");
        }
      }
    };
    await list(directory, "", 0);
    await this.addFiles(found);
  }

  /** The content of a file in the folder right now; null where there is none. */
  async now(path) {
    try {
      const parts = path.split("/");
      let directory = this.root;
      for (const part of parts.slice(0, -1)) directory = await directory.getDirectoryHandle(part);
      const file = await (await directory.getFileHandle(parts.at(-1))).getFile();
      return new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      if (error?.name === "NotFoundError") return null;
      throw error;
    }
  }

  /** Writes a file whole or not at all: the browser puts it in place when it is closed. */
  async write(path, bytes) {
    const parts = path.split("/");
    let directory = this.root;
    for (const part of parts.slice(0, -1)) directory = await directory.getDirectoryHandle(part, { create: true });
    const handle = await directory.getFileHandle(parts.at(-1), { create: true });
    const writable = await handle.createWritable();
    try {
      await writable.write(bytes);
      await writable.close();
    } catch (error) {
      await writable.abort?.().catch(() => {});
      throw error;
    }
  }

  async remove(path) {
    const parts = path.split("/");
    let directory = this.root;
    for (const part of parts.slice(0, -1)) directory = await directory.getDirectoryHandle(part);
    await directory.removeEntry(parts.at(-1));
    this.files.delete(path);
  }

  /** Asks the reader's leave to save; false where it is not given. */
  async maySave() {
    const how = { mode: "readwrite" };
    if (!this.root.queryPermission) return true;
    if (await this.root.queryPermission(how) === "granted") return true;
    return await this.root.requestPermission(how) === "granted";
  }
}
