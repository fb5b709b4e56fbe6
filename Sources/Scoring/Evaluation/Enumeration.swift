internal import Criteria
internal import ExactNumbers
internal import FEEL

/// The range that a figure really has over every filling-in of its unknowns (docs/scoring.md, 8).
struct Enumeration {
  /// Combinations at the most.
  static let limit = 4_096

  /// What is looked at in every situation. An object, so that trying is compiled once and not for each figure.
  final class Figure {
    let of: (Situation) throws(ArithmeticError) -> Interval

    init(_ of: @escaping (Situation) throws(ArithmeticError) -> Interval) { self.of = of }
  }

  private let domains: [(cause: Unknown.Cause, values: [Value])]

  /// nil where some domain is not finite or the combinations are too many.
  init?(_ causes: [Unknown.Cause], in base: Case) {
    if causes.isEmpty { return nil }
    var domains: [(cause: Unknown.Cause, values: [Value])] = []
    var combinations = 1
    for cause in causes {
      guard let values = base.domain(of: cause), !values.isEmpty else { return nil }
      combinations *= values.count
      if combinations > Self.limit { return nil }
      domains.append((cause, values))
    }
    self.domains = domains
  }

  /// The attained range, given one that no filling-in leaves. nil where filling in these unknowns leaves something
  /// open.
  ///
  /// Most often both ends of `bound` are attained: then one filling-in for each, found unknown by unknown, proves
  /// it. Otherwise every combination is tried.
  func attained(
    _ bound: Interval, from situation: Situation, _ tries: Tries, _ figure: Figure
  ) throws(ArithmeticError) -> Interval? {
    let tries = situation.knowledge.isKept ? tries : Tries()
    if try reaches(bound, atHigh: false, from: situation, tries, figure),
      try reaches(bound, atHigh: true, from: situation, tries, figure)
    {
      return bound
    }
    return try all(from: situation, figure)
  }

  /// Fills in one unknown after the other with a value that leaves the end where it is. Ends only move inwards, so
  /// once all are filled in and the end still stands, it is attained.
  private func reaches(
    _ bound: Interval, atHigh: Bool, from situation: Situation, _ tries: Tries, _ figure: Figure
  ) throws(ArithmeticError) -> Bool {
    var current = situation
    for domain in domains {
      var next: Situation?
      for value in domain.values where next == nil {
        let tried = current.filled(domain.cause, value, tries)
        let range = try figure.of(tried)
        if atHigh ? range.high == bound.high : range.low == bound.low {
          if range.isKnown { return true }
          next = tried
        }
      }
      guard let next else { return false }
      current = next
    }
    return false
  }

  private func all(from situation: Situation, _ figure: Figure) throws(ArithmeticError) -> Interval? {
    var attained: Interval?
    let isSettled = try each(from: situation) { (filled) throws(ArithmeticError) in
      let range = try figure.of(filled)
      if !range.isKnown { return false }
      attained = attained?.hull(range) ?? range
      return true
    }
    return isSettled ? attained : nil
  }

  /// Every filling-in in turn, until `body` says that this is enough; whether it never did.
  func each(
    from situation: Situation, _ body: (Situation) throws(ArithmeticError) -> Bool
  ) throws(ArithmeticError) -> Bool {
    var chosen = [Int](repeating: 0, count: domains.count)
    while true {
      var filling: Filling = [:]
      for (domain, index) in zip(domains, chosen) { filling[domain.cause] = domain.values[index] }
      if try !body(situation.filled(filling)) { return false }
      var position = 0
      while position < chosen.count {
        chosen[position] += 1
        if chosen[position] < domains[position].values.count { break }
        chosen[position] = 0
        position += 1
      }
      if position == chosen.count { return true }
    }
  }
}
