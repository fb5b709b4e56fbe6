import Diagnostics
import Engine
import ExactNumbers
import Foundation
import Testing

/// A round that the engine holds, on Tests/PresentationTests/Fixtures/mini: whatever has been asked and changed before,
/// it answers with the bytes that the same files give when they are read for the first time.
@Suite struct HeldRoundTests {
  private static let mini = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("PresentationTests/Fixtures/mini")

  private let original: [String: String]

  init() throws {
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: Self.mini.path)
    where path.hasSuffix(".yaml") {
      files[path] = try String(contentsOf: Self.mini.appendingPathComponent(path), encoding: .utf8)
    }
    original = files
  }

  private static let questions: [(command: String, options: [(String, String)])] = [
    ("desk", []), ("desk", [("lang", "en")]), ("rank", [("format", "json")]), ("rank", []),
    ("rank", [("weights", "bredd=1,nytta=3")]), ("page", []), ("page", [("part", "robustness")]),
    ("page", [("part", "frame")]), ("page", [("part", "explanation"), ("proposal", "beta")]),
    ("page", [("part", "comparison"), ("first", "alfa"), ("second", "beta")]),
    ("explain", [("proposal", "gamma"), ("format", "json")]), ("improve", [("proposal", "eta")]),
    ("missing", [("format", "json")]), ("assessors", [("format", "json")]), ("economy", []),
    ("sheet", [("proposal", "gamma"), ("role", "chef")]),
    ("sheet", [("proposal", "alfa"), ("role", "chef")]),
    ("paper", [("format", "html")]),
  ]

  private func request(_ question: (command: String, options: [(String, String)]), _ files: [SourceFile])
    -> Request
  {
    Request(
      command: question.command,
      options: ([("round", "omgang")] + question.options).map { Request.Option(name: $0.0, value: $0.1) },
      files: files)
  }

  private func files(_ contents: [String: String]) -> [SourceFile] {
    contents.sorted { $0.key < $1.key }.map { SourceFile(path: $0.key, bytes: Array($0.value.utf8)) }
  }

  private func update(_ held: HeldRound, from before: [String: String], to after: [String: String]) {
    let changed = after.filter { before[$0.key] != $0.value }
    let removed = before.keys.filter { after[$0] == nil }.sorted()
    let response = respond(
      to: Request(
        command: "update", options: removed.map { Request.Option(name: "removed", value: $0) },
        files: files(changed)),
      about: held)
    #expect(response.status == 0)
  }

  /// Something that somebody may do in a round's folder.
  private func changed(_ files: [String: String], _ random: inout SplitMix64) -> [String: String] {
    var files = files
    let paths = files.keys.sorted()
    let path = paths[Int(random.next(below: UInt64(paths.count)))]
    let text = files[path] ?? ""
    switch random.next(below: 8) {
    case 0 where path.contains("/assessments/") || path.hasSuffix("alfa.yaml"): files[path] = nil
    case 1: files[path] = original[path]
    case 2: files[path] = text + "\nfel: [\n"
    case 3: for (path, text) in original { files[path] = text }
    case 4: files["omgang/assessments/beta.chef.yaml"] = Self.sheet(of: "beta", by: "chef", &random)
    case 5: files["omgang/assessments/alfa.chef.yaml"] = Self.sheet(of: "alfa", by: "chef", &random)
    case 6: files["omgang/declarations.yaml"] = Self.declarations(&random)
    default:
      let number = 1 + random.next(below: 9)
      files[path] = text.replacing("deltagare: 10", with: "deltagare: \(number)").replacing(
        "value: viss", with: "value: stor"
      ).replacing("as_of: 2026-09-15", with: "as_of: 2026-09-1\(number)")
    }
    return files
  }

  private static func sheet(of proposal: String, by role: String, _ random: inout SplitMix64) -> String {
    let value = ["liten", "viss", "stor"][Int(random.next(below: 3))]
    return """
      schema: beredning/assessment/1
      proposal: \(proposal)
      role: \(role)
      date: 2026-09-0\(1 + random.next(below: 9))
      judgements:
        - {judgement: nytta, value: \(value), reason: Prövat.}

      """
  }

  private static func declarations(_ random: inout SplitMix64) -> String {
    let outcome = random.next(below: 2) == 0 ? "jäv" : "ej jäv"
    return """
      schema: beredning/declarations/1
      declarations:
        - person: B1
          role: grupp
          proposal: beta
          ground: uppdragsgivare
          declared: 2026-09-02
          outcome: \(outcome)

      """
  }

  @Test(arguments: 0..<4) func `a held round answers as one that is read anew`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let held = HeldRound()
    var contents = original
    update(held, from: [:], to: contents)
    var statuses: Set<Int32> = []
    for step in 0..<10 {
      for _ in 0..<3 {
        let question = Self.questions[Int(random.next(below: UInt64(Self.questions.count)))]
        let answer = respond(to: request(question, []), about: held)
        // Not in the expectation itself, which would print every byte of both.
        let isSame = answer == respond(to: request(question, files(contents)))
        #expect(isSame, "seed \(seed), step \(step): \(question.command) \(question.options)")
        statuses.insert(answer.status)
      }
      let next = changed(contents, &random)
      update(held, from: contents, to: next)
      contents = next
    }
    #expect(statuses.contains(0))
  }

  @Test func `a request's own files count for that request alone`() throws {
    let held = HeldRound()
    update(held, from: [:], to: original)
    let before = respond(to: request(("rank", []), []), about: held)
    let other = try #require(original["omgang/alfa.yaml"]).replacing("titel: Alfa", with: "titel: Annat")
    let own = SourceFile(path: "omgang/alfa.yaml", bytes: Array(other.utf8))
    let tried = respond(to: request(("rank", []), [own]), about: held)
    #expect(tried.status == 0 && tried.output != before.output)
    #expect(respond(to: request(("rank", []), []), about: held) == before)
  }

  @Test func `update takes files and the names of those that are gone, nothing else`() {
    let held = HeldRound()
    let wrong = Request(command: "update", options: [Request.Option(name: "round", value: "omgang")])
    #expect(respond(to: wrong, about: held).status == 2)
    update(held, from: [:], to: original)
    update(held, from: original, to: [:])
    #expect(respond(to: request(("rank", []), []), about: held).status == 3)
  }
}
