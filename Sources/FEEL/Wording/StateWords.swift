import Diagnostics
import ExactNumbers

/// How something stands: "är 1", "finns inte", "saknas", "är 1–3", "kan inte räknas ut".
struct StateWriter {
  let writer: ValueWriter

  struct State {
    var words: Words
    /// Nothing is known, so that what is asked follows after a longer pause.
    var isBreak = false
  }

  /// - Parameters:
  ///   - isDirect: whether it is read from a field as it stands; bounds then only repeat the form.
  ///   - literal: what it is compared with, so that two numbers that differ do not look the same.
  func state(_ value: Value, _ format: ValueFormat, isDirect: Bool, literal: Decimal? = nil) -> State {
    switch value {
    case .null(nil): return State(words: Words("finns inte", "is not given"))
    case .null(let reason?):
      let message = reason.message()
      return State(
        words: Words("kan inte räknas ut (\(message.sv))", "cannot be worked out (\(message(.english)))"),
        isBreak: true)
    case .list(let items):
      if items.isEmpty { return State(words: Words("finns inte", "are not given")) }
      return State(words: Words("är ", "are ") + writer.words(value, format))
    case .unknown(let unknown):
      guard let words = bounds(unknown.bounds, format, isDirect: isDirect) else {
        return State(words: Words("saknas", "is missing"), isBreak: true)
      }
      return State(words: Words("är ", "is ") + words)
    case .number(let number):
      return State(words: Words("är ", "is ") + self.number(number, format, beside: literal))
    default: return State(words: Words("är ", "is ") + writer.words(value, format))
    }
  }

  /// Two decimals more than what it is compared with, so that it is seen on which side of it the number lies.
  private func number(_ number: Decimal, _ format: ValueFormat, beside literal: Decimal?) -> Words {
    let decimals = max(ValueWriter.usualDecimals, (literal?.decimals ?? 0) + 2)
    let usual = writer.number(number, format, decimals: decimals)
    guard let literal, literal != number else { return usual }
    let other = writer.number(literal, format, decimals: nil)
    let looksTheSame = usual.sv == other.sv || usual.sv == "cirka " + other.sv
    return looksTheSame ? writer.number(number, format, decimals: nil) : usual
  }

  /// The value of the other side of a comparison.
  func inParentheses(_ value: Value, _ format: ValueFormat) -> Words {
    switch value {
    case .null(nil): return Words("finns inte", "not given")
    case .null(.some): return Words("kan inte räknas ut", "cannot be worked out")
    case .unknown(let unknown):
      return bounds(unknown.bounds, format, isDirect: false) ?? Words("saknas", "missing")
    default: return writer.words(value, format)
    }
  }

  /// What is known of something unknown; nil where that is nothing that helps.
  func bounds(_ bounds: Unknown.Bounds, _ format: ValueFormat, isDirect: Bool) -> Words? {
    switch bounds {
    case .any, .boolean: return nil
    case .number(let low, let high): return isDirect ? nil : writer.bounds(low, high, format)
    case .choices(let choices):
      let isAll = !format.allChoices.isEmpty && format.allChoices.allSatisfy { choices.contains($0) }
      if isAll || choices.isEmpty { return nil }
      return Words.list(choices.map { writer.text($0, format) }, or: true)
    case .values(let values):
      if Self.isEitherAnswer(values) { return nil }
      var words = values.filter { !$0.isNull }.map { writer.words($0, format) }
      if words.count < values.count { words.append(Words("finns inte", "not given")) }
      return Words.list(words, or: true)
    case .list(let members, let more): return list(members, more, format)
    case .orNull(let inner):
      return self.bounds(inner, format, isDirect: isDirect).map {
        $0 + Words(" eller finns inte", " or not given")
      }
    }
  }

  private static func isEitherAnswer(_ values: [Value]) -> Bool {
    var canBe: (yes: Bool, no: Bool) = (false, false)
    for value in values {
      switch value {
      case .boolean(true): canBe.yes = true
      case .boolean(false), .null: canBe.no = true
      default: return false
      }
    }
    return canBe.yes && canBe.no
  }

  private func list(_ members: [Unknown.Member], _ more: Unknown.More, _ format: ValueFormat) -> Words? {
    let certain = members.filter { $0.isCertain }.map { writer.words($0.value, format) }
    var possible = members.filter { !$0.isCertain }.map { writer.words($0.value, format) }
    if case .some = more {
      possible.append(Words(members.isEmpty ? "något" : "fler", members.isEmpty ? "some" : "more"))
    }
    if members.isEmpty { return nil }
    let perhaps = Words("kanske ", "perhaps ") + Words.list(possible)
    if certain.isEmpty { return perhaps }
    return possible.isEmpty ? Words.list(certain) : Words.list(certain) + Words(" och ", " and ") + perhaps
  }
}

extension Decimal {
  /// How many digits are written after the point.
  fileprivate var decimals: Int {
    let text = self.text
    guard let point = text.firstIndex(of: "."), !text.contains("E") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }
}
