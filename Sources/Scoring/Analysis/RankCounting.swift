/// Ranks totals, many times over, and counts how often each alternative got each rank.
///
/// Equal totals share the rank: rank = 1 + how many have more. Sorting is by buckets between the lowest and highest
/// total, then by insertion, which is linear for totals that are spread out; it decides by comparing doubles and is
/// the same on every machine.
struct RankCounter {
  let count: Int
  /// How often the alternative (row) got the rank (column).
  private(set) var counts: [Int]
  private var starts: [Int]
  private var bucketOf: [Int32]
  private var sorted: [Entry]
  private let bucketCount: Int
  /// More in one bucket than this are not sorted by insertion.
  private static let crowd = 24

  private struct Entry {
    var total: Double
    var alternative: Int
  }

  init(_ count: Int) {
    self.count = count
    counts = Array(repeating: 0, count: count * count)
    bucketCount = max(count, 1)
    starts = Array(repeating: 0, count: bucketCount + 1)
    bucketOf = Array(repeating: 0, count: count)
    sorted = Array(repeating: Entry(total: 0, alternative: 0), count: count)
  }

  /// Counts one set of totals, one finite number for each alternative.
  mutating func add(_ totals: UnsafeBufferPointer<Double>) {
    guard count > 0 else { return }
    var least = totals[0]
    var most = totals[0]
    for total in totals {
      if total < least { least = total }
      if total > most { most = total }
    }
    if least == most {
      for alternative in 0..<count { counts[alternative * count] += 1 }
      return
    }
    sort(totals, least, most)
    sorted.withUnsafeBufferPointer { sorted in
      counts.withUnsafeMutableBufferPointer { counts in
        var rank = 0
        var last = sorted[0].total
        for place in 0..<count {
          let entry = sorted[place]
          if entry.total < last {
            rank = place
            last = entry.total
          }
          counts[entry.alternative &* count &+ rank] &+= 1
        }
      }
    }
  }

  /// Fills `sorted`, highest first.
  private mutating func sort(_ totals: UnsafeBufferPointer<Double>, _ least: Double, _ most: Double) {
    let scale = Double(bucketCount - 1) / (most - least)
    if !scale.isFinite {
      for alternative in 0..<count {
        sorted[alternative] = Entry(total: totals[alternative], alternative: alternative)
      }
      sorted.sort { $1.total < $0.total }
      return
    }
    var fullest = 0
    starts.withUnsafeMutableBufferPointer { starts in
      bucketOf.withUnsafeMutableBufferPointer { bucketOf in
        for bucket in 0...bucketCount { starts[bucket] = 0 }
        for alternative in 0..<count {
          // Rounding never turns the order of two: subtraction, product and cut are all monotone.
          let bucket = Int32(truncatingIfNeeded: Int((most - totals[alternative]) * scale))
          bucketOf[alternative] = bucket
          starts[Int(bucket) &+ 1] &+= 1
        }
        for bucket in 0..<bucketCount {
          fullest = max(fullest, starts[bucket + 1])
          starts[bucket + 1] &+= starts[bucket]
        }
        sorted.withUnsafeMutableBufferPointer { sorted in
          for alternative in 0..<count {
            let bucket = Int(bucketOf[alternative])
            sorted[starts[bucket]] = Entry(total: totals[alternative], alternative: alternative)
            starts[bucket] &+= 1
          }
          if fullest > RankCounter.crowd { return }
          for place in 1..<count {
            let entry = sorted[place]
            var free = place
            while free > 0 && sorted[free &- 1].total < entry.total {
              sorted[free] = sorted[free &- 1]
              free &-= 1
            }
            sorted[free] = entry
          }
        }
      }
    }
    if fullest > RankCounter.crowd { sorted.sort { $1.total < $0.total } }
  }
}
