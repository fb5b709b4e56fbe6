import ExactNumbers

extension Value {
  /// What FEEL's `string` gives: a string as it is, anything else as it would be written in FEEL.
  public var feelText: String {
    if case .string(let string) = self { string } else { literal }
  }

  /// The value as it would be written in FEEL.
  public var literal: String {
    switch self {
    case .null: "null"
    case .boolean(let boolean): boolean ? "true" : "false"
    case .number(let number): number.text
    case .string(let string): Self.quoted(string)
    case .date(let date): date.text
    case .yearsMonths(let months): DurationText.text(months: months)
    case .daysTime(let seconds): DurationText.text(seconds: seconds)
    case .list(let items): "[" + items.map { $0.literal }.joined(separator: ", ") + "]"
    case .context(let context):
      "{" + context.entries.map { Self.key($0.key) + ": " + $0.value.literal }.joined(separator: ", ") + "}"
    case .range(let range):
      (range.lowClosed ? "[" : "(") + (range.low?.literal ?? "") + ".." + (range.high?.literal ?? "")
        + (range.highClosed ? "]" : ")")
    case .function: "function"
    case .unknown: "unknown"
    }
  }

  private static func key(_ key: String) -> String {
    var isName = key.unicodeScalars.first?.value.isNameStart ?? false
    for scalar in key.unicodeScalars where !scalar.value.isNamePart && scalar != " " { isName = false }
    return isName ? key : quoted(key)
  }

  private static func quoted(_ string: String) -> String {
    var quoted = "\""
    for scalar in string.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted.unicodeScalars.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
