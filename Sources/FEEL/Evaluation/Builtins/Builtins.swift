/// FEEL's built-in functions (DMN 1.5, 10.3.4). Each family has a file of its own in this folder: to add a
/// function, add it to the table of its family. The parser, the checker and the evaluator read the same tables.
public enum Builtins {
  static let families: [[Builtin]] = [
    conversions, booleans, strings, lists, numbers, statistics, dates, contexts, ranges, sorting,
  ]

  private static let table: [String: Builtin] = {
    var table: [String: Builtin] = [:]
    for family in families { for builtin in family { table[builtin.name] = builtin } }
    return table
  }()

  /// Their names, family by family.
  public static let names: [String] = families.flatMap { $0.map { $0.name } }

  static func function(named name: String) -> Builtin? { table[name] }

  /// What a built-in takes and gives; nil where there is none of that name.
  public static func signature(of name: String) -> BuiltinSignature? { table[name]?.signature }
}

/// What a built-in function takes and gives, in each of the ways in which it can be called.
public struct BuiltinSignature: Sendable {
  public var name: String
  /// In the order in which they are tried.
  public var overloads: [Overload]

  public struct Overload: Sendable {
    public var parameters: [Parameter]
    /// Whether the last parameter may be given any number of times, at least once.
    public var isVariadic: Bool
    public var returns: Returns
  }

  public struct Parameter: Sendable {
    /// As in a named call.
    public var name: String
    public var type: FeelType
    public var isOptional: Bool
    /// Whether null is a value like others here; elsewhere it makes the result null.
    public var takesNull: Bool
  }

  /// The type of the result, in terms of the arguments where it depends on them.
  public enum Returns: Sendable {
    case type(FeelType)
    /// That of the argument at this place.
    case argument(Int)
    /// That of the items of the list at this place (for a variadic parameter: of the argument itself).
    case item(of: Int)
    /// A list of what `item(of:)` would be.
    case listOfItems(of: Int)
    /// A list of what stays when the lists inside the list at this place are dissolved.
    case flattened(Int)
  }

  /// The fewest arguments that any overload takes, and the most (nil: no limit).
  public var argumentCount: (least: Int, most: Int?) {
    var least = Int.max
    var most: Int? = 0
    for overload in overloads {
      least = min(least, overload.requiredCount)
      if overload.isVariadic {
        most = nil
      } else if let known = most {
        most = max(known, overload.parameters.count)
      }
    }
    return (overloads.isEmpty ? 0 : least, most)
  }
}

extension BuiltinSignature.Overload {
  public var requiredCount: Int { parameters.count { !$0.isOptional } }

  public func takes(_ count: Int) -> Bool {
    count >= requiredCount && (isVariadic || count <= parameters.count)
  }
}

struct Builtin: Sendable {
  typealias Body = @Sendable (Invocation) -> Value

  var signature: BuiltinSignature
  var unknowns: Unknowns
  var run: Body

  /// What the function can do with arguments that are unknown, where the values that they may have are too many
  /// to be tried one by one.
  enum Unknowns {
    /// Nothing: the result is unknown, also where an argument only holds something unknown.
    case avoided
    /// It never looks at what a list or context holds, so that something unknown may be inside.
    case inside
    /// It gives bounds itself.
    case handled
  }

  var name: String { signature.name }

  init(
    _ name: String, _ overloads: [BuiltinSignature.Overload], _ unknowns: Unknowns = .avoided,
    run: @escaping Body
  ) {
    signature = BuiltinSignature(name: name, overloads: overloads)
    self.unknowns = unknowns
    self.run = run
  }
}

/// One call of a built-in, its arguments in the order of the overload's parameters and converted to their types.
struct Invocation {
  let evaluation: Evaluation
  let name: String
  /// Which overload was called.
  let overload: Int
  /// nil where an optional argument is not given. Those of a variadic parameter are one list.
  let arguments: [Value?]
  let range: TextRange

  subscript(index: Int) -> Value { arguments[index] ?? .null }

  func fail(_ problem: NullReason.ArgumentProblem) -> Value {
    evaluation.fail(.wrongArguments(function: name, problem), at: range)
  }

  func fail(_ kind: NullReason.Kind) -> Value { evaluation.fail(kind, at: range) }
}

// MARK: Writing signatures

extension BuiltinSignature.Overload {
  static func form(
    _ parameters: BuiltinSignature.Parameter..., gives returns: BuiltinSignature.Returns
  ) -> BuiltinSignature.Overload {
    BuiltinSignature.Overload(parameters: parameters, isVariadic: false, returns: returns)
  }

  static func variadic(
    _ parameters: BuiltinSignature.Parameter..., gives returns: BuiltinSignature.Returns
  ) -> BuiltinSignature.Overload {
    BuiltinSignature.Overload(parameters: parameters, isVariadic: true, returns: returns)
  }
}

extension BuiltinSignature.Parameter {
  init(_ name: String, _ type: FeelType, optional: Bool = false, null: Bool = false) {
    self.init(name: name, type: type, isOptional: optional, takesNull: null)
  }
}

extension BuiltinSignature.Returns {
  static let number = BuiltinSignature.Returns.type(.number(unit: nil))
  static let string = BuiltinSignature.Returns.type(.string)
  static let boolean = BuiltinSignature.Returns.type(.boolean)
  static let date = BuiltinSignature.Returns.type(.date)
  static let any = BuiltinSignature.Returns.type(.any)
}

extension FeelType {
  static let plainNumber = FeelType.number(unit: nil)
  static let anyList = FeelType.list(.any)
  static let anyContext = FeelType.context([])
  static let anyRange = FeelType.range(.any)
  static let anyFunction = FeelType.function([], returns: .any)
}
