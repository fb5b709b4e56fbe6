public import Diagnostics
public import ExactNumbers
public import FEEL

/// What would earn a proposal more, every figure found by scoring it again: caps, ladders, thresholds and moved
/// weight count, so figures are never added up.
public struct Improvements: Sendable {
  /// Index of the proposal.
  public var proposal: Int
  /// The total as it stands.
  public var total: Interval
  /// Rules that do not give all they can, as if they held and could be proven; largest gain first.
  public var assumed: [Assumed]
  /// Single changes of what the proposal says, or of what has been seen; largest gain first.
  public var confirmed: [Confirmed]
  /// Thresholds that are not certainly reached, the total's first.
  public var thresholds: [Threshold]

  /// A rule with its verdict forced.
  public final class Assumed: Sendable {
    /// Of the rule, or of the criterion where no single rule stands for its points.
    public let path: String
    public let title: Text
    public let kind: Explanation.Kind
    /// As it stands.
    public let verdict: Verdict?
    /// The rule takes points away: forced not to hold.
    public let isDenied: Bool
    /// Steps below it on its ladder that are forced with it.
    public let with: [String]
    /// The total under the assumption.
    public let total: Interval
    public let advice: Text?
    public let evidence: EvidenceTrace?
    /// Documents any one of which, once seen, is evidence enough.
    public let lifting: [String]
    public let judgements: [JudgementTrace]

    init(
      path: String, title: Text, kind: Explanation.Kind, verdict: Verdict?, isDenied: Bool, with: [String],
      total: Interval, advice: Text?, evidence: EvidenceTrace?, lifting: [String],
      judgements: [JudgementTrace]
    ) {
      self.path = path
      self.title = title
      self.kind = kind
      self.verdict = verdict
      self.isDenied = isDenied
      self.with = with
      self.total = total
      self.advice = advice
      self.evidence = evidence
      self.lifting = lifting
      self.judgements = judgements
    }
  }

  /// One concrete change.
  public final class Confirmed: Sendable {
    public let change: Change
    /// The total after the change: what ranking gives once it is written down.
    public let total: Interval
    /// Paths of the rules and criteria that give more by it.
    public let rules: [String]

    init(
      change: Change, total: Interval, rules: [String]
    ) {
      self.change = change
      self.total = total
      self.rules = rules
    }
  }

  public enum Change: Sendable {
    /// A field to a value it does not have; `from` may be unknown or null.
    case field(FieldPath, from: Value, to: Value)
    /// Some role has seen the document.
    case document(String)
  }

  /// One of the steps towards something.
  public enum Step: Sendable {
    case confirmed(Confirmed)
    case assumed(Assumed)
  }

  public struct Threshold: Sendable {
    /// Path of the criterion; nil for the total.
    public var path: String?
    public var required: Rational
    /// As it stands, in the threshold's own points.
    public var points: Interval
    /// Fewest steps that are enough; nil where none were found.
    public var way: Way?
  }

  /// Steps that together are enough.
  public struct Way: Sendable {
    public var steps: [Step]
    /// The total after all of them.
    public var total: Interval
    /// Every smaller set of the steps that help was tried.
    public var isShortest: Bool
    public init(steps: [Step], total: Interval, isShortest: Bool) {
      self.steps = steps
      self.total = total
      self.isShortest = isShortest
    }
  }
}

/// Where a proposal should get to.
public enum ImprovementGoal: Sendable, Hashable {
  /// The low end of the total is at least this.
  case total(Rational)
  /// Its rank in its group, the others as they are, is this or better.
  case rank(Int)
}
