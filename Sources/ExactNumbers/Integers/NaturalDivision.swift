extension Natural {
  /// Quotient and remainder. INVARIANT: the divisor is not zero.
  func quotientAndRemainder(dividingBy divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    if compared(to: divisor) < 0 { return (.zero, self) }
    if divisor.limbs.count == 1 {
      let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor.limbs[0])
      return (quotient, Natural(remainder))
    }
    return longDivision(by: divisor)
  }

  func quotientAndRemainder(dividingBy divisor: UInt64) -> (quotient: Natural, remainder: UInt64) {
    var quotient = limbs
    var remainder: UInt64 = 0
    var index = limbs.count
    while index > 0 {
      index -= 1
      (quotient[index], remainder) = divisor.dividingFullWidth((remainder, limbs[index]))
    }
    return (Natural(limbs: quotient), remainder)
  }

  /// Knuth's Algorithm D, for a divisor of two limbs or more.
  private func longDivision(by divisor: Natural) -> (quotient: Natural, remainder: Natural) {
    // With the divisor's top bit set, an estimate from its top limb is at most two too large.
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let scaledDivisor = divisor.shiftedLeft(by: shift).limbs
    var rest = shiftedLeft(by: shift).limbs
    while rest.count <= limbs.count { rest.append(0) }
    let count = scaledDivisor.count
    let top = scaledDivisor[count - 1]
    let next = scaledDivisor[count - 2]

    var quotient = [UInt64](repeating: 0, count: limbs.count - count + 1)
    var position = quotient.count
    while position > 0 {
      position -= 1
      var digit = Natural.estimate(
        rest[position + count], rest[position + count - 1], rest[position + count - 2], top, next)
      if Natural.subtract(digit, scaledDivisor, from: &rest, at: position) {
        digit -= 1
        Natural.add(scaledDivisor, to: &rest, at: position)
      }
      quotient[position] = digit
    }
    return (Natural(limbs: quotient), Natural(limbs: rest).shiftedRight(by: shift))
  }

  /// A digit of the quotient from the top three limbs: right, or one too large.
  @inline(__always)
  private static func estimate(
    _ first: UInt64, _ second: UInt64, _ third: UInt64, _ top: UInt64, _ next: UInt64
  ) -> UInt64 {
    var digit: UInt64
    var remainder: UInt64
    if first >= top {
      digit = .max
      let (sum, overflow) = second.addingReportingOverflow(top)
      if overflow { return digit }
      remainder = sum
    } else {
      (digit, remainder) = top.dividingFullWidth((first, second))
    }
    while true {
      let (high, low) = digit.multipliedFullWidth(by: next)
      if high < remainder || (high == remainder && low <= third) { return digit }
      digit -= 1
      let (sum, overflow) = remainder.addingReportingOverflow(top)
      if overflow { return digit }
      remainder = sum
    }
  }

  /// Subtracts digit × divisor in place; true where the result would be negative (and has wrapped).
  @inline(__always)
  private static func subtract(
    _ digit: UInt64, _ divisor: [UInt64], from rest: inout [UInt64], at position: Int
  ) -> Bool {
    var carry: UInt64 = 0
    for index in divisor.indices {
      let (high, low) = digit.multipliedFullWidth(by: divisor[index])
      let (subtrahend, overflow) = low.addingReportingOverflow(carry)
      let (difference, borrow) = rest[position + index].subtractingReportingOverflow(subtrahend)
      rest[position + index] = difference
      carry = high &+ (overflow ? 1 : 0) &+ (borrow ? 1 : 0)
    }
    let (difference, borrow) = rest[position + divisor.count].subtractingReportingOverflow(carry)
    rest[position + divisor.count] = difference
    return borrow
  }

  private static func add(_ divisor: [UInt64], to rest: inout [UInt64], at position: Int) {
    var carry: UInt64 = 0
    for index in divisor.indices {
      let (partial, first) = rest[position + index].addingReportingOverflow(divisor[index])
      let (sum, second) = partial.addingReportingOverflow(carry)
      rest[position + index] = sum
      carry = first || second ? 1 : 0
    }
    rest[position + divisor.count] &+= carry
  }
}
