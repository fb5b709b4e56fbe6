import Criteria
import Diagnostics
import FEEL
import Presentation
import Scoring

/// Answers what is asked of rules that are read already. The same request gives the same bytes.
public func respond(to request: Request, by rules: PreparedRules) -> Response {
  do throws(Refusal) {
    return switch request.command {
    case "open": try open(request, rules)
    case "draft": try draft(request, rules)
    default: throw .wrongUse("unknown command `\(request.command)`")
    }
  } catch {
    return error.response(request.language)
  }
}

/// Decodes a request and answers it.
public func respond(toEncoded bytes: [UInt8], by rules: PreparedRules) -> Response {
  do {
    return respond(to: try Request(decoding: bytes), by: rules)
  } catch {
    return Refusal.wrongUse(error.message).response(.swedish)
  }
}

private let schema: JSON.Member = .init("schema", "beredning/draft/1")

/// `open`: what a proposal's file says of the form's fields. Status 3 and findings alone where it is no proposal for
/// the form of these rules.
private func open(_ request: Request, _ rules: PreparedRules) throws(Refusal) -> Response {
  _ = try Options(request, known: ["lang"])
  guard request.files.count == 1 else { throw .wrongUse("`open` takes one file") }
  var sources = rules.sources
  let source = sources.add(request.files[0])
  let reading = openDraft(source, in: sources, form: rules.ruleset.form)
  let findings = JSON.Member(
    "findings", .array(reading.findings.sorted.map { $0.json(field: nil) }))
  guard let draft = reading.value else {
    return Response(status: 3, output: line(.object([schema, findings])))
  }
  return Response(
    status: 0,
    output: line(
      .object([
        schema, .init("id", .optional(draft.id)), .init("values", DraftValue.group(draft.answers).json),
        findings,
      ])))
}

/// `draft`: the file that would be saved, and what the rules say of it. Status 1 when something stops it, 3 when it
/// has errors: then `view` is null.
private func draft(_ request: Request, _ rules: PreparedRules) throws(Refusal) -> Response {
  let options = try Options(request, known: ["id", "date", "part", "lang"])
  let part = try options.choice("part", ["whole", "quick"])
  let id = try options.required("id")
  let form = rules.ruleset.form
  guard let asOf = try options.date() ?? rules.ruleset.validFrom else {
    throw .wrongUse("option `date` is missing, and the rules do not say from when they are valid")
  }
  var sources = rules.sources
  let values = sources.add(try request.file("values.json"))
  let base = request.files.first { $0.path == "base.yaml" }.map { sources.add($0) }
  let written = writeDraft(values, over: base, id: id, in: sources, form: form)
  guard let draft = written.value else { throw .wrongUse("`values.json` is no JSON object") }
  let source = sources.add(SourceFile(path: id + ".yaml", bytes: draft.bytes))
  let read = readDraft(source, in: sources, form: form, asOf: asOf)
  var members: [JSON.Member] = [
    schema, .init("yaml", .string(String(decoding: draft.bytes, as: UTF8.self))),
    .init("rewritten", .array(draft.losses.map { $0.json })),
    .init("findings", .array(zip(read.findings.sorted, read.fields).map { $0.json(field: $1) })),
    .init("not_applying", .array(read.notApplying.map { .string($0.text) })),
  ]
  guard let proposal = read.proposal else {
    return Response(status: 3, output: line(.object(members + [.init("view", .null)])))
  }
  members.append(
    .init(
      "missing_required",
      .array(missingRequired(proposal, form, asOf).map { .string($0.text) })))
  if read.findings.hasErrors {
    return Response(status: 3, output: line(.object(members + [.init("view", .null)])))
  }
  do {
    let check = try selfCheck(
      proposal, ruleset: rules.ruleset, asOf: asOf, sources: sources, improving: part == "whole")
    members.append(.init("view", check.viewJSON(request.language)))
    return Response(status: check.isStopped ? 1 : 0, output: line(.object(members)))
  } catch {
    var findings = Findings()
    findings.add(error.scoringFinding)
    throw .badInput(findings, sources)
  }
}

private func line(_ json: JSON) -> [UInt8] { Array((json.text(.compact) + "\n").utf8) }

extension Finding {
  /// With the field that it is about, for a form.
  fileprivate func json(field: FieldPath?) -> JSON {
    [
      "path": .optional(field?.text), "severity": .string(severity.identifier), "code": .string(code.text),
      "message": message.json, "hints": .array(hints.map { $0.json }),
      "line": span.map { .integer($0.start.line) } ?? .null,
    ]
  }
}

extension WrittenDraft.Loss {
  fileprivate var json: JSON {
    [
      "field": .optional(field), "comments": .array(comments.map { .string($0) }),
      "unknown": .array(unknownKeys.map { .string($0) }),
    ]
  }
}
