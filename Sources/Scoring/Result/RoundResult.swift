public import Criteria
public import Diagnostics
public import ExactNumbers
public import FEEL

/// What came of a round: every proposal's result and the order within each group.
public struct RoundResult: Sendable {
  /// The weights that were used, in the ruleset's order of criteria.
  public var weights: [Rational]
  /// The weights are somebody's trial, not the ruleset's.
  public var isTrial: Bool
  /// In the order of the round's proposals.
  public var proposals: [ProposalResult]
  /// In the ruleset's order; last, where there are any, those whose group cannot be told (`group` nil).
  public var groups: [GroupResult]
  public var changes: [OrderChange]
  /// What the outcome says about the criteria.
  public var notes: [CraftNote] = []

  public init(
    weights: [Rational], isTrial: Bool, proposals: [ProposalResult], groups: [GroupResult],
    changes: [OrderChange]
  ) {
    self.weights = weights
    self.isTrial = isTrial
    self.proposals = proposals
    self.groups = groups
    self.changes = changes
  }
}

/// Where a proposal is listed (docs/scoring.md, 6).
public enum List: Int, Sendable, Hashable, Comparable {
  case ranked
  case belowThreshold
  /// The applicant supplements: "komplettera".
  case supplement
  /// The association assesses: "bedöms".
  case assess
  /// "Föreslås inte prövas".
  case notExamined

  public static func < (a: List, b: List) -> Bool { a.rawValue < b.rawValue }
}

public struct GroupResult: Sendable {
  /// Index in `Ruleset.groups`; nil where it cannot be told. A ruleset without groups has one, with index nil.
  public var group: Int?
  public var ranked: [RankedEntry]
  /// Indices of proposals, in order of their totals' low ends.
  public var belowThreshold: [Int]
  public var supplement: [Int]
  public var assess: [Int]
  public var notExamined: [Int]

  public init(
    group: Int?, ranked: [RankedEntry], belowThreshold: [Int], supplement: [Int], assess: [Int],
    notExamined: [Int]
  ) {
    self.group = group
    self.ranked = ranked
    self.belowThreshold = belowThreshold
    self.supplement = supplement
    self.assess = assess
    self.notExamined = notExamined
  }
}

public struct RankedEntry: Sendable {
  /// Index of the proposal.
  public var proposal: Int
  public var rank: Int
  public var best: Int
  public var worst: Int
  /// Its low end and the next one's differ by less than `indistinguishable_within`.
  public var isCloseToNext: Bool
  /// The tie key that put it before or after one with the same total.
  public var settledBy: String?

  public init(proposal: Int, rank: Int, best: Int, worst: Int, isCloseToNext: Bool, settledBy: String?) {
    self.proposal = proposal
    self.rank = rank
    self.best = best
    self.worst = worst
    self.isCloseToNext = isCloseToNext
    self.settledBy = settledBy
  }
}

/// Something that could change the order, strongest first.
public enum OrderChange: Sendable {
  /// `proposal`'s total would be `total` if `cause` turned out as well as it can.
  case settled(proposal: Int, cause: Unknown.Cause, total: Rational, rankAfter: Int)
  /// With this weight of the criterion (the others in proportion) `second` passes `first`.
  case weight(criterion: Int, weight: Rational, from: Rational, first: Int, second: Int)
}

public struct ProposalResult: Sendable {
  public var id: String
  public var name: String?
  /// Index in `RoundData.proposals`.
  public var index: Int
  /// Index in `Ruleset.groups`.
  public var group: Int?
  public var list: List
  public var reservations: [Reservation]
  /// The run that ranks.
  public var verified: Explanation
  /// The same rules on what the applicant claims.
  public var claimed: Explanation
  public var eligibility: [EligibilityResult]
  public var exclusions: [ExclusionResult]
  public var flags: [FlagResult]
  public var columns: [Value]
  /// As the ruleset's profiles and lists; only in a full explanation.
  public var profiles: [ProfileResult] = []
  public var lists: [ShownListResult] = []
  public var asked: Value
  /// As the ruleset's `money.by_year`, where it has one.
  public var askedByYear: Value?
  public var facts: [Value]
  public var examination: Examination
  public var corrections: [Correction]
  /// Everything that somebody should check: failed conditions, with their places.
  public var checks: [Check]
  /// Everything unknown that the verified total hangs on.
  public var open: [Unknown.Cause]

  /// The verified total.
  public var total: Interval { Interval(verified.contribution.low, verified.contribution.high) }

  public init(
    id: String, name: String?, index: Int, group: Int?, list: List, reservations: [Reservation],
    verified: Explanation, claimed: Explanation, eligibility: [EligibilityResult],
    exclusions: [ExclusionResult], flags: [FlagResult], columns: [Value], asked: Value, facts: [Value],
    examination: Examination, corrections: [Correction], checks: [Check], open: [Unknown.Cause]
  ) {
    self.id = id
    self.name = name
    self.index = index
    self.group = group
    self.list = list
    self.reservations = reservations
    self.verified = verified
    self.claimed = claimed
    self.eligibility = eligibility
    self.exclusions = exclusions
    self.flags = flags
    self.columns = columns
    self.asked = asked
    self.facts = facts
    self.examination = examination
    self.corrections = corrections
    self.checks = checks
    self.open = open
  }
}

/// Why a ranked proposal is ranked under reservation.
public enum Reservation: Sendable, Hashable {
  /// The threshold of the total lies inside its interval.
  case totalThreshold
  /// The threshold of that criterion (its path) lies inside its interval.
  case criterionThreshold(String)
  /// The exclusion with that index is not tried.
  case exclusion(Int)
  /// The flag with that index asks for a person.
  case flag(Int)
}

public struct EligibilityResult: Sendable {
  public var verdict: Verdict
  public var condition: ConditionTrace?
  public var causes: [Unknown.Cause]
  public init(verdict: Verdict, condition: ConditionTrace?, causes: [Unknown.Cause]) {
    self.verdict = verdict
    self.condition = condition
    self.causes = causes
  }
}

public struct ExclusionResult: Sendable {
  public enum Status: Sendable, Hashable {
    case notMet
    /// `when` is unknown or failed.
    case untried
    /// `when` is met but nobody has decided.
    case undecided
    case excluded
    /// Decided, and lifted by an exception (its index) or by a role that decided otherwise (nil).
    case lifted(exception: Int?)
  }
  public var status: Status
  public var verdict: Verdict
  public var condition: ConditionTrace?
  /// Who decided, with reason and date.
  public var decision: Decision?
  public var exception: Decision?
  public var causes: [Unknown.Cause]

  public struct Decision: Sendable {
    public var role: String
    public var date: CalendarDate
    public var reason: String?
    /// For an exception: who decided it and until when.
    public var decidedBy: String?
    public var validTo: CalendarDate?
    public init(role: String, date: CalendarDate, reason: String?, decidedBy: String?, validTo: CalendarDate?)
    {
      self.role = role
      self.date = date
      self.reason = reason
      self.decidedBy = decidedBy
      self.validTo = validTo
    }
  }

  public init(
    status: Status, verdict: Verdict, condition: ConditionTrace?, decision: Decision?, exception: Decision?,
    causes: [Unknown.Cause]
  ) {
    self.status = status
    self.verdict = verdict
    self.condition = condition
    self.decision = decision
    self.exception = exception
    self.causes = causes
  }
}

public struct FlagResult: Sendable {
  public var verdict: Verdict
  public var text: Text?
  public var condition: ConditionTrace?
  public var causes: [Unknown.Cause]
  public init(verdict: Verdict, text: Text?, condition: ConditionTrace?, causes: [Unknown.Cause]) {
    self.verdict = verdict
    self.text = text
    self.condition = condition
    self.causes = causes
  }
}

/// How far the association has come with a proposal.
public struct Examination: Sendable, Hashable {
  /// Some role has handed in a sheet and every judgement that `decides` is answered.
  public var isExamined: Bool
  /// Sheets that count.
  public var sheets: Int
  /// Sheets dropped because their role has a conflict of interest.
  public var recusedSheets: Int
  public var documents: Int
  public var documentsSeen: Int
  public var judgementsNeeded: Int
  public var judgementsGiven: Int
  public init(
    isExamined: Bool, sheets: Int, recusedSheets: Int, documents: Int, documentsSeen: Int,
    judgementsNeeded: Int, judgementsGiven: Int
  ) {
    self.isExamined = isExamined
    self.sheets = sheets
    self.recusedSheets = recusedSheets
    self.documents = documents
    self.documentsSeen = documentsSeen
    self.judgementsNeeded = judgementsNeeded
    self.judgementsGiven = judgementsGiven
  }
}

/// What roles made of a claim.
public struct Correction: Sendable {
  public enum Outcome: Sendable, Hashable { case confirmed, corrected, rejected, disagreement }
  public struct Sheet: Sendable {
    public var role: String
    public var date: CalendarDate
    public var verdict: ClaimVerdict.Verdict
    public var reason: String?
    public init(role: String, date: CalendarDate, verdict: ClaimVerdict.Verdict, reason: String?) {
      self.role = role
      self.date = date
      self.verdict = verdict
      self.reason = reason
    }
  }
  public var path: FieldPath
  public var outcome: Outcome
  public var claimed: Value
  public var counts: Value
  public var sheets: [Sheet]
  public init(path: FieldPath, outcome: Outcome, claimed: Value, counts: Value, sheets: [Sheet]) {
    self.path = path
    self.outcome = outcome
    self.claimed = claimed
    self.counts = counts
    self.sheets = sheets
  }
}

/// A condition or value that failed.
public struct Check: Sendable {
  /// The rule's path, a fact's or column's name.
  public var path: String
  public var reason: NullReason
  public var span: Span
  public init(path: String, reason: NullReason, span: Span) {
    self.path = path
    self.reason = reason
    self.span = span
  }
}
