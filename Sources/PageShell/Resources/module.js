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
  from(0x20, 0x20, "get");
  from(0x21, 0x22, "set");
  from(0x23, 0x24, "global");
  from(0x28, 0x3e, "align", "offset");
  from(0x3f, 0x40, 1);
  from(0x41, 0x41, "i32");
  from(0x42, 0x42, "i64");
  from(0x43, 0x43, 4);
  from(0x44, 0x44, 8);
  from(0x45, 0xc4);
  return table;
})();

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
  const byteOf = (stream) => {
    if (stream.at >= stream.bytes.length || made >= module.length) throw broken();
    return (module[made++] = stream.bytes[stream.at++]);
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
    let depth = 1;
    while (depth > 0) {
      const code = byteOf(streams.code);
      if (code === 0x0b) depth -= 1;
      else if (code >= 0x02 && code <= 0x04) depth += 1;
      if (code === 0x0e) {
        for (let targets = number(streams.branch) + 1; targets > 0; targets--) number(streams.branch);
        continue;
      }
      const what = code === 0xfc ? afterPrefix[byteOf(streams.code)] : instructions[code];
      if (!what) throw broken();
      copy(what);
    }
    let length = made - function_ - 5;
    let end = function_;
    const whole = length;
    do {
      module[end++] = length > 127 ? (length & 127) | 128 : length;
      length >>>= 7;
    } while (length > 0);
    module.copyWithin(end, function_ + 5, function_ + 5 + whole);
    made = end + whole;
  }
  if (made !== start + size) throw broken();
  module.set(rest.subarray(start), made);
  return module;
}
