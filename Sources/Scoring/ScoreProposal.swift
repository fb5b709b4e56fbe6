public import Criteria
internal import Diagnostics
public import ExactNumbers
internal import FEEL

/// How to score.
public struct ScoringOptions: Sendable {
  /// One for each top criterion, instead of the ruleset's: the result is then marked as a trial.
  public var weights: [Rational]?
  public var detail: Detail
  /// What the ruleset's expressions read, where it is worked out already.
  public var plan: ReadingPlan?
  public var seeking = SoughtChanges.all

  public init(weights: [Rational]? = nil, detail: Detail = .summary, plan: ReadingPlan? = nil) {
    self.weights = weights
    self.detail = detail
    self.plan = plan
  }
}

/// How far a ranking looks for what could change the order.
public enum SoughtChanges: Sendable, Equatable {
  case none
  /// What the proposals of these ids may rise by, and the weights at which neighbours change places.
  case concerning([String])
  /// Everything, and what the outcome says about the criteria.
  case all

  func concerns(_ proposal: String) -> Bool {
    switch self {
    case .none: false
    case .concerning(let ids): ids.contains(proposal)
    case .all: true
    }
  }
}

/// Scores one proposal of a round: the same files give the same result, whatever else is scored.
///
/// - Throws: `ArithmeticError.overflow` when exact numbers outgrow their bound, which no sensible ruleset does.
public func scoreProposal(_ data: RoundData, at index: Int, options: ScoringOptions) throws(ArithmeticError)
  -> ProposalResult
{
  let context = ProposalScoring(data, at: index, options: options)
  return try context.result()
}

/// Scores a proposal that nobody has assessed: the assessments of the round, if there are any, are not looked at, and
/// what reads them is not needed.
///
/// - Throws: as `scoreProposal`.
public func scoreUnassessed(
  _ data: RoundData, at index: Int, options: ScoringOptions
) throws(ArithmeticError) -> ProposalResult {
  try ProposalScoring(data, at: index, sheets: Sheets(), options: options).result()
}

/// A proposal's criteria before they are weighed, which no weight changes.
struct CriterionParts {
  var verified: UnweighedSiblings
  var claimed: UnweighedSiblings
}

/// The parts of scoring one proposal that analyses use again with fillings of their own.
struct ProposalScoring {
  let data: RoundData
  let index: Int
  private(set) var weights: [Rational]
  let detail: Detail
  let sheets: Sheets
  var verified: Case
  let claimed: Case
  /// What is known in the verified run, with nothing filled in.
  var known: Situation
  /// The same of what the applicant claims.
  let stated: Situation
  private(set) var tries = Tries()

  init(_ data: RoundData, at index: Int, options: ScoringOptions) {
    self.init(
      data, at: index, sheets: Sheets(of: data.proposals[index], in: data), options: options)
  }

  init(_ data: RoundData, at index: Int, sheets: Sheets, options: ScoringOptions) {
    self.data = data
    self.index = index
    weights = options.weights ?? data.ruleset.criteria.map { $0.weight }
    detail = options.detail
    let proposal = data.proposals[index]
    self.sheets = sheets
    let claims = proposal.context(by: data.ruleset.form, today: data.round.asOf)
    let plan = ReadingPlan.current(options.plan, data.ruleset)
    verified = Case(data, proposal, sheets, .verified, claims, plan.facts, plan.reads)
    claimed = Case(data, proposal, sheets, .claimed, claims, plan.facts, plan.reads)
    known = verified.situation()
    stated = claimed.situation(like: known)
  }

  var ruleset: Ruleset { data.ruleset }

  /// The same by other weights: what is known of each criterion does not hang on them.
  func weighted(_ weights: [Rational]) -> ProposalScoring {
    var other = self
    other.weights = weights
    other.tries = Tries()
    return other
  }

  /// The same without what was tried, which takes much memory.
  mutating func forgetTries() { tries = Tries() }

  /// The verified total under a filling-in.
  func total(_ filling: Filling, detail: Detail = .points) throws(ArithmeticError) -> Explanation {
    try total(in: known.filled(filling), detail: detail)
  }

  func total(in situation: Situation, detail: Detail = .points) throws(ArithmeticError) -> Explanation {
    try TotalEvaluation(base: verified, weights: weights, detail: detail, tries: tries).total(in: situation)
  }

  func result(_ filling: Filling = [:]) throws(ArithmeticError) -> ProposalResult {
    var filled = self
    if !filling.isEmpty { filled.known = known.filled(filling) }
    return try filled.result(filled.parts())
  }

  /// - Parameter parts: of this proposal.
  func result(_ parts: CriterionParts) throws(ArithmeticError) -> ProposalResult {
    let proposal = data.proposals[index]
    let situation = known
    let values = RuleValues(situation)
    let (total, claimedTotal) = try totals(parts)
    let eligibility = zip(ruleset.eligibility, values.eligibility).map { rule, value in
      let condition = Condition(value, of: rule.require)
      return EligibilityResult(
        verdict: condition.verdict, condition: trace(rule.require, situation, .requirement),
        causes: condition.causes)
    }
    let exclusions = zip(ruleset.exclusions.indices, values.exclusions).map {
      exclusion($0, Condition($1, of: ruleset.exclusions[$0].when), situation)
    }
    let flags = zip(ruleset.flags, values.flags).map { flag, value in
      let condition = Condition(value, of: flag.when)
      let isShown = condition.verdict != .notMet
      return FlagResult(
        verdict: condition.verdict,
        text: isShown ? flag.text.map { render($0, in: situation.scope, situation) } : nil,
        condition: isShown ? trace(flag.when, situation) : nil, causes: condition.causes)
    }
    let group = group(situation)
    var reservations: [Reservation] = []
    let list = list(
      total: total, eligibility: eligibility, exclusions: exclusions, flags: flags,
      group: group, reservations: &reservations)
    var name: String?
    if let field = ruleset.form.nameField, case .string(let text)? = situation.scope.value(of: field) {
      name = text
    }
    var result = ProposalResult(
      id: proposal.id, name: name, index: index, group: group, list: list, reservations: reservations,
      verified: total, claimed: claimedTotal, eligibility: eligibility, exclusions: exclusions, flags: flags,
      columns: values.columns, asked: values.asked ?? .null(nil),
      facts: situation.facts, examination: examination(situation), corrections: sheets.corrections,
      checks: checks(situation, values, total), open: total.causes)
    result.askedByYear = ruleset.money?.byYear.map { situation.evaluate($0, in: situation.scope) }
    if detail == .full {
      result.profiles = profiles(situation)
      result.lists = shownLists(situation)
    }
    return result
  }

  /// The criteria before they are weighed.
  func parts() throws(ArithmeticError) -> CriterionParts {
    CriterionParts(
      verified: try ofVerified.parts(in: known), claimed: try ofClaimed.parts(in: stated))
  }

  /// Of what is verified, and of what is claimed.
  private func totals(_ parts: CriterionParts) throws(ArithmeticError) -> (Explanation, Explanation) {
    (
      try ofVerified.total(of: parts.verified, known), try ofClaimed.total(of: parts.claimed, stated)
    )
  }

  private var ofVerified: TotalEvaluation {
    TotalEvaluation(base: verified, weights: weights, detail: detail, tries: tries)
  }

  private var ofClaimed: TotalEvaluation { TotalEvaluation(base: claimed, weights: weights, detail: detail) }

  /// The result by these weights of a proposal that has been scored by others: what is summed, and what hangs on sums.
  ///
  /// - Parameters:
  ///   - result: of this proposal by any weights.
  ///   - parts: of this proposal.
  func reweighed(_ result: ProposalResult, _ parts: CriterionParts) throws(ArithmeticError) -> ProposalResult
  {
    var result = result
    (result.verified, result.claimed) = try totals(parts)
    result.open = result.verified.causes
    result.reservations = []
    result.list = list(
      total: result.verified, eligibility: result.eligibility, exclusions: result.exclusions,
      flags: result.flags, group: result.group, reservations: &result.reservations)
    return result
  }

  func trace(
    _ compiled: Compiled, _ situation: Situation, _ purpose: ConditionPurpose = .condition
  ) -> ConditionTrace? {
    detail == .full
      ? traceCondition(
        compiled.expression, in: situation.scope, evaluator: situation.evaluator,
        vocabulary: ruleset.vocabulary, purpose: purpose)
      : nil
  }

  // MARK: Exclusions

  /// docs/scoring.md, 6.
  private func exclusion(_ number: Int, _ condition: Condition, _ situation: Situation) -> ExclusionResult {
    let rule = ruleset.exclusions[number]
    let result = {
      (
        status: ExclusionResult.Status, decision: ExclusionResult.Decision?,
        exception: ExclusionResult.Decision?
      ) in
      ExclusionResult(
        status: status, verdict: condition.verdict, condition: trace(rule.when, situation),
        decision: decision, exception: exception, causes: condition.causes)
    }
    var recorded: (decided: Bool, decision: ExclusionResult.Decision)?
    for sheet in sheets.sheets where recorded == nil {
      for entry in sheet.exclusions where entry.exclusion == number && recorded == nil {
        recorded = (
          entry.decided,
          ExclusionResult.Decision(
            role: sheet.role, date: sheet.date, reason: entry.reason, decidedBy: nil, validTo: nil)
        )
      }
    }
    if let recorded, !recorded.decided { return result(.lifted(exception: nil), recorded.decision, nil) }
    var decision = recorded?.decision
    if decision == nil {
      switch condition.verdict {
      case .notMet: return result(.notMet, nil, nil)
      case .unknown, .failed: return result(.untried, nil, nil)
      case .met:
        decision = answer(to: rule.judgements)
        if decision == nil { return result(.undecided, nil, nil) }
      }
    }
    for sheet in sheets.sheets {
      for entry in sheet.exceptions where entry.exclusion == number && data.round.asOf <= entry.validTo {
        return result(
          .lifted(exception: entry.exception), decision,
          ExclusionResult.Decision(
            role: sheet.role, date: sheet.date, reason: entry.reason, decidedBy: entry.decidedBy,
            validTo: entry.validTo))
      }
    }
    return result(.excluded, decision, nil)
  }

  /// The answer of the role first in precedence to one of these judgements.
  private func answer(to judgements: [String]) -> ExclusionResult.Decision? {
    for sheet in sheets.sheets {
      for given in sheet.judgements where judgements.contains(ruleset.judgements[given.judgement].id) {
        let roles = ruleset.judgements[given.judgement].roles
        if roles.isEmpty || roles.contains(sheet.role) {
          return ExclusionResult.Decision(
            role: sheet.role, date: sheet.date, reason: given.reason, decidedBy: nil, validTo: nil)
        }
      }
    }
    return nil
  }

  // MARK: Lists

  /// The first group whose `when` holds; nil where there is none, or where one before it is not settled.
  private func group(_ situation: Situation) -> Int? {
    for (index, group) in ruleset.groups.enumerated() {
      guard let when = group.when else { return index }
      switch situation.condition(when, in: situation.scope).verdict {
      case .met: return index
      case .notMet: continue
      case .unknown, .failed: return nil
      }
    }
    return nil
  }

  /// docs/scoring.md, 6.
  private func list(
    total: Explanation, eligibility: [EligibilityResult], exclusions: [ExclusionResult],
    flags: [FlagResult], group: Int?, reservations: inout [Reservation]
  ) -> List {
    if eligibility.contains(where: { $0.verdict == .notMet })
      || exclusions.contains(where: { $0.status == .excluded })
    {
      return .notExamined
    }
    let open = zip(ruleset.eligibility, eligibility).filter { $1.verdict != .met }
    let groupIsOpen = group == nil && !ruleset.groups.isEmpty
    if groupIsOpen || open.contains(where: { $0.0.resolvedBy == .applicant }) { return .supplement }
    if !open.isEmpty || exclusions.contains(where: { $0.status == .undecided }) { return .assess }

    var isBelow = false
    if let threshold = ruleset.threshold {
      if total.contribution.high < threshold {
        isBelow = true
      } else if total.contribution.low < threshold {
        reservations.append(.totalThreshold)
      }
    }
    for (criterion, node) in zip(ruleset.criteria, total.children) {
      checkThresholds(criterion, node, &isBelow, &reservations)
    }
    if isBelow {
      reservations = []
      return .belowThreshold
    }
    for (index, exclusion) in exclusions.enumerated() where exclusion.status == .untried {
      reservations.append(.exclusion(index))
    }
    for (index, flag) in flags.enumerated() where ruleset.flags[index].asksPerson && flag.verdict != .notMet {
      reservations.append(.flag(index))
    }
    return .ranked
  }

  private func checkThresholds(
    _ criterion: Criterion, _ node: Explanation, _ isBelow: inout Bool, _ reservations: inout [Reservation]
  ) {
    if node.isApplicable == false { return }
    if let threshold = criterion.threshold, let points = node.points {
      if points.high < threshold && node.isApplicable != nil {
        isBelow = true
      } else if points.low < threshold {
        reservations.append(.criterionThreshold(node.path))
      }
    }
    guard case .composite(let parts, _) = criterion.scoring, criterion.each == nil else { return }
    for part in parts {
      for child in node.children where child.path == node.path + "/" + part.id && child.kind == .criterion {
        checkThresholds(part, child, &isBelow, &reservations)
      }
    }
  }

  // MARK: What has been looked at

  private func examination(_ situation: Situation) -> Examination {
    var needed = 0
    var given = 0
    for (index, judgement) in ruleset.judgements.enumerated() where judgement.decides {
      for key in keys(of: judgement, situation) {
        needed += 1
        if !sheets.judgement(index, key: key, in: ruleset).answers.isEmpty { given += 1 }
      }
    }
    var documents = 0
    var seen = 0
    if let field = ruleset.form.documentsField,
      case .list(let all)? = situation.scope.value(of: field)
    {
      documents = all.count
      for document in all {
        if case .context(let context) = document, case .string(let id)? = context["id"],
          sheets.seen[id] != nil
        {
          seen += 1
        }
      }
    }
    return Examination(
      isExamined: !sheets.sheets.isEmpty && given == needed, sheets: sheets.sheets.count,
      recusedSheets: sheets.recused, documents: documents, documentsSeen: seen, judgementsNeeded: needed,
      judgementsGiven: given)
  }

  /// nil for a judgement that is one for the proposal; else the keys of its list's items.
  private func keys(of judgement: Judgement, _ situation: Situation) -> [String?] {
    guard let list = judgement.per else { return [nil] }
    guard case .list(let items)? = situation.scope.value(of: list) else { return [] }
    var keys: [String?] = []
    for item in items {
      if case .context(let context) = item, case .string(let key)? = context["id"] { keys.append(key) }
    }
    return keys
  }

  // MARK: Kontrollera

  private func checks(_ situation: Situation, _ values: RuleValues, _ total: Explanation) -> [Check] {
    var checks: [Check] = []
    func add(_ path: String, _ compiled: Compiled, _ value: Value) {
      if case .null(let reason?) = value {
        checks.append(Check(path: path, reason: reason, span: compiled.span(of: reason.range)))
      }
    }
    for (fact, value) in zip(ruleset.facts, situation.facts) { add(fact.name, fact.value, value) }
    for (rule, value) in zip(ruleset.eligibility, values.eligibility) { add(rule.id, rule.require, value) }
    for (rule, value) in zip(ruleset.exclusions, values.exclusions) { add(rule.id, rule.when, value) }
    for (rule, value) in zip(ruleset.flags, values.flags) { add(rule.id, rule.when, value) }
    for (column, value) in zip(ruleset.columns, values.columns) { add(column.id, column.value, value) }
    if let money = ruleset.money, let asked = values.asked { add("money", money.asked, asked) }
    collect(total, &checks)
    return checks
  }

  private func collect(_ node: Explanation, _ checks: inout [Check]) {
    for note in node.notes {
      if case .failed(let reason, let span) = note {
        checks.append(Check(path: node.path, reason: reason, span: span))
      }
    }
    for child in node.children { collect(child, &checks) }
  }
}
