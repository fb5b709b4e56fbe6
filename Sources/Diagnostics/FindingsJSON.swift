extension Findings {
  /// The findings as `beredning/findings/1`: counts, then each with its code, severity, place (null where it has
  /// none), message and hints in both languages (`en` null where there is no English), related places.
  public func json(sources: SourceMap) -> JSON {
    [
      "schema": "beredning/findings/1",
      "errors": .integer(count(of: .error)),
      "warnings": .integer(count(of: .warning)),
      "notes": .integer(count(of: .note)),
      "findings": .array(sorted.map { $0.json(sources: sources) }),
    ]
  }
}

extension Finding {
  func json(sources: SourceMap) -> JSON {
    var members: [JSON.Member] = [
      .init("code", .string(code.text)),
      .init("severity", .string(severity.identifier)),
    ]
    members += placeMembers(span, sources)
    members += [
      .init("message", message.json),
      .init("hints", .array(hints.map { $0.json })),
      .init(
        "related",
        .array(
          related.map {
            .object(placeMembers($0.span, sources) + [JSON.Member("message", $0.message.json)])
          })),
    ]
    return .object(members)
  }
}

private func placeMembers(_ span: Span?, _ sources: SourceMap) -> [JSON.Member] {
  guard let span else {
    return [.init("path", .null), .init("line", .null), .init("column", .null), .init("end", .null)]
  }
  return [
    .init("path", .string(sources[span.source].path)),
    .init("line", .integer(span.start.line)),
    .init("column", .integer(span.start.column)),
    .init("end", ["line": .integer(span.end.line), "column": .integer(span.end.column)]),
  ]
}

extension Severity {
  /// The word used in JSON: error, warning, note.
  public var identifier: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }
}

extension Text {
  /// Both languages; `en` is null where there is no English.
  public var json: JSON { ["sv": .string(sv), "en": .optional(en)] }
}
