internal import Diagnostics

// The standard library's sort is compiled anew for every type and every order, some ten kilobytes each in the engine
// that an applicant's page carries. These take its place where few things are sorted: one merge sort of places, which
// keeps the order of what the comparison does not tell apart.

extension Array {
  public func ordered(by precedes: (Element, Element) -> Bool) -> [Element] {
    orderedPlaces(count) { precedes(self[$0], self[$1]) }.map { self[$0] }
  }
}

extension Array {
  /// In Swedish order of what `name` gives. Elements of equal names stay in the order that they had.
  func inSwedishOrder(of name: (Element) -> String) -> [Element] {
    let keys = map { SwedishSortKey(name($0)) }
    return orderedPlaces(count) { keys[$0] < keys[$1] }.map { self[$0] }
  }
}

extension Array where Element: Comparable {
  public func ordered() -> [Element] { ordered { $0 < $1 } }
}

/// 0 ..< count in rising order. Compiled once: nothing here is generic.
public func orderedPlaces(_ count: Int, _ precedes: (Int, Int) -> Bool) -> [Int] {
  var places = Array(0..<count)
  var merged = places
  var width = 1
  while width < count {
    var start = 0
    while start < count {
      let middle = min(start + width, count)
      let end = min(start + 2 * width, count)
      var (left, right, next) = (start, middle, start)
      while next < end {
        if right == end || left < middle && !precedes(places[right], places[left]) {
          merged[next] = places[left]
          left += 1
        } else {
          merged[next] = places[right]
          right += 1
        }
        next += 1
      }
      start = end
    }
    swap(&places, &merged)
    width *= 2
  }
  return places
}
