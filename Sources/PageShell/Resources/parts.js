/** What a page carries packed, by name: docs/engine.md, "In a page". Throws where a letter was changed. */
function unpackedParts(text) {
  const bytes = bytesOfLetters(text.trim());
  const broken = () => new Error("the packed bytes are broken");
  if (bytes.length < 4) throw broken();
  const content = unpackedLZMA(bytes.subarray(4));
  if (crc32(content) !== new DataView(bytes.buffer).getUint32(0, true)) throw broken();
  const view = new DataView(content.buffer);
  let at = 0;
  const number = () => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const block = () => {
    const size = number();
    at += size;
    return content.slice(at - size, at);
  };
  const parts = new Map();
  for (let left = number(); left > 0; left--) {
    const name = new TextDecoder().decode(block());
    parts.set(name, block());
  }
  return parts;
}
