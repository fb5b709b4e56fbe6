internal import Diagnostics

/// What has been put into words of a round's proposals, kept from one question to the next. For one thread.
public final class DeskMemory {
  private struct Entry {
    var stamp: Int
    var rank: String?
    var json: JSON
  }

  private var round: SourceFile?
  /// By language and proposal.
  private var entries: [String: Entry] = [:]

  /// Nothing has been put into words.
  public init() {}

  /// Forgets everything where the round's own file has changed: its words stand in all.
  func begin(_ file: SourceFile) {
    if round != file { entries = [:] }
    round = file
  }

  /// - Parameters:
  ///   - stamp: of the proposal's workings.
  ///   - rank: as it is shown; hangs on the other proposals.
  func json(_ id: String, _ language: Language, stamp: Int, rank: String?, _ make: () -> JSON) -> JSON {
    let key = (language == .swedish ? "sv " : "en ") + id
    if let entry = entries[key], entry.stamp == stamp, entry.rank == rank { return entry.json }
    let json = make()
    entries[key] = Entry(stamp: stamp, rank: rank, json: json)
    return json
  }
}
