internal import Diagnostics

/// What was read of a round's files, kept so that only what has changed is read the next time. What a file says hangs
/// on its bytes, on its number among the files, and on those that it is read by.
public struct RoundReadings: Sendable {
  var round: Kept<Round>?
  var form: Kept<Form>?
  var ruleset: Kept<Ruleset>?
  /// In the order of their sources, which follow one another.
  var proposals: [Kept<Proposal>] = []
  var assessments: [Kept<Assessment>] = []

  /// Nothing has been read.
  public init() {}

  struct Kept<Value: Sendable>: Sendable {
    let source: SourceID
    let file: SourceFile
    let reading: Reading<Value>

    func isOf(_ other: SourceID, in sources: SourceMap) -> Bool { source == other && file == sources[other] }
  }

  /// `earlier` where it is of the same file, else what `read` gives.
  static func kept<Value: Sendable>(
    _ earlier: Kept<Value>?, _ source: SourceID, _ sources: SourceMap, _ read: () -> Reading<Value>
  ) -> Kept<Value> {
    if let earlier, earlier.isOf(source, in: sources) { return earlier }
    return Kept(source: source, file: sources[source], reading: read())
  }

  func proposal(_ source: SourceID, in sources: SourceMap) -> Kept<Proposal>? {
    guard let first = proposals.first else { return nil }
    let place = source.index - first.source.index
    guard proposals.indices.contains(place), proposals[place].isOf(source, in: sources) else { return nil }
    return proposals[place]
  }

  /// Whether it has these proposals, as they are now, and no others.
  func hasProposals(_ wanted: [SourceID], in sources: SourceMap) -> Bool {
    wanted.count == proposals.count && wanted.allSatisfy { proposal($0, in: sources) != nil }
  }

  func assessment(_ source: SourceID) -> Kept<Assessment>? {
    guard let first = assessments.first else { return nil }
    let place = source.index - first.source.index
    return assessments.indices.contains(place) ? assessments[place] : nil
  }
}
