public import ExactNumbers

/// A stretch of an expression's text, in UTF-8 bytes from its start; `end` is exclusive.
public struct TextRange: Sendable, Hashable {
  public var start: Int
  public var end: Int
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }
}

/// A parsed FEEL expression (OMG DMN 1.5, chapter 10), every node with its place in the text.
public struct Expression: Sendable {
  public var range: TextRange
  public var node: Node

  public init(_ node: Node, _ range: TextRange) {
    self.node = node
    self.range = range
  }

  public indirect enum Node: Sendable {
    case null
    case boolean(Bool)
    case number(Decimal)
    case string(String)
    /// `@"2026-08-01"`
    case atLiteral(String)
    case name(String)
    /// `?`: the value that a unary test is about.
    case subject
    case list([Expression])
    case context([Entry])
    case interval(Interval)
    case path(Expression, Name)
    case filter(Expression, Expression)
    case call(Expression, Arguments)
    case negate(Expression)
    case arithmetic(ArithmeticOperator, Expression, Expression)
    case comparison(ComparisonOperator, Expression, Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case between(Expression, Expression, Expression)
    case inTests(Expression, [UnaryTest])
    case instanceOf(Expression, TypeExpression)
    case conditional(Expression, then: Expression, else: Expression)
    case iteration([Iterator], body: Expression)
    case quantified(Quantifier, [Iterator], condition: Expression)
    case function([Parameter], body: Expression)
    /// `function(x) external {…}`: parsed, never run.
    case externalFunction([Parameter])
    /// Unary tests used as an expression of their own, in decision tables.
    case unaryTests(UnaryTests)
  }

  public struct Name: Sendable, Hashable {
    public var text: String
    public var range: TextRange
    public init(_ text: String, _ range: TextRange) {
      self.text = text
      self.range = range
    }
  }

  public struct Entry: Sendable {
    public var key: Name
    public var value: Expression
    public init(key: Name, value: Expression) {
      self.key = key
      self.value = value
    }
  }

  /// `[a..b]`, `(a..b)` and their mixes; an end that is nil is unbounded (`> 5` as a range value).
  public struct Interval: Sendable {
    public var low: Expression?
    public var lowClosed: Bool
    public var high: Expression?
    public var highClosed: Bool
    public init(low: Expression?, lowClosed: Bool, high: Expression?, highClosed: Bool) {
      self.low = low
      self.lowClosed = lowClosed
      self.high = high
      self.highClosed = highClosed
    }
  }

  public enum Arguments: Sendable {
    case positional([Expression])
    case named([Entry])
  }

  public enum Quantifier: Sendable { case some, every }

  /// `x in list`, or `x in a..b`, whose domain is then an `interval` with closed ends.
  public struct Iterator: Sendable {
    public var name: Name
    public var domain: Expression
    public init(name: Name, domain: Expression) {
      self.name = name
      self.domain = domain
    }
  }

  public struct Parameter: Sendable {
    public var name: Name
    public var type: TypeExpression?
    public init(name: Name, type: TypeExpression?) {
      self.name = name
      self.type = type
    }
  }

  /// One alternative of unary tests: an expression that is compared with the subject
  /// (equal to it, contains it, or, where it uses `?`, is true of it), or `< x`, `>= x` and so on.
  public enum UnaryTest: Sendable {
    case comparison(ComparisonOperator, Expression, TextRange)
    case expression(Expression)
  }

  public enum UnaryTests: Sendable {
    /// `-`
    case any
    case anyOf([UnaryTest])
    case noneOf([UnaryTest])
  }

  /// A type as written after `instance of` or a parameter's colon.
  public indirect enum TypeExpression: Sendable, Hashable {
    case named(Name)
    case list(TypeExpression)
    case range(TypeExpression)
    case context([(Name, TypeExpression)])
    case function([TypeExpression], returns: TypeExpression)

    public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }

    public var text: String {
      switch self {
      case .named(let name): name.text
      case .list(let element): "list<" + element.text + ">"
      case .range(let element): "range<" + element.text + ">"
      case .context(let entries):
        "context<" + entries.map { $0.0.text + ": " + $0.1.text }.joined(separator: ", ") + ">"
      case .function(let parameters, let returns):
        "function<" + parameters.map { $0.text }.joined(separator: ", ") + ">->" + returns.text
      }
    }
  }
}

public enum ArithmeticOperator: Sendable, Hashable { case add, subtract, multiply, divide, power }

public enum ComparisonOperator: Sendable, Hashable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

extension ArithmeticOperator {
  /// As it is written.
  public var sign: String {
    switch self {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .power: "**"
    }
  }
}

extension ComparisonOperator {
  /// As it is written.
  public var sign: String {
    switch self {
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
