import Diagnostics

/// Turns what libyaml says about a syntax error into a finding that says what is wrong and what to write instead.
struct SyntaxReport {
  let file: SourceText
  let problem: YAMLProblem
  let place: Int
  let shape: LineShape
  /// The quoted text or flow collection just before the place of the error.
  let lastClosed: Span?

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

  var specific: Finding {
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

  var contextOffset: Int { problem.contextPlace?.offset ?? place }

  func byte(_ offset: Int) -> UInt8? { offset < file.bytes.count ? file.bytes[offset] : nil }

  /// One letter, or nothing at the end of a line.
  func letter(_ offset: Int) -> Span {
    guard offset < file.bytes.count, !isBreak(file.bytes[offset]) else { return file.span(offset..<offset) }
    let length = UTF8Bytes.decode(file.bytes, at: offset, end: file.bytes.count).length
    return file.span(offset..<(offset + length))
  }

  func line(_ offset: Int) -> Int { file.lines.position(atOffset: offset).line }

  func lineWithNoBreakSpace(_ found: Int) -> Int? {
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
  var quotedValueHint: Text {
    let line = file.lineQuotingRest(from: shape.value.lowerBound)
    return Text(
      "Sätt citattecken runt hela värdet: `\(line)`.", "Put quotes around the whole value: `\(line)`.")
  }

  // MARK: The rest

  var other: Finding {
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

  static func noBreakSpace(_ line: Int) -> Text {
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
