/// Collects what the stages have to say, in any order, and gives it back in the order of the files.
public struct Findings: Sendable, Hashable {
  /// More findings than this are counted, not kept: a hostile file cannot fill the memory with them.
  public static let maximumKept = 10_000
  /// So many are shown to people at a time.
  public static let maximumShown = 100

  private var kept: [Finding] = []
  private var counts: [Int] = [0, 0, 0]

  public init() {}

  public mutating func add(_ finding: Finding) {
    counts[finding.severity.rawValue] += 1
    if kept.count < Findings.maximumKept { kept.append(finding) }
  }

  public mutating func add(contentsOf findings: [Finding]) {
    for finding in findings { add(finding) }
  }

  public mutating func add(contentsOf other: Findings) {
    let unkept = other.unkeptCounts
    add(contentsOf: other.kept)
    for (index, count) in unkept.enumerated() { counts[index] += count }
  }

  public var isEmpty: Bool { kept.isEmpty }
  public var hasErrors: Bool { counts[Severity.error.rawValue] > 0 }

  /// Each finding once: without a place first, then by file, place, severity, code and message.
  public var sorted: [Finding] {
    var result: [Finding] = []
    for finding in kept.sorted(by: comesBefore) where result.last != finding {
      result.append(finding)
    }
    return result
  }

  /// How many there are of `severity`; what was said twice counts once.
  public func count(of severity: Severity) -> Int {
    sorted.count { $0.severity == severity } + unkeptCounts[severity.rawValue]
  }

  /// The findings to show and the number left out. Where there are too many, errors go before warnings and
  /// warnings before notes; what is shown stands in the order of the files.
  public func shown(atMost limit: Int = Findings.maximumShown) -> (findings: [Finding], leftOut: Int) {
    let all = sorted
    let unkept = unkeptCounts.reduce(0, +)
    guard all.count > limit else { return (all, unkept) }
    var room = limit
    var roomOf = [0, 0, 0]
    for severity in [Severity.error, .warning, .note] {
      roomOf[severity.rawValue] = min(room, all.count { $0.severity == severity })
      room -= roomOf[severity.rawValue]
    }
    var findings: [Finding] = []
    for finding in all where roomOf[finding.severity.rawValue] > 0 {
      roomOf[finding.severity.rawValue] -= 1
      findings.append(finding)
    }
    return (findings, all.count - findings.count + unkept)
  }

  private var unkeptCounts: [Int] {
    var result = counts
    for finding in kept { result[finding.severity.rawValue] -= 1 }
    return result
  }
}

private func comesBefore(_ a: Finding, _ b: Finding) -> Bool {
  switch (a.span, b.span) {
  case (nil, .some): return true
  case (.some, nil): return false
  case (nil, nil): break
  case (let a?, let b?):
    if a.source != b.source { return a.source < b.source }
    if a.start.offset != b.start.offset { return a.start.offset < b.start.offset }
    if a.start.line != b.start.line { return a.start.line < b.start.line }
  }
  if a.severity != b.severity { return a.severity < b.severity }
  if a.code != b.code { return a.code < b.code }
  if a.message.sv != b.message.sv {
    return a.message.sv.unicodeScalars.lexicographicallyPrecedes(b.message.sv.unicodeScalars)
  }
  return (a.span?.end.offset ?? 0) < (b.span?.end.offset ?? 0)
}
