/// The bare letter behind a Latin letter with a mark: `å` → `a`, `É` → `e`. Works on composed and decomposed
/// spellings alike, and needs no Unicode tables beyond those of the standard library.
enum LetterFolding {
  /// Lower case without marks; letters outside the Latin range keep their marks.
  static func bare(_ character: Character) -> Character {
    guard let first = character.unicodeScalars.first else { return character }
    if first.value < 0x80 {
      return Character(lowercaseASCII(first))
    }
    if let base = latinBase(first) { return Character(base) }
    let lower = String(character).lowercased()
    return lower.count == 1 ? Character(lower) : character
  }

  static func lowercaseASCII(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0x41, scalar.value <= 0x5A else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value + 0x20))
  }

  /// The bare lower-case letter of a composed letter in Latin-1 Supplement and Latin Extended-A.
  static func latinBase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xC0...0xC6, 0xE0...0xE6, 0x100...0x105: "a"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xD1, 0xF1, 0x143...0x148: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x153: "o"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
    case 0xDF, 0x15A...0x161: "s"
    case 0x11C...0x123: "g"
    case 0x124...0x127: "h"
    case 0x134...0x135: "j"
    case 0x136...0x137: "k"
    case 0x139...0x142: "l"
    case 0x154...0x159: "r"
    case 0x162...0x167: "t"
    case 0x174...0x175: "w"
    case 0x179...0x17E: "z"
    default: nil
    }
  }
}
