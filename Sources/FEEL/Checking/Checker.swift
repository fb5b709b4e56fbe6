public import Diagnostics

/// Checks an expression against the form before anything is run: names, fields, choices, types, units.
///
/// What FEEL would turn into null or false at run time, silently, is reported here with its place. All problems of an
/// expression are reported; what follows from one of them is not.
public struct Checker: Sendable {
  /// The names that an expression may use, with what is known of them: fields, facts, and what a rule binds.
  public var scope: [FeelType.Member]
  /// The functions that the surrounding ruleset adds, such as `judgement` and `evidence`.
  public var host: HostSignatures

  public init(scope: [FeelType.Member], host: HostSignatures = .none) {
    self.scope = scope
    self.host = host
  }

  /// - Parameters:
  ///   - expecting: what the place asks for: a condition is `.boolean`. nil takes anything.
  ///   - subject: what `?` stands for, in unary tests.
  public func check(
    _ expression: Expression, expecting: FeelType? = nil, subject: FeelType? = nil
  ) -> CheckResult {
    var inference = Inference(scope: scope, host: host)
    if let subject { inference.subject = Typed(subject) }
    let typed = expecting.map { inference.infer(expression, expecting: $0) } ?? inference.infer(expression)
    let problems = inference.problems.sorted { a, b in
      (a.range.start, a.range.end, a.code) < (b.range.start, b.range.end, b.code)
    }
    return CheckResult(
      type: typed.type, problems: problems, fields: inference.fields, source: typed.path)
  }
}

public struct CheckResult: Sendable {
  /// `.any` where an error hides it.
  public var type: FeelType
  /// In the order in which they stand in the text.
  public var problems: [TypeProblem]
  /// Every name of the scope, with the fields read through it, in the order in which they stand.
  public var fields: [FieldReference]
  /// The path from the scope's names whose values, or whose items, the result consists of, where it does: a fact
  /// `organisationer[sektor = "region"]` has the source `organisationer`.
  public var source: [String]?

  public init(
    type: FeelType, problems: [TypeProblem] = [], fields: [FieldReference] = [], source: [String]? = nil
  ) {
    self.type = type
    self.problems = problems
    self.fields = fields
    self.source = source
  }

  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Something wrong with an expression, found without running it.
public struct TypeProblem: Sendable, Hashable {
  public var code: Code
  public var severity: Severity
  /// Where in the expression's text.
  public var range: TextRange
  public var message: Text
  public var hints: [Text]

  public init(
    _ code: Code, _ severity: Severity = .error, at range: TextRange, _ message: Text, hints: [Text] = []
  ) {
    self.code = code
    self.severity = severity
    self.range = range
    self.message = message
    self.hints = hints
  }
}

/// A name of the scope and the fields read through it: `o.åtagande` in `some o in organisationer satisfies …` is
/// `organisationer`, `åtagande`.
public struct FieldReference: Sendable, Hashable {
  public var path: [String]
  public var range: TextRange

  public init(path: [String], range: TextRange) {
    self.path = path
    self.range = range
  }
}

/// The functions that the surrounding ruleset adds to FEEL's own.
public struct HostSignatures: Sendable {
  /// Their names, for suggestions.
  public var names: [String]
  /// What a call gives; nil where the function is not the host's.
  public var resolve:
    @Sendable (_ function: String, _ arguments: [Expression], _ types: [FeelType]) -> HostResolution?

  public init(
    names: [String],
    resolve:
      @escaping @Sendable (_ function: String, _ arguments: [Expression], _ types: [FeelType]) ->
      HostResolution?
  ) {
    self.names = names
    self.resolve = resolve
  }

  public static let none = HostSignatures(names: []) { _, _, _ in nil }
}

public enum HostResolution: Sendable {
  case type(FeelType)
  case problems([TypeProblem])
}
