import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Single values, typed by the form.
extension FileReader {
  /// nil where the text is no such value; that is reported.
  mutating func value(
    _ node: YAMLNode, _ field: Field, _ type: FieldType, _ links: inout ClaimLinks
  ) -> Value? {
    guard let text = scalar(node, .value(of: field.name)) else { return nil }
    if case .reference(let list) = type {
      links.references.append(ClaimLinks.Reference(key: text, list: list, span: node.span))
      return .string(text)
    }
    return value(text, field, type, at: node.span)
  }

  private mutating func value(_ text: String, _ field: Field, _ type: FieldType, at span: Span) -> Value? {
    switch type {
    case .text(let maximum): return string(text, field, maximum, span)
    case .id:
      if isID(text) { return .string(text) }
      reportValue(
        222, text, span, Text("ett id", "an id"),
        hints: [.idForm(text)])
    case .integer(let low, let high, let unit):
      guard let number = NumberText.read(text), number.isInteger else {
        reportValue(204, text, span, Text("ett heltal", "a whole number"), hints: NumberText.hints(text))
        return nil
      }
      return inBounds(number, low.map { Decimal($0) }, high.map { Decimal($0) }, unit, span)
    case .decimal(let low, let high, let unit):
      guard let number = NumberText.read(text) else {
        reportValue(205, text, span, Text("ett tal", "a number"), hints: NumberText.hints(text))
        return nil
      }
      return inBounds(number, low, high, unit, span)
    case .boolean:
      if let value = readBoolean(text) { return .boolean(value) }
      reportValue(206, text, span, Text("`ja` eller `nej`", "`ja` (yes) or `nej` (no)"))
    case .date:
      if let date = calendarDate(text) { return .date(date) }
      reportValue(207, text, span, Text("ett datum", "a date"), hints: [.dateForm])
    case .choice(let choices):
      if choices.contains(where: { $0.id == text }) { return .string(text) }
      reportChoice(text, choices, field, span)
    case .reference, .documents, .list, .group: break
    }
    return nil
  }

  private mutating func string(_ text: String, _ field: Field, _ maximum: Int, _ span: Span) -> Value? {
    let count = text.count
    if count <= maximum { return .string(text) }
    report(
      210, at: span,
      Text(
        "`\(field.name)` har \(count) tecken, högst \(maximum) får plats",
        "`\(field.name)` has \(count) characters, at most \(maximum) fit"))
    return nil
  }

  private mutating func inBounds(
    _ number: Decimal, _ low: Decimal?, _ high: Decimal?, _ unit: String?, _ span: Span
  ) -> Value? {
    if let low, number < low {
      reportOutside(number, span, Text("minst \(low.text)", "at least \(low.text)"))
    } else if let high, number > high {
      let isShare = unit == "andel" && high == .one
      reportOutside(
        number, span, Text("högst \(high.text)", "at most \(high.text)"),
        hints: isShare
          ? [
            Text(
              "Andelar skrivs som tal mellan 0 och 1: 25 procent är `0.25`.",
              "Shares are written as numbers between 0 and 1: 25 per cent is `0.25`.")
          ] : [])
    } else {
      return .number(number)
    }
    return nil
  }

  private mutating func reportOutside(_ number: Decimal, _ span: Span, _ rule: Text, hints: [Text] = []) {
    report(
      209, at: span,
      Text(
        "`\(number.text)` är utanför gränserna: \(rule.sv)",
        "`\(number.text)` is out of bounds: \(rule(.english))"),
      hints: hints)
  }

  private mutating func reportValue(
    _ number: Int, _ text: String, _ span: Span, _ expected: Text, hints: [Text] = []
  ) {
    report(
      number, at: span,
      Text("förväntade \(expected.sv), fick `\(text)`", "expected \(expected(.english)), got `\(text)`"),
      hints: hints)
  }

  private mutating func reportChoice(_ text: String, _ choices: [Choice], _ field: Field, _ span: Span) {
    let ids = choices.map { $0.id }
    var hints: [Text] = []
    if let meant = nearest(text, among: ids) ?? choiceLabelled(text, choices) {
      hints.append(.didYouMean(meant))
    }
    let list = ids.joined(separator: ", ")
    hints.append(Text("Valen är: \(list).", "The choices are: \(list)."))
    report(
      208, at: span,
      Text("`\(text)` är inget val i `\(field.name)`", "`\(text)` is not a choice of `\(field.name)`"),
      hints: hints)
  }

  /// The label may have been written instead of the id.
  private func choiceLabelled(_ text: String, _ choices: [Choice]) -> String? {
    for choice in choices {
      let labels = [choice.label.sv, choice.label(.english)]
      if nearest(text, among: labels) != nil { return choice.id }
    }
    return nil
  }
}
