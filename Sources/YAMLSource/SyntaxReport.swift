import Diagnostics

/// Turns what libyaml says about a syntax error into a finding that says what is wrong and what to write instead.
struct SyntaxReport {
  private let file: SourceText
  private let problem: YAMLProblem
  private let place: Int
  private let shape: LineShape
  /// The quoted text or flow collection just before the place of the error.
  private let lastClosed: Span?

  init(file: SourceText, problem: YAMLProblem, lastClosed: Span?) {
    self.file = file
    self.problem = problem
    self.lastClosed = lastClosed
    place = problem.place.offset
    shape = LineShape(file, lineOf: problem.place.offset)
  }

  var finding: Finding {
    var finding = specific
    if let line = lineWithNoBreakSpace(finding.span?.start.offset ?? place) {
      finding.hints.append(SyntaxReport.noBreakSpace(line))
    }
    return finding
  }

  private var specific: Finding {
    switch problem.problem {
    case "found unexpected end of stream", "found unexpected document indicator":
      return unclosedQuote(at: contextOffset, noticedAt: nil)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab
    case "found character that cannot start any token":
      return byte(place) == 0x09 ? tab : cannotBegin
    case "found unknown escape character": return unknownEscape
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return invalidCode
    case "could not find expected ':'": return missingColon
    case "mapping values are not allowed in this context": return secondColon
    case "found unexpected ':'": return colonInFlow
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return afterClosed ?? misplacedLine
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return afterClosed ?? unclosedFlow
    case "did not find expected node content": return noValue
    case "block sequence entries are not allowed in this context": return listOnKeyLine
    case "mapping keys are not allowed in this context": return questionMark
    case "did not find expected comment or line break", "found an indentation indicator equal to 0":
      return blockHeader
    case "out of memory": return SyntaxReport.outOfMemory(file.source)
    default: break
    }
    switch problem.context {
    case "while scanning an anchor", "while scanning an alias": return reference
    case "while scanning a tag", "while parsing a tag", "while parsing a node": return tag
    default: break
    }
    if problem.context.hasSuffix("directive") || problem.problem.hasSuffix("directive")
      || problem.problem.hasSuffix("YAML document")
    {
      return directive
    }
    return other
  }

  // MARK: Places

  private var contextOffset: Int { problem.contextPlace?.offset ?? place }

  private func byte(_ offset: Int) -> UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }

  /// One letter, or nothing at the end of a line.
  private func letter(_ offset: Int) -> Span {
    guard offset < file.bytes.count, !isBreak(file.bytes[offset]) else { return file.span(offset..<offset) }
    let length = UTF8Bytes.decode(file.bytes, at: offset, end: file.bytes.count).length
    return file.span(offset..<(offset + length))
  }

  private func line(_ offset: Int) -> Int { file.lines.position(atOffset: offset).line }

  private func lineWithNoBreakSpace(_ found: Int) -> Int? {
    for offset in [found, place, contextOffset] {
      let range = file.lines.range(ofLine: line(offset))
      let bytes = file.bytes[range]
      for index in bytes.indices.dropLast() where bytes[index] == 0xC2 && bytes[index + 1] == 0xA0 {
        return line(offset)
      }
    }
    return nil
  }

  /// The value of the line in quotes, to paste.
  private var quotedValueHint: Text {
    let line = file.lineQuotingRest(from: shape.value.lowerBound)
    return Text(
      "Sätt citattecken runt hela värdet: `\(line)`.", "Put quotes around the whole value: `\(line)`.")
  }

  // MARK: Quotes

  private func unclosedQuote(at start: Int, noticedAt end: Int?) -> Finding {
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
  private var afterClosed: Finding? {
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

  private var isInsideFlow: Bool {
    problem.problem.hasSuffix("or ']'") || problem.problem.hasSuffix("or '}'")
  }

  /// `'it's'` has its quotes, and one too many inside; `"ja" = x` lost them.
  private func meant(_ written: String) -> String {
    guard written.utf8.first == UInt8(ascii: "'"), written.utf8.last == UInt8(ascii: "'"),
      written.utf8.count > 2
    else { return written }
    return String(written.dropFirst().dropLast())
  }

  private func afterQuote(_ start: Int, line: String?) -> Finding {
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

  private func afterBracket(_ start: Int, line: String) -> Finding {
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

  // MARK: Colons

  private var missingColon: Finding {
    let shape = LineShape(file, lineOf: contextOffset)
    if let colon = shape.tightColon { return tightColon(colon) }
    return missingColon(after: shape)
  }

  private func missingColon(after shape: LineShape) -> Finding {
    let content = file.string(shape.content)
    return Finding(
      Code("Y", 26), at: file.span(shape.content),
      Text("kolon saknas efter `\(clipped(content))`", "a colon is missing after `\(clipped(content))`"),
      hints: [
        Text(
          "En rad är `nyckel: värde` eller `- punkt`. Fortsätter raden texten ovanför ska den vara mer indragen.",
          "A line is `key: value` or `- item`. If the line continues the text above, indent it further.")
      ])
  }

  private func tightColon(_ colon: Int) -> Finding {
    let shape = LineShape(file, lineOf: colon)
    var value = colon + 1
    while byte(value) == 0xC2, byte(value + 1) == 0xA0 { value += 2 }
    let line =
      file.string(shape.content.lowerBound..<(colon + 1)) + " "
      + file.string(value..<shape.content.upperBound)
    return Finding(
      Code("Y", 26), at: letter(colon),
      Text("mellanslag saknas efter kolonet", "a space is missing after the colon"),
      hints: [Text("Skriv `\(line)`.", "Write `\(line)`.")])
  }

  /// `a: b: c`, or a line that is indented below a key that already has its value.
  private var secondColon: Finding {
    if shape.key != nil, shape.value.lowerBound <= place, shape.value.lowerBound < shape.value.upperBound {
      return Finding(
        Code("Y", 22), at: letter(place),
        Text("ett kolon till på samma rad", "a second colon on the same line"),
        hints: [
          Text(
            "Kolon och mellanslag inne i ett värde läses som en ny nyckel.",
            "A colon and a space inside a value are read as a new key."),
          quotedValueHint,
        ])
    }
    let above = linesAbove()
    for shape in above.continued { if let colon = shape.tightColon { return tightColon(colon) } }
    guard let first = above.continued.last else {
      return shape.hasWordAsKey(in: file) ? indentedBelowValue : colonInContinuedText
    }
    if let key = above.key, indent(key) < indent(first) {
      return colonInContinuedText
    }
    return missingColon(after: first)
  }

  private func indent(_ shape: LineShape) -> Int {
    shape.content.lowerBound - file.startOfLine(shape.content.lowerBound)
  }

  private var indentedBelowValue: Finding {
    Finding(
      Code("Y", 23), at: file.span(shape.content.lowerBound..<max(place, shape.content.lowerBound)),
      Text("nyckeln passar inte in här", "the key does not fit here"),
      hints: [
        Text(
          "Raden är längre indragen än raden ovanför, som redan har ett värde. Dra in nycklar som hör ihop lika långt, eller ta bort värdet ovanför.",
          "The line is indented further than the line above, which already has a value. Indent keys that belong together equally, or remove the value above."
        )
      ])
  }

  private var colonInContinuedText: Finding {
    Finding(
      Code("Y", 22), at: letter(place),
      Text("ett kolon i en text på flera rader", "a colon in a text of several lines"),
      hints: [
        Text(
          "Kolon och mellanslag inne i ett värde läses som en ny nyckel.",
          "A colon and a space inside a value are read as a new key."),
        Text(
          "Skriv `|` efter nyckeln och texten på raderna under, eller sätt citattecken runt hela texten.",
          "Write `|` after the key and the text on the lines below, or put quotes around the whole text."),
      ])
  }

  /// The lines above, nearest first, that have no key and so run on into this one, and the first that has one.
  private func linesAbove() -> (continued: [LineShape], key: LineShape?) {
    var continued: [LineShape] = []
    var number = line(place) - 1
    while number >= 1, continued.count < 100 {
      let shape = LineShape(file, lineOf: file.lines.range(ofLine: number).lowerBound)
      if shape.key != nil { return (continued, shape) }
      if !shape.content.isEmpty, byte(shape.content.lowerBound) != UInt8(ascii: "#") {
        continued.append(shape)
      }
      number -= 1
    }
    return (continued, nil)
  }

  private var colonInFlow: Finding {
    Finding(
      Code("Y", 26), at: letter(place),
      Text("mellanslag saknas efter kolonet", "a space is missing after the colon"),
      hints: [
        Text(
          "Inom `{…}` och `[…]` skrivs `nyckel: värde` med mellanslag. Är kolonet en del av en text, sätt citattecken runt den.",
          "Inside `{…}` and `[…]` write `key: value` with a space. If the colon is part of a text, put quotes around it."
        )
      ])
  }

  // MARK: Lines

  private var misplacedLine: Finding {
    if byte(shape.content.lowerBound) == UInt8(ascii: ":") { return emptyKey(at: letter(place)) }
    let isItem = file.string(shape.content).hasPrefix("-")
    let expectsItem = problem.problem == "did not find expected '-' indicator"
    let message =
      expectsItem
      ? Text("en listpunkt `- ` väntades här", "a list item `- ` was expected here")
      : isItem
        ? Text(
          "en listpunkt `- ` står där en nyckel väntades", "a list item `- ` stands where a key was expected")
        : Text("raden passar inte in i indragningen", "the line does not fit the indentation")
    var related: [Finding.Related] = []
    if let start = problem.contextPlace, start.line != line(place) {
      related.append(
        .init(
          span: letter(start.offset),
          message: expectsItem
            ? Text("listan börjar här", "the list begins here")
            : Text("gruppen börjar här", "the group begins here")))
    }
    return Finding(
      Code("Y", 23), at: file.span(file.restOfLine(place)), message,
      hints: [
        Text(
          "Det som hör ihop ska börja i samma kolumn, och det som hör till raden ovanför ska vara mer indraget än den.",
          "What belongs together begins in the same column, and what belongs to the line above is indented further."
        )
      ],
      related: related)
  }

  private var tab: Finding {
    Finding(
      Code("Y", 24), at: letter(place),
      Text("tabb där mellanslag väntades", "a tab where spaces were expected"),
      hints: [
        Text(
          "YAML drar in med mellanslag. Byt tabben mot mellanslag, två för varje nivå.",
          "YAML indents with spaces. Replace the tab by spaces, two for each level.")
      ])
  }

  private var listOnKeyLine: Finding {
    Finding(
      Code("Y", 23), at: file.span(file.restOfLine(place)),
      Text("en lista kan inte börja på samma rad som nyckeln", "a list cannot begin on the line of its key"),
      hints: [
        Text(
          "Börja listan på nästa rad. Hör strecket till texten, sätt citattecken runt hela värdet.",
          "Begin the list on the next line. If the dash belongs to the text, put quotes around the whole value."
        )
      ])
  }

  // MARK: Values

  private var cannotBegin: Finding {
    let span = letter(place)
    let letter = file.string(span.start.offset..<span.end.offset)
    return Finding(
      Code("Y", 25), at: span,
      Text("ett värde kan inte börja med `\(letter)`", "a value cannot begin with `\(letter)`"),
      hints: [quotedValueHint])
  }

  private var noValue: Finding {
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

  private var questionMark: Finding {
    Finding(
      Code("Y", 25), at: letter(place),
      Text("ett värde kan inte börja med `?` och mellanslag", "a value cannot begin with `?` and a space"),
      hints: [quotedValueHint])
  }

  private var unclosedFlow: Finding {
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

  private var blockHeader: Finding {
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

  private var unknownEscape: Finding {
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

  private var invalidCode: Finding {
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

  private var reference: Finding {
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

  private var tag: Finding {
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

  private var directive: Finding {
    Finding(
      Code("Y", 18), at: file.span(file.restOfLine(file.startOfLine(contextOffset))),
      Text("en rad som börjar med `%` kan inte användas", "a line that begins with `%` is not supported"),
      hints: [
        Text(
          "Ta bort raden. Hör procenttecknet till en text, sätt citattecken runt texten.",
          "Remove the line. If the percent sign belongs to a text, put quotes around the text.")
      ])
  }

  // MARK: The rest

  private var other: Finding {
    Finding(
      Code("Y", 39), at: letter(place),
      Text(
        "det går inte att läsa härifrån (`\(problem.problem)`)",
        "cannot be read from here (`\(problem.problem)`)"),
      hints: [
        Text(
          "Kontrollera citattecken, parenteser, kolon och indrag på raden och raden ovanför.",
          "Check quotes, brackets, colons and indentation on the line and the line above.")
      ])
  }

  private static func noBreakSpace(_ line: Int) -> Text {
    Text(
      "På rad \(line) står ett hårt mellanslag (U+00A0), som ser ut som ett vanligt men inte räknas som ett. Skriv om det.",
      "On line \(line) there is a no-break space (U+00A0), which looks like a space but does not count as one. Retype it."
    )
  }

  static func outOfMemory(_ source: SourceID) -> Finding {
    Finding(
      Code("Y", 40), at: Span(source: source, start: .start, end: .start),
      Text("minnet räckte inte för att läsa filen", "there was not enough memory to read the file"))
  }

  /// For what libyaml and this reader should never disagree about.
  static func unexpectedEvent(_ span: Span) -> Finding {
    Finding(
      Code("Y", 39), at: span, Text("texten går inte att läsa säkert", "the text cannot be read safely"),
      hints: [
        Text("Skriv om den på en rad inom citattecken.", "Write it on one line in quotes.")
      ])
  }
}
