internal import Diagnostics

/// What has been put into words of a round's proposals, kept from one question to the next. For one thread.
public final class DeskMemory {
  private struct Entry {
    var stamp: Int
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

  /// - Parameter stamp: of the proposal's workings.
  func json(_ id: String, _ language: Language, stamp: Int, _ make: () -> JSON) -> JSON {
    let key = (language == .swedish ? "sv " : "en ") + id
    if let entry = entries[key], entry.stamp == stamp { return entry.json }
    let json = make()
    entries[key] = Entry(stamp: stamp, json: json)
    return json
  }
}
