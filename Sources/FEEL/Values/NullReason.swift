public import Diagnostics

/// Why FEEL gave null: kept with the value, so that no error passes silently.
public struct NullReason: Sendable, Hashable {
  public var kind: Kind
  /// Where in the expression's text.
  public var range: TextRange

  public enum Kind: Sendable, Hashable {
    case divisionByZero
    case numberOutOfRange
    /// An operator got values of kinds that it does not take.
    case operandTypes(operation: String, ValueKind, ValueKind)
    case unknownName(String)
    case noSuchEntry(String)
    case noSuchFunction(String)
    case notAFunction(ValueKind)
    case wrongArguments(function: String, ArgumentProblem)
    case invalidLiteral(String)
    case indexOutOfRange
    case notACondition(ValueKind)
    case unknownType(String)
    /// `today()` where the caller gave no date.
    case noDate
    case notSupported(String)
    /// Several rules of a decision table held where only one may, or where all must agree.
    case conflictingRules
    /// Bounds of evaluation: steps, depth, list or text length.
    case tooMuch(Limit)
  }

  public enum ArgumentProblem: Sendable, Hashable {
    case count(Int)
    case noSuchParameter(String)
    case missing(String)
    case type(parameter: String, found: ValueKind)
    /// A list holds something that the function cannot take, such as null in `sum`.
    case element(ValueKind)
    /// The value is of the right kind, but the function is not defined for it, such as `sqrt(-1)`.
    case value(parameter: String)
  }

  public enum Limit: Sendable, Hashable { case steps, depth, listLength, textLength }

  public init(_ kind: Kind, at range: TextRange) {
    self.kind = kind
    self.range = range
  }
}

extension NullReason {
  public func message() -> Text {
    switch kind {
    case .divisionByZero: Text("division med noll", "division by zero")
    case .numberOutOfRange: Text("talet är för stort", "the number is too large")
    case .operandTypes(let operation, let left, let right):
      Text(
        "`\(operation)` kan inte användas på \(left.name.sv) och \(right.name.sv)",
        "`\(operation)` cannot be used on \(left.name(.english)) and \(right.name(.english))")
    case .unknownName(let name): Text("namnet `\(name)` finns inte här", "there is no name `\(name)` here")
    case .noSuchEntry(let name): Text("uppgiften `\(name)` finns inte", "there is no entry `\(name)`")
    case .noSuchFunction(let name): Text("funktionen `\(name)` finns inte", "there is no function `\(name)`")
    case .notAFunction(let kind):
      Text("\(kind.name.sv) är ingen funktion", "\(kind.name(.english)) is not a function")
    case .wrongArguments(let function, let problem): problem.message(function)
    case .invalidLiteral(let text): Text("`\(text)` går inte att tolka", "`\(text)` cannot be read")
    case .indexOutOfRange: Text("listan har inget värde på den platsen", "the list has no item at that place")
    case .notACondition(let kind):
      Text(
        "ett villkor ska ge sant eller falskt, inte \(kind.name.sv)",
        "a condition gives true or false, not \(kind.name(.english))")
    case .unknownType(let name): Text("typen `\(name)` finns inte", "there is no type `\(name)`")
    case .noDate: Text("dagens datum är inte angivet", "today's date is not given")
    case .notSupported(let what): Text("`\(what)` stöds inte än", "`\(what)` is not supported yet")
    case .conflictingRules:
      Text("flera rader i tabellen gäller samtidigt", "several rows of the table hold at once")
    case .tooMuch(let limit): limit.message
    }
  }
}

extension NullReason.ArgumentProblem {
  func message(_ function: String) -> Text {
    switch self {
    case .count(let count):
      Text(
        "`\(function)` kan inte anropas med \(count) argument",
        "`\(function)` cannot be called with \(count) \(count == 1 ? "argument" : "arguments")")
    case .noSuchParameter(let name):
      Text("`\(function)` har ingen parameter `\(name)`", "`\(function)` has no parameter `\(name)`")
    case .missing(let name):
      Text("`\(name)` saknas i anropet av `\(function)`", "`\(name)` is missing in the call of `\(function)`")
    case .type(let parameter, let found):
      Text(
        "`\(function)` tar inte \(found.name.sv) som `\(parameter)`",
        "`\(function)` does not take \(found.name(.english)) as `\(parameter)`")
    case .element(.null):
      Text(
        "`\(function)` tar inte en lista där ett värde saknas",
        "`\(function)` does not take a list in which a value is missing")
    case .element(let found):
      Text(
        "`\(function)` tar inte en lista med \(found.name.sv) i",
        "`\(function)` does not take a list that holds \(found.name(.english))")
    case .value(let parameter):
      Text(
        "`\(function)` är inte definierad för det värdet av `\(parameter)`",
        "`\(function)` is not defined for that value of `\(parameter)`")
    }
  }
}

extension NullReason.Limit {
  var message: Text {
    switch self {
    case .steps: Text("beräkningen tar för många steg", "the computation takes too many steps")
    case .depth: Text("beräkningen är för djupt nästlad", "the computation is nested too deep")
    case .listLength: Text("listan blir för lång", "the list becomes too long")
    case .textLength: Text("texten blir för lång", "the string becomes too long")
    }
  }
}
