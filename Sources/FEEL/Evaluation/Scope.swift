/// The names that an expression is evaluated among. Adding a name is cheap and leaves the scope as it was.
public struct Scope: Sendable {
  let base: Base
  let frame: Frame?

  /// `context` holds the names that are there from the start; `today` is what `today()` gives (nil: null).
  public init(context: Context = Context(), host: Host = .none, today: CalendarDate? = nil) {
    base = Base(context, host, today)
    frame = nil
  }

  /// The same names, with other functions around FEEL's own.
  public func with(host: Host) -> Scope { Scope(Base(base, base.context, host), frame) }

  /// Other values for the same names, in the same order: what has been worked out about the names is used again.
  public func with(context: Context, host: Host) -> Scope { Scope(Base(base, context, host), nil) }

  private init(_ base: Base, _ frame: Frame?) {
    self.base = base
    self.frame = frame
  }

  /// The scope with one more name, which hides one of the same name.
  public func binding(_ name: String, to value: Value) -> Scope {
    Scope(base, Frame(.binding(name, value), under: frame))
  }

  /// The scope inside a filter: `item`, and the entries of the item.
  func filtering(_ item: Value) -> Scope { Scope(base, Frame(.item(item), under: frame)) }

  /// The scope of a unary test about `subject`, which is `?`.
  func testing(_ subject: Value) -> Scope { Scope(base, Frame(.subject(subject), under: frame)) }

  /// The value of a name: the innermost binding, else an entry of the context. Built-in functions come after.
  public func value(of name: String) -> Value? {
    var next = frame
    while let frame = next {
      if let value = frame.value(of: name) { return value }
      next = frame.outer
    }
    return base.value(of: name)
  }

  var subject: Value? {
    var next = frame
    while let frame = next {
      if case .subject(let value) = frame.content { return value }
      next = frame.outer
    }
    return nil
  }

  /// A function that the scope itself defines; there hardly ever is one.
  func function(named name: String) -> FunctionValue? {
    guard base.hasFunctions || frame?.hasFunctions ?? false, case .function(let function)? = value(of: name)
    else { return nil }
    return function
  }

  final class Base: Sendable {
    let context: Context
    let host: Host
    let today: CalendarDate?
    let hasFunctions: Bool
    private let places: [String: Int]

    init(_ context: Context, _ host: Host, _ today: CalendarDate?) {
      self.context = context
      self.host = host
      self.today = today
      var places: [String: Int] = [:]
      places.reserveCapacity(context.entries.count)
      var hasFunctions = false
      for (index, entry) in context.entries.enumerated() {
        places[entry.key] = index
        if entry.value.kind == .function { hasFunctions = true }
      }
      self.places = places
      self.hasFunctions = hasFunctions
    }

    /// INVARIANT: `context` has the keys of the other's, in its order.
    init(_ other: Base, _ context: Context, _ host: Host) {
      self.context = context
      self.host = host
      today = other.today
      hasFunctions = other.hasFunctions
      places = other.places
    }

    func value(of name: String) -> Value? { places[name].map { context.entries[$0].value } }
  }

  final class Frame: Sendable {
    enum Content: Sendable {
      case binding(String, Value)
      case item(Value)
      case subject(Value)
    }

    let content: Content
    let outer: Frame?
    /// Whether a function may be found here or further out.
    let hasFunctions: Bool

    init(_ content: Content, under outer: Frame?) {
      self.content = content
      self.outer = outer
      let own =
        switch content {
        case .binding(_, let value): value.kind == .function
        case .item(.context(let context)): context.entries.contains { $0.value.kind == .function }
        case .item, .subject: false
        }
      hasFunctions = own || outer?.hasFunctions ?? false
    }

    func value(of name: String) -> Value? {
      switch content {
      case .binding(let bound, let value): return bound == name ? value : nil
      case .subject: return nil
      case .item(let item):
        if name == "item" { return item }
        switch item {
        case .context(let context): return context[name]
        case .unknown(let unknown): return unknown.entry(name)
        default: return nil
        }
      }
    }
  }
}

extension Unknown {
  /// What a name may mean inside a filter where the item is unknown; nil where the item cannot have that entry.
  fileprivate func entry(_ name: String) -> Value? {
    switch bounds {
    case .any: return .unknown(self)
    case .boolean, .number, .choices, .list: return nil
    case .orNull: return nil
    case .values(let values):
      var found: [Value] = []
      for case .context(let context) in values {
        if let value = context[name] { found.append(value) }
      }
      if found.isEmpty { return nil }
      return found.count == values.count
        ? hull(found, causes: causes) : .unknown(Unknown(causes: causes, bounds: .any))
    }
  }
}

/// Functions that the engine adds to FEEL, such as `judgement("…")`.
public struct Host: Sendable {
  /// nil where the function is none of the host's. Arguments may be unknown.
  public var call: @Sendable (_ function: String, _ arguments: [Value], _ range: TextRange) -> Value?

  public init(
    call: @escaping @Sendable (_ function: String, _ arguments: [Value], _ range: TextRange) -> Value?
  ) {
    self.call = call
  }

  /// Plain FEEL.
  public static let none = Host { _, _, _ in nil }
}
