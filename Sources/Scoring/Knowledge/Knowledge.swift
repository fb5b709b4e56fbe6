internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// What is known of one proposal under one filling-in, with what has been worked out from it so far: nothing is
/// worked out before something asks for it, nor twice, nor again where nothing that is filled in can change it.
/// Nothing in it hangs on what rules are taken to be met.
final class Knowledge {
  let base: Case
  let filling: Filling
  private let parent: Knowledge?
  /// Nothing but what was tried one by one is filled in: it, and what is tried from it, is likely to be asked for
  /// again.
  let isKept: Bool
  /// What is filled in beyond the parent's, or is otherwise in the parent's run; where there is no parent, all that is
  /// filled in.
  private let more: [Unknown.Cause]
  private let changes: [Reads.Change]
  /// By site; empty where there is no parent.
  private let isTouched: [Bool]
  /// By site: the same of what is said of it in a summary.
  private lazy var isSaidOtherwise = base.reads.said.map { $0.hang(on: changes) }

  private struct Built {
    /// The fields alone.
    var fields: Context
    /// Those that are `pending` are as they were before something was filled in.
    var facts: [Value]
    var pending: [Bool]
    var scope: Scope
  }

  private var known: Built?
  private var outcomes: [SiteKey: CriterionEvaluation.RuleOutcome] = [:]
  private var values: [SiteKey: Value] = [:]
  private var tables: [SiteKey: CriterionEvaluation.TableOutcome] = [:]
  private var summaries: [SiteKey: Explanation] = [:]
  /// By detail, `points` and `values`, and top criterion: before and after trying its own unknowns.
  private var scored: [Scored?]
  private var refined: [Scored?]
  private let none: [Scored?]

  init(_ theCase: Case, filling: Filling = [:]) {
    base = theCase
    self.filling = filling
    parent = nil
    isKept = true
    more = Array(filling.keys)
    changes = []
    isTouched = []
    none = Array(repeating: nil, count: 2 * theCase.ruleset.criteria.count)
    scored = none
    refined = none
  }

  /// What is known in another run of the same proposal, with nothing filled in: what does not hang on anything in which
  /// the runs differ is as it is in `other`.
  convenience init(_ theCase: Case, like other: Knowledge) {
    let differing = theCase.differing(from: other.base)
    self.init(
      theCase, parent: other, filling: [:], more: differing, changes: theCase.reads.changes(differing),
      isKept: true)
  }

  private convenience init(_ parent: Knowledge, _ more: Filling, isKept: Bool) {
    var filling = parent.filling
    for (cause, value) in more { filling[cause] = value }
    self.init(
      parent.base, parent: parent, filling: filling, more: Array(more.keys),
      changes: parent.base.changes(more), isKept: isKept)
  }

  private init(
    _ theCase: Case, parent: Knowledge, filling: Filling, more: [Unknown.Cause], changes: [Reads.Change],
    isKept: Bool
  ) {
    base = theCase
    self.filling = filling
    self.parent = parent
    self.isKept = isKept
    self.more = more
    self.changes = changes
    isTouched = theCase.reads.sites.map { $0.hang(on: changes) }
    none = parent.none
    scored = none
    refined = none
  }

  /// Whether anything that is filled in beyond the parent's can change points.
  var touchesCriteria: Bool { isTouched.contains(true) }

  func filled(_ more: Filling) -> Knowledge { Knowledge(self, more, isKept: false) }

  /// The same; `tries` keeps it for the next time.
  func filled(_ cause: Unknown.Cause, _ value: Value, _ tries: Tries) -> Knowledge {
    tries.knowledge(self, cause, value) { Knowledge(self, [cause: value], isKept: isKept) }
  }

  // MARK: The scope

  /// For what a site reads.
  func scope(for site: Int) -> Scope { scope(base.reads.sites[site].facts) }

  var scope: Scope { scope(nil) }

  var facts: [Value] {
    _ = scope
    return fields().facts
  }

  private func fields() -> Built {
    if let known { return known }
    let built = parent.map { build(on: $0.fields()) } ?? build()
    known = built
    return built
  }

  /// Works out the facts that are needed; nil: all. A fact stands after those that it reads.
  private func scope(_ needed: NameSet?) -> Scope {
    var built = fields()
    guard built.pending.indices.contains(where: { built.pending[$0] && needed?.contains($0) != false }) else {
      return built.scope
    }
    // Nobody else holds it while it changes.
    known = nil
    var scope = built.scope
    for index in built.pending.indices where built.pending[index] && needed?.contains(index) != false {
      let fact = base.facts.facts[index]
      let value = base.evaluator.evaluate(fact.expression, in: scope)
      built.facts[index] = value
      built.pending[index] = false
      scope = scope.binding(fact.name, to: value)
    }
    // A name is found faster among the others than in a binding of its own.
    built.scope = scope.holding(base.facts.adding(built.facts, to: built.fields))
    known = built
    return built.scope
  }

  private func build() -> Built {
    let filled = places(of: more)
    let fields = fields(
      like: base.claims.asRead, slots: base.assessedSlots + filled.slots,
      documentsChanged: base.tellsOfDocuments || filled.hasDocuments
    ).context
    let all = [Bool](repeating: true, count: base.facts.facts.count)
    return built(fields, [Value](repeating: .null, count: all.count), pending: all)
  }

  /// Where something stands that is filled in.
  private func places(of causes: [Unknown.Cause]) -> (slots: [Int], hasDocuments: Bool, hasJudgements: Bool) {
    var slots: [Int] = []
    var hasDocuments = false
    var hasJudgements = false
    for cause in causes {
      switch cause {
      case .field(let path): if let slot = base.claims.slot(of: path) { slots.append(slot) }
      case .document: hasDocuments = true
      case .judgement: hasJudgements = true
      }
    }
    return (slots, hasDocuments, hasJudgements)
  }

  /// What a context of these claims becomes with what counts here, where it is not as in `old` at these places alone.
  private func fields(
    like old: Context, slots: [Int], documentsChanged: Bool
  ) -> (context: Context, changed: [Bool]) {
    if slots.isEmpty && !documentsChanged { return (old, []) }
    let values = base.values(filling)
    return base.claims.context(
      like: old, slots: slots, documentsChanged: documentsChanged, override: { slot in values[slot] },
      seen: { number in base.seen(number, filling) },
      doubt: { slot in base.doubt(slot, filling) })
  }

  private func build(on old: Built) -> Built {
    let places = places(of: more)
    let (fields, changedFields) = fields(
      like: old.fields, slots: places.slots, documentsChanged: places.hasDocuments)
    var changed = base.facts.changed(byFields: changedFields, judgements: places.hasJudgements)
    for (index, fact) in base.reads.facts.enumerated()
    where changed[index] && !fact.holdsItems && !fact.reads.hang(on: changes) {
      changed[index] = false
    }
    for index in changed.indices where old.pending[index] { changed[index] = true }
    return built(fields, old.facts, pending: changed)
  }

  private func built(_ fields: Context, _ facts: [Value], pending: [Bool]) -> Built {
    let scope = Scope(
      context: base.facts.adding(facts, to: fields), host: Knowledge.host(base, filling),
      today: base.data.round.asOf)
    return Built(fields: fields, facts: facts, pending: pending, scope: scope)
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

  // MARK: What has been worked out

  /// A site; for a member of a list that is scored for each, with the member's place in it.
  struct SiteKey: Hashable {
    var site: Int
    var member: Int
  }

  /// Whether a site gives what it gives in the parent. `around` says who the members are.
  private func isAsInParent(_ key: SiteKey, _ around: Int) -> Bool {
    !isTouched[key.site] && (key.member < 0 || !isTouched[around])
  }

  /// The nearest knowledge, from this one towards the root, that has an answer already; else the first that the
  /// site gives the same in.
  private func holder(_ key: SiteKey, _ around: Int, has: (Knowledge) -> Bool) -> Knowledge {
    var current = self
    while !has(current), let parent = current.parent, current.isAsInParent(key, around) { current = parent }
    return current
  }

  func outcome(
    _ key: SiteKey, around: Int, _ workOut: (Knowledge) -> CriterionEvaluation.RuleOutcome
  ) -> CriterionEvaluation.RuleOutcome {
    let holder = holder(key, around) { $0.outcomes[key] != nil }
    if let known = holder.outcomes[key] { return known }
    let outcome = workOut(key.member < 0 ? holder : self)
    holder.outcomes[key] = outcome
    return outcome
  }

  func value(_ key: SiteKey, around: Int, _ workOut: (Knowledge) -> Value) -> Value {
    let holder = holder(key, around) { $0.values[key] != nil }
    if let known = holder.values[key] { return known }
    let value = workOut(key.member < 0 ? holder : self)
    holder.values[key] = value
    return value
  }

  func table(
    _ key: SiteKey, around: Int, _ workOut: (Knowledge) -> CriterionEvaluation.TableOutcome
  ) -> CriterionEvaluation.TableOutcome {
    let holder = holder(key, around) { $0.tables[key] != nil }
    if let known = holder.tables[key] { return known }
    let outcome = workOut(key.member < 0 ? holder : self)
    holder.tables[key] = outcome
    return outcome
  }

  /// The node of a rule in a summary, without points. Only that of what nothing is filled in to is kept.
  func summary(_ key: SiteKey, around: Int, _ make: () -> Explanation) -> Explanation {
    var root = self
    while let parent = root.parent {
      if root.isSaidOtherwise[key.site] || key.member >= 0 && root.isTouched[around] { return make() }
      root = parent
    }
    if let known = root.summaries[key] { return known }
    let node = make()
    root.summaries[key] = node
    return node
  }

  /// A top criterion before it is weighed.
  func scored(
    _ index: Int, _ detail: Detail, _ workOut: () throws(ArithmeticError) -> Scored
  ) throws(ArithmeticError) -> Scored {
    let place = place(of: index, detail)
    let holder = holder(ofCriterion: index) { $0.scored[place] != nil }
    if let known = holder.scored[place] { return known }
    let scored = try workOut()
    holder.scored[place] = scored
    return scored
  }

  /// The same, as narrow as trying its own unknowns makes it.
  func refined(
    _ index: Int, _ detail: Detail, _ workOut: () throws(ArithmeticError) -> Scored
  ) throws(ArithmeticError) -> Scored {
    let place = place(of: index, detail)
    let holder = holder(ofCriterion: index) { $0.refined[place] != nil }
    if let known = holder.refined[place] { return known }
    let refined = try workOut()
    holder.refined[place] = refined
    return refined
  }

  private func place(of index: Int, _ detail: Detail) -> Int {
    2 * index + (detail == .points ? 0 : 1)
  }

  private func holder(ofCriterion index: Int, has: (Knowledge) -> Bool) -> Knowledge {
    let reads = base.reads.criteria[index].all
    var current = self
    while !has(current), let parent = current.parent, !reads.hang(on: current.changes) { current = parent }
    return current
  }
}

/// Filling-ins that are tried from what is known, again and again under one assumption after the other.
final class Tries {
  private var known: [ObjectIdentifier: [(cause: Unknown.Cause, value: Value, knowledge: Knowledge)]] = [:]

  /// A kept filling-in holds what it was tried from, so that no other has that one's identity.
  func knowledge(
    _ parent: Knowledge, _ cause: Unknown.Cause, _ value: Value, make: () -> Knowledge
  ) -> Knowledge {
    let id = ObjectIdentifier(parent)
    for tried in known[id] ?? [] where tried.cause == cause && sameValue(tried.value, value) {
      return tried.knowledge
    }
    let knowledge = make()
    known[id, default: []].append((cause, value, knowledge))
    return knowledge
  }
}
