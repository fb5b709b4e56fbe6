import Diagnostics
import YAMLSource

extension YAMLNode {
  /// "en lista": for messages.
  var shape: Text {
    switch kind {
    case .scalar: Text("ett enda värde", "a single value")
    case .sequence: Text("en lista", "a list")
    case .mapping: Text("en grupp med nycklar", "a group of keys")
    }
  }

  /// A place to point at: the node, or the first key of a mapping in block style.
  var firstLine: Span { isFlow ? span : entries?.first?.key.span ?? span }

  /// Nothing, or plain `saknas`: the value is not known. In quotes the word is a text like any other.
  var isMissing: Bool {
    if isEmpty { return true }
    guard let scalar, tag == nil else { return false }
    return scalar.style == .plain && scalar.text == "saknas"
  }
}

extension Span {
  /// The place where it begins.
  var firstPlace: Span { Span(source: source, start: start, end: start) }
}
