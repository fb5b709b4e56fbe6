/// Placeholder with the final name: a decimal of 34 digits.
public struct Decimal: Sendable, Hashable {
  public init() {}
}
