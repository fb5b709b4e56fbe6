import Diagnostics

// Values: quotes, brackets and signs that mean something to YAML.
extension SyntaxReport {
  // MARK: Quotes

  func unclosedQuote(at start: Int, noticedAt end: Int?) -> Finding {
    let quote = file.string(start..<(start + 1))
    var related: [Finding.Related] = []
    if let end {
      related.append(
        .init(
          span: letter(end),
          message: Text("först här står nästa citattecken", "the next quote stands only here")))
    }
    return Finding(
      Code("Y", 20), at: letter(start),
      Text("citattecknet `\(quote)` stängs aldrig", "the quote `\(quote)` is never closed"),
      hints: [
        Text(
          "Sätt ett `\(quote)` där texten slutar. Hör citattecknet till texten, sätt den andra sortens citattecken runt hela värdet.",
          "Put a `\(quote)` where the text ends. If the quote belongs to the text, put the other kind of quotes around the whole value."
        )
      ],
      related: related)
  }

  /// Something stands after a closing quote or bracket on the same line: the quotes were meant to belong to the
  /// value.
  var afterClosed: Finding? {
    guard let closed = lastClosed, closed.end.offset <= place, line(closed.end.offset) == line(place),
      file.skipBlanks(closed.end.offset) == place, place < file.endOfLine(place)
    else { return nil }
    let start = closed.start.offset
    let isQuote = file.bytes[start] == UInt8(ascii: "\"") || file.bytes[start] == UInt8(ascii: "'")
    if isQuote && closed.start.line < closed.end.line {
      return unclosedQuote(at: start, noticedAt: closed.end.offset - 1)
    }
    if isInsideFlow { return isQuote ? afterQuote(start, line: nil) : nil }
    let whole = file.string(file.restOfLineUncommented(start))
    let line = file.line(of: start, valueFrom: start, quoting: isQuote ? meant(whole) : whole)
    return isQuote ? afterQuote(start, line: line) : afterBracket(start, line: line)
  }

  var isInsideFlow: Bool {
    problem.problem.hasSuffix("or ']'") || problem.problem.hasSuffix("or '}'")
  }

  /// `'it's'` has its quotes, and one too many inside; `"ja" = x` lost them.
  func meant(_ written: String) -> String {
    guard written.utf8.first == UInt8(ascii: "'"), written.utf8.last == UInt8(ascii: "'"),
      written.utf8.count > 2
    else { return written }
    return String(written.dropFirst().dropLast())
  }

  func afterQuote(_ start: Int, line: String?) -> Finding {
    let rest = file.string(file.restOfLineUncommented(place))
    var hints = [
      Text(
        "Värdet börjar med ett citattecken och tar därför slut vid nästa.",
        "The value begins with a quote and therefore ends at the next one.")
    ]
    if let line {
      hints.append(
        Text("Sätt citattecken runt hela värdet: `\(line)`.", "Put quotes around the whole value: `\(line)`.")
      )
    }
    return Finding(
      Code("Y", 21), at: file.span(file.restOfLineUncommented(place)),
      Text(
        "efter citattecknet står `\(clipped(rest))`", "`\(clipped(rest))` stands after the closing quote"),
      hints: hints)
  }

  func afterBracket(_ start: Int, line: String) -> Finding {
    let rest = file.string(file.restOfLineUncommented(place))
    let bracket = file.string(start..<(start + 1))
    return Finding(
      Code("Y", 21), at: file.span(file.restOfLineUncommented(place)),
      Text(
        "efter den avslutande parentesen står `\(clipped(rest))`",
        "`\(clipped(rest))` stands after the closing bracket"),
      hints: [
        Text(
          "Värdet börjar med `\(bracket)` och läses därför som en \(bracket == "[" ? "lista" : "grupp").",
          "The value begins with `\(bracket)` and is therefore read as a \(bracket == "[" ? "list" : "group")."
        ),
        Text(
          "Sätt citattecken runt hela värdet: `\(line)`.", "Put quotes around the whole value: `\(line)`."),
      ])
  }

  // MARK: Values

  var cannotBegin: Finding {
    let span = letter(place)
    let letter = file.string(span.start.offset..<span.end.offset)
    return Finding(
      Code("Y", 25), at: span,
      Text("ett värde kan inte börja med `\(letter)`", "a value cannot begin with `\(letter)`"),
      hints: [quotedValueHint])
  }

  var noValue: Finding {
    let span = letter(place)
    let letter = file.string(span.start.offset..<span.end.offset)
    let message =
      letter.isEmpty
      ? Text("ett värde väntades här", "a value was expected here")
      : Text("ett värde väntades, men här står `\(letter)`", "a value was expected, but here is `\(letter)`")
    return Finding(
      Code("Y", 32), at: span, message,
      hints: [
        Text(
          "Kontrollera att varje `[` och `{` har sitt `]` och `}`. Hör tecknet till texten, sätt citattecken runt hela värdet.",
          "Check that every `[` and `{` has its `]` and `}`. If the character belongs to the text, put quotes around the whole value."
        )
      ])
  }

  var questionMark: Finding {
    Finding(
      Code("Y", 25), at: letter(place),
      Text("ett värde kan inte börja med `?` och mellanslag", "a value cannot begin with `?` and a space"),
      hints: [quotedValueHint])
  }

  var unclosedFlow: Finding {
    let open = byte(contextOffset) == UInt8(ascii: "{") ? "{" : "["
    let close = open == "{" ? "}" : "]"
    var related: [Finding.Related] = []
    if let start = problem.contextPlace {
      related.append(
        .init(span: letter(start.offset), message: Text("här står `\(open)`", "`\(open)` stands here")))
    }
    return Finding(
      Code("Y", 27), at: letter(place),
      Text("`,` eller `\(close)` väntades", "`,` or `\(close)` was expected"),
      hints: [
        Text(
          "Sätt komma mellan delarna och `\(close)` efter den sista. Hör parentesen till texten, sätt citattecken runt hela värdet.",
          "Put commas between the parts and `\(close)` after the last. If the bracket belongs to the text, put quotes around the whole value."
        )
      ],
      related: related)
  }

  var blockHeader: Finding {
    let start = contextOffset
    let line = file.lineQuotingRest(from: start)
    let sign = file.string(start..<(start + 1))
    return Finding(
      Code("Y", 31), at: file.span(file.restOfLine(start)),
      Text("efter `\(sign)` väntades en ny rad", "a new line was expected after `\(sign)`"),
      hints: [
        Text(
          "`\(sign)` först i ett värde betyder att texten står på raderna under.",
          "`\(sign)` first in a value means that the text stands on the lines below."),
        Text(
          "Sätt citattecken runt hela värdet: `\(line)`.", "Put quotes around the whole value: `\(line)`."),
      ])
  }

  // MARK: Escapes, references, tags

  var unknownEscape: Finding {
    let end = letter(min(place + 1, file.bytes.count)).end.offset
    let escape = file.string(place..<end)
    return Finding(
      Code("Y", 28), at: file.span(place..<end),
      Text(
        "`\(escape)` betyder ingenting inom dubbla citattecken",
        "`\(escape)` means nothing inside double quotes"),
      hints: [
        Text(
          "Skriv `\\\\` för ett omvänt snedstreck, eller sätt enkla citattecken runt texten.",
          "Write `\\\\` for a backslash, or put single quotes around the text.")
      ])
  }

  var invalidCode: Finding {
    let start = max(place - 2, 0)
    let length = byte(place - 1) == UInt8(ascii: "x") ? 2 : byte(place - 1) == UInt8(ascii: "u") ? 4 : 8
    var end = place
    while end < file.bytes.count, end - place < length, hexadecimal(file.bytes[end]) != nil { end += 1 }
    let escape = file.string(start..<end)
    return Finding(
      Code("Y", 29), at: file.span(start..<end),
      Text("`\(escape)` är inget tecken", "`\(escape)` is no character"),
      hints: [
        Text(
          "Skriv tecknet som det är: filen är UTF-8. Hör snedstrecket till texten, skriv `\\\\`.",
          "Write the character as it is: the file is UTF-8. If the backslash belongs to the text, write `\\\\`."
        )
      ])
  }

  var reference: Finding {
    let start = contextOffset
    let sign = file.string(start..<(start + 1))
    let line = file.lineQuotingRest(from: start)
    return Finding(
      Code("Y", 30), at: letter(start),
      Text(
        "ett värde som börjar med `\(sign)` är en hänvisning",
        "a value that begins with `\(sign)` is a reference"),
      hints: [
        Text(
          "Sätt citattecken runt hela värdet: `\(line)`.", "Put quotes around the whole value: `\(line)`."),
        Text(
          "Namn på hänvisningar består av a–z, siffror, `-` och `_`.",
          "Names of references consist of a–z, digits, `-` and `_`."),
      ])
  }

  var tag: Finding {
    var start = min(contextOffset, place)
    if byte(start) != UInt8(ascii: "!") { start = place }
    let properties = NodeProperties(file.bytes, start..<file.endOfLine(start))
    guard let tag = properties.tag, let range = properties.tagRange else { return other }
    if tag.hasPrefix(YAMLNode.notApplicable) { return tagWithoutSpace(at: file.span(range)) }
    var finding = unknownTag(tag, at: file.span(range))
    if nearest(tag, among: [YAMLNode.notApplicable]) == nil {
      let line = file.lineQuotingRest(from: start)
      finding.hints.append(
        Text("Med citattecken: `\(line)`.", "With quotes: `\(line)`."))
    }
    return finding
  }

  var directive: Finding {
    Finding(
      Code("Y", 18), at: file.span(file.restOfLine(file.startOfLine(contextOffset))),
      Text("en rad som börjar med `%` kan inte användas", "a line that begins with `%` is not supported"),
      hints: [
        Text(
          "Ta bort raden. Hör procenttecknet till en text, sätt citattecken runt texten.",
          "Remove the line. If the percent sign belongs to a text, put quotes around the text.")
      ])
  }
}
