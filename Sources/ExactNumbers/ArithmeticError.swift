/// Why an exact operation has no result. FEEL turns these into null with a reason.
public enum ArithmeticError: Error, Sendable, Hashable {
  case divisionByZero
  /// The result is larger than the type holds: 10^6145 for `Decimal`, 8,192 bits for `Rational`.
  case overflow
  /// The operation is not defined for its operands: the logarithm of −1, 0.5-th power of −2.
  case invalid
}
