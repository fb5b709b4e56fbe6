// Puts a WebAssembly module together whose instructions were packed apart from what they are given: docs/engine.md,
// "In a page".

/** What an instruction is followed by: the kind of each number in LEB128, or a count of bytes as they are. */
const followedBy = (() => {
  const table = new Array(256).fill(null);
  const from = (first, last, ...what) => table.fill(what, first, last + 1);
  from(0x00, 0x01);
  from(0x02, 0x04, "type");
  from(0x05, 0x05);
  from(0x0b, 0x0b);
  from(0x0c, 0x0d, "branch");
  from(0x0f, 0x0f);
  from(0x10, 0x10, "call");
  from(0x11, 0x11, "call", "call");
  from(0x1a, 0x1b);
  from(0x23, 0x24, "global");
  from(0x3f, 0x40, 1);
  from(0x41, 0x41, "i32");
  from(0x42, 0x42, "i64");
  from(0x43, 0x43, 4);
  from(0x44, 0x44, 8);
  from(0x45, 0xc4);
  return table;
})();

/** Of loads and stores, from 0x28 on: how they are aligned by nature, as powers of two. */
const naturalAlignment = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

/** No browser takes a function with more. */
const mostLocals = 50_000;

/** And what one is followed by that begins with 0xfc. */
const followedByAfterPrefix = [[], [], [], [], [], [], [], [], ["other", 1], ["other"], [2], [1]];

function wholeModule(parts) {
  const rest = parts.get("motor");
  const places = parts.get("motor.place");
  if (places === undefined) return rest;
  const broken = () => new Error("the packed bytes are broken");
  const view = new DataView(places.buffer);
  const start = view.getUint32(0, true);
  const size = view.getUint32(4, true);
  const module = new Uint8Array(rest.length + size);
  module.set(rest.subarray(0, start));
  let made = start;

  const streams = {};
  for (const name of ["code", "locals", "type", "branch", "call", "get", "set", "global", "align", "offset", "i32", "i64", "other", "bytes"]) {
    streams[name] = { bytes: parts.get(`motor.${name}`), at: 0 };
  }
  const next = (stream) => {
    if (stream.at >= stream.bytes.length || made >= module.length) throw broken();
    return stream.bytes[stream.at++];
  };
  const byteOf = (stream) => (module[made++] = next(stream));
  const write = (number) => {
    for (let left = number; ; left >>>= 7) {
      module[made++] = left > 127 ? (left & 127) | 128 : left;
      if (left < 128) return;
    }
  };
  const number = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = byteOf(stream);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  const instructions = new Array(256).fill(null);
  const resolved = (what) => what.map((one) => (typeof one === "string" ? streams[one] : one));
  followedBy.forEach((what, code) => {
    if (what) instructions[code] = resolved(what);
  });
  const afterPrefix = followedByAfterPrefix.map(resolved);

  /** A number that is not the module's own. */
  const told = (stream) => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = next(stream);
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  };
  // A function's locals, the one that was read or set last first.
  const recent = new Uint32Array(mostLocals);
  let used = 0;
  const moveToFront = (local, rank) => {
    let place = rank;
    if (rank === used) {
      used += 1;
      if (used > mostLocals) throw broken();
    }
    for (; place > 0; place--) recent[place] = recent[place - 1];
    recent[0] = local;
  };
  const localRead = () => {
    const rank = told(streams.get);
    if (rank > used) throw broken();
    const local = rank === 0 ? told(streams.get) : recent[rank - 1];
    write(local);
    moveToFront(local, rank === 0 ? used : rank - 1);
  };
  const localSet = () => {
    const local = number(streams.set);
    let rank = 0;
    while (rank < used && recent[rank] !== local) rank += 1;
    moveToFront(local, rank);
  };

  const copy = (what) => {
    for (let index = 0; index < what.length; index++) {
      const one = what[index];
      if (typeof one === "number") {
        for (let left = one; left > 0; left--) byteOf(streams.bytes);
      } else {
        number(one);
      }
    }
  };

  for (let left = number(streams.locals); left > 0; left--) {
    // A function begins with its size, which is known when it is whole: it is made where the longest would have it.
    const function_ = made;
    made += 5;
    for (let groups = number(streams.locals); groups > 0; groups--) {
      number(streams.locals);
      byteOf(streams.locals);
    }
    used = 0;
    let depth = 1;
    while (depth > 0) {
      const code = byteOf(streams.code);
      if (code === 0x0b) depth -= 1;
      else if (code >= 0x02 && code <= 0x04) depth += 1;
      if (code === 0x20) {
        localRead();
        continue;
      }
      if (code === 0x21 || code === 0x22) {
        localSet();
        continue;
      }
      if (code >= 0x28 && code <= 0x3e) {
        write(naturalAlignment[code - 0x28] - next(streams.align));
        number(streams.offset);
        continue;
      }
      if (code === 0x0e) {
        for (let targets = number(streams.branch) + 1; targets > 0; targets--) number(streams.branch);
        continue;
      }
      const what = code === 0xfc ? afterPrefix[byteOf(streams.code)] : instructions[code];
      if (!what) throw broken();
      copy(what);
    }
    const length = made - function_ - 5;
    made = function_;
    write(length);
    module.copyWithin(made, function_ + 5, function_ + 5 + length);
    made += length;
  }
  if (made !== start + size) throw broken();
  module.set(rest.subarray(start), made);
  return module;
}
