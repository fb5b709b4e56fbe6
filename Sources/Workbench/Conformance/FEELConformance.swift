public import FEEL
public import FoundationEssentials

/// Runs cases of the DMN Technology Compatibility Kit, one JSON object a line, against the FEEL engine.
public enum FEELConformance {
  /// What a run found.
  public struct Report: Sendable {
    /// In the order of the files. A case of the kit may have several nodes, and passes when all of them do.
    public var cases: [CaseResult]

    /// Passed and all, of those cases that `include` lets through.
    public func score(_ include: (CaseResult) -> Bool = { _ in true }) -> Score {
      var score = Score(passed: 0, all: 0)
      for result in cases where include(result) {
        score.all += 1
        if result.passes { score.passed += 1 }
      }
      return score
    }

    /// Only cases that expect something else than null: an engine that always answers null passes none of them.
    public var nonNull: Score { score { !$0.expectsOnlyNull } }

    /// Folder by folder, in the order in which they first come.
    public var folders: [(name: String, score: Score)] {
      var folders: [(name: String, score: Score)] = []
      var places: [String: Int] = [:]
      for result in cases {
        let place = places[result.folder] ?? folders.count
        if place == folders.count {
          places[result.folder] = place
          folders.append((result.folder, Score(passed: 0, all: 0)))
        }
        folders[place].score.all += 1
        if result.passes { folders[place].score.passed += 1 }
      }
      return folders
    }

    /// The mean of the folders' shares, so that a folder with many cases counts as one with few.
    public var meanPerFolder: Double {
      let shares = folders.map { $0.score.share }
      return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
    }

    public var failures: [NodeResult] { cases.flatMap { $0.nodes }.filter { !$0.passes } }
  }

  public struct Score: Sendable, Hashable {
    public var passed: Int
    public var all: Int
    public var share: Double { all == 0 ? 1 : Double(passed) / Double(all) }
  }

  public struct CaseResult: Sendable {
    public var id: String
    public var folder: String
    public var nodes: [NodeResult]
    public var passes: Bool { nodes.allSatisfy { $0.passes } }
    public var expectsOnlyNull: Bool { nodes.allSatisfy { $0.expected == "null" } }
    /// What the case needs that the engine does not have; empty for most.
    public var needs: [Need] { Need.allCases.filter { need in nodes.contains { $0.needs.contains(need) } } }
  }

  public struct NodeResult: Sendable {
    public var id: String
    /// As FEEL; what the case says and what came out.
    public var expression: String
    public var expected: String
    public var got: String
    /// Why null came out, where an error made it.
    public var reason: NullReason?
    public var passes: Bool
    public var needs: [Need]
  }

  /// Why a case cannot pass yet.
  public enum Need: String, Sendable, Hashable, CaseIterable {
    /// `time`, `date and time`, `now`, and what computes with them.
    case times
    /// `matches`, `replace`, `split`.
    case regularExpressions
    /// A type that the case's model defines but that is not part of the data.
    case typeDefinitions
  }

  /// The file or line that could not be read.
  public struct Unreadable: Error, Sendable, Hashable {
    public var file: String
    /// 1-based; nil where the whole file could not be read.
    public var line: Int?
  }

  public static func run(files: [URL]) throws(Unreadable) -> Report {
    var order: [String] = []
    var cases: [String: CaseResult] = [:]
    for file in files {
      guard let data = try? Data(contentsOf: file) else {
        throw Unreadable(file: file.lastPathComponent, line: nil)
      }
      let decoder = JSONDecoder()
      for (index, line) in data.split(separator: 0x0A).enumerated() {
        guard let node = try? decoder.decode(ConformanceNode.self, from: line) else {
          throw Unreadable(file: file.lastPathComponent, line: index + 1)
        }
        if cases[node.caseID] == nil {
          order.append(node.caseID)
          cases[node.caseID] = CaseResult(id: node.caseID, folder: node.folder, nodes: [])
        }
        cases[node.caseID]?.nodes.append(node.run())
      }
    }
    return Report(cases: order.compactMap { cases[$0] })
  }
}
