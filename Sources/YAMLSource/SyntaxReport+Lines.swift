import Diagnostics

// Keys, colons and indentation.
extension SyntaxReport {
  // MARK: Colons

  var missingColon: Finding {
    let shape = LineShape(file, lineOf: contextOffset)
    if let colon = shape.tightColon { return tightColon(colon) }
    return missingColon(after: shape)
  }

  func missingColon(after shape: LineShape) -> Finding {
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

  func tightColon(_ colon: Int) -> Finding {
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
  var secondColon: Finding {
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

  func indent(_ shape: LineShape) -> Int {
    shape.content.lowerBound - file.startOfLine(shape.content.lowerBound)
  }

  var indentedBelowValue: Finding {
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

  var colonInContinuedText: Finding {
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
  func linesAbove() -> (continued: [LineShape], key: LineShape?) {
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

  var colonInFlow: Finding {
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

  var misplacedLine: Finding {
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

  var tab: Finding {
    Finding(
      Code("Y", 24), at: letter(place),
      Text("tabb där mellanslag väntades", "a tab where spaces were expected"),
      hints: [
        Text(
          "YAML drar in med mellanslag. Byt tabben mot mellanslag, två för varje nivå.",
          "YAML indents with spaces. Replace the tab by spaces, two for each level.")
      ])
  }

  var listOnKeyLine: Finding {
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
}
