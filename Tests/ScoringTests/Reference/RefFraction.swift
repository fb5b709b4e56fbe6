/// An exact fraction in lowest terms. Two machine words while they last, `RefInteger` beyond.
enum RefFraction: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// INVARIANT: lowest terms, the second is positive; every fraction that fits is small.
  case small(Int128, Int128)
  case big(RefInteger, RefInteger)

  static let zero = RefFraction(0)
  static let one = RefFraction(1)

  init(_ value: Int) { self = .small(Int128(value), 1) }

  init(_ numerator: Int, _ denominator: Int) {
    self = RefFraction.lowestTerms(Int128(numerator), Int128(denominator))
  }

  init(_ numerator: RefInteger, over denominator: RefInteger) {
    self = RefFraction.lowestTerms(numerator, denominator)
  }

  private var parts: (RefInteger, RefInteger) {
    switch self {
    case .small(let n, let d): (RefInteger(n), RefInteger(d))
    case .big(let n, let d): (n, d)
    }
  }

  private static func lowestTerms(_ n: Int128, _ d: Int128) -> RefFraction {
    if d == 1 { return .small(n, d) }
    var (a, b) = (n, d)
    while b != 0 { (a, b) = (b, a % b) }
    if (a < 0) != (d < 0) { a = -a }
    return .small(n / a, d / a)
  }

  private static func lowestTerms(_ n: RefInteger, _ d: RefInteger) -> RefFraction {
    var divisor = RefInteger.greatestCommonDivisor(n, d)
    if d.isNegative { divisor = -divisor }
    let (n, d) = (RefInteger.divide(n, divisor).quotient, RefInteger.divide(d, divisor).quotient)
    if let n = n.small, let d = d.small { return .small(n, d) }
    return .big(n, d)
  }

  static func + (a: RefFraction, b: RefFraction) -> RefFraction {
    if case .small(let an, let ad) = a, case .small(let bn, let bd) = b {
      let (x, o1) = an.multipliedReportingOverflow(by: bd)
      let (y, o2) = bn.multipliedReportingOverflow(by: ad)
      let (n, o3) = x.addingReportingOverflow(y)
      let (d, o4) = ad.multipliedReportingOverflow(by: bd)
      if !o1, !o2, !o3, !o4, n != .min { return lowestTerms(n, d) }
    }
    let ((an, ad), (bn, bd)) = (a.parts, b.parts)
    return lowestTerms(an * bd + bn * ad, ad * bd)
  }

  static prefix func - (a: RefFraction) -> RefFraction {
    switch a {
    case .small(let n, let d): .small(-n, d)
    case .big(let n, let d): .big(-n, d)
    }
  }

  static func - (a: RefFraction, b: RefFraction) -> RefFraction { a + -b }

  static func * (a: RefFraction, b: RefFraction) -> RefFraction {
    if case .small(let an, let ad) = a, case .small(let bn, let bd) = b {
      let (n, o1) = an.multipliedReportingOverflow(by: bn)
      let (d, o2) = ad.multipliedReportingOverflow(by: bd)
      if !o1, !o2, n != .min { return lowestTerms(n, d) }
    }
    let ((an, ad), (bn, bd)) = (a.parts, b.parts)
    return lowestTerms(an * bn, ad * bd)
  }

  /// `b` is not zero.
  static func / (a: RefFraction, b: RefFraction) -> RefFraction {
    switch b {
    case .small(let n, let d): a * lowestTerms(d, n)
    case .big(let n, let d): a * lowestTerms(d, n)
    }
  }

  static func < (a: RefFraction, b: RefFraction) -> Bool {
    switch a - b {
    case .small(let n, _): n < 0
    case .big(let n, _): n.isNegative
    }
  }

  var isZero: Bool { self == .zero }

  /// The same value at 34 significant digits, half to even: what a FEEL number can hold.
  var inDecimal: RefFraction {
    if case .small(let n, 1) = self, n.magnitude < 1 << 112 { return self }
    var (n, d) = parts
    let sign = n.isNegative
    if sign { n = -n }
    let ten = RefInteger(10)
    let least = RefFraction.power(of: ten, 33)
    let limit = least * ten
    var exponent = 0
    // Scale until 10³³ ≤ n/d < 10³⁴.
    while n < d * least {
      n = n * ten
      exponent -= 1
    }
    while !(n < d * limit) {
      d = d * ten
      exponent += 1
    }
    var (whole, rest) = RefInteger.divide(n, d)
    let twice = rest + rest
    let isOdd = whole.digits.first.map { $0 & 1 == 1 } ?? false
    if d < twice || (twice == d && isOdd) { whole = whole + RefInteger(1) }
    if sign { whole = -whole }
    let power = RefFraction.power(of: ten, abs(exponent))
    return exponent < 0
      ? RefFraction.lowestTerms(whole, power) : RefFraction.lowestTerms(whole * power, RefInteger(1))
  }

  private static func power(of base: RefInteger, _ exponent: Int) -> RefInteger {
    (0..<exponent).reduce(RefInteger(1)) { power, _ in power * base }
  }

  /// The fraction of a decimal text such as `-0.75`; the text is well formed.
  init(text: String) {
    var numerator: Int128 = 0
    var denominator: Int128 = 1
    var isAfterPoint = false
    for byte in text.utf8 {
      if byte == 0x2e {
        isAfterPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        numerator = numerator * 10 + Int128(byte - 0x30)
        if isAfterPoint { denominator *= 10 }
      }
    }
    self = RefFraction.lowestTerms(text.utf8.first == 0x2d ? -numerator : numerator, denominator)
  }

  /// `7/3`, `12`; `~` before a fraction too large to be worth reading.
  var description: String {
    switch self {
    case .small(let n, 1): "\(n)"
    case .small(let n, let d): "\(n)/\(d)"
    case .big: "~big fraction"
    }
  }
}

/// Everything from `low` to `high`, both included.
struct RefInterval: Hashable, Sendable, CustomStringConvertible {
  var low: RefFraction
  var high: RefFraction

  init(_ low: RefFraction, _ high: RefFraction) {
    self.low = low
    self.high = high
  }

  init(_ value: RefFraction) { self.init(value, value) }

  static let zero = RefInterval(.zero)
  static let unit = RefInterval(.zero, .one)

  var isPoint: Bool { low == high }

  func hull(_ other: RefInterval) -> RefInterval { RefInterval(min(low, other.low), max(high, other.high)) }
  func contains(_ other: RefInterval) -> Bool { low <= other.low && other.high <= high }
  func scaled(_ factor: RefFraction) -> RefInterval { RefInterval(low * factor, high * factor) }
  static func + (a: RefInterval, b: RefInterval) -> RefInterval {
    RefInterval(a.low + b.low, a.high + b.high)
  }
  func clamped(_ floor: RefFraction, _ cap: RefFraction) -> RefInterval {
    RefInterval(min(max(low, floor), cap), min(max(high, floor), cap))
  }

  var description: String { isPoint ? "\(low)" : "[\(low), \(high)]" }
}

func hull(_ intervals: [RefInterval]) -> RefInterval {
  intervals.dropFirst().reduce(intervals[0]) { $0.hull($1) }
}
