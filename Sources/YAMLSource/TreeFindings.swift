import Diagnostics

// What the tree builder has to say. Wordings stand here so that the builder reads as an algorithm.

func emptyFile(_ source: SourceID) -> Finding {
  Finding(
    Code("Y", 5), at: Span(source: source, start: .start, end: .start),
    Text("filen är tom", "the file is empty"),
    hints: [
      Text(
        "Filen ska ha minst en rad `schema: beredning/…`. `beredning new` skriver ett skelett.",
        "The file needs at least a line `schema: beredning/…`. `beredning new` writes a skeleton.")
    ])
}

func severalDocuments(at span: Span) -> Finding {
  Finding(
    Code("Y", 6), at: span, Text("här börjar ett andra dokument", "a second document begins here"),
    hints: [
      Text(
        "En fil är ett dokument. Lägg resten i en egen fil, eller ta bort raden `---`.",
        "A file is one document. Put the rest in a file of its own, or remove the line `---`.")
    ])
}

func duplicateKey(_ key: String, at span: Span, first: Span) -> Finding {
  Finding(
    Code("Y", 7), at: span,
    Text("nyckeln `\(clipped(key))` står två gånger", "the key `\(clipped(key))` is given twice"),
    hints: [
      Text(
        "Ta bort den ena, eller ge den ett annat namn. En nyckel får bara stå en gång på samma nivå.",
        "Remove one of them, or give it another name. A key may stand only once on the same level.")
    ],
    related: [.init(span: first, message: Text("den står först här", "it is first given here"))])
}

func unknownTag(_ tag: String, at span: Span) -> Finding {
  var hints: [Text] = []
  if nearest(tag, among: [YAMLNode.notApplicable]) != nil {
    hints.append(
      Text("Menade du `\(YAMLNode.notApplicable)`?", "Did you mean `\(YAMLNode.notApplicable)`?"))
  }
  hints.append(
    Text(
      "Den enda taggen är `\(YAMLNode.notApplicable) \"skäl\"`. Ska utropstecknet höra till texten, sätt citattecken runt hela värdet.",
      "The only tag is `\(YAMLNode.notApplicable) \"reason\"`. If the exclamation mark belongs to the text, put quotes around the whole value."
    ))
  return Finding(
    Code("Y", 8), at: span, Text("okänd tagg `\(clipped(tag))`", "unknown tag `\(clipped(tag))`"),
    hints: hints)
}

func mergeKey(at span: Span) -> Finding {
  Finding(
    Code("Y", 9), at: span,
    Text("sammanslagning med `<<` kan inte användas", "merging with `<<` is not supported"),
    hints: [
      Text(
        "Skriv ut nycklarna här, så syns det vad som gäller.",
        "Write the keys out here, so that it can be seen what applies.")
    ])
}

func keyIsNoText(at span: Span) -> Finding {
  Finding(
    Code("Y", 10), at: span,
    Text("nyckeln är en lista eller en grupp, inte en text", "the key is a list or a group, not a text"),
    hints: [
      Text(
        "En nyckel är ett ord följt av kolon. Är raden ett värde som börjar med `[` eller `{`, sätt citattecken runt det.",
        "A key is a word followed by a colon. If the line is a value that begins with `[` or `{`, put quotes around it."
      )
    ])
}

func emptyKey(at span: Span) -> Finding {
  Finding(
    Code("Y", 11), at: span, Text("nyckeln saknas före kolonet", "the key before the colon is missing"),
    hints: [
      Text(
        "Skriv `nyckel: värde`. Är kolonet en del av en text, sätt citattecken runt texten.",
        "Write `key: value`. If the colon is part of a text, put quotes around the text.")
    ])
}

func tooDeep(at span: Span, limit: Int) -> Finding {
  Finding(
    Code("Y", 12), at: span,
    Text(
      "för många nivåer i varandra: högst \(limit)", "too many levels inside one another: at most \(limit)"),
    hints: [
      Text(
        "Beredning behöver ungefär tolv nivåer. Kontrollera hakparenteser och indrag.",
        "Beredning needs about twelve levels. Check brackets and indentation.")
    ])
}

func tooManyNodes(at span: Span, limit: Int) -> Finding {
  Finding(
    Code("Y", 13), at: span,
    Text(
      "filen har för många nycklar och värden: högst \(limit)",
      "the file has too many keys and values: at most \(limit)"),
    hints: [
      Text(
        "Kontrollera att det är rätt fil, eller dela upp den.",
        "Check that it is the right file, or divide it.")
    ])
}

func tooManyAliases(_ name: String, at span: Span, anchor: Span, limit: Int) -> Finding {
  Finding(
    Code("Y", 14), at: span,
    Text(
      "hänvisningarna med `*` blir för stora: `*\(clipped(name))` ger mer än \(limit) värden tillsammans med de tidigare",
      "the references with `*` grow too large: `*\(clipped(name))` makes more than \(limit) values with those before it"
    ),
    hints: [
      Text(
        "Hänvisningar som hänvisar till hänvisningar växer fort. Skriv ut värdena i stället.",
        "References to references grow fast. Write the values out instead.")
    ],
    related: [.init(span: anchor, message: Text("den hänvisar hit", "it refers to this"))])
}

func unknownAlias(_ name: String, at span: Span, known: [String]) -> Finding {
  var hints: [Text] = []
  if let near = nearest(name, among: known) {
    hints.append(Text("Menade du `*\(near)`?", "Did you mean `*\(near)`?"))
  }
  hints.append(
    Text(
      "Hänvisningen måste stå efter det som den hänvisar till (`&\(clipped(name))`). Ska stjärnan höra till texten, sätt citattecken runt hela värdet.",
      "A reference must stand after what it refers to (`&\(clipped(name))`). If the asterisk belongs to the text, put quotes around the whole value."
    ))
  return Finding(
    Code("Y", 15), at: span,
    Text(
      "`*\(clipped(name))` hänvisar till något som inte finns",
      "`*\(clipped(name))` refers to something that does not exist"),
    hints: hints)
}

func aliasInsideItself(_ name: String, at span: Span) -> Finding {
  Finding(
    Code("Y", 16), at: span,
    Text(
      "`*\(clipped(name))` hänvisar till det som den själv står i",
      "`*\(clipped(name))` refers to what it stands in"),
    hints: [Text("Skriv ut värdet i stället.", "Write the value out instead.")])
}

func scalarTooLong(at span: Span, bytes: Int, limit: Int) -> Finding {
  Finding(
    Code("Y", 17), at: span,
    Text(
      "texten är för lång: \(bytes) byte, högst \(limit) får plats",
      "the text is too long: \(bytes) bytes, at most \(limit) are read"),
    hints: [
      Text(
        "Korta texten. Står ett citattecken fel kan resten av filen ha hamnat i texten.",
        "Shorten the text. If a quote is misplaced, the rest of the file may have become part of it.")
    ])
}

func tagDirective(at span: Span) -> Finding {
  Finding(
    Code("Y", 18), at: span, Text("`%TAG` kan inte användas", "`%TAG` is not supported"),
    hints: [Text("Ta bort raden.", "Remove the line.")])
}

func tagOnCollection(at span: Span) -> Finding {
  Finding(
    Code("Y", 19), at: span,
    Text(
      "efter `\(YAMLNode.notApplicable)` ska ett skäl stå, inte en lista eller en grupp",
      "`\(YAMLNode.notApplicable)` is followed by a reason, not by a list or a group"),
    hints: [
      Text(
        "Skriv `\(YAMLNode.notApplicable) \"skälet i en mening\"`.",
        "Write `\(YAMLNode.notApplicable) \"the reason in a sentence\"`.")
    ])
}

func tagOnKey(at span: Span) -> Finding {
  Finding(
    Code("Y", 19), at: span,
    Text(
      "`\(YAMLNode.notApplicable)` står före en nyckel", "`\(YAMLNode.notApplicable)` stands before a key"),
    hints: [
      Text(
        "Skriv den efter kolonet: `nyckel: \(YAMLNode.notApplicable) \"skäl\"`.",
        "Write it after the colon: `key: \(YAMLNode.notApplicable) \"reason\"`.")
    ])
}

func tagWithoutSpace(at span: Span) -> Finding {
  Finding(
    Code("Y", 34), at: span,
    Text(
      "mellanslag saknas efter `\(YAMLNode.notApplicable)`",
      "a space is missing after `\(YAMLNode.notApplicable)`"),
    hints: [
      Text(
        "Skriv `\(YAMLNode.notApplicable) \"skäl\"`.", "Write `\(YAMLNode.notApplicable) \"reason\"`.")
    ])
}

func dashInText(at span: Span, text: Span) -> Finding {
  Finding(
    Code("Y", 50), .warning, at: span,
    Text(
      "raden ser ut som en listpunkt men hör till texten ovanför",
      "the line looks like a list item but belongs to the text above"),
    hints: [
      Text(
        "Är det en punkt i listan, dra in strecket lika långt som de andra strecken. Är det text, skriv den på en rad eller efter `|`.",
        "If it is an item of the list, indent the dash as far as the other dashes. If it is text, write it on one line or after `|`."
      )
    ],
    related: [.init(span: text, message: Text("texten börjar här", "the text begins here"))])
}

func commentLikeText(at span: Span, line: String) -> Finding {
  Finding(
    Code("Y", 51), .warning, at: span,
    Text("det som står efter `#` läses som en kommentar", "what stands after `#` is read as a comment"),
    hints: [
      Text(
        "Hör det till texten, sätt citattecken runt hela värdet: `\(line)`. Är det en kommentar, sätt ett mellanslag efter `#`.",
        "If it belongs to the text, put quotes around the whole value: `\(line)`. If it is a comment, put a space after `#`."
      )
    ])
}

/// A user's words, shortened where they would fill a message.
func clipped(_ text: String) -> String {
  let line = text.split(separator: "\n", omittingEmptySubsequences: false).first.map { String($0) } ?? ""
  return line.count > 60 || line.count < text.count ? String(line.prefix(60)) + "…" : text
}
