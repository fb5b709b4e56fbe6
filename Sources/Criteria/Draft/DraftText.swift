import YAMLSource

/// Writes the values of a form as YAML, a field a line and lists item by item, as people write it.
struct DraftText {
  private(set) var lines: [String] = []

  /// Longer lists of single values get a line for each.
  private static let flowLimit = 90

  mutating func add(_ name: String, _ value: DraftValue, indent: String = "") {
    switch value {
    case .group(let members):
      lines.append(indent + name + ":")
      for member in members { add(member.name, member.value, indent: indent + "  ") }
    case .list(let items): add(name, items, indent: indent)
    case .text(let text):
      if let block = YAMLWriter.literal(text, indent: indent + "  ") {
        lines.append(indent + name + ": " + block[0])
        lines += block.dropFirst()
      } else {
        lines.append(indent + name + ": " + YAMLWriter.scalar(text))
      }
    default: lines.append(indent + name + ": " + scalar(value))
    }
  }

  private mutating func add(_ name: String, _ items: [DraftValue], indent: String) {
    let isGroups = items.contains { if case .group = $0 { true } else { false } }
    if !isGroups {
      let flow = "[" + items.map { scalar($0, inFlow: true) }.joined(separator: ", ") + "]"
      if flow.utf8.count <= Self.flowLimit {
        lines.append(indent + name + ": " + flow)
        return
      }
    }
    lines.append(indent + name + ":")
    for item in items {
      guard case .group(let members) = item else {
        lines.append(indent + "  - " + scalar(item))
        continue
      }
      var inner = DraftText()
      for member in members { inner.add(member.name, member.value) }
      // What a text in `|` has as an empty line stays empty.
      let itemLines = inner.lines.enumerated().map { number, line in
        number == 0 ? indent + "  - " + line : line.isEmpty ? "" : indent + "    " + line
      }
      lines += itemLines.isEmpty ? [indent + "  - {}"] : itemLines
    }
  }

  private func scalar(_ value: DraftValue, inFlow: Bool = false) -> String {
    switch value {
    case .text(let text): YAMLWriter.scalar(text, inFlow: inFlow)
    case .boolean(let value): value ? "ja" : "nej"
    case .unknown: "saknas"
    case .notApplicable(let reason): YAMLNode.notApplicable + " " + YAMLWriter.quoted(reason)
    case .list, .group: "{}"
    }
  }
}
