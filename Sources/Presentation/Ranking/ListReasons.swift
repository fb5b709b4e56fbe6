internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Why a proposal stands in another list than the ranked.
struct ListReasons {
  let names: Names
  let phrases: RankingPhrases

  /// More questions than this are counted.
  private static let shown = 3

  private var ruleset: Ruleset { names.ruleset }

  func belowThreshold(_ result: ProposalResult) -> String {
    var reasons: [String] = []
    if let threshold = ruleset.threshold, result.total.high < threshold {
      reasons.append(
        phrases.isBelow(
          ShownNumber.total(result.total, threshold: threshold, names.language),
          ShownNumber.short(threshold, names.language)))
    }
    collect(ruleset.criteria, result.verified.children, &reasons)
    return phrases.entry(names.proposal(result), reasons)
  }

  private func collect(_ criteria: [Criterion], _ nodes: [Explanation], _ reasons: inout [String]) {
    for criterion in criteria {
      guard let node = nodes.first(where: { $0.kind == .criterion && $0.path.hasSuffix(criterion.id) }),
        node.isApplicable != false
      else { continue }
      if let threshold = criterion.threshold, let points = node.points, points.high < threshold {
        reasons.append(
          phrases.criterionIsBelow(
            names.inSentence(criterion.title), ShownNumber.range(points, names.language),
            ShownNumber.short(threshold, names.language)))
      }
      if case .composite(let parts, _) = criterion.scoring, criterion.each == nil {
        collect(parts, node.children, &reasons)
      }
    }
  }

  func supplement(_ result: ProposalResult) -> String {
    var reasons: [String] = []
    for (rule, outcome) in zip(ruleset.eligibility, result.eligibility) where rule.resolvedBy == .applicant {
      reasons += open(rule.title, outcome, result)
    }
    if result.group == nil && !ruleset.groups.isEmpty { reasons.append(phrases.groupOpen) }
    return phrases.entry(names.proposal(result), limited(reasons))
  }

  func assess(_ result: ProposalResult) -> String {
    var reasons: [String] = []
    for (rule, outcome) in zip(ruleset.eligibility, result.eligibility) where rule.resolvedBy == .association
    {
      reasons += open(rule.title, outcome, result)
    }
    for (rule, outcome) in zip(ruleset.exclusions, result.exclusions) where outcome.status == .undecided {
      reasons.append(phrases.undecided(names.inSentence(rule.title)))
    }
    return phrases.entry(names.proposal(result), limited(reasons))
  }

  func notExamined(_ result: ProposalResult) -> String {
    var reasons: [String] = []
    for (rule, outcome) in zip(ruleset.eligibility, result.eligibility) where outcome.verdict == .notMet {
      reasons.append(phrases.notEligible(names.inSentence(rule.title)))
    }
    for (rule, outcome) in zip(ruleset.exclusions, result.exclusions) where outcome.status == .excluded {
      reasons.append(phrases.excluded(names.inSentence(rule.title), outcome.decision, names))
    }
    return phrases.entry(names.proposal(result), reasons)
  }

  /// What keeps a condition from being settled.
  private func open(_ title: Text, _ outcome: EligibilityResult, _ result: ProposalResult) -> [String] {
    switch outcome.verdict {
    case .met, .notMet: return []
    case .failed: return [phrases.cannotBeComputed(names.inSentence(title))]
    case .unknown:
      let questions = names.questions(outcome.causes, of: result)
      if questions.isEmpty { return [phrases.unsettled(names.inSentence(title))] }
      return questions.map { phrases.inList($0.sentence) }
    }
  }

  private func limited(_ reasons: [String]) -> [String] {
    var unique: [String] = []
    for reason in reasons where !unique.contains(reason) { unique.append(reason) }
    if unique.count <= Self.shown { return unique }
    return unique.prefix(Self.shown) + [phrases.more(unique.count - Self.shown)]
  }
}
