import Diagnostics
import YAMLSource

/// Ids given so far in one list, with their places.
struct UniqueIDs {
  private var spans: [String: Span] = [:]

  /// The place where the id was given before, if it was.
  mutating func insert(_ id: String, at span: Span) -> Span? {
    if let first = spans[id] { return first }
    spans[id] = span
    return nil
  }

  func contains(_ id: String) -> Bool { spans[id] != nil }
}

extension FileReader {
  /// The id of an entry of a list; reported where another has it already.
  mutating func uniqueID(_ mapping: Mapping, _ ids: inout UniqueIDs, key: String = "id") -> String? {
    guard let node = required(mapping, key), let id = handle(node, .value(of: key)) else { return nil }
    if let first = ids.insert(id, at: node.span) { reportTwice(id, at: node.span, first: first) }
    return id
  }

  /// An id inside a file: letters (å, ä, ö too), digits, `-` and `_`.
  mutating func handle(_ node: YAMLNode, _ what: Text) -> String? {
    guard let text = scalar(node, what) else { return nil }
    if !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isWholeNumber || $0 == "-" || $0 == "_" }) {
      return text
    }
    report(
      5, at: node.span, Text("`\(text)` kan inte vara ett id", "`\(text)` cannot be an id"),
      hints: [
        Text(
          "Ett id har bokstäver, siffror, bindestreck och `_`: `\(madeID(text))`.",
          "An id has letters, digits, hyphens and `_`: `\(madeID(text))`.")
      ])
    return nil
  }
}
