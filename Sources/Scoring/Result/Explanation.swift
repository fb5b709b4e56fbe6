public import Criteria
public import Diagnostics
public import ExactNumbers
public import FEEL

/// One node of the explanation, from a total down to a single rule.
///
/// INVARIANT: where there are children, `contribution` is their sum at the low end and at the high end.
public struct Explanation: Sendable {
  public enum Kind: Sendable, Hashable {
    case total
    case criterion
    /// One member of the list that a criterion is scored for each of.
    case item
    case step
    case rule
    case measure
    case judged
    case row
    case adjustment(Adjustment)
  }

  /// What was changed after the parts were added up.
  public enum Adjustment: Sendable, Hashable {
    /// More points than the cap.
    case cap
    /// Less than nothing.
    case floor
    /// Evidence below what is asked for full points.
    case evidence
    /// Only the lowest part counts.
    case minimum
    /// Steps above the place where the climb stopped.
    case stopped
    /// Weight moved here from, or away to, another criterion.
    case movedWeight
    /// Parts that rest on the same unknowns cannot all be at their ends at once.
    case dependency
    /// A list whose members are not settled.
    case membership
  }

  public var kind: Kind
  /// The rule's path of ids: `partner-breadth/civil`, with `[key]` for a member.
  public var path: String
  public var title: Text
  public var verdict: Verdict?
  /// Own points got, for a rule or criterion.
  public var points: Interval?
  /// Own points possible.
  public var possiblePoints: Rational?
  /// Value 0 … 1, for criteria and members.
  public var value: Interval?
  /// Part of the total. An adjustment's ends need not be in order.
  public var contribution: (low: Rational, high: Rational)
  /// The contribution at full points.
  public var possibleContribution: Rational?
  /// Share of the total weight, 0 … 1, after moved weight; an interval while applicability is unknown.
  public var weight: Interval?
  public var quality: IntervalQuality
  public var isApplicable: Bool?
  /// The condition with verdicts, sentences and observations; only in a full explanation.
  public var condition: ConditionTrace?
  public var evidence: EvidenceTrace?
  public var judgements: [JudgementTrace]
  public var because: Text?
  public var advice: Text?
  public var sources: [SourceReference]
  /// Where the rule stands.
  public var span: Span?
  public var notes: [Note]
  /// What the low and high end differ by.
  public var causes: [Unknown.Cause]
  public var children: [Explanation]

  /// Something worth saying that is no points.
  public enum Note: Sendable {
    /// Null without an error counted as not met.
    case nullCountedAsNotMet
    case nullCountedAsZero
    case failed(NullReason, Span)
    case emptyList
    case belowThreshold(Rational)
    case thresholdInsideInterval(Rational)
    /// Weights summed to this instead of 100.
    case weightsNormalised(Rational)
    case notApplicable
    case mayNotApply
    case noCriterionApplies
    /// The lowest member, where the ruleset asks to see it.
    case lowestMember(String, Interval)
    /// A table: more than one row holds under U, or rows that differ under A.
    case tableConflict
    case noRowMatches
    /// The document that would lift the evidence, by id.
    case ladderStopped(atStep: String)
  }

  public init(kind: Kind, path: String, title: Text) {
    self.kind = kind
    self.path = path
    self.title = title
    self.contribution = (.zero, .zero)
    self.quality = .exact
    self.judgements = []
    self.sources = []
    self.notes = []
    self.causes = []
    self.children = []
  }
}

/// The evidence that a rule rests on.
public struct EvidenceTrace: Sendable {
  public var required: Int
  /// Level at the low and at the high end.
  public var low: Int
  public var high: Int
  public var documents: [Document]

  public struct Document: Sendable {
    public var id: String
    public var title: String?
    public var low: Int
    public var high: Int
    /// nil: nobody has looked, or roles differ.
    public var seen: Bool?
    public var path: FieldPath?
    public init(id: String, title: String?, low: Int, high: Int, seen: Bool?, path: FieldPath?) {
      self.id = id
      self.title = title
      self.low = low
      self.high = high
      self.seen = seen
      self.path = path
    }
  }

  public init(required: Int, low: Int, high: Int, documents: [Document]) {
    self.required = required
    self.low = low
    self.high = high
    self.documents = documents
  }
}

/// A judgement as it stands: who answered what, and what it counts as.
public struct JudgementTrace: Sendable {
  public struct Answer: Sendable {
    public var role: String
    public var date: CalendarDate
    public var step: Int
    public var reason: String?
    public var isJoint: Bool
    public init(role: String, date: CalendarDate, step: Int, reason: String?, isJoint: Bool) {
      self.role = role
      self.date = date
      self.step = step
      self.reason = reason
      self.isJoint = isJoint
    }
  }
  /// Index in `Ruleset.judgements`.
  public var judgement: Int
  public var key: String?
  public var answers: [Answer]
  /// The steps that it may be, lowest and highest.
  public var low: Int
  public var high: Int
  public init(judgement: Int, key: String?, answers: [Answer], low: Int, high: Int) {
    self.judgement = judgement
    self.key = key
    self.answers = answers
    self.low = low
    self.high = high
  }
}
