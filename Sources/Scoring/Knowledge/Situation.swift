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
  /// What counts at a slot instead of the claim, in this run.
  private let overrides: [Value?]
  /// Slots of documents that count for nothing if one of these disputed claims is rejected.
  private let doubted: [Int: [FieldPath]]
  /// Paths of rules, steps and criteria that count as met in full, whatever is known of them.
  let assumed: [String]
  /// Paths of rules that count as not met.
  let denied: [String]

  init(
    _ data: RoundData, _ proposal: Proposal, _ sheets: Sheets, _ run: Run, _ claims: ClaimContext,
    _ facts: FactPlan
  ) {
    self.data = data
    self.proposal = proposal
    self.sheets = sheets
    self.run = run
    self.claims = claims
    evaluator = Evaluator()
    self.facts = facts
    assumed = []
    denied = []
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
    overrides = other.overrides
    doubted = other.doubted
    self.assumed = assumed
    self.denied = denied
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
  fileprivate func values(_ filling: Filling) -> [Value?] {
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
  fileprivate func doubt(_ slot: Int, _ filling: Filling) -> [Unknown.Cause] {
    guard let paths = doubted[slot] else { return [] }
    return paths.map { .field($0) }.filter { filling[$0] == nil }.sorted()
  }

  fileprivate func seen(_ number: Int, _ filling: Filling) -> Value {
    let id = claims.documentIDs[number]
    if let filled = filling[.document(id)] { return filled }
    if run == .claimed { return .boolean(true) }
    if let known = sheets.seen[id], let known { return .boolean(known) }
    return .unknown(Unknown(causes: [.document(id)], bounds: .boolean))
  }

  /// The facts of the proposal, with nothing filled in.
  func situation() -> Situation { Situation(self) }
}

/// One proposal under one filling-in: the scope that its rules are evaluated in.
struct Situation: Sendable {
  let base: Case
  let scope: Scope
  /// The fields alone.
  private let fields: Context
  /// Values of the ruleset's facts, in its order.
  let facts: [Value]
  let filling: Filling

  var ruleset: Ruleset { base.ruleset }
  var evaluator: Evaluator { base.evaluator }

  init(_ theCase: Case, filling: Filling = [:]) {
    let values = theCase.values(filling)
    let fields = theCase.claims.context(
      override: { slot in values[slot] },
      seen: { number in theCase.seen(number, filling) },
      doubt: { slot in theCase.doubt(slot, filling) })
    let host = Situation.host(theCase, filling)
    let all = [Bool](repeating: true, count: theCase.facts.facts.count)
    let empty = [Value](repeating: .null, count: all.count)
    self.init(
      theCase, filling, fields, Situation.facts(theCase, empty, changed: all, fields, host), host)
  }

  private init(_ theCase: Case, _ filling: Filling, _ fields: Context, _ facts: [Value], _ host: Host) {
    base = theCase
    self.filling = filling
    self.fields = fields
    self.facts = facts
    scope = Scope(
      context: theCase.facts.adding(facts, to: fields), host: host, today: theCase.data.round.asOf)
  }

  /// The same filling-in under other assumptions, on which neither fields nor facts hang.
  func rebased(on other: Case) -> Situation {
    Situation(other, filling, fields, facts, Situation.host(other, filling))
  }

  /// The same proposal with more filled in: only what hangs on it is built and worked out again.
  func filled(_ more: Filling) -> Situation {
    var filling = self.filling
    var slots: [Int] = []
    var documentsChanged = false
    var judgementsChanged = false
    for (cause, value) in more {
      filling[cause] = value
      switch cause {
      case .field(let path):
        if let slot = base.claims.slot(of: path) { slots.append(slot) }
      case .document: documentsChanged = true
      case .judgement: judgementsChanged = true
      }
    }
    let host = Situation.host(base, filling)
    var fields = self.fields
    var changed: [Bool] = []
    if !slots.isEmpty || documentsChanged {
      let values = base.values(filling)
      (fields, changed) = base.claims.context(
        like: fields, slots: slots, documentsChanged: documentsChanged, override: { slot in values[slot] },
        seen: { [base] number in base.seen(number, filling) },
        doubt: { [base] slot in base.doubt(slot, filling) })
    }
    let changedFacts = base.facts.changed(byFields: changed, judgements: judgementsChanged)
    return Situation(
      base, filling, fields, Situation.facts(base, facts, changed: changedFacts, fields, host), host)
  }

  /// - Parameter changed: which facts to work out again; the others are as in `old`.
  private static func facts(
    _ theCase: Case, _ old: [Value], changed: [Bool], _ fields: Context, _ host: Host
  ) -> [Value] {
    guard changed.contains(true) else { return old }
    var facts = old
    var scope = Scope(
      context: theCase.facts.adding(old, to: fields), host: host, today: theCase.data.round.asOf)
    for (index, fact) in theCase.facts.facts.enumerated() where changed[index] {
      facts[index] = theCase.evaluator.evaluate(fact.expression, in: scope)
      scope = scope.binding(fact.name, to: facts[index])
    }
    return facts
  }

  /// `judgement("id", key)` and `evidence(documents)`.
  private static func host(_ theCase: Case, _ filling: Filling) -> Host {
    let ruleset = theCase.ruleset
    let sheets = theCase.sheets
    let evaluator = theCase.evaluator
    let today = theCase.data.round.asOf
    return Host { function, arguments, range in
      switch function {
      case "judgement":
        guard case .string(let id)? = arguments.first,
          let index = ruleset.judgements.firstIndex(where: { $0.id == id })
        else {
          return .null(NullReason(.wrongArguments(function: "judgement", .missing("id")), at: range))
        }
        var key: String?
        if arguments.count > 1 {
          switch arguments[1] {
          case .string(let text): key = text
          case .unknown(let unknown):
            let scale = ruleset.judgements[index].scale.map { $0.id }
            return .unknown(Unknown(causes: unknown.causes, bounds: .choices(scale)))
          default: return .null(NullReason(.wrongArguments(function: "judgement", .missing("id")), at: range))
          }
        }
        let cause = Unknown.Cause.judgement(id, key: key)
        if let filled = filling[cause] { return filled }
        let trace = sheets.judgement(index, key: key, in: ruleset)
        let steps = ruleset.judgements[index].scale[trace.low...trace.high].map { $0.id }
        if steps.count == 1 { return .string(steps[0]) }
        return .unknown(Unknown(causes: [cause], bounds: .choices(steps)))
      case "evidence":
        guard let documents = arguments.first else {
          return .null(NullReason(.wrongArguments(function: "evidence", .missing("documents")), at: range))
        }
        let level = evidenceLevel(of: documents, ruleset: ruleset, evaluator: evaluator, today: today)
        return level.value
      default: return nil
      }
    }
  }

  // MARK: Conditions

  func evaluate(_ compiled: Compiled, in scope: Scope) -> Value {
    evaluator.evaluate(compiled.expression, in: scope)
  }

  /// What a condition comes to (docs/scoring.md, 2).
  func condition(_ compiled: Compiled, in scope: Scope) -> Condition {
    let value = evaluate(compiled, in: scope)
    var condition = Condition(verdict: Verdict(value, at: compiled.expression.range))
    if case .null(nil) = value { condition.isNull = true }
    if case .unknown(let unknown) = value { condition.causes = unknown.causes }
    return condition
  }
}

struct Condition {
  var verdict: Verdict
  var isNull = false
  var causes: [Unknown.Cause] = []

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
    result.sort()
    return result
  }
}
