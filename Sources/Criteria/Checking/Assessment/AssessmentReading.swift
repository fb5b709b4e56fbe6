public import Diagnostics
import FEEL
import YAMLSource

/// Reads and checks what a role found about a proposal. Its `value` is there only where it has no errors.
///
/// - Parameters:
///   - proposals: those of the round that could be read.
///   - unreadable: ids of proposals that are there but have errors: what a sheet says of them is not checked.
public func readAssessment(
  _ source: SourceID, in sources: SourceMap, round: Round, ruleset: Ruleset, proposals: [Proposal],
  unreadable: [String] = []
) -> Reading<Assessment> {
  var reader = FileReader(.assessment, source, in: sources)
  let assessment = reader.assessment(round, ruleset, proposals, unreadable)
  return Reading(value: reader.findings.hasErrors ? nil : assessment, findings: reader.findings)
}

extension FileReader {
  fileprivate mutating func assessment(
    _ round: Round, _ ruleset: Ruleset, _ proposals: [Proposal], _ unreadable: [String]
  ) -> Assessment? {
    let keys = [
      "schema", "proposal", "role", "date", "claims", "documents", "judgements", "exclusions", "exceptions",
    ]
    guard let root = open(keys: keys) else { return nil }
    _ = personalNumbers()
    let role = role(root, round)
    let date = required(root, "date").flatMap { self.date($0, "date") }
    guard let node = required(root, "proposal"), let id = scalar(node, .value(of: "proposal")) else {
      return nil
    }
    let roleName = root["role"]?.text
    if let roleName { checkFileName(id: id, at: node.span, ending: "." + roleName + ".yaml") }
    let decisions = decisions(root, ruleset)
    if unreadable.contains(id) { return nil }
    guard let proposal = proposals.first(where: { $0.id == id }) else {
      reportUnknownProposal(id, among: proposals.map { $0.id } + unreadable, at: node.span)
      return nil
    }
    let claims = root["claims"].map { verdicts($0, proposal, ruleset.form) } ?? []
    let documents = root["documents"].map { documentsSeen($0, proposal, ruleset.form) } ?? []
    let judgements = root["judgements"].map { given($0, roleName, proposal, ruleset) } ?? []
    guard let role, let date else { return nil }
    return Assessment(
      proposal: id, role: role, date: date, claims: claims, documents: documents, judgements: judgements,
      exclusions: decisions.exclusions, exceptions: decisions.exceptions, source: source)
  }

  private mutating func role(_ root: Mapping, _ round: Round) -> String? {
    guard let node = required(root, "role"), let role = scalar(node, .value(of: "role")) else { return nil }
    let roles = round.roles.map { $0.id }
    if roles.contains(role) { return role }
    reportUnknownID(
      101, role, "roles", among: roles, at: node.span,
      Text("omgången har ingen roll `\(role)`", "the round has no role `\(role)`"))
    return nil
  }

  mutating func reportUnknownProposal(_ id: String, among ids: [String], at span: Span) {
    var hints: [Text] = []
    if let meant = nearest(id, among: ids) { hints.append(.didYouMean(meant)) }
    let list = ids.joined(separator: ", ")
    if !ids.isEmpty { hints.append(Text("Förslagen är: \(list).", "The proposals are: \(list).")) }
    report(
      102, at: span, Text("omgången har inget förslag `\(id)`", "the round has no proposal `\(id)`"),
      hints: hints)
  }

  // MARK: Documents and judgements

  private mutating func documentsSeen(_ node: YAMLNode, _ proposal: Proposal, _ form: Form) -> [DocumentSeen]
  {
    guard let items = list(node, .value(of: "documents")) else { return [] }
    let name = form.documentsField ?? ""
    let known = (itemKeys(of: name, proposal.claims, form) ?? []).map { $0.key }
    var documents: [DocumentSeen] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("ett dokument", "a document")
      guard let mapping = mapping(item, what, keys: ["document", "seen", "reason"]) else { continue }
      let seen = required(mapping, "seen").flatMap { boolean($0, "seen") }
      let reason = optionalString(mapping, "reason")
      guard let node = required(mapping, "document"), let id = scalar(node, .value(of: "document")) else {
        continue
      }
      guard known.contains(id) else {
        reportUnknownID(
          103, id, name, among: known, at: node.span,
          Text("förslaget har inget dokument `\(id)`", "the proposal has no document `\(id)`"))
        continue
      }
      if let first = ids.insert(id, at: node.span) { reportTwice(id, at: node.span, first: first) }
      if let seen {
        documents.append(DocumentSeen(document: id, seen: seen, reason: reason, span: node.span))
      }
    }
    return documents
  }

  private mutating func given(
    _ node: YAMLNode, _ role: String?, _ proposal: Proposal, _ ruleset: Ruleset
  ) -> [GivenJudgement] {
    guard let items = list(node, .value(of: "judgements")) else { return [] }
    var answers: [GivenJudgement] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("en bedömning", "a judgement")
      let keys = ["judgement", "value", "key", "reason", "joint"]
      guard let mapping = mapping(item, what, keys: keys) else { continue }
      let reason = optionalString(mapping, "reason")
      let isJoint = boolean(mapping, "joint", default: false)
      if isJoint, reason == nil, let span = mapping.keySpan("joint") {
        report(
          104, at: span,
          Text("en gemensam bedömning måste ha ett skäl", "a joint judgement must have a reason"),
          hints: [
            Text(
              "Skriv `reason`: varför de som bedömde olika nu är överens.",
              "Write `reason`: why those who judged differently now agree.")
          ])
      }
      guard let node = required(mapping, "judgement"), let index = judgementIndex(node, ruleset) else {
        continue
      }
      let judgement = ruleset.judgements[index]
      if let role, !judgement.roles.isEmpty, !judgement.roles.contains(role) {
        let allowed = judgement.roles.joined(separator: ", ")
        report(
          105, at: node.span,
          Text(
            "rollen `\(role)` får inte svara på `\(judgement.id)`",
            "the role `\(role)` may not answer `\(judgement.id)`"),
          hints: [Text("Det får: \(allowed).", "These may: \(allowed).")])
      }
      guard let key = key(mapping, judgement, proposal, ruleset.form, at: node.span) else { continue }
      let name = judgement.id + (key.value.map { "[" + $0 + "]" } ?? "")
      if let first = ids.insert(name, at: node.span) { reportTwice(name, at: node.span, first: first) }
      guard let value = required(mapping, "value"), let step = step(value, judgement) else { continue }
      answers.append(
        GivenJudgement(
          judgement: index, key: key.value, step: step, reason: reason, isJoint: isJoint, span: node.span))
    }
    return answers
  }

  mutating func judgementIndex(_ node: YAMLNode, _ ruleset: Ruleset) -> Int? {
    guard let id = scalar(node, .value(of: "judgement")) else { return nil }
    return judgementIndex(id, at: node.span, ruleset)
  }

  mutating func judgementIndex(_ id: String, at span: Span, _ ruleset: Ruleset) -> Int? {
    if let index = ruleset.judgements.firstIndex(where: { $0.id == id }) { return index }
    reportUnknownID(
      106, id, "judgements", among: ruleset.judgements.map { $0.id }, at: span,
      Text("reglerna har ingen bedömning `\(id)`", "the rules have no judgement `\(id)`"))
    return nil
  }

  mutating func step(_ node: YAMLNode, _ judgement: Judgement) -> Int? {
    let steps = judgement.scale.indices.map { (judgement.scale[$0].id, $0) }
    return word(node, judgement.id, among: steps)
  }

  /// The item that a judgement with `per` is about. nil, reported, where it does not fit.
  private mutating func key(
    _ mapping: Mapping, _ judgement: Judgement, _ proposal: Proposal, _ form: Form, at span: Span
  ) -> (value: String?, Void)? {
    checkedKey(optionalString(mapping, "key"), at: mapping["key"]?.span ?? span, judgement, proposal, form)
  }

  mutating func checkedKey(
    _ key: String?, at span: Span, _ judgement: Judgement, _ proposal: Proposal, _ form: Form
  ) -> (value: String?, Void)? {
    switch (judgement.per, key) {
    case (nil, nil): return (nil, ())
    case (nil, let key?):
      report(
        107, at: span,
        Text(
          "`\(judgement.id)` gäller hela förslaget, inte `\(key)`",
          "`\(judgement.id)` is about the whole proposal, not `\(key)`"),
        hints: [Text("Ta bort `key`.", "Remove `key`.")])
      return nil
    case (let list?, nil):
      let keys = (itemKeys(of: list, proposal.claims, form) ?? []).map { $0.key }.joined(separator: ", ")
      report(
        108, at: span,
        Text(
          "`\(judgement.id)` görs för varje post i `\(list)`: vilken?",
          "`\(judgement.id)` is made for each item of `\(list)`: which one?"),
        hints: [Text("Skriv `key` med en av: \(keys).", "Write `key` with one of: \(keys).")])
      return nil
    case (let list?, let key?):
      let keys = (itemKeys(of: list, proposal.claims, form) ?? []).map { $0.key }
      if keys.contains(key) { return (key, ()) }
      reportUnknownID(
        109, key, list, among: keys, at: span,
        Text("`\(key)` finns inte i förslagets `\(list)`", "`\(key)` is not in the proposal's `\(list)`"))
      return nil
    }
  }
}
