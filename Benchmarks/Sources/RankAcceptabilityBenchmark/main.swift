// Rank acceptability: 200 proposals × 8 criteria × 10,000 given weight vectors, and the published harbour case with
// 100,000 samples. Usage:
//
//   swift run -c release --package-path Benchmarks RankAcceptabilityBenchmark [VALUES.csv WEIGHTS.csv [OUT.csv]]
//
// The files are those that `gen.py` of shared/peers/mcda makes (data/m_200.csv and data/smaa_w.csv); without them the
// program generates figures of the same size. OUT gets the first-rank acceptabilities, one a line.
import ExactNumbers
import Foundation
import Scoring

/// Directions of the eight criteria, as the peers' `gen.py` has them.
let directions: [Double] = [1, 1, 1, -1, 1, 1, -1, 1]

func numbers(_ path: String) throws -> [[Double]] {
  try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap { line in
    let row = line.split(separator: ",").map { Double($0) }
    return row.contains { $0 == nil } ? nil : row.compactMap { $0 }
  }
}

/// Each column from 0 at its worst to 1 at its best.
func scaled(_ rows: [[Double]]) -> [Double] {
  let ends = directions.indices.map { column in
    (rows.map { $0[column] }.min()!, rows.map { $0[column] }.max()!)
  }
  return rows.flatMap { row in
    row.indices.map { column in
      let value = (row[column] - ends[column].0) / (ends[column].1 - ends[column].0)
      return directions[column] > 0 ? value : 1 - value
    }
  }
}

func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

let arguments = CommandLine.arguments.dropFirst()
var values: [Double]
var weights: [Double]
if arguments.count >= 2 {
  values = scaled(try numbers(arguments[1]))
  weights = try numbers(arguments[2]).flatMap { $0 }
} else {
  var random = SplitMix64(seed: 1)
  values = (0..<200 * 8).map { _ in random.nextUnit() }
  weights = []
  for _ in 0..<10_000 {
    let cuts = ([0, 1] + (0..<7).map { _ in random.nextUnit() }).sorted()
    weights += zip(cuts.dropFirst(), cuts).map { $0 - $1 }
  }
}
let count = values.count / 8
let clock = ContinuousClock()
var times: [Double] = []
var result = rankAcceptability(values: values, weights: weights, criteria: 8)
for _ in 0..<15 {
  let start = clock.now
  result = rankAcceptability(values: values, weights: weights, criteria: 8)
  times.append(seconds(clock.now - start))
}
times.sort()
print(
  "\(count) proposals, 8 criteria, \(weights.count / 8) weight vectors: median \(times[7]) s, best \(times[0]) s"
)
if arguments.count >= 3 {
  let lines = (0..<count).map { "\(result.acceptability($0, rank: 1))\n" }
  try lines.joined().write(toFile: arguments[3], atomically: true, encoding: .utf8)
}

// Lahdelma and Salminen 2001, the Helsinki harbour: 13 alternatives, 11 criteria, each figure uniform within a tenth
// of its criterion's range; published first-rank acceptabilities in per cent.
let figures: [[Double]] = [
  [4, 1, 985, 30, 166, 705, 25000, 4.5, 4.2, 15.1, 1.75],
  [4, 2.5, 985, 30, 166, 765, 25000, 4.5, 4.1, 15.3, 1.69],
  [4, 1.5, 985, 30, 166, 705, 25000, 4.5, 4.3, 12.7, 1.75],
  [4, 1.5, 985, 30, 166, 705, 25000, 4.5, 4.3, 12.2, 1.65],
  [4, 1.5, 985, 35, 177, 705, 25000, 4.5, 4.4, 15.1, 1.68],
  [4, 2.5, 985, 35, 177, 765, 25000, 4.5, 4.3, 15.3, 1.62],
  [4, 2, 985, 35, 177, 705, 25000, 4.5, 4.5, 12.7, 1.68],
  [4, 2, 985, 35, 177, 705, 25000, 4.5, 4.5, 12.2, 1.58],
  [4, 1, 985, 35, 166, 705, 25000, 4.5, 4.6, 14.8, 1.72],
  [4, 2.5, 985, 35, 166, 765, 25000, 4.5, 4.5, 15, 1.66],
  [4, 1.5, 985, 35, 166, 705, 25000, 4.5, 4.7, 12.4, 1.72],
  [4, 2, 985, 35, 166, 705, 25000, 4.5, 4.7, 11.9, 1.62],
  [1, 0, 1300, 50, 266, 4200, 0, 2, 1, 18.8, 1],
]
let better: [Double] = [-1, -1, -1, 1, 1, -1, 1, 1, 1, -1, 1]
let published: [Double] = [5, 0, 5, 3, 4, 0, 9, 8, 18, 0, 27, 11, 10]
let spans = better.indices.map { column -> (least: Double, width: Double) in
  let values = figures.map { $0[column] * better[column] }
  return (values.min()!, values.max()! - values.min()!)
}
let centres = figures.flatMap { row in
  row.indices.map { (row[$0] * better[$0] - spans[$0].least) / spans[$0].width }
}
let table = ValueTable(low: centres.map { $0 - 0.1 }, high: centres.map { $0 + 0.1 }, criteria: 11)
let start = clock.now
let harbour = try rankAcceptability(
  table, base: Array(repeating: .one, count: 11), space: .all, samples: 100_000, seed: 1)
let taken = seconds(clock.now - start)
let off = published.indices.map { abs(harbour.acceptability($0, rank: 1) * 100 - published[$0]) }.max()!
print("Helsinki harbour, 100000 samples: \(taken) s, at most \(off) percentage points from the published")
if off > 1 { exit(1) }
