// A folder for tests: what showDirectoryPicker gives, over files in memory. `disk.files` is path → bytes;
// `disk.refuse` is a name of an error that the next write ends with; `disk.unreadable` is the path of a file that cannot be
// read; `disk.leave` is the answer to a request to save.
(() => {
  const disk = { files: new Map(), refuse: null, unreadable: null, leave: "granted", asked: 0, name: "omgang" };
  const missing = (name) => new DOMException(name, "NotFoundError");
  const fileHandle = (path) => ({
    kind: "file",
    name: path.split("/").at(-1),
    getFile: async () => {
      if (!disk.files.has(path)) throw missing(path);
      if (disk.unreadable === path) throw new DOMException("locked", "NotReadableError");
      return new File([disk.files.get(path)], path.split("/").at(-1));
    },
    createWritable: async () => {
      const parts = [];
      return {
        write: async (bytes) => {
          if (disk.refuse) throw new DOMException("refused", disk.refuse);
          parts.push(bytes.slice());
        },
        close: async () => {
          disk.files.set(path, new Uint8Array(await new Blob(parts).arrayBuffer()));
        },
        abort: async () => {},
      };
    },
  });
  const directory = (prefix) => ({
    kind: "directory",
    name: prefix === "" ? disk.name : prefix.split("/").at(-2),
    async* values() {
      const folders = new Set();
      for (const path of [...disk.files.keys()].filter((one) => one.startsWith(prefix))) {
        const [first, ...rest] = path.slice(prefix.length).split("/");
        if (rest.length === 0) yield fileHandle(path);
        else if (!folders.has(first)) {
          folders.add(first);
          yield directory(`${prefix}${first}/`);
        }
      }
    },
    getDirectoryHandle: async (name, { create = false } = {}) => {
      const path = `${prefix}${name}/`;
      if (!create && ![...disk.files.keys()].some((one) => one.startsWith(path))) throw missing(path);
      return directory(path);
    },
    getFileHandle: async (name, { create = false } = {}) => {
      if (!create && !disk.files.has(prefix + name)) throw missing(name);
      return fileHandle(prefix + name);
    },
    removeEntry: async (name) => {
      if (disk.refuse) throw new DOMException("refused", disk.refuse);
      if (!disk.files.delete(prefix + name)) throw missing(name);
    },
    queryPermission: async () => (disk.leave === "granted" ? "granted" : "prompt"),
    requestPermission: async () => {
      disk.asked += 1;
      return disk.leave;
    },
  });
  window.showDirectoryPicker = async () => directory("");
  disk.put = (path, base64) => disk.files.set(path, Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  disk.get = (path) => {
    const bytes = disk.files.get(path);
    return bytes ? btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) : null;
  };
  window.disk = disk;
})();
