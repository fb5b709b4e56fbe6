// Bytes written as letters that are safe in any text: 13 bits, the highest first, in two of 91 letters. What is left
// at the end takes one letter where it is at most 6 bits. Every printable ASCII letter is used but `&`, `<` and `\`.

const letterValues = new Uint8Array(128).fill(255);
Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index))
  .filter((letter) => !"&<\\".includes(letter))
  .forEach((letter, value) => {
    letterValues[letter.charCodeAt(0)] = value;
  });

function bytesOfLetters(text) {
  const bytes = new Uint8Array((13 * (text.length >> 1) + 6 * (text.length & 1)) >> 3);
  let at = 0;
  let held = 0;
  let count = 0;
  const take = (value, size) => {
    // A letter without a value gives what is no number.
    if (!(value < 1 << size)) throw new Error("these are not packed bytes");
    held = (held << size) | value;
    count += size;
    while (count >= 8) {
      count -= 8;
      bytes[at++] = held >> count;
    }
    held &= 255;
  };
  const valueAt = (index) => {
    const value = letterValues[text.charCodeAt(index)];
    return value < 91 ? value : NaN;
  };
  const even = text.length & ~1;
  for (let index = 0; index < even; index += 2) take(91 * valueAt(index) + valueAt(index + 1), 13);
  if (even < text.length) take(valueAt(even), 6);
  if ((held & ((1 << count) - 1)) !== 0) throw new Error("these are not packed bytes");
  return bytes;
}
