import Diagnostics
import ExactNumbers

/// A number as files write it: `12`, `-3.5`. No thousands separators, no decimal comma, no exponent.
enum NumberText {
  /// Nil for anything that is not plainly a number.
  static func read(_ text: String) -> Decimal? {
    guard text.utf8.allSatisfy({ isDigit($0) || $0 == 0x2D || $0 == 0x2E }) else { return nil }
    guard let first = text.utf8.first, first != 0x2E else { return nil }
    return significantDigits(text) <= 34 ? Decimal(text) : nil
  }

  /// What to say of a text that `read` does not take.
  static func hints(_ text: String) -> [Text] {
    let squeezed = text.filter { !isSeparator($0) }
    if squeezed != text, read(squeezed) != nil || commaToPoint(squeezed) != nil {
      let meant = read(squeezed) != nil ? squeezed : commaToPoint(squeezed) ?? squeezed
      return [
        Text(
          "Tal skrivs utan mellanrum och tusentalsavgränsare: `\(meant)`.",
          "Numbers are written without spaces or thousands separators: `\(meant)`.")
      ]
    }
    if let meant = commaToPoint(text) {
      return [
        Text(
          "Tal skrivs med decimalpunkt i filerna: `\(meant)`.",
          "Numbers are written with a decimal point in files: `\(meant)`.")
      ]
    }
    if text.last == "%", read(String(text.dropLast())) != nil {
      return [
        Text(
          "Andelar skrivs som tal mellan 0 och 1: 25 procent är `0.25`.",
          "Shares are written as numbers between 0 and 1: 25 per cent is `0.25`.")
      ]
    }
    if significantDigits(text) > 34, text.utf8.allSatisfy({ isDigit($0) || $0 == 0x2D || $0 == 0x2E }) {
      return [Text("Ett tal har högst 34 siffror.", "A number has at most 34 digits.")]
    }
    if let unit = trailingUnit(text) {
      return [
        Text(
          "Skriv bara talet, utan enhet: `\(unit)`.", "Write only the number, without its unit: `\(unit)`.")
      ]
    }
    return []
  }

  private static func commaToPoint(_ text: String) -> String? {
    guard text.filter({ $0 == "," }).count == 1 else { return nil }
    let meant = String(text.map { $0 == "," ? "." : $0 })
    return read(meant) == nil ? nil : meant
  }

  /// `400 kr` → `400`
  private static func trailingUnit(_ text: String) -> String? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    guard number.count < text.count, read(String(number)) != nil else { return nil }
    let rest = text.dropFirst(number.count).drop { $0 == " " }
    guard let first = rest.first, first.isLetter else { return nil }
    return String(number)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Blanks of all widths, apostrophe, underscore.
  private static func isSeparator(_ character: Character) -> Bool {
    character == " " || character == "\u{A0}" || character == "\u{202F}" || character == "\u{2009}"
      || character == "'" || character == "_"
  }

  private static func significantDigits(_ text: String) -> Int {
    var count = 0
    for byte in text.utf8 where isDigit(byte) { if count > 0 || byte != 0x30 { count += 1 } }
    return count
  }
}
