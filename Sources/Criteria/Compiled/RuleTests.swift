public import Diagnostics
public import ExactNumbers
public import FEEL

/// The authors' cases for a ruleset, read and checked; Workbench runs them.
public struct RuleTests: Sendable {
  public var ruleset: String
  public var tests: [RuleTest]
  public var source: SourceID
  public init(ruleset: String, tests: [RuleTest], source: SourceID) {
    self.ruleset = ruleset
    self.tests = tests
    self.source = source
  }
}

/// One case: these claims and judgements give this.
public struct RuleTest: Sendable {
  public var name: String
  public var asOf: CalendarDate
  /// Without id; its source is the tests' file.
  public var proposal: Proposal
  public var judgements: [GivenJudgement]
  public var seen: Seen
  public var exclusions: [ExclusionDecision]
  public var exceptions: [ExceptionDecision]
  public var expected: Expectation
  /// Where its name stands.
  public var span: Span

  public enum Seen: Sendable, Hashable {
    case all
    case documents([String])
  }

  public init(
    name: String, asOf: CalendarDate, proposal: Proposal, judgements: [GivenJudgement], seen: Seen,
    exclusions: [ExclusionDecision], exceptions: [ExceptionDecision], expected: Expectation, span: Span
  ) {
    self.name = name
    self.asOf = asOf
    self.proposal = proposal
    self.judgements = judgements
    self.seen = seen
    self.exclusions = exclusions
    self.exceptions = exceptions
    self.expected = expected
    self.span = span
  }

  /// What is expected; what is nil or not listed is not compared.
  public struct Expectation: Sendable {
    public enum List: Sendable, Hashable { case ranked, belowThreshold, supplement, assess, notExamined }
    public enum Verdict: Sendable, Hashable { case met, notMet, unknown, failed }

    /// A number, or both ends of an interval.
    public struct Points: Sendable, Hashable {
      public var low: Rational
      public var high: Rational
      public var span: Span
      public init(low: Rational, high: Rational, span: Span) {
        self.low = low
        self.high = high
        self.span = span
      }
    }

    /// A criterion or a rule by the ids on the way from the top: `system-change/knowledge`.
    public struct Path: Sendable, Hashable {
      public var ids: [String]
      public var span: Span
      public init(ids: [String], span: Span) {
        self.ids = ids
        self.span = span
      }
      public var text: String { ids.joined(separator: "/") }
    }

    public var total: Points?
    public var list: List?
    public var listSpan: Span?
    public var group: String?
    public var groupSpan: Span?
    /// In each criterion's own points.
    public var criteria: [(path: Path, points: Points)]
    /// The last id is the rule's or step's.
    public var rules: [(path: Path, verdict: Verdict)]
    /// Exactly these flags are raised, by id; nil: not compared.
    public var flags: [String]?
    public var flagsSpan: Span?
    /// Economic figures by id.
    public var economy: [Figure] = []

    /// The likely figure, or low, likely and high.
    public struct Figure: Sendable {
      public var id: String
      public var values: [Rational]
      public var span: Span
      public init(id: String, values: [Rational], span: Span) {
        self.id = id
        self.values = values
        self.span = span
      }
    }

    public init(
      total: Points? = nil, list: List? = nil, listSpan: Span? = nil, group: String? = nil,
      groupSpan: Span? = nil, criteria: [(path: Path, points: Points)] = [],
      rules: [(path: Path, verdict: Verdict)] = [], flags: [String]? = nil, flagsSpan: Span? = nil
    ) {
      self.total = total
      self.list = list
      self.listSpan = listSpan
      self.group = group
      self.groupSpan = groupSpan
      self.criteria = criteria
      self.rules = rules
      self.flags = flags
      self.flagsSpan = flagsSpan
    }
  }
}
