/// A number as a file spells it.
struct RefAmount: Hashable, Sendable {
  var text: String
  var value: RefFraction

  init(_ text: String) {
    self.text = text
    self.value = RefFraction(text: text)
  }

  init(_ value: Int) {
    self.text = "\(value)"
    self.value = RefFraction(value)
  }

  /// Hundredths, as `0.75`.
  init(hundredths: Int) {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let padded = rest < 10 ? "0\(rest)" : "\(rest)"
    self.init(rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(padded)")
  }
}

/// The part of FEEL that generated rulesets use, as a tree that prints itself.
indirect enum RefExpression: Hashable, Sendable {
  enum Comparison: String, CaseIterable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }
  enum Arithmetic: String, CaseIterable, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
  }
  enum Aggregate: String, CaseIterable, Sendable {
    case count, sum, min, max
  }

  case number(RefAmount)
  case string(String)
  case bool(Bool)
  case null
  /// `2026-09-15`
  case date(String)
  case today
  case name(String)
  case path(RefExpression, String)
  case compare(Comparison, RefExpression, RefExpression)
  /// `x in ("a", "b")`
  case isOneOf(RefExpression, [RefExpression])
  case isWithin(RefExpression, RefExpression, RefExpression, lowClosed: Bool, highClosed: Bool)
  case between(RefExpression, RefExpression, RefExpression)
  case and(RefExpression, RefExpression)
  case or(RefExpression, RefExpression)
  case not(RefExpression)
  case arithmetic(Arithmetic, RefExpression, RefExpression)
  case conditional(RefExpression, RefExpression, RefExpression)
  case filter(RefExpression, RefExpression)
  case aggregate(Aggregate, RefExpression)
  /// `count(distinct values(list))`
  case countDistinct(RefExpression)
  case some(String, RefExpression, RefExpression)
  case every(String, RefExpression, RefExpression)
  case judgement(String, key: RefExpression?)
  case evidence(RefExpression)

  /// The expression in FEEL, with every pair of parentheses that may matter.
  var feel: String {
    switch self {
    case .number(let amount): amount.text
    case .string(let text): "\"\(text)\""
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    case .date(let text): "date(\"\(text)\")"
    case .today: "today()"
    case .name(let name): name
    case .path(let base, let name): "\(base.operand).\(name)"
    case .compare(let sign, let a, let b): "\(a.operand) \(sign.rawValue) \(b.operand)"
    case .isOneOf(let x, let list): "\(x.operand) in (\(list.map(\.feel).joined(separator: ", ")))"
    case .isWithin(let x, let low, let high, let lowClosed, let highClosed):
      "\(x.operand) in \(lowClosed ? "[" : "(")\(low.operand)..\(high.operand)\(highClosed ? "]" : ")")"
    case .between(let x, let low, let high): "\(x.operand) between \(low.operand) and \(high.operand)"
    case .and(let a, let b): "\(a.operand) and \(b.operand)"
    case .or(let a, let b): "\(a.operand) or \(b.operand)"
    case .not(let a): "not(\(a.feel))"
    case .arithmetic(let sign, let a, let b): "\(a.operand) \(sign.rawValue) \(b.operand)"
    case .conditional(let c, let a, let b): "if \(c.operand) then \(a.operand) else \(b.operand)"
    case .filter(let list, let condition): "\(list.operand)[\(condition.feel)]"
    case .aggregate(let function, let list): "\(function.rawValue)(\(list.feel))"
    case .countDistinct(let list): "count(distinct values(\(list.feel)))"
    case .some(let name, let list, let body):
      "some \(name) in \(list.operand) satisfies \(body.operand)"
    case .every(let name, let list, let body):
      "every \(name) in \(list.operand) satisfies \(body.operand)"
    case .judgement(let id, nil): "judgement(\"\(id)\")"
    case .judgement(let id, let key?): "judgement(\"\(id)\", \(key.feel))"
    case .evidence(let documents): "evidence(\(documents.feel))"
    }
  }

  /// The expression as an operand of another.
  private var operand: String {
    switch self {
    case .number(let amount): amount.text.hasPrefix("-") ? "(\(amount.text))" : amount.text
    case .string, .bool, .null, .date, .today, .name, .path, .not, .filter, .aggregate, .countDistinct,
      .judgement, .evidence:
      feel
    default: "(\(feel))"
    }
  }

  /// Expressions directly below.
  var children: [RefExpression] {
    switch self {
    case .number, .string, .bool, .null, .date, .today, .name: []
    case .path(let a, _), .not(let a), .aggregate(_, let a), .countDistinct(let a), .evidence(let a): [a]
    case .compare(_, let a, let b), .and(let a, let b), .or(let a, let b), .arithmetic(_, let a, let b),
      .filter(let a, let b), .some(_, let a, let b), .every(_, let a, let b):
      [a, b]
    case .isOneOf(let x, let list): [x] + list
    case .isWithin(let x, let a, let b, _, _), .between(let x, let a, let b),
      .conditional(let x, let a, let b):
      [x, a, b]
    case .judgement(_, let key): key.map { [$0] } ?? []
    }
  }

  /// Whether this or anything in it is so.
  func contains(_ isSo: (RefExpression) -> Bool) -> Bool {
    isSo(self) || children.contains { $0.contains(isSo) }
  }

  func mentions(_ name: String) -> Bool { contains { $0 == .name(name) } }

  /// Judgements that it asks for.
  var judgements: [String] {
    var ids = children.flatMap(\.judgements)
    if case .judgement(let id, _) = self { ids.append(id) }
    return ids
  }
}
