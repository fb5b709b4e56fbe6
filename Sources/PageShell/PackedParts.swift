extension PageShell {
  /// Files for a page to carry, packed together: what the page's `unpackedParts` reads. docs/engine.md, "In a page".
  public static func packed(_ parts: [(name: String, bytes: [UInt8])]) -> String {
    var content = number(parts.count)
    for part in parts {
      content += number(part.name.utf8.count) + part.name.utf8
      content += number(part.bytes.count) + part.bytes
    }
    return Letters.text(number(Int(LZMA.checksum(content))) + LZMA.packed(content))
  }

  /// The engine as parts, of which the page's `wholeModule` makes it again.
  public static func parts(ofEngine engine: [UInt8]) -> [(name: String, bytes: [UInt8])] {
    SplitModule.parts(engine)
  }

  /// 32 bits, the lowest byte first.
  private static func number(_ value: Int) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
