/// The greatest common divisor of two words, by halving and subtracting (Stein's binary algorithm).
func greatestCommonDivisor(_ left: UInt64, _ right: UInt64) -> UInt64 {
  if left == 0 || right == 0 { return left | right }
  let shift = (left | right).trailingZeroBitCount
  var smaller = left >> left.trailingZeroBitCount
  var larger = right >> right.trailingZeroBitCount
  while smaller != larger {
    if smaller > larger { swap(&smaller, &larger) }
    larger -= smaller
    larger >>= larger.trailingZeroBitCount
  }
  return smaller << shift
}

extension Natural {
  /// The greatest common divisor, by Lehmer's algorithm (Knuth §4.5.2, Algorithm L).
  func greatestCommonDivisor(with other: Natural) -> Natural {
    var (larger, smaller) = compared(to: other) < 0 ? (other, self) : (self, other)
    while smaller.limbs.count > 1 {
      if let steps = Natural.quotientSteps(larger, smaller) {
        (larger, smaller) = (
          Natural.combination(steps.a, larger, steps.b, smaller),
          Natural.combination(steps.c, larger, steps.d, smaller)
        )
      } else {
        (larger, smaller) = (smaller, larger.quotientAndRemainder(dividingBy: smaller).remainder)
      }
    }
    guard let word = smaller.word, word != 0 else { return larger }
    let rest = larger.quotientAndRemainder(dividingBy: word).remainder
    return Natural(ExactNumbers.greatestCommonDivisor(word, rest))
  }

  /// Several steps of Euclid's algorithm, found from the leading bits alone: the next pair is
  /// (a·larger + b·smaller, c·larger + d·smaller). Nil where the leading bits do not decide a single step.
  private static func quotientSteps(
    _ larger: Natural, _ smaller: Natural
  ) -> (a: Int64, b: Int64, c: Int64, d: Int64)? {
    let shift = larger.bitWidth - 62
    var x = Int64(larger.bits(from: shift))
    var y = Int64(smaller.bits(from: shift))
    var (a, b, c, d): (Int64, Int64, Int64, Int64) = (1, 0, 0, 1)
    while y + c != 0 && y + d != 0 {
      let quotient = (x + a) / (y + c)
      if quotient != (x + b) / (y + d) { break }
      (a, c) = (c, a - quotient * c)
      (b, d) = (d, b - quotient * d)
      (x, y) = (y, x - quotient * y)
    }
    return b == 0 ? nil : (a, b, c, d)
  }

  /// The word of bits that starts at a position. INVARIANT: no bit above that word is set.
  private func bits(from position: Int) -> UInt64 {
    let (word, shift) = (position / 64, position % 64)
    let low = word < limbs.count ? limbs[word] >> shift : 0
    let high = shift > 0 && word + 1 < limbs.count ? limbs[word + 1] << (64 - shift) : 0
    return low | high
  }

  /// x·left + y·right, where the signs of x and y differ and the result is not negative.
  private static func combination(_ x: Int64, _ left: Natural, _ y: Int64, _ right: Natural) -> Natural {
    var result: [UInt64] = []
    result.reserveCapacity(left.limbs.count)
    var carry: Int128 = 0
    for index in left.limbs.indices {
      let other = index < right.limbs.count ? right.limbs[index] : 0
      let sum = carry + Int128(x) * Int128(left.limbs[index]) + Int128(y) * Int128(other)
      result.append(UInt64(truncatingIfNeeded: sum))
      carry = sum >> 64
    }
    return Natural(limbs: result)
  }
}
