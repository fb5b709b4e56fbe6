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
    case "document": try document(request, rules)
    default: throw .wrongUse("unknown command `\(request.command)`")
    }
  } catch {
    return error.responseInWords(request.language)
  }
}

/// Decodes a request and answers it.
public func respond(toEncoded bytes: [UInt8], by rules: PreparedRules) -> Response {
  do {
    return respond(to: try Request(decoding: bytes), by: rules)
  } catch {
    return Refusal.wrongUse(error.message).responseInWords(.swedish)
  }
}

/// `open`: what a proposal's file says of the form's fields. Status 3 and findings alone where it is no proposal for
/// the form of these rules.
private func open(_ request: Request, _ rules: PreparedRules) throws(Refusal) -> Response {
  _ = try Options(request, known: ["lang"])
  guard request.files.count == 1 else { throw .wrongUse("`open` takes one file") }
  var sources = rules.sources
  let source = sources.add(request.files[0])
  let reading = openDraft(source, in: sources, form: rules.ruleset.form)
  let findings = JSON.array(reading.findings.sorted.map { $0.json(field: nil) })
  guard let draft = reading.value else {
    return Response(status: 3, output: (["schema": "beredning/draft/1", "findings": findings] as JSON).line)
  }
  let json: JSON = [
    "schema": "beredning/draft/1", "id": .optional(draft.id), "values": DraftValue.group(draft.answers).json,
    "findings": findings,
  ]
  return Response(status: 0, output: json.line)
}

/// What a request about a draft brings along, written and read.
private struct AskedDraft {
  let written: WrittenDraft
  let read: ReadDraft
  let asOf: CalendarDate
  let sources: SourceMap

  init(_ request: Request, _ options: Options, _ rules: PreparedRules) throws(Refusal) {
    let id = try options.required("id")
    let form = rules.ruleset.form
    guard let asOf = try options.date() ?? rules.ruleset.validFrom else {
      throw .wrongUse("option `date` is missing, and the rules do not say from when they are valid")
    }
    var sources = rules.sources
    let values = sources.add(try request.file("values.json"))
    let base = request.files.first { $0.path == "base.yaml" }.map { sources.add($0) }
    guard let written = writeDraft(values, over: base, id: id, in: sources, form: form).value else {
      throw .wrongUse("`values.json` is no JSON object")
    }
    let source = sources.add(SourceFile(path: id + ".yaml", bytes: written.bytes))
    self.written = written
    self.read = readDraft(source, in: sources, form: form, asOf: asOf)
    self.asOf = asOf
    self.sources = sources
  }

  /// nil where the draft has errors.
  func check(_ rules: PreparedRules, improving: Bool) throws(Refusal) -> SelfCheck? {
    guard let proposal = read.proposal, !read.findings.hasErrors else { return nil }
    do {
      return try selfCheck(
        proposal, ruleset: rules.ruleset, asOf: asOf, sources: sources, improving: improving,
        plan: rules.plan)
    } catch {
      var findings = Findings()
      findings.add(error.scoringFinding)
      throw .badInput(findings, sources)
    }
  }
}

/// `draft`: the file that would be saved, and what the rules say of it. Status 1 when something stops it, 3 when it
/// has errors: then `view` is null.
private func draft(_ request: Request, _ rules: PreparedRules) throws(Refusal) -> Response {
  let options = try Options(request, known: ["id", "date", "part", "lang"])
  let part = try options.choice("part", ["whole", "quick"])
  let asked = try AskedDraft(request, options, rules)
  let check = try asked.check(rules, improving: part == "whole")
  let missing = asked.read.proposal.map { missingRequired($0, rules.ruleset.form, asked.asOf) } ?? []
  let json: JSON = [
    "schema": "beredning/draft/1", "yaml": .string(String(decoding: asked.written.bytes, as: UTF8.self)),
    "rewritten": .array(asked.written.losses.map { $0.json }),
    "findings": .array(zip(asked.read.findings.sorted, asked.read.fields).map { $0.json(field: $1) }),
    "not_applying": .array(asked.read.notApplying.map { .string($0.text) }),
    "missing_required": .array(missing.map { .string($0.text) }),
    "view": check?.viewJSON(request.language) ?? .null,
  ]
  return Response(status: check.map { $0.isStopped ? 1 : 0 } ?? 3, output: json.line)
}

/// `document`: the answers as a Word document, to be signed.
private func document(_ request: Request, _ rules: PreparedRules) throws(Refusal) -> Response {
  let options = try Options(request, known: ["id", "date", "lang"])
  let asked = try AskedDraft(request, options, rules)
  guard let check = try asked.check(rules, improving: false) else {
    throw .badInput(asked.read.findings, asked.sources)
  }
  return Response(status: 0, output: check.draftDocument(request.language))
}

extension Finding {
  /// With the field that it is about, for a form.
  func json(field: FieldPath?) -> JSON {
    [
      "path": .optional(field?.text), "severity": .string(severity.identifier), "code": .string(code.text),
      "message": message.json, "hints": .array(hints.map { $0.json }),
      "line": span.map { .integer($0.start.line) } ?? .null,
    ]
  }
}

extension WrittenDraft.Loss {
  var json: JSON {
    [
      "field": .optional(field), "comments": .array(comments.map { .string($0) }),
      "unknown": .array(unknownKeys.map { .string($0) }),
    ]
  }
}
