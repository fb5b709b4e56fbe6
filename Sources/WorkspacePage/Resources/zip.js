// ZIP archives: reads what Windows and others write (stored or deflated, not encrypted), writes stored entries.

class ZipFailure extends Error {}

const zipLimits = { files: 5_000, size: 256 << 20 };

const inflated = (bytes) =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer()
    .then((buffer) => new Uint8Array(buffer));

/** Paths and contents: [[path, bytes], …] of the files that `wanted` says yes to, by path and size. */
async function readZip(bytes, wanted = () => true) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) throw new ZipFailure("no directory");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > zipLimits.files) throw new ZipFailure("too many files");
  const result = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new ZipFailure("broken directory");
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [checksum, packed, size] = [16, 20, 24].map((offset) => view.getUint32(at + offset, true));
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const place = view.getUint32(at + 42, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
    at += 46 + nameLength + extraLength + commentLength;
    if (path.endsWith("/") || path.split("/").includes("..") || !wanted(path, size)) continue;
    if (flags & 1) throw new ZipFailure("encrypted");
    total += size;
    if (total > zipLimits.size) throw new ZipFailure("too large");
    if (place + 30 > bytes.length || view.getUint32(place, true) !== 0x04034b50) throw new ZipFailure("broken entry");
    const start = place + 30 + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
    const raw = bytes.subarray(start, start + packed);
    let content;
    if (method === 0) content = raw.slice();
    else if (method === 8) content = await inflated(raw);
    else throw new ZipFailure("unknown compression");
    if (content.length !== size || crc32(content) !== checksum) throw new ZipFailure("broken content");
    result.push([path, content]);
  }
  return result;
}

/** An archive of [[path, bytes], …], stored, with the oldest date that ZIP knows. */
function writeZip(files) {
  const utf8Names = 0x0800;
  const parts = [];
  const directory = [];
  let offset = 0;
  const header = (size, write) => {
    const bytes = new Uint8Array(size);
    write(new DataView(bytes.buffer));
    return bytes;
  };
  const common = (view, at, name, content) => {
    view.setUint16(at, 20, true);
    view.setUint16(at + 2, utf8Names, true);
    view.setUint16(at + 8, 0x21, true);
    view.setUint32(at + 10, crc32(content), true);
    view.setUint32(at + 14, content.length, true);
    view.setUint32(at + 18, content.length, true);
    view.setUint16(at + 22, name.length, true);
  };
  for (const [path, content] of files) {
    const name = new TextEncoder().encode(path);
    const local = header(30, (view) => {
      view.setUint32(0, 0x04034b50, true);
      common(view, 4, name, content);
    });
    const place = offset;
    directory.push(header(46, (view) => {
      view.setUint32(0, 0x02014b50, true);
      view.setUint16(4, 20, true);
      common(view, 6, name, content);
      view.setUint32(42, place, true);
    }), name);
    parts.push(local, name, content);
    offset += local.length + name.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = header(22, (view) => {
    view.setUint32(0, 0x06054b50, true);
    view.setUint16(8, files.length, true);
    view.setUint16(10, files.length, true);
    view.setUint32(12, size, true);
    view.setUint32(16, offset, true);
  });
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}
