// Unpacks LZMA, which no browser does by itself, after the public description of the format: a header of 13 bytes that
// tells the size, the stream, and an end marker. Bytes that are cut or changed are refused, or give no more bytes than
// the header says: every step but the last makes at least one.

const largestUnpacked = 64 << 20;

function unpackedLZMA(packed) {
  const refuse = () => {
    throw new Error("the packed bytes are broken");
  };
  // The header, and the first five bytes of the stream, of which one is always 0.
  if (packed.length < 18 || packed[0] >= 9 * 5 * 5 || packed[13] !== 0) refuse();
  const header = new DataView(packed.buffer, packed.byteOffset, 18);
  const literalBits = packed[0] % 9;
  const placeBits = Math.floor(packed[0] / 9) % 5;
  const matchPlaceMask = (1 << Math.floor(packed[0] / 45)) - 1;
  const size = header.getUint32(5, true);
  if (literalBits + placeBits > 4 || header.getUint32(9, true) !== 0 || size > largestUnpacked) refuse();
  const output = new Uint8Array(size);

  // How probable a 0 is, of 2,048, for every kind of bit: all in one array, each kind from a place of its own.
  let kinds = 0;
  const kind = (count) => (kinds += count) - count;
  const states = 12;
  const places = 16;
  const match = kind(states * places);
  const again = kind(states);
  const notNewest = kind(states);
  const notSecond = kind(states);
  const notThird = kind(states);
  const notShort = kind(states * places);
  const lengthKind = () => ({ notLow: kind(1), notMiddle: kind(1), low: kind(8 * places), middle: kind(8 * places), high: kind(256) });
  const newLength = lengthKind();
  const againLength = lengthKind();
  const distanceSlot = kind(4 * 64);
  const distanceMiddle = kind(128);
  const distanceLow = kind(16);
  const literal = kind(0x300 << (literalBits + placeBits));
  const odds = new Uint16Array(kinds).fill(1024);

  let at = 18;
  let range = 0xffffffff | 0;
  let code = header.getUint32(14, false) | 0;

  const bit = (place) => {
    const odd = odds[place];
    const bound = Math.imul(range >>> 11, odd);
    let value;
    if ((code >>> 0) < (bound >>> 0)) {
      range = bound;
      odds[place] = odd + ((2048 - odd) >> 5);
      value = 0;
    } else {
      range = (range - bound) | 0;
      code = (code - bound) | 0;
      odds[place] = odd - (odd >> 5);
      value = 1;
    }
    if (range >>> 24 === 0) {
      range <<= 8;
      code = (code << 8) | packed[at++];
    }
    return value;
  };

  /** So many bits, the highest first. As `bit`, which would take half as long again: most of the time is spent here. */
  const tree = (place, bits) => {
    let ownRange = range;
    let ownCode = code;
    let node = 1;
    for (let left = bits; left > 0; left--) {
      const odd = odds[place + node];
      const bound = Math.imul(ownRange >>> 11, odd);
      if ((ownCode >>> 0) < (bound >>> 0)) {
        ownRange = bound;
        odds[place + node] = odd + ((2048 - odd) >> 5);
        node <<= 1;
      } else {
        ownRange = (ownRange - bound) | 0;
        ownCode = (ownCode - bound) | 0;
        odds[place + node] = odd - (odd >> 5);
        node = (node << 1) | 1;
      }
      if (ownRange >>> 24 === 0) {
        ownRange <<= 8;
        ownCode = (ownCode << 8) | packed[at++];
      }
    }
    range = ownRange;
    code = ownCode;
    return node - (1 << bits);
  };

  /** The lowest first. */
  const reversedTree = (place, bits) => {
    let node = 1;
    let value = 0;
    for (let index = 0; index < bits; index++) {
      const one = bit(place + node);
      node = (node << 1) | one;
      value |= one << index;
    }
    return value;
  };

  /** Bits as probable one way as the other. */
  const evenBits = (bits) => {
    let value = 0;
    for (let left = bits; left > 0; left--) {
      range >>>= 1;
      const isOne = (code >>> 0) >= (range >>> 0);
      if (isOne) code = (code - range) | 0;
      value = (value << 1) | (isOne ? 1 : 0);
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | packed[at++];
      }
    }
    return value;
  };

  const length = (of, place) => {
    if (bit(of.notLow) === 0) return 2 + tree(of.low + 8 * place, 3);
    if (bit(of.notMiddle) === 0) return 10 + tree(of.middle + 8 * place, 3);
    return 18 + tree(of.high, 8);
  };

  /** One less than how far back; -1 is the end marker. */
  const distance = (length) => {
    const slot = tree(distanceSlot + 64 * Math.min(length - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const high = (2 | (slot & 1)) << bits;
    if (slot < 14) return high + reversedTree(distanceMiddle + high - slot, bits);
    return (high + (evenBits(bits - 4) << 4) + reversedTree(distanceLow, 4)) | 0;
  };

  let state = 0;
  let newest = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let made = 0;
  const literalMask = (1 << placeBits) - 1;

  for (;;) {
    if (at > packed.length) refuse();
    const place = made & matchPlaceMask;
    if (bit(match + places * state + place) === 0) {
      if (made === size) refuse();
      const before = made > 0 ? output[made - 1] : 0;
      const own = literal + 0x300 * (((made & literalMask) << literalBits) + (before >> (8 - literalBits)));
      if (state < 7) {
        output[made++] = tree(own, 8);
      } else {
        let symbol = 1;
        // After a match the byte that would have followed in it tells much, as long as the bits agree.
        let hint = output[made - newest - 1];
        while (symbol < 0x100) {
          const hinted = (hint >> 7) & 1;
          hint <<= 1;
          const one = bit(own + ((1 + hinted) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (one !== hinted) break;
        }
        while (symbol < 0x100) symbol = (symbol << 1) | bit(own + symbol);
        output[made++] = symbol;
      }
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(again + state) === 0) {
      fourth = third;
      third = second;
      second = newest;
      count = length(newLength, place);
      newest = distance(count);
      if (newest === -1) {
        if (made !== size || at !== packed.length || code !== 0) refuse();
        return output;
      }
      state = state < 7 ? 7 : 10;
    } else if (bit(notNewest + state) === 0) {
      if (bit(notShort + places * state + place) === 0) {
        count = 1;
        state = state < 7 ? 9 : 11;
      }
    } else {
      let old;
      if (bit(notSecond + state) === 0) {
        old = second;
      } else {
        if (bit(notThird + state) === 0) {
          old = third;
        } else {
          old = fourth;
          fourth = third;
        }
        third = second;
      }
      second = newest;
      newest = old;
    }
    if (count === undefined) {
      count = length(againLength, place);
      state = state < 7 ? 8 : 11;
    }
    if (newest < 0 || newest >= made || count > size - made) refuse();
    for (let from = made - newest - 1; count > 0; count--) output[made++] = output[from++];
  }
}
