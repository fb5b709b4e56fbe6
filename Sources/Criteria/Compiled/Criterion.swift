public import Diagnostics
public import ExactNumbers
public import FEEL

/// A criterion or sub-criterion.
public final class Criterion: Sendable {
  public let id: String
  public let title: Text
  /// The title in a word or two, for the heads of columns.
  public let short: Text?
  public let help: Text?
  public let weight: Rational
  /// Both ends in words.
  public let swing: (worst: Text, best: Text)?
  public let scoring: Scoring
  /// Its own points run from 0 to this; positive.
  public let maximum: Rational
  /// In its own points.
  public let threshold: Rational?
  public let each: Each?
  public let notApplicable: NotApplicable?
  public let sources: [SourceReference]
  public let span: Span

  public enum Scoring: Sendable {
    case ladder([Step])
    case points([Rule], cap: Rational)
    case measure(Measure)
    case table(Table)
    case judged(Judged)
    case composite([Criterion], Combine)
  }

  public enum Combine: Sendable, Hashable { case mean, minimum }

  /// Scores the criterion once for every member of a list.
  public struct Each: Sendable {
    public var list: Compiled
    /// The name of the member in the criterion's expressions.
    public var variable: String
    public var label: Compiled?
    public var key: Compiled?
    public var combine: Combine
    /// Show the lowest member beside the mean.
    public var alsoShowMinimum: Bool
    public init(
      list: Compiled, variable: String, label: Compiled?, key: Compiled?, combine: Combine,
      alsoShowMinimum: Bool
    ) {
      self.list = list
      self.variable = variable
      self.label = label
      self.key = key
      self.combine = combine
      self.alsoShowMinimum = alsoShowMinimum
    }
  }

  public struct NotApplicable: Sendable {
    public var when: Compiled
    /// Indices of siblings.
    public var weightTo: [Int]
    public init(when: Compiled, weightTo: [Int]) {
      self.when = when
      self.weightTo = weightTo
    }
  }

  public init(
    id: String, title: Text, short: Text? = nil, help: Text?, weight: Rational,
    swing: (worst: Text, best: Text)?, scoring: Scoring, maximum: Rational, threshold: Rational?, each: Each?,
    notApplicable: NotApplicable?,
    sources: [SourceReference], span: Span
  ) {
    self.id = id
    self.title = title
    self.short = short
    self.help = help
    self.weight = weight
    self.swing = swing
    self.scoring = scoring
    self.maximum = maximum
    self.threshold = threshold
    self.each = each
    self.notApplicable = notApplicable
    self.sources = sources
    self.span = span
  }

  /// The same with another weight.
  func weighing(_ weight: Rational) -> Criterion {
    Criterion(
      id: id, title: title, short: short, help: help, weight: weight, swing: swing, scoring: scoring,
      maximum: maximum, threshold: threshold, each: each, notApplicable: notApplicable, sources: sources,
      span: span)
  }
}

/// A step of a ladder or a rule of a checklist: a condition, points and what they rest on.
public final class Rule: Sendable {
  public let id: String
  /// A step's anchor or a rule's title.
  public let title: Text
  /// For a step: the ladder's points once it is reached. For a rule: what it gives; may be negative.
  public let points: Rational
  public let condition: Compiled
  public let evidence: EvidenceRequirement?
  public let because: Template?
  public let advice: Text?
  public let sources: [SourceReference]
  public let span: Span

  public init(
    id: String, title: Text, points: Rational, condition: Compiled, evidence: EvidenceRequirement?,
    because: Template?, advice: Text?, sources: [SourceReference], span: Span
  ) {
    self.id = id
    self.title = title
    self.points = points
    self.condition = condition
    self.evidence = evidence
    self.because = because
    self.advice = advice
    self.sources = sources
    self.span = span
  }
}

public typealias Step = Rule

public struct EvidenceRequirement: Sendable {
  public var of: Compiled
  public var atLeast: Int
  /// Points when the level is lower; nil: the previous step's points, or 0 in a checklist.
  public var otherwise: Rational?
  public init(of: Compiled, atLeast: Int, otherwise: Rational?) {
    self.of = of
    self.atLeast = atLeast
    self.otherwise = otherwise
  }
}

/// Piecewise linear, clamped outside.
public struct Measure: Sendable {
  public struct Point: Sendable {
    public var input: Rational
    public var points: Rational
    public init(input: Rational, points: Rational) {
      self.input = input
      self.points = points
    }
  }
  public var of: Compiled
  /// Inputs rise.
  public var points: [Point]
  public init(of: Compiled, points: [Point]) {
    self.of = of
    self.points = points
  }
}

public struct Judged: Sendable {
  /// Index in `Ruleset.judgements`.
  public var judgement: Int
  /// One for each step of the judgement's scale, in its order.
  public var points: [Rational]
  public init(judgement: Int, points: [Rational]) {
    self.judgement = judgement
    self.points = points
  }
}

/// A decision table (DMN 1.5, chapter 8) whose output is points.
public struct Table: Sendable {
  public enum HitPolicy: Sendable, Hashable {
    case unique, any, priority, first, collectSum, collectMinimum, collectMaximum, collectCount
  }
  public struct Input: Sendable {
    public var of: Compiled
    public var label: Text?
    public init(of: Compiled, label: Text?) {
      self.of = of
      self.label = label
    }
  }
  public struct Row: Sendable {
    /// One for each input.
    public var tests: [CompiledTests]
    public var points: Rational
    public var because: Template?
    public var span: Span
    public init(tests: [CompiledTests], points: Rational, because: Template?, span: Span) {
      self.tests = tests
      self.points = points
      self.because = because
      self.span = span
    }
  }
  public var hitPolicy: HitPolicy
  public var inputs: [Input]
  public var rows: [Row]
  public var otherwise: Rational?
  public init(hitPolicy: HitPolicy, inputs: [Input], rows: [Row], otherwise: Rational?) {
    self.hitPolicy = hitPolicy
    self.inputs = inputs
    self.rows = rows
    self.otherwise = otherwise
  }
}

public struct CompiledTests: Sendable {
  public var text: String
  public var tests: Expression.UnaryTests
  public var span: Span
  public init(text: String, tests: Expression.UnaryTests, span: Span) {
    self.text = text
    self.tests = tests
    self.span = span
  }
}
