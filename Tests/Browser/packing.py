"""What a page unpacks, tried in the page itself: letters and LZMA from Python's own packer, whole and broken."""

import json
import lzma
import random
import struct
import zlib

from self_check_browser import check

ALPHABET = [chr(code) for code in range(33, 127) if chr(code) not in "&<\\"]


def letters(content):
    """Bit by bit: 13 bits in two letters, at the end 6 in one where that is enough."""
    bits = "".join(f"{byte:08b}" for byte in content)
    text = ""
    for start in range(0, len(bits), 13):
        piece = bits[start:start + 13]
        if len(piece) <= 6:
            text += ALPHABET[int(piece.ljust(6, "0"), 2)]
        else:
            value = int(piece.ljust(13, "0"), 2)
            text += ALPHABET[value // 91] + ALPHABET[value % 91]
    return text


def packed(content, lc=4, lp=0, pb=0):
    """A .lzma file with the size in its header."""
    filters = [{"id": lzma.FILTER_LZMA1, "preset": 6, "lc": lc, "lp": lp, "pb": pb, "dict_size": 1 << 20}]
    file = bytearray(lzma.compress(content, lzma.FORMAT_ALONE, filters=filters))
    file[5:13] = struct.pack("<Q", len(content))
    return bytes(file)


def parts(**given):
    content = struct.pack("<I", len(given))
    for name, block in given.items():
        content += struct.pack("<I", len(name)) + name.encode() + struct.pack("<I", len(block)) + block
    return letters(struct.pack("<I", zlib.crc32(content)) + packed(content))


def unpacking(driver):
    """Every length and byte as letters, LZMA of every kind, and nothing but a refusal of what is broken."""
    made = random.Random(5)
    noise = [made.randbytes(length) for length in range(300)] + [bytes([byte]) for byte in range(256)]
    wrong = driver.execute_script(
        "return arguments[0].filter(([text, numbers]) => String(bytesOfLetters(text)) !== String(numbers)).length",
        [[letters(content), list(content)] for content in noise])
    check(wrong == 0, f"letters of {wrong} of {len(noise)} contents are read as other bytes")

    words = "ett stycke text, åäö. ".encode()
    contents = [b"", b"a", b"a" * 5_000, words * 300, made.randbytes(3_000), words * 40 + made.randbytes(900) + words * 40,
                bytes(made.choice([0, 0, 0, 1, 65]) for _ in range(20_000)), struct.pack("<900I", *range(5, 9005, 10))]
    kinds = [(lc, lp, pb) for lc in range(5) for lp in range(5 - lc) for pb in (0, 2, 4)]
    files = [[list(packed(content, *kind)), zlib.crc32(content)] for content in contents for kind in kinds]
    wrong = driver.execute_script(
        "return arguments[0].filter(([file, sum]) => crc32(unpackedLZMA(Uint8Array.from(file))) !== sum).length", files)
    check(wrong == 0, f"{wrong} of {len(files)} packed contents are unpacked to something else")

    # A part cut anywhere, and with every letter changed, is refused; so is a stream, or it gives what its header says.
    whole = parts(a=words * 20 + made.randbytes(300), b=b"", c=bytes(400))
    took = driver.execute_script("""
        const [whole, file] = arguments;
        const told = (text) => JSON.stringify([...unpackedParts(text)].map(([name, bytes]) => [name, ...bytes]));
        const right = told(whole);
        // Of the header, the size of the window is not needed: with another it is the same.
        const refuses = (text) => { try { return told(text) === right; } catch { return true; } };
        const start = performance.now();
        for (let end = 0; end < whole.length; end++) if (!refuses(whole.slice(0, end))) return `cut at ${end} it is taken`;
        for (let place = 0; place < whole.length; place++) {
          for (const letter of ["!", "z", "&", "é", " "]) {
            if (whole[place] === letter) continue;
            if (!refuses(whole.slice(0, place) + letter + whole.slice(place + 1))) return `${letter} at ${place} is taken`;
          }
        }
        const bytes = Uint8Array.from(file);
        for (let place = 0; place < bytes.length; place++) {
          for (const change of [1, 16, 128, 255]) {
            const broken = bytes.slice();
            broken[place] ^= change;
            try {
              const made = unpackedLZMA(broken).length;
              if (made > 64 << 20) return `${made} bytes of a broken file`;
            } catch (error) {
              if (!(error instanceof Error) || error instanceof RangeError || error instanceof TypeError) return String(error);
            }
          }
        }
        return performance.now() - start;
        """, whole, list(packed(words * 20 + made.randbytes(300))))
    check(isinstance(took, (int, float)), f"unpacking what is broken: {took}")
    check(took < 60_000, f"{took:.0f} ms to refuse what is broken")
    names = json.loads(driver.execute_script("return JSON.stringify([...unpackedParts(arguments[0]).keys()])", whole))
    check(names == ["a", "b", "c"], f"the parts are {names}")
