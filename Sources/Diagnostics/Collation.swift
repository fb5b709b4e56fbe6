/// Whether `a` stands before `b` in a Swedish list: å ä ö last and in that order, upper and lower case together,
/// é with e, ü with y, æ with ä, ø with ö, digits before letters, spaces and signs before digits. Strings that
/// differ only so are told apart by their marks, then lower case first, then by their scalars, so that the
/// order never depends on the input's.
///
/// After the alphabet of Svenska skrivregler (w is a letter of its own).
public func swedishOrder(_ a: String, _ b: String) -> Bool {
  SwedishSortKey(a) < SwedishSortKey(b)
}

/// A string prepared for `swedishOrder`, for lists that are sorted by many comparisons.
public struct SwedishSortKey: Sendable, Hashable, Comparable {
  private var letters: [UInt32] = []
  private var marks: [UInt32] = []
  private var cases: [UInt32] = []
  private var scalars: [UInt32] = []

  public init(_ text: String) {
    if addPlain(text) { return }
    for character in text {
      let (letter, mark) = SwedishSortKey.weight(character)
      letters.append(letter)
      marks.append(mark)
      cases.append(isUppercase(character) ? 1 : 0)
    }
    scalars = text.unicodeScalars.map { $0.value }
  }

  public static func < (a: SwedishSortKey, b: SwedishSortKey) -> Bool {
    if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
    if a.marks != b.marks { return a.marks.lexicographicallyPrecedes(b.marks) }
    if a.cases != b.cases { return a.cases.lexicographicallyPrecedes(b.cases) }
    return a.scalars.lexicographicallyPrecedes(b.scalars)
  }

  /// Adds a text of lower-case ASCII letters, digits and signs; false, and nothing added, for any other. Most names of
  /// files are such.
  private mutating func addPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0x20...0x40, 0x5B...0x7E: continue
      default: return false
      }
    }
    for index in bytes.indices {
      let byte = UInt32(bytes[index])
      scalars.append(byte)
      switch byte {
      case 0x61...0x7A: letters.append(Self.lettersFrom + byte - 0x61)
      case 0x30...0x39: letters.append(0x100 + byte)
      default: letters.append(byte)
      }
    }
    marks = Array(repeating: 0, count: letters.count)
    cases = marks
    return true
  }

  private static let lettersFrom: UInt32 = 0x200
  private static let afterZ = lettersFrom + 26

  /// The place in the alphabet and, apart, the mark that is looked at only when all letters agree.
  private static func weight(_ character: Character) -> (letter: UInt32, mark: UInt32) {
    switch character {
    case "å", "Å": return (afterZ, 0)
    case "ä", "Ä": return (afterZ + 1, 0)
    case "ö", "Ö": return (afterZ + 2, 0)
    case "æ", "Æ": return (afterZ + 1, 1)
    case "ø", "Ø": return (afterZ + 2, 1)
    case "ü", "Ü": return (lettersFrom + 24, 1)
    default: break
    }
    guard let first = character.unicodeScalars.first else { return (0, 0) }
    if first.value < 0x80 {
      let mark = character.unicodeScalars.dropFirst().first.map { $0.value } ?? 0
      let lower = LetterFolding.lowercaseASCII(first).value
      switch lower {
      case 0x61...0x7A: return (lettersFrom + lower - 0x61, mark)
      case 0x30...0x39: return (0x100 + lower, mark)
      default: return (lower, mark)
      }
    }
    if let base = LetterFolding.latinBase(first) {
      return (lettersFrom + base.value - 0x61, lowercase(first))
    }
    if first.value < 0xC0 { return (first.value, 0) }
    return (0x10000 + first.value, 0)
  }
}

private func lowercase(_ scalar: Unicode.Scalar) -> UInt32 {
  String(Character(scalar)).lowercased().unicodeScalars.first?.value ?? scalar.value
}

private func isUppercase(_ character: Character) -> Bool {
  let text = String(character)
  return text != text.lowercased()
}
