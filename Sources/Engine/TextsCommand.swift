import Criteria
import Diagnostics
import Presentation

/// `texts`: the texts of the round that people write, as JSON; with `texts.json` the round's file with those texts, and
/// what there is to say about it.
func texts(_ request: Request) throws(Refusal) -> Response {
  let options = try Options(request, known: ["round", "lang"])
  let round = try request.roundFiles(in: try options.required("round")).round
  var sources = SourceMap()
  let source = sources.add(round)
  let reading = readRound(source, in: sources)
  guard let value = reading.value else { throw .badInput(reading.findings, sources) }
  guard let values = request.files.first(where: { $0.path == "texts.json" }) else {
    let json = roundTextsJSON(value, path: round.path, request.language)
    return Response(status: 0, output: json.line)
  }
  let written: WrittenDraft
  do {
    written = try writeRoundTexts(sources.add(values), over: source, in: sources)
  } catch {
    switch error {
    case .noObject: throw .wrongUse("`texts.json` is no JSON object")
    case .wrongValue(let path):
      throw .wrongUse("`texts.json`: `\(path)` is no text of a round, or has another kind of value")
    case .sharedLines: throw .badInput(sharedLines(source), sources)
    }
  }
  let file = sources.add(SourceFile(path: round.path, bytes: written.bytes))
  let findings = readRound(file, in: sources).findings.sorted
  let json: JSON = [
    "schema": "beredning/texts-file/1", "path": .string(round.path),
    "yaml": .string(String(decoding: written.bytes, as: UTF8.self)),
    "rewritten": .array(written.losses.map { $0.json }),
    "findings": .array(findings.map { $0.json(field: nil) }),
  ]
  return Response(
    status: findings.contains { $0.severity == .error } ? 3 : 0,
    output: json.line)
}

private func sharedLines(_ source: SourceID) -> Findings {
  var findings = Findings()
  findings.add(
    Finding(
      Code("W", 23), at: Span(source: source, start: .start, end: .start),
      Text(
        "filen är skriven så att texterna inte kan ändras utan att annat i den går förlorat",
        "the file is written so that its texts cannot be changed without losing other things in it"),
      hints: [
        Text(
          "Skriv `texts:` och `paper:` med en nyckel på varje rad, utan `{…}` och `*namn`.",
          "Write `texts:` and `paper:` with a key on each line, without `{…}` and `*name`.")
      ]))
  return findings
}
