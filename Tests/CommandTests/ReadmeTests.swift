import Foundation
import TestSupport
import Testing

/// What README shows is what the command prints.
@Suite struct ReadmeTests {
  private func readme() throws -> String {
    try String(contentsOf: Scratch.root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The lines of the fenced blocks of the README, without the fences.
  private func blocks() throws -> [[Substring]] {
    var blocks: [[Substring]] = []
    var open: [Substring]?
    for line in try readme().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open { blocks.append(block) }
        open = open == nil ? [] : nil
      } else {
        open?.append(line)
      }
    }
    return blocks
  }

  private func output(_ arguments: [String]) throws -> [Substring] {
    let result = try Command.run(arguments, in: Scratch.root)
    #expect(result.code == 0)
    return String(decoding: result.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  @Test func `the ranking`() throws {
    let shown = try #require(try blocks().first { $0.first?.hasPrefix("Exempelomgången") == true })
    #expect(shown == Array(try output(["rank", "Proposals/exempel"])))
  }

  @Test func `the explanation, as far as it is shown`() throws {
    let shown = try #require(try blocks().first { $0.first?.hasPrefix("$ beredning explain") == true })
    let command = try #require(shown.first).split(separator: " ").dropFirst(2).map(String.init)
    let printed = try output(command)
    let lines = shown.dropFirst()
    #expect(lines.last == "  …")
    #expect(lines.count > 20)
    #expect(Array(lines.dropLast()) == Array(printed.prefix(lines.count - 1)))
  }
}
