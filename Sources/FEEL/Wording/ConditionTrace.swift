import Diagnostics

/// How a condition stands.
public enum Verdict: Sendable, Hashable {
  case met
  case notMet
  case unknown
  /// Null because of an error: scored as unknown, listed under "kontrollera".
  case failed(NullReason)

  /// What a condition's value says. A value that is neither true, false nor null is a failure at `range`; FEEL's null
  /// without an error is not met.
  public init(_ value: Value, at range: TextRange) {
    switch value {
    case .boolean(true): self = .met
    case .boolean(false), .null(nil): self = .notMet
    case .null(let reason?): self = .failed(reason)
    case .unknown: self = .unknown
    default: self = .failed(NullReason(.notACondition(value.kind), at: range))
    }
  }
}

/// A condition taken apart: what it consists of, how each part stands, in words, and what was read.
public struct ConditionTrace: Sendable {
  public var kind: Kind
  public var verdict: Verdict
  /// FEEL's null without an error: counted as not met.
  public var isNull: Bool
  /// Where in the expression's text; inside a fact, in the text of the fact's definition.
  public var range: TextRange
  /// A leaf: how it stands and what is asked, "antal parter är 1, kravet är minst 2". Others: a heading.
  public var sentence: Words
  /// Of a leaf: what was read to decide it, each place once.
  public var observations: [Observation]
  /// Of a leaf: the facts that it names, with what went into them.
  public var facts: [FactTrace]
  /// Errors met on the way, also those that FEEL went past.
  public var errors: [NullReason]
  /// What would settle it, where it is unknown.
  public var causes: [Unknown.Cause]

  public indirect enum Kind: Sendable {
    case leaf
    case all([ConditionTrace])
    case any([ConditionTrace])
    case not(ConditionTrace)
    /// A named fact that is itself a condition.
    case fact(String, ConditionTrace)
    /// `some` and `every`: the condition on each item. `mayHaveMore`: the list may turn out to have items that are
    /// not here; `omitted`: so many are left out of the trace.
    case forEach(Expression.Quantifier, [Item], mayHaveMore: Bool, omitted: Int)
    /// `if`: the branches that are possible.
    case either(if: ConditionTrace, then: ConditionTrace?, else: ConditionTrace?)
  }

  public struct Item: Sendable {
    public var label: Words
    /// Where it stands in the proposal, where it does.
    public var path: FieldPath?
    /// false: whether it belongs to the list at all is unknown.
    public var isCertain: Bool
    public var trace: ConditionTrace
  }

  /// Why it is not met although nothing contradicts it.
  public var note: Words? {
    guard isNull else { return nil }
    return Words(
      "en uppgift finns inte, och då räknas villkoret som inte uppfyllt",
      "something is not given, which counts as not met")
  }
}

/// A value that was read, and where it stands in the proposal.
public struct Observation: Sendable {
  public var path: FieldPath
  public var label: Words?
  public var value: Value

  public init(path: FieldPath, label: Words?, value: Value) {
    self.path = path
    self.label = label
    self.value = value
  }
}

/// A fact that a condition names.
public struct FactTrace: Sendable {
  public var name: String
  public var label: Words
  public var value: Value
  /// "antal parter är 3"
  public var sentence: Words
  /// What went into it, each place once.
  public var observations: [Observation]
  /// The facts that it is made of.
  public var facts: [FactTrace]
  /// How it comes about, where it is a condition.
  public var condition: ConditionTrace?
}

/// Whether a condition is something that the proposal has to meet, or something that leads to a consequence.
public enum ConditionPurpose: Sendable, Hashable {
  /// "kravet är minst 2"
  case requirement
  /// "villkoret är minst 2": exclusions, flags, `when`.
  case condition
}

/// Takes a condition apart and puts every part into words, with how it stands.
///
/// - Parameters:
///   - scope: what the condition is evaluated in. Facts that it names are taken apart in the same scope.
///   - locals: names that the scope binds beside fields and facts, and the field path of the list that each is an item
///     of: `["org": ["organisationer"]]` inside `each`.
public func traceCondition(
  _ expression: Expression, in scope: Scope, evaluator: Evaluator, vocabulary: Vocabulary,
  locals: [(name: String, path: [String]?)] = [], purpose: ConditionPurpose = .requirement
) -> ConditionTrace {
  let phrasing = Phrasing(vocabulary: vocabulary, locals: locals)
  let tracer = Tracer(evaluator: evaluator, vocabulary: vocabulary, root: scope)
  return tracer.trace(expression, Tracer.Place(scope: scope, phrasing: phrasing), negated: false, purpose)
}
