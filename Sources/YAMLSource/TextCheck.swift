public import Diagnostics

/// What is looked at before libyaml sees a file: its size, whether it is UTF-8, and whether it holds characters
/// that have no place in it. libyaml would stop at the first and say little.
struct TextCheck {
  let source: SourceID
  let bytes: [UInt8]
  let limits: YAMLLimits

  private static let mostReported = 20

  /// Adds what is wrong; whether the file can be read on.
  func run(_ findings: inout Findings) -> Bool {
    if bytes.count > limits.fileBytes {
      findings.add(fileTooLarge(source: source, bytes: bytes.count, limit: limits.fileBytes))
      return false
    }
    if let order = wideEncoding() {
      findings.add(
        Finding(
          Code("Y", 3), at: Span(source: source, start: .start, end: .start),
          Text("filen är sparad som UTF-16 (\(order))", "the file is saved as UTF-16 (\(order))"),
          hints: [TextCheck.saveAsUTF8]))
      return false
    }
    var count = 0
    var offset = firstSuspect(from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var lines: LineIndex?
    while let place = offset {
      let (scalar, length) = UTF8Bytes.decode(bytes, at: place, end: bytes.count)
      if let scalar, isAllowed(scalar) {
        offset = firstSuspect(from: place + length)
        continue
      }
      let index = lines ?? LineIndex(bytes)
      lines = index
      let span = Span(
        source: source, start: index.position(atOffset: place), end: index.position(atOffset: place + length))
      guard let scalar else {
        findings.add(notUTF8(at: span, byte: bytes[place]))
        return false
      }
      findings.add(forbidden(scalar, at: span))
      count += 1
      if count == TextCheck.mostReported { return false }
      offset = firstSuspect(from: place + length)
    }
    return count == 0
  }

  /// The next byte that is not plain ASCII text.
  private func firstSuspect(from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = start
      while offset < bytes.count {
        let byte = bytes[offset]
        if byte >= 0x7F || (byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09) { return offset }
        offset += 1
      }
      return nil
    }
  }

  /// YAML's printable characters without those that look like line breaks to some programs and not to others.
  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// By the byte order mark, or by every other byte being zero as in Western text.
  private func wideEncoding() -> String? {
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (0xFF, 0xFE): return "little-endian"
    case (0xFE, 0xFF): return "big-endian"
    default: break
    }
    guard bytes.count >= 4 else { return nil }
    if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return "little-endian" }
    if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return "big-endian" }
    return nil
  }

  private static let saveAsUTF8 = Text(
    "Spara filen som UTF-8: i Anteckningar Arkiv → Spara som → Kodning: UTF-8.",
    "Save the file as UTF-8: in Notepad File → Save as → Encoding: UTF-8.")

  private func notUTF8(at span: Span, byte: UInt8) -> Finding {
    let digits = String(byte, radix: 16, uppercase: true)
    var hints = [TextCheck.saveAsUTF8]
    if let letter = latin1Letter(byte) {
      hints.append(
        Text(
          "Byten är `\(letter)` i Latin-1 (Windows-1252); filen är troligen sparad så.",
          "The byte is `\(letter)` in Latin-1 (Windows-1252); the file was probably saved that way."))
    }
    return Finding(
      Code("Y", 2), at: span,
      Text(
        "filen är inte UTF-8: här står byten 0x\(digits)",
        "the file is not UTF-8: the byte here is 0x\(digits)"),
      hints: hints)
  }

  private func latin1Letter(_ byte: UInt8) -> String? {
    byte >= 0xC0 && byte != 0xD7 && byte != 0xF7 ? String(Character(Unicode.Scalar(byte))) : nil
  }

  private func forbidden(_ scalar: Unicode.Scalar, at span: Span) -> Finding {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Finding(
      Code("Y", 4), at: span,
      Text(
        "osynligt tecken (\(name)) som inte får finnas i filen",
        "invisible character (\(name)) that a file may not hold"),
      hints: [
        Text(
          "Ta bort tecknet. Sådana följer ofta med när text klistras in från en webbsida eller ett dokument.",
          "Remove the character. Such characters often come along when text is pasted from a web page or a document."
        )
      ])
  }
}

/// The finding for a file that is not read because of its size; the command gives it after looking at the size.
public func fileTooLarge(source: SourceID, bytes: Int, limit: Int = YAMLLimits.maximumFileBytes) -> Finding {
  Finding(
    Code("Y", 1), at: Span(source: source, start: .start, end: .start),
    Text(
      "filen är för stor: \(bytes) byte, högst \(limit) får plats",
      "the file is too large: \(bytes) bytes, at most \(limit) are read"),
    hints: [
      Text(
        "Ett förslag brukar vara under 20 000 byte. Kontrollera att det är rätt fil.",
        "A proposal is usually below 20,000 bytes. Check that it is the right file.")
    ])
}
