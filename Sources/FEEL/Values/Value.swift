public import ExactNumbers

/// A FEEL value, or *unknown* (see `Unknown`), which is Beredning's own and never produced by FEEL itself.
public enum Value: Sendable {
  /// FEEL's null; with a reason where an error made it.
  indirect case null(NullReason?)
  case boolean(Bool)
  case number(Decimal)
  case string(String)
  case date(CalendarDate)
  /// A years and months duration, in months.
  case yearsMonths(Int64)
  /// A days and time duration, in seconds (may have a fraction).
  case daysTime(Decimal)
  case list([Value])
  indirect case context(Context)
  indirect case range(RangeValue)
  case function(FunctionValue)
  case unknown(Unknown)

  public static let null = Value.null(nil)
}

public struct RangeValue: Sendable {
  /// nil: unbounded.
  public var low: Value?
  public var lowClosed: Bool
  public var high: Value?
  public var highClosed: Bool

  public init(low: Value?, lowClosed: Bool, high: Value?, highClosed: Bool) {
    self.low = low
    self.lowClosed = lowClosed
    self.high = high
    self.highClosed = highClosed
  }
}

/// The path of a field in a proposal: `organisationer[3].åtagande` is name, item 3 (1-based), name.
public struct FieldPath: Sendable, Hashable, Comparable {
  public enum Component: Sendable, Hashable {
    case name(String)
    /// 1-based, as FEEL counts.
    case item(Int)
  }

  public var components: [Component]

  public init(_ components: [Component] = []) { self.components = components }

  public func appending(_ name: String) -> FieldPath { FieldPath(components + [.name(name)]) }
  public func appending(item: Int) -> FieldPath { FieldPath(components + [.item(item)]) }

  /// `organisationer[3].åtagande`
  public var text: String {
    var text = ""
    for component in components {
      switch component {
      case .name(let name): text += (text.isEmpty ? "" : ".") + name
      case .item(let index): text += "[" + String(index) + "]"
      }
    }
    return text
  }

  public static func < (a: FieldPath, b: FieldPath) -> Bool {
    for (x, y) in zip(a.components, b.components) where x != y {
      switch (x, y) {
      case (.name(let p), .name(let q)): return p < q
      case (.item(let p), .item(let q)): return p < q
      case (.item, .name): return true
      case (.name, .item): return false
      }
    }
    return a.components.count < b.components.count
  }
}
