/// A whole number of any size, written as on paper: sign and digits to the base 2³², lowest first.
///
/// The reference computes with its own numbers, so that a mistake in ExactNumbers cannot hide in both.
struct RefInteger: Hashable, Sendable {
  /// No zero at the end; empty is zero.
  private(set) var digits: [UInt32]
  private(set) var isNegative: Bool

  private init(digits: [UInt32], isNegative: Bool) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
  }

  init(_ value: Int128) {
    var rest = value.magnitude
    var digits: [UInt32] = []
    while rest > 0 {
      digits.append(UInt32(truncatingIfNeeded: rest))
      rest >>= 32
    }
    self.init(digits: digits, isNegative: value < 0)
  }

  /// The value, where it fits and is not the least of all (whose sign cannot be turned).
  var small: Int128? {
    if digits.count > 4 { return nil }
    var result: UInt128 = 0
    for digit in digits.reversed() { result = result << 32 | UInt128(digit) }
    if result > UInt128(Int128.max) { return nil }
    return isNegative ? -Int128(result) : Int128(result)
  }

  var isZero: Bool { digits.isEmpty }

  static prefix func - (a: RefInteger) -> RefInteger {
    RefInteger(digits: a.digits, isNegative: !a.isNegative)
  }

  static func + (a: RefInteger, b: RefInteger) -> RefInteger {
    if a.isNegative == b.isNegative {
      return RefInteger(digits: sum(a.digits, b.digits), isNegative: a.isNegative)
    }
    if isLess(a.digits, b.digits) {
      return RefInteger(digits: difference(b.digits, a.digits), isNegative: b.isNegative)
    }
    return RefInteger(digits: difference(a.digits, b.digits), isNegative: a.isNegative)
  }

  static func - (a: RefInteger, b: RefInteger) -> RefInteger { a + -b }

  static func * (a: RefInteger, b: RefInteger) -> RefInteger {
    var result = [UInt32](repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.digits.enumerated() {
        let value = UInt64(x) * UInt64(y) + UInt64(result[i + j]) + carry
        result[i + j] = UInt32(truncatingIfNeeded: value)
        carry = value >> 32
      }
      result[i + b.digits.count] = UInt32(carry)
    }
    return RefInteger(digits: result, isNegative: a.isNegative != b.isNegative)
  }

  /// Long division bit by bit; the quotient is rounded towards zero and `b` is not zero.
  static func divide(_ a: RefInteger, _ b: RefInteger) -> (quotient: RefInteger, remainder: RefInteger) {
    var quotient = [UInt32](repeating: 0, count: a.digits.count)
    var rest: [UInt32] = []
    for i in a.digits.indices.reversed() {
      for bit in (0..<32).reversed() {
        rest = doubled(rest, adding: a.digits[i] >> UInt32(bit) & 1)
        if !isLess(rest, b.digits) {
          rest = difference(rest, b.digits)
          quotient[i] |= 1 << UInt32(bit)
        }
      }
    }
    return (
      RefInteger(digits: quotient, isNegative: a.isNegative != b.isNegative),
      RefInteger(digits: rest, isNegative: a.isNegative)
    )
  }

  static func < (a: RefInteger, b: RefInteger) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? isLess(b.digits, a.digits) : isLess(a.digits, b.digits)
  }

  static func greatestCommonDivisor(_ a: RefInteger, _ b: RefInteger) -> RefInteger {
    var (a, b) = (a, b)
    while !b.isZero { (a, b) = (b, divide(a, b).remainder) }
    return a.isNegative ? -a : a
  }

  private static func isLess(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    if a.count != b.count { return a.count < b.count }
    for i in a.indices.reversed() where a[i] != b[i] { return a[i] < b[i] }
    return false
  }

  private static func sum(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var carry: UInt64 = 0
    for i in 0..<max(a.count, b.count) {
      carry += UInt64(i < a.count ? a[i] : 0) + UInt64(i < b.count ? b[i] : 0)
      result.append(UInt32(truncatingIfNeeded: carry))
      carry >>= 32
    }
    return result + [UInt32(carry)]
  }

  /// `a` is not less than `b`.
  private static func difference(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    var borrow: Int64 = 0
    for i in a.indices {
      var value = Int64(a[i]) - Int64(i < b.count ? b[i] : 0) - borrow
      borrow = value < 0 ? 1 : 0
      if value < 0 { value += 1 << 32 }
      result.append(UInt32(value))
    }
    while result.last == 0 { result.removeLast() }
    return result
  }

  private static func doubled(_ a: [UInt32], adding bit: UInt32) -> [UInt32] {
    var result: [UInt32] = []
    var carry = bit
    for digit in a {
      result.append(digit << 1 | carry)
      carry = digit >> 31
    }
    if carry > 0 { result.append(carry) }
    return result
  }
}
