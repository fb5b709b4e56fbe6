import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

extension FileReader {
  /// A text that people read: a string, which is Swedish, or `sv:` and `en:`.
  mutating func text(_ node: YAMLNode, _ what: Text) -> Text? {
    if let sv = node.text {
      reportMissingEnglish(at: node.span)
      return Text(sv: sv)
    }
    guard let mapping = mapping(node, what, keys: ["sv", "en"]) else { return nil }
    guard let svNode = required(mapping, "sv"), let sv = scalar(svNode, what) else { return nil }
    guard let enNode = mapping["en"] else {
      reportMissingEnglish(at: svNode.span)
      return Text(sv: sv)
    }
    return scalar(enNode, what).map { Text(sv, $0) }
  }

  /// Applicants and assessors write in one language; those who write forms and rules are told.
  private mutating func reportMissingEnglish(at span: Span) {
    guard kind == .form || kind == .ruleset else { return }
    report(
      15, .note, at: span, Text("texten finns bara på svenska", "the text is only in Swedish"),
      hints: [
        Text(
          "Skriv `sv:` och `en:` om det ska kunna läsas på engelska; annars visas svenskan.",
          "Write `sv:` and `en:` if it is to be read in English; otherwise the Swedish is shown.")
      ])
  }

  mutating func requiredText(_ mapping: Mapping, _ key: String) -> Text? {
    guard let node = required(mapping, key) else { return nil }
    return text(node, .value(of: key))
  }

  mutating func optionalText(_ mapping: Mapping, _ key: String) -> Text? {
    guard let node = mapping[key] else { return nil }
    return text(node, .value(of: key))
  }

  mutating func requiredString(_ mapping: Mapping, _ key: String) -> String? {
    guard let node = required(mapping, key) else { return nil }
    return scalar(node, .value(of: key))
  }

  mutating func optionalString(_ mapping: Mapping, _ key: String) -> String? {
    guard let node = mapping[key] else { return nil }
    return scalar(node, .value(of: key))
  }

  /// The id of a form, a ruleset or a round: `[a-z0-9-]+`, with points inside for versions (`samordning-2.0`).
  mutating func requiredFileID(_ mapping: Mapping, _ key: String) -> String? {
    guard let node = required(mapping, key), let text = scalar(node, .value(of: key)) else { return nil }
    let isSound = text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isID(String($0)) }
    if isSound { return text }
    reportNoID(text, at: node.span)
    return nil
  }

  private mutating func reportNoID(_ text: String, at span: Span) {
    report(
      5, at: span, Text("`\(text)` kan inte vara ett id", "`\(text)` cannot be an id"),
      hints: [.idForm(text)])
  }

  /// `[a-z0-9-]+`
  mutating func requiredID(_ mapping: Mapping, _ key: String = "id") -> String? {
    guard let node = required(mapping, key) else { return nil }
    return id(node, .value(of: key))
  }

  mutating func id(_ node: YAMLNode, _ what: Text) -> String? {
    guard let text = scalar(node, what) else { return nil }
    if isID(text) { return text }
    reportNoID(text, at: node.span)
    return nil
  }

  /// A name as fields have it: letters (å, ä, ö too), digits and `_`.
  mutating func name(_ node: YAMLNode, _ what: Text) -> String? {
    guard let text = scalar(node, what) else { return nil }
    if isFieldName(text) { return text }
    report(
      6, at: node.span, Text("`\(text)` kan inte vara ett namn", "`\(text)` cannot be a name"),
      hints: [
        Text(
          "Ett namn har bokstäver, siffror och `_`, börjar med en bokstav och är inget ord i FEEL: `\(madeName(text))`.",
          "A name has letters, digits and `_`, begins with a letter and is no word of FEEL: `\(madeName(text))`."
        )
      ])
    return nil
  }

  /// One of a few words of the format.
  mutating func word<Meaning>(
    _ node: YAMLNode, _ key: String, among words: [(String, Meaning)]
  ) -> Meaning? {
    guard let text = scalar(node, .value(of: key)) else { return nil }
    for (word, meaning) in words where word == text { return meaning }
    let all = words.map { $0.0 }
    var hints: [Text] = []
    if let meant = nearest(text, among: all) { hints.append(.didYouMean(meant)) }
    let list = all.joined(separator: ", ")
    hints.append(Text("`\(key)` är något av: \(list).", "`\(key)` is one of: \(list)."))
    report(
      8, at: node.span,
      Text("`\(key)` kan inte vara `\(text)`", "`\(key)` cannot be `\(text)`"), hints: hints)
    return nil
  }

  mutating func number(_ node: YAMLNode, _ key: String) -> Decimal? {
    guard let text = scalar(node, .value(of: key)) else { return nil }
    if let number = NumberText.read(text) { return number }
    report(
      9, at: node.span, Text("`\(text)` är inte ett tal", "`\(text)` is not a number"),
      hints: NumberText.hints(text).isEmpty
        ? [Text("`\(key)` ska vara ett tal.", "`\(key)` must be a number.")] : NumberText.hints(text))
    return nil
  }

  /// A number that may be used exactly.
  mutating func rational(_ node: YAMLNode, _ key: String) -> Rational? {
    guard let number = number(node, key) else { return nil }
    guard let rational = try? Rational(number) else {
      reportBounds(
        node, key, Text("är för stort eller har för många decimaler", "is too large or has too many decimals")
      )
      return nil
    }
    return rational
  }

  mutating func integer(_ node: YAMLNode, _ key: String, in range: ClosedRange<Int64>) -> Int64? {
    guard let number = number(node, key) else { return nil }
    guard let integer = number.integer64(), range.contains(integer) else {
      let (low, high) = (String(range.lowerBound), String(range.upperBound))
      reportBounds(
        node, key,
        Text("ska vara ett heltal från \(low) till \(high)", "must be a whole number from \(low) to \(high)"))
      return nil
    }
    return integer
  }

  mutating func reportBounds(_ node: YAMLNode, _ key: String, _ rule: Text) {
    report(
      10, at: node.span, Text("`\(key)` \(rule.sv)", "`\(key)` \(rule(.english))"))
  }

  mutating func date(_ node: YAMLNode, _ key: String) -> CalendarDate? {
    guard let text = scalar(node, .value(of: key)) else { return nil }
    if let date = calendarDate(text) { return date }
    report(
      11, at: node.span, Text("`\(text)` är inte ett datum", "`\(text)` is not a date"),
      hints: [.dateForm])
    return nil
  }

  mutating func optionalDate(_ mapping: Mapping, _ key: String) -> CalendarDate? {
    guard let node = mapping[key] else { return nil }
    return date(node, key)
  }

  mutating func boolean(_ node: YAMLNode, _ key: String) -> Bool? {
    guard let text = scalar(node, .value(of: key)) else { return nil }
    if let value = readBoolean(text) { return value }
    report(
      12, at: node.span, Text("`\(text)` är varken ja eller nej", "`\(text)` is neither yes nor no"),
      hints: [Text("Skriv `ja` eller `nej`.", "Write `ja` (yes) or `nej` (no).")])
    return nil
  }

  mutating func boolean(_ mapping: Mapping, _ key: String, default value: Bool) -> Bool {
    guard let node = mapping[key] else { return value }
    return boolean(node, key) ?? value
  }
}

extension Text {
  static func idForm(_ text: String) -> Text {
    Text(
      "Ett id har små bokstäver a–z, siffror och bindestreck: `\(madeID(text))`.",
      "An id has lower-case letters a–z, digits and hyphens: `\(madeID(text))`.")
  }

  static let dateForm = Text(
    "Datum skrivs ÅÅÅÅ-MM-DD och måste finnas i almanackan: `2026-09-15`.",
    "Dates are written YYYY-MM-DD and must exist in the calendar: `2026-09-15`.")

  /// The value of a key, as it stands in a message.
  static func value(of key: String) -> Text { Text("`\(key)`", "`\(key)`") }
}

func readBoolean(_ text: String) -> Bool? {
  switch text {
  case "ja", "true": true
  case "nej", "false": false
  default: nil
  }
}

func isID(_ text: String) -> Bool {
  !text.isEmpty
    && text.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D }
}

/// `2026-09-15`, with four digits of the year.
func calendarDate(_ text: String) -> CalendarDate? {
  text.utf8.count == 10 && text.utf8.first != 0x2D ? CalendarDate(text) : nil
}
