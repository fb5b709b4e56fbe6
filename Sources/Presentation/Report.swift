public import Criteria
public import Diagnostics
public import ExactNumbers
public import Scoring

/// A ranked round and the files that it came from: what every presentation of it is made of.
public struct RoundReport: Sendable {
  public var data: RoundData
  public var result: RoundResult
  public var sources: SourceMap
  let plan: ReadingPlan

  public init(data: RoundData, result: RoundResult, sources: SourceMap, plan: ReadingPlan? = nil) {
    self.data = data
    self.result = result
    self.sources = sources
    self.plan = plan ?? ReadingPlan(data.ruleset)
  }
}

extension RoundReport {
  /// The result of one proposal with everything that explains it.
  ///
  /// - Throws: as `scoreProposal`.
  public func explainedResult(at index: Int) throws(ArithmeticError) -> ProposalResult {
    try scoreProposal(
      data, at: index,
      options: ScoringOptions(weights: result.isTrial ? result.weights : nil, detail: .full, plan: plan))
  }

  /// The folder of the round as its files were given: places are told relative to it.
  var folder: String { folderPart(sources[data.round.source].path) }

  /// A file's path relative to the round's folder.
  func path(of source: SourceID) -> String { relativePath(sources[source].path, to: folder) }

  /// `vagen-vidare.yaml:41`
  func place(_ span: Span) -> String { path(of: span.source) + ":" + String(span.start.line) }
}

/// The part of a path before the last `/`; empty where there is none.
func folderPart(_ path: String) -> String {
  var parts = path.split(separator: "/", omittingEmptySubsequences: false)
  parts.removeLast()
  return parts.joined(separator: "/")
}

/// `path` as seen from `folder`, both as they are written: nothing is looked up on a disk.
public func relativePath(_ path: String, to folder: String) -> String {
  if path.hasPrefix("/") != folder.hasPrefix("/") { return path }
  let from = normalised(folder)
  let to = normalised(path)
  var shared = 0
  while shared < from.count && shared < to.count - 1 && from[shared] == to[shared] { shared += 1 }
  // What a `..` stands for cannot be told from the path alone.
  if from[shared...].contains("..") { return path }
  return ([String](repeating: "..", count: from.count - shared) + to[shared...]).joined(separator: "/")
}

/// The folders of a path, `.` left out and `..` taken back where it can be.
private func normalised(_ path: String) -> [String] {
  var parts: [String] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else {
      parts.append(String(part))
    }
  }
  return parts
}
