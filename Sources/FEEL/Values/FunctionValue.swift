/// A function as a value: a built-in, or one written in FEEL together with the names it was written among.
public final class FunctionValue: Sendable {
  enum Body: Sendable {
    case builtin(String)
    case closure([Expression.Parameter], Expression, Scope)
    /// `function(…) external`: known by its parameters, never run.
    case external([Expression.Parameter])
  }

  let body: Body

  init(_ body: Body) { self.body = body }

  /// How many parameters it takes; nil where that differs, as for some built-ins.
  var parameterCount: Int? {
    switch body {
    case .builtin: nil
    case .closure(let parameters, _, _), .external(let parameters): parameters.count
    }
  }
}
