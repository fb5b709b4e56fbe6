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

  public var kind: Kind {
    get { content.parts.kind }
    set {
      own()
      content.parts.kind = newValue
    }
  }
  /// The rule's path of ids: `partner-breadth/civil`, with `[key]` for a member.
  public var path: String {
    get { content.parts.path }
    set {
      own()
      content.parts.path = newValue
    }
  }
  public var title: Text {
    get { content.parts.title }
    set {
      own()
      content.parts.title = newValue
    }
  }
  public var verdict: Verdict? {
    get { content.parts.verdict }
    set {
      own()
      content.parts.verdict = newValue
    }
  }
  /// Own points got, for a rule or criterion.
  public var points: Interval? {
    get { content.parts.points }
    set {
      own()
      content.parts.points = newValue
    }
  }
  /// Own points possible.
  public var possiblePoints: Rational? {
    get { content.parts.possiblePoints }
    set {
      own()
      content.parts.possiblePoints = newValue
    }
  }
  /// Value 0 … 1, for criteria and members.
  public var value: Interval? {
    get { content.parts.value }
    set {
      own()
      content.parts.value = newValue
    }
  }
  /// Part of the total. An adjustment's ends need not be in order.
  public var contribution: (low: Rational, high: Rational) {
    get { content.parts.contribution }
    set {
      own()
      content.parts.contribution = newValue
    }
  }
  /// The contribution at full points.
  public var possibleContribution: Rational? {
    get { content.parts.possibleContribution }
    set {
      own()
      content.parts.possibleContribution = newValue
    }
  }
  /// Share of the total weight, 0 … 1, after moved weight; an interval while applicability is unknown.
  public var weight: Interval? {
    get { content.parts.weight }
    set {
      own()
      content.parts.weight = newValue
    }
  }
  public var quality: IntervalQuality {
    get { content.parts.quality }
    set {
      own()
      content.parts.quality = newValue
    }
  }
  public var isApplicable: Bool? {
    get { content.parts.isApplicable }
    set {
      own()
      content.parts.isApplicable = newValue
    }
  }
  /// The condition with verdicts, sentences and observations; only in a full explanation.
  public var condition: ConditionTrace? {
    get { content.parts.condition }
    set {
      own()
      content.parts.condition = newValue
    }
  }
  public var evidence: EvidenceTrace? {
    get { content.parts.evidence }
    set {
      own()
      content.parts.evidence = newValue
    }
  }
  public var judgements: [JudgementTrace] {
    get { content.parts.judgements }
    set {
      own()
      content.parts.judgements = newValue
    }
  }
  public var because: Text? {
    get { content.parts.because }
    set {
      own()
      content.parts.because = newValue
    }
  }
  public var advice: Text? {
    get { content.parts.advice }
    set {
      own()
      content.parts.advice = newValue
    }
  }
  public var sources: [SourceReference] {
    get { content.parts.sources }
    set {
      own()
      content.parts.sources = newValue
    }
  }
  /// Where the rule stands.
  public var span: Span? {
    get { content.parts.span }
    set {
      own()
      content.parts.span = newValue
    }
  }
  public var notes: [Note] {
    get { content.parts.notes }
    _modify {
      own()
      yield &content.parts.notes
    }
  }
  /// What the low and high end differ by.
  public var causes: [Unknown.Cause] {
    get { content.parts.causes }
    set {
      own()
      content.parts.causes = newValue
    }
  }
  public var children: [Explanation] {
    get { content.parts.children }
    _modify {
      own()
      yield &content.parts.children
    }
  }

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
    content = Content(Parts(kind: kind, path: path, title: title))
  }

  // MARK: Storage

  /// Nodes are handed on far more often than they are changed, so one is held by reference and copied when one of
  /// several holders changes it.
  private var content: Content

  /// INVARIANT: changed only by its single holder.
  private final class Content: @unchecked Sendable {
    var parts: Parts

    init(_ parts: Parts) { self.parts = parts }
  }

  private struct Parts {
    var kind: Kind
    var path: String
    var title: Text
    var verdict: Verdict?
    var points: Interval?
    var possiblePoints: Rational?
    var value: Interval?
    var contribution: (low: Rational, high: Rational) = (.zero, .zero)
    var possibleContribution: Rational?
    var weight: Interval?
    var quality: IntervalQuality = .exact
    var isApplicable: Bool?
    var condition: ConditionTrace?
    var evidence: EvidenceTrace?
    var judgements: [JudgementTrace] = []
    var because: Text?
    var advice: Text?
    var sources: [SourceReference] = []
    var span: Span?
    var notes: [Note] = []
    var causes: [Unknown.Cause] = []
    var children: [Explanation] = []
  }

  private mutating func own() {
    if !isKnownUniquelyReferenced(&content) { content = Content(content.parts) }
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
