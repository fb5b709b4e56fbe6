internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// Which of the two runs of the same rules (design: claimed and verified).
public enum Run: Sendable, Hashable {
  /// What the applicant claims; documents count as what they are said to be.
  case claimed
  /// What the assessments made of it; this run ranks.
  case verified
}

/// A filling-in: values for some of what is unknown.
typealias Filling = [Unknown.Cause: Value]

/// Everything that is the same for all evaluations of one proposal. A class, so that situations copy nothing of it.
final class Case: Sendable {
  let data: RoundData
  let proposal: Proposal
  let sheets: Sheets
  let run: Run
  let claims: ClaimContext
  let evaluator: Evaluator
  let facts: FactPlan
  let reads: ReadPlan
  /// What counts at a slot instead of the claim, in this run.
  private let overrides: [Value?]
  /// Slots of documents that count for nothing if one of these disputed claims is rejected.
  private let doubted: [Int: [FieldPath]]
  /// Paths of rules, steps and criteria that count as met in full, whatever is known of them.
  let assumed: [String]
  /// Paths of rules that count as not met.
  let denied: [String]
  /// By top criterion: whether something in it is taken to be met or not to hold.
  let assumesInside: [Bool]

  init(
    _ data: RoundData, _ proposal: Proposal, _ sheets: Sheets, _ run: Run, _ claims: ClaimContext,
    _ facts: FactPlan, _ reads: ReadPlan
  ) {
    self.data = data
    self.proposal = proposal
    self.sheets = sheets
    self.run = run
    self.claims = claims
    evaluator = Evaluator()
    self.facts = facts
    self.reads = reads
    assumed = []
    denied = []
    assumesInside = Array(repeating: false, count: data.ruleset.criteria.count)
    var doubted: [Int: [FieldPath]] = [:]
    if run == .verified, !sheets.perhapsRejected.isEmpty {
      for (slot, path) in claims.paths.enumerated() {
        let doubts = sheets.doubts(at: path, in: data.ruleset.form)
        if !doubts.isEmpty { doubted[slot] = doubts }
      }
    }
    self.doubted = doubted
    overrides =
      run == .claimed
      ? Array(repeating: nil, count: claims.paths.count)
      : claims.paths.map { sheets.override(at: $0, in: data.ruleset.form) }
  }

  private init(_ other: Case, assumed: [String], denied: [String]) {
    data = other.data
    proposal = other.proposal
    sheets = other.sheets
    run = other.run
    claims = other.claims
    evaluator = other.evaluator
    facts = other.facts
    reads = other.reads
    overrides = other.overrides
    doubted = other.doubted
    self.assumed = assumed
    self.denied = denied
    assumesInside = other.ruleset.criteria.map { criterion in
      func isInside(_ path: String) -> Bool {
        path == criterion.id || path.hasPrefix(criterion.id + "/") || path.hasPrefix(criterion.id + "[")
      }
      return assumed.contains(where: isInside) || denied.contains(where: isInside)
    }
  }

  /// The same, with the verdicts of some rules given.
  func assuming(_ met: [String], denying denied: [String]) -> Case {
    Case(self, assumed: met, denied: denied)
  }

  var ruleset: Ruleset { data.ruleset }

  /// The values that `cause` may turn out to have; nil: not finitely many.
  func domain(of cause: Unknown.Cause) -> [Value]? {
    switch cause {
    case .document: return [.boolean(true), .boolean(false)]
    case .judgement(let id, let key):
      guard let index = ruleset.judgements.firstIndex(where: { $0.id == id }) else { return nil }
      let trace = sheets.judgement(index, key: key, in: ruleset)
      return ruleset.judgements[index].scale[trace.low...trace.high].map { .string($0.id) }
    case .field(let path):
      if run == .verified, let values = sheets.disputed[path] { return values }
      return declaredField(at: path, in: ruleset.form)?.domain(atMost: Enumeration.limit)
    }
  }

  /// Whether the claim itself is missing: a field that nobody filled in, and not one that roles differ on.
  func isMissing(_ cause: Unknown.Cause) -> Bool {
    guard case .field(let path) = cause else { return false }
    return run == .claimed || sheets.disputed[path] == nil
  }

  /// What counts at each slot under a filling-in.
  func values(_ filling: Filling) -> [Value?] {
    var values = overrides
    for (cause, value) in filling {
      if case .field(let path) = cause, let slot = claims.slot(of: path) { values[slot] = value }
    }
    for (slot, paths) in doubted {
      let isRejected = paths.contains { if case .null? = filling[.field($0)] { true } else { false } }
      if isRejected && values[slot] == nil { values[slot] = .list([]) }
    }
    return values
  }

  /// Why the documents at a slot may count for nothing under a filling-in.
  func doubt(_ slot: Int, _ filling: Filling) -> [Unknown.Cause] {
    guard let paths = doubted[slot] else { return [] }
    return paths.map { .field($0) }.filter { filling[$0] == nil }.ordered()
  }

  /// What filling in may change in the proposal.
  func changes(_ filling: Filling) -> [Reads.Change] {
    var causes = Array(filling.keys)
    for (slot, paths) in doubted where paths.contains(where: { filling[.field($0)] != nil }) {
      causes.append(.field(claims.paths[slot]))
    }
    return reads.changes(causes)
  }

  func seen(_ number: Int, _ filling: Filling) -> Value {
    let id = claims.documentIDs[number]
    if let filled = filling[.document(id)] { return filled }
    if let known = isSeen(number) { return .boolean(known) }
    return .unknown(Unknown(causes: [.document(id)], bounds: .boolean))
  }

  /// nil where nobody has looked for the document, or roles differ.
  private func isSeen(_ number: Int) -> Bool? {
    if run == .claimed { return true }
    return sheets.seen[claims.documentIDs[number]].flatMap { $0 }
  }

  /// Slots where something else may count than what is claimed.
  var assessedSlots: [Int] {
    overrides.indices.filter { overrides[$0] != nil || doubted[$0] != nil }
  }

  /// Whether it is known of any document that it has been seen, or has not.
  var tellsOfDocuments: Bool { claims.documentIDs.indices.contains { isSeen($0) != nil } }

  /// What is not the same in another run of the same proposal. Judgements are: both runs take what roles answered.
  func differing(from other: Case) -> [Unknown.Cause] {
    var slots = assessedSlots
    for slot in other.assessedSlots where !slots.contains(slot) { slots.append(slot) }
    var causes: [Unknown.Cause] = slots.map { .field(claims.paths[$0]) }
    // Evidence shows its documents, with what else is said of them.
    let documents = ruleset.form.documentsField.map { FieldPath([.name($0)]).components }
    let isToldOtherwise = slots.contains { slot in
      documents.map { claims.paths[slot].components.starts(with: $0) } ?? false
    }
    for (number, id) in claims.documentIDs.enumerated()
    where isToldOtherwise || isSeen(number) != other.isSeen(number) {
      causes.append(.document(id))
    }
    return causes
  }

  /// The facts of the proposal, with nothing filled in.
  func situation() -> Situation { Situation(self) }

  /// The same, told from what is known in the other run.
  func situation(like other: Situation) -> Situation {
    Situation(self, Knowledge(self, like: other.knowledge))
  }
}

/// One proposal under one filling-in: the scope that its rules are evaluated in.
struct Situation {
  /// What rules are taken to be met stands here.
  let base: Case
  /// What is known.
  let knowledge: Knowledge

  var ruleset: Ruleset { base.ruleset }
  var evaluator: Evaluator { base.evaluator }
  var filling: Filling { knowledge.filling }
  var scope: Scope { knowledge.scope }
  /// Values of the ruleset's facts, in its order.
  var facts: [Value] { knowledge.facts }

  init(_ theCase: Case, filling: Filling = [:]) {
    self.init(theCase, Knowledge(theCase, filling: filling))
  }

  init(_ theCase: Case, _ knowledge: Knowledge) {
    base = theCase
    self.knowledge = knowledge
  }

  /// The same filling-in under other assumptions, on which neither fields nor facts hang.
  func rebased(on other: Case) -> Situation { Situation(other, knowledge) }

  /// The same proposal with more filled in: only what hangs on it is built and worked out again.
  func filled(_ more: Filling) -> Situation { Situation(base, knowledge.filled(more)) }

  /// The same; a filling-in that is tried again is not built again.
  func filled(_ cause: Unknown.Cause, _ value: Value, _ tries: Tries) -> Situation {
    Situation(base, knowledge.filled(cause, value, tries))
  }

  // MARK: Conditions

  func evaluate(_ compiled: Compiled, in scope: Scope) -> Value {
    evaluator.evaluate(compiled.expression, in: scope)
  }

  /// What a condition comes to (docs/scoring.md, 2).
  func condition(_ compiled: Compiled, in scope: Scope) -> Condition {
    Condition(evaluate(compiled, in: scope), of: compiled)
  }
}

struct Condition {
  var verdict: Verdict
  var isNull = false
  var causes: [Unknown.Cause] = []

  init(verdict: Verdict) { self.verdict = verdict }

  init(_ value: Value, of compiled: Compiled) {
    verdict = Verdict(value, at: compiled.expression.range)
    if case .null(nil) = value { isNull = true }
    if case .unknown(let unknown) = value { causes = unknown.causes }
  }

  var reason: NullReason? {
    if case .failed(let reason) = verdict { reason } else { nil }
  }
  var isFailed: Bool { reason != nil }
}

extension Array where Element == Unknown.Cause {
  /// Sorted union.
  func union(_ other: [Unknown.Cause]) -> [Unknown.Cause] {
    if other.isEmpty { return self }
    if isEmpty { return other }
    var result = self
    for cause in other where !result.contains(cause) { result.append(cause) }
    result = result.ordered()
    return result
  }
}
