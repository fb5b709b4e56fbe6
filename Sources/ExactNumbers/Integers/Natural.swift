/// A natural number of any size: limbs of 64 bits, least significant first, none of them zero at the top.
///
/// The algorithms are the classical ones of D. E. Knuth, The Art of Computer Programming, vol. 2 (3rd ed., 1997),
/// §4.3.1 and §4.5.2. Numbers here have tens of limbs, where nothing faster pays.
struct Natural: Sendable, Hashable {
  private(set) var limbs: [UInt64]

  static let zero = Natural(limbs: [])
  static let one = Natural(1 as UInt64)

  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  init(_ value: UInt128) {
    self.init(limbs: [
      UInt64(truncatingIfNeeded: value), UInt64(truncatingIfNeeded: value >> 64),
    ])
  }

  init(limbs: [UInt64]) {
    self.limbs = limbs
    trim()
  }

  private mutating func trim() {
    while let last = limbs.last, last == 0 { limbs.removeLast() }
  }

  var isZero: Bool { limbs.isEmpty }

  var isOne: Bool { limbs.count == 1 && limbs[0] == 1 }

  var isEven: Bool { limbs.isEmpty || limbs[0] & 1 == 0 }

  /// Bits up to the highest that is set; 0 for zero.
  var bitWidth: Int {
    guard let last = limbs.last else { return 0 }
    return limbs.count * 64 - last.leadingZeroBitCount
  }

  /// The number where it fits in 64 bits.
  var word: UInt64? { limbs.isEmpty ? 0 : (limbs.count == 1 ? limbs[0] : nil) }

  /// The number where it fits in 128 bits.
  var doubleWord: UInt128? {
    if limbs.count > 2 { return nil }
    let low = limbs.isEmpty ? 0 : limbs[0]
    let high = limbs.count == 2 ? limbs[1] : 0
    return UInt128(high) << 64 | UInt128(low)
  }

  /// −1, 0 or 1.
  func compared(to other: Natural) -> Int {
    if limbs.count != other.limbs.count { return limbs.count < other.limbs.count ? -1 : 1 }
    var index = limbs.count
    while index > 0 {
      index -= 1
      if limbs[index] != other.limbs[index] { return limbs[index] < other.limbs[index] ? -1 : 1 }
    }
    return 0
  }

  func adding(_ other: Natural) -> Natural {
    if limbs.count < other.limbs.count { return other.adding(self) }
    var sum = limbs
    var carry = false
    for index in limbs.indices {
      if index >= other.limbs.count && !carry { break }
      let addend = index < other.limbs.count ? other.limbs[index] : 0
      let (partial, first) = sum[index].addingReportingOverflow(addend)
      let (total, second) = partial.addingReportingOverflow(carry ? 1 : 0)
      sum[index] = total
      carry = first || second
    }
    if carry { sum.append(1) }
    return Natural(limbs: sum)
  }

  /// The difference. INVARIANT: `other` is not larger.
  func subtracting(_ other: Natural) -> Natural {
    var difference = limbs
    var borrow = false
    for index in limbs.indices {
      if index >= other.limbs.count && !borrow { break }
      let subtrahend = index < other.limbs.count ? other.limbs[index] : 0
      let (partial, first) = difference[index].subtractingReportingOverflow(subtrahend)
      let (total, second) = partial.subtractingReportingOverflow(borrow ? 1 : 0)
      difference[index] = total
      borrow = first || second
    }
    return Natural(limbs: difference)
  }

  func multiplied(by other: Natural) -> Natural {
    if isZero || other.isZero { return .zero }
    if other.limbs.count == 1 { return multiplied(by: other.limbs[0]) }
    var product = [UInt64](repeating: 0, count: limbs.count + other.limbs.count)
    for (offset, factor) in limbs.enumerated() {
      var carry: UInt64 = 0
      for index in other.limbs.indices {
        let (high, low) = factor.multipliedFullWidth(by: other.limbs[index])
        let (first, overflow) = product[offset + index].addingReportingOverflow(low)
        let (second, again) = first.addingReportingOverflow(carry)
        product[offset + index] = second
        carry = high &+ (overflow ? 1 : 0) &+ (again ? 1 : 0)
      }
      product[offset + other.limbs.count] = carry
    }
    return Natural(limbs: product)
  }

  func multiplied(by factor: UInt64) -> Natural {
    var product = limbs
    product.reserveCapacity(limbs.count + 1)
    var carry: UInt64 = 0
    for index in limbs.indices {
      let (high, low) = limbs[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      product[index] = sum
      carry = high &+ (overflow ? 1 : 0)
    }
    product.append(carry)
    return Natural(limbs: product)
  }

  func shiftedLeft(by bits: Int) -> Natural {
    if isZero || bits == 0 { return self }
    let (words, shift) = (bits / 64, bits % 64)
    var result = [UInt64](repeating: 0, count: words)
    result.reserveCapacity(words + limbs.count + 1)
    if shift == 0 {
      result.append(contentsOf: limbs)
      return Natural(limbs: result)
    }
    var carry: UInt64 = 0
    for limb in limbs {
      result.append(limb << shift | carry)
      carry = limb >> (64 - shift)
    }
    result.append(carry)
    return Natural(limbs: result)
  }

  /// Divided by 2^bits, cut off.
  func shiftedRight(by bits: Int) -> Natural {
    let (words, shift) = (bits / 64, bits % 64)
    if words >= limbs.count { return .zero }
    if shift == 0 { return Natural(limbs: Array(limbs[words...])) }
    var result: [UInt64] = []
    result.reserveCapacity(limbs.count - words)
    for index in words..<limbs.count {
      let above = index + 1 < limbs.count ? limbs[index + 1] << (64 - shift) : 0
      result.append(limbs[index] >> shift | above)
    }
    return Natural(limbs: result)
  }

  /// 10^exponent, for an exponent of 0 or more.
  static func powerOfTen(_ exponent: Int) -> Natural {
    var power = Natural.one
    var left = exponent
    while left >= 38 {
      power = power.multiplied(by: Natural(PowersOfTen[38]))
      left -= 38
    }
    return left == 0 ? power : power.multiplied(by: Natural(PowersOfTen[left]))
  }
}
