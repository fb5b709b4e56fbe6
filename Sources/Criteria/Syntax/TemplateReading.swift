import Diagnostics
import FEEL
import YAMLSource

/// Texts with FEEL in braces: `Förslaget anger {count(beslut)} beslut`. `{{` and `}}` are braces.
extension FileReader {
  mutating func template(_ mapping: Mapping, _ key: String, _ scope: ExpressionScope) -> Template? {
    guard let node = mapping[key] else { return nil }
    if node.text != nil { return parts(node, scope).map { Template(sv: $0, en: nil) } }
    guard let inner = self.mapping(node, .value(of: key), keys: ["sv", "en"]) else { return nil }
    let sv = required(inner, "sv").flatMap { parts($0, scope) }
    let en = inner["en"].flatMap { parts($0, scope) }
    return sv.map { Template(sv: $0, en: en) }
  }

  private mutating func parts(_ node: YAMLNode, _ scope: ExpressionScope) -> [Template.Part]? {
    guard let text = scalar(node, Text("en text", "a text")) else { return nil }
    let whole = ExpressionText(text: text, span: node.anchored ?? node.span, positions: OffsetMap(node))
    let bytes = Array(text.utf8)
    var parts: [Template.Part] = []
    var literal: [UInt8] = []
    var index = 0
    var isSound = true
    func flush() {
      if !literal.isEmpty { parts.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled = index + 1 < bytes.count && bytes[index + 1] == byte
      if (byte == openBrace || byte == closeBrace) && isDoubled {
        literal.append(byte)
        index += 2
      } else if byte == openBrace {
        flush()
        guard let end = closing(bytes, from: index + 1) else {
          reportBrace("{", whole, index, Text("`{` stängs aldrig", "`{` is never closed"))
          return nil
        }
        if let compiled = part(whole, (index + 1)..<end, scope) {
          parts.append(.expression(compiled))
        } else {
          isSound = false
        }
        index = end + 1
      } else if byte == closeBrace {
        reportBrace(
          "}", whole, index,
          Text("`}` stänger något som aldrig öppnades", "`}` closes something that was never opened"))
        return nil
      } else {
        literal.append(byte)
        index += 1
      }
    }
    flush()
    return isSound ? parts : nil
  }

  private mutating func reportBrace(_ brace: String, _ whole: ExpressionText, _ offset: Int, _ message: Text)
  {
    report(
      17, at: whole.span(of: TextRange(offset, offset + 1)), message,
      hints: [
        Text(
          "`{…}` är ett uttryck som räknas ut. En klammer i texten skrivs dubbelt: `\(brace)\(brace)`.",
          "`{…}` is an expression whose value is shown. A brace in the text is written twice: `\(brace)\(brace)`."
        )
      ])
  }

  private mutating func part(
    _ whole: ExpressionText, _ range: Range<Int>, _ scope: ExpressionScope
  ) -> Compiled? {
    let bytes = Array(whole.text.utf8)[range]
    let written = ExpressionText(
      text: String(decoding: bytes, as: UTF8.self),
      span: whole.span(of: TextRange(range.lowerBound, range.upperBound)),
      positions: whole.positions.part(range))
    guard let expression = parsed(written) else { return nil }
    let checked = checked(expression, written, expecting: nil, scope)
    return checked.hasErrors ? nil : checked.compiled
  }
}

private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")

/// The `}` that closes the expression that begins at `start`: contexts nest, texts in quotes may hold anything.
private func closing(_ bytes: [UInt8], from start: Int) -> Int? {
  var depth = 0
  var index = start
  while index < bytes.count {
    switch bytes[index] {
    case openBrace: depth += 1
    case closeBrace where depth == 0: return index
    case closeBrace: depth -= 1
    case UInt8(ascii: "\""):
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    default: break
    }
    index += 1
  }
  return nil
}
