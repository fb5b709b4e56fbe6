/// The names that an expression is evaluated among. Adding a name is cheap and leaves the scope as it was.
public struct Scope: Sendable {
  let base: Base
  let frame: Frame?

  /// `context` holds the names that are there from the start; `today` is what `today()` gives (nil: null).
  public init(context: Context = Context(), host: Host = .none, today: CalendarDate? = nil) {
    base = Base(context, host, today)
    frame = nil
  }

  private init(_ base: Base, _ frame: Frame?) {
    self.base = base
    self.frame = frame
  }

  /// The scope with other names there from the start, and none added.
  public func holding(_ context: Context) -> Scope { Scope(Base(context, base.host, base.today), nil) }

  /// The scope with one more name, which hides one of the same name.
  public func binding(_ name: String, to value: Value) -> Scope { binding(NameKey(name), to: value) }

  func binding(_ name: NameKey, to value: Value) -> Scope {
    Scope(base, Frame(.binding(name, value), under: frame))
  }

  /// The scope inside a filter: `item`, and the entries of the item.
  func filtering(_ item: Value) -> Scope { Scope(base, Frame(.item(item), under: frame)) }

  /// The scope of a unary test about `subject`, which is `?`.
  func testing(_ subject: Value) -> Scope { Scope(base, Frame(.subject(subject), under: frame)) }

  /// The value of a name: the innermost binding, else an entry of the context. Built-in functions come after.
  public func value(of name: String) -> Value? {
    let key = NameKey(name)
    var next = frame
    while let frame = next {
      if let value = frame.value(of: key) { return value }
      next = frame.outer
    }
    return base.context.value(of: key)
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
    guard base.hasFunctions || frame?.mayHaveFunctions ?? false,
      case .function(let function)? = value(of: name)
    else { return nil }
    return function
  }

  final class Base: Sendable {
    let context: Context
    let host: Host
    let today: CalendarDate?
    let hasFunctions: Bool

    init(_ context: Context, _ host: Host, _ today: CalendarDate?) {
      self.context = context
      self.host = host
      self.today = today
      hasFunctions = context.entries.contains { $0.value.kind == .function }
    }
  }

  final class Frame: Sendable {
    enum Content: Sendable {
      case binding(NameKey, Value)
      case item(Value)
      case subject(Value)
    }

    let content: Content
    let outer: Frame?
    /// Whether a function may be found here or further out.
    let mayHaveFunctions: Bool

    init(_ content: Content, under outer: Frame?) {
      self.content = content
      self.outer = outer
      let own =
        switch content {
        case .binding(_, .function), .item(.context): true
        case .binding, .item, .subject: false
        }
      mayHaveFunctions = own || outer?.mayHaveFunctions ?? false
    }

    func value(of name: NameKey) -> Value? {
      switch content {
      case .binding(let bound, let value):
        return name.mayEqual(bound.fingerprint) && bound.text == name.text ? value : nil
      case .subject: return nil
      case .item(let item):
        if name.text == "item" { return item }
        switch item {
        case .context(let context): return context.value(of: name)
        case .unknown(let unknown): return unknown.entry(name)
        default: return nil
        }
      }
    }
  }
}

extension Unknown {
  /// What a name may mean inside a filter where the item is unknown; nil where the item cannot have that entry.
  fileprivate func entry(_ name: NameKey) -> Value? {
    switch bounds {
    case .any: return .unknown(self)
    case .boolean, .number, .choices, .list: return nil
    case .orNull: return nil
    case .values(let values):
      var found: [Value] = []
      for case .context(let context) in values {
        if let value = context.value(of: name) { found.append(value) }
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
