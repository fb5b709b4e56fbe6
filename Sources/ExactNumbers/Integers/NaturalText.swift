extension Natural {
  /// Decimal digits in ASCII, most significant first; `0` for zero.
  var digits: [UInt8] {
    if isZero { return [UInt8(ascii: "0")] }
    var digits: [UInt8] = []
    var rest = self
    while !rest.isZero {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10_000_000_000_000_000_000)
      var low = remainder
      rest = quotient
      // A full group has 19 digits; the first group has no zeros in front.
      var count = 0
      while count < 19 && (low > 0 || !rest.isZero) {
        digits.append(48 + UInt8(truncatingIfNeeded: low % 10))
        low /= 10
        count += 1
      }
    }
    digits.reverse()
    return digits
  }

  /// Reads decimal digits; nil for anything else or for no digit.
  init?(digits: some Collection<UInt8>) {
    if digits.isEmpty { return nil }
    var value = Natural.zero
    var group: UInt64 = 0
    var scale: UInt64 = 1
    for byte in digits {
      guard byte >= 48 && byte <= 57 else { return nil }
      group = group * 10 + UInt64(byte - 48)
      scale *= 10
      if scale == 10_000_000_000_000_000_000 {
        value = value.multiplied(by: scale).adding(Natural(group))
        group = 0
        scale = 1
      }
    }
    self = value.multiplied(by: scale).adding(Natural(group))
  }
}
