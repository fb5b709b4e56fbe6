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
    get { content.said.parts.kind }
    set {
      ownSaid()
      content.said.parts.kind = newValue
    }
  }
  /// The rule's path of ids: `partner-breadth/civil`, with `[key]` for a member.
  public var path: String {
    get { content.said.parts.path }
    set {
      ownSaid()
      content.said.parts.path = newValue
    }
  }
  public var title: Text {
    get { content.said.parts.title }
    set {
      ownSaid()
      content.said.parts.title = newValue
    }
  }
  public var verdict: Verdict? {
    get { content.said.parts.verdict }
    set {
      ownSaid()
      content.said.parts.verdict = newValue
    }
  }
  /// Own points got, for a rule or criterion.
  public var points: Interval? {
    get { content.figures.points }
    set {
      own()
      content.figures.points = newValue
    }
  }
  /// Own points possible.
  public var possiblePoints: Rational? {
    get { content.said.parts.possiblePoints }
    set {
      ownSaid()
      content.said.parts.possiblePoints = newValue
    }
  }
  /// Value 0 … 1, for criteria and members.
  public var value: Interval? {
    get { content.figures.value }
    set {
      own()
      content.figures.value = newValue
    }
  }
  /// Part of the total. An adjustment's ends need not be in order.
  public var contribution: (low: Rational, high: Rational) {
    get { content.figures.contribution }
    set {
      own()
      content.figures.contribution = newValue
    }
  }
  /// The contribution at full points.
  public var possibleContribution: Rational? {
    get { content.figures.possibleContribution }
    set {
      own()
      content.figures.possibleContribution = newValue
    }
  }
  /// Share of the total weight, 0 … 1, after moved weight; an interval while applicability is unknown.
  public var weight: Interval? {
    get { content.figures.weight }
    set {
      own()
      content.figures.weight = newValue
    }
  }
  public var quality: IntervalQuality {
    get { content.figures.quality }
    set {
      own()
      content.figures.quality = newValue
    }
  }
  public var isApplicable: Bool? {
    get { content.figures.isApplicable }
    set {
      own()
      content.figures.isApplicable = newValue
    }
  }
  /// The condition with verdicts, sentences and observations; only in a full explanation.
  public var condition: ConditionTrace? {
    get { content.said.parts.condition }
    set {
      ownSaid()
      content.said.parts.condition = newValue
    }
  }
  public var evidence: EvidenceTrace? {
    get { content.said.parts.evidence }
    set {
      ownSaid()
      content.said.parts.evidence = newValue
    }
  }
  public var judgements: [JudgementTrace] {
    get { content.said.parts.judgements }
    set {
      ownSaid()
      content.said.parts.judgements = newValue
    }
  }
  public var because: Text? {
    get { content.said.parts.because }
    set {
      ownSaid()
      content.said.parts.because = newValue
    }
  }
  public var advice: Text? {
    get { content.said.parts.advice }
    set {
      ownSaid()
      content.said.parts.advice = newValue
    }
  }
  public var sources: [SourceReference] {
    get { content.said.parts.sources }
    set {
      ownSaid()
      content.said.parts.sources = newValue
    }
  }
  /// Where the rule stands.
  public var span: Span? {
    get { content.said.parts.span }
    set {
      ownSaid()
      content.said.parts.span = newValue
    }
  }
  public var notes: [Note] {
    get { content.said.parts.notes }
    _modify {
      ownSaid()
      yield &content.said.parts.notes
    }
  }
  /// What the low and high end differ by.
  public var causes: [Unknown.Cause] {
    get { content.said.parts.causes }
    set {
      ownSaid()
      content.said.parts.causes = newValue
    }
  }
  public var children: [Explanation] {
    get { content.figures.children }
    _modify {
      own()
      yield &content.figures.children
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
    content = Content(Figures(), Said(Said.Parts(kind: kind, path: path, title: title)))
  }

  // MARK: Storage

  /// Nodes are handed on far more often than they are changed, so one is held by reference and copied when one of
  /// several holders changes it. What other weights change lies apart from what they do not.
  private var content: Content

  /// INVARIANT: changed only by its single holder.
  private final class Content: @unchecked Sendable {
    var figures: Figures
    var said: Said

    init(_ figures: Figures, _ said: Said) {
      self.figures = figures
      self.said = said
    }
  }

  private struct Figures {
    var points: Interval?
    var value: Interval?
    var contribution: (low: Rational, high: Rational) = (.zero, .zero)
    var possibleContribution: Rational?
    var weight: Interval?
    var quality: IntervalQuality = .exact
    var isApplicable: Bool?
    var children: [Explanation] = []
  }

  /// INVARIANT: as of `Content`.
  private final class Said: @unchecked Sendable {
    var parts: Parts

    init(_ parts: Parts) { self.parts = parts }

    struct Parts {
      var kind: Kind
      var path: String
      var title: Text
      var verdict: Verdict?
      var possiblePoints: Rational?
      var condition: ConditionTrace?
      var evidence: EvidenceTrace?
      var judgements: [JudgementTrace] = []
      var because: Text?
      var advice: Text?
      var sources: [SourceReference] = []
      var span: Span?
      var notes: [Note] = []
      var causes: [Unknown.Cause] = []
    }
  }

  private mutating func own() {
    if !isKnownUniquelyReferenced(&content) { content = Content(content.figures, content.said) }
  }

  private mutating func ownSaid() {
    own()
    if !isKnownUniquelyReferenced(&content.said) { content.said = Said(content.said.parts) }
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
