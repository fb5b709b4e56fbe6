import Criteria
import ExactNumbers
import Foundation
import Testing

@testable import Scoring

/// Gains on generated rounds, against what ranking gives once the change is written into the files.
@Suite struct ImprovementPropertyTests {
  private static var seeds: ClosedRange<UInt64> {
    let asked = ProcessInfo.processInfo.environment["BEREDNING_SEEDS"].flatMap(UInt64.init)
    return 1...(asked ?? 6)
  }

  @Test func `a confirmed gain is what ranking gives once the change is written down`() throws {
    var tried = 0
    for seed in Self.seeds {
      let model = RefGenerator.makeCase(seed: seed, proposals: 4)
      let data = try #require(RefPipeline(model).loaded.data)
      for index in data.proposals.indices {
        let found = try improvements(data, at: index)
        let id = data.proposals[index].id
        let place = try #require(model.proposals.firstIndex { $0.id == id })
        for gain in found.confirmed {
          guard let changed = model.changed(gain.change, at: place) else { continue }
          let pipeline = RefPipeline(changed)
          let result = try #require(
            pipeline.result, "seed \(seed) \(id) \(gain.change): \(pipeline.findings)")
          let total = try #require(result.proposals.first { $0.id == id }).total
          #expect(total == gain.total, "seed \(seed) \(id) \(gain.change)")
          #expect(found.total.low <= total.low)
          tried += 1
        }
      }
    }
    #expect(tried > 8)
  }

  @Test func `an assumed gain is what the rules give with the verdict forced`() throws {
    var tried = 0
    for seed in Self.seeds {
      let model = RefGenerator.makeCase(seed: seed, proposals: 4)
      let data = try #require(RefPipeline(model).loaded.data)
      for index in data.proposals.indices {
        let found = try improvements(data, at: index)
        for gain in found.assumed {
          guard
            let forced = model.forced(
              met: gain.isDenied ? [] : gain.with + [gain.path], denied: gain.isDenied ? [gain.path] : [])
          else { continue }
          let pipeline = RefPipeline(forced)
          let result = try #require(pipeline.result, "seed \(seed) \(gain.path): \(pipeline.findings)")
          let total = result.proposals[index].total
          if total != gain.total {
            Issue.record(
              "seed \(seed) \(data.proposals[index].id) \(gain.path) \(gain.with) denied \(gain.isDenied): \(total.low.text)–\(total.high.text), promised \(gain.total.low.text)–\(gain.total.high.text)\n\(RefFiles(model).rules)\n\(RefFiles(model).proposal(model.proposals[index]))"
            )
          }
          tried += 1
        }
      }
    }
    #expect(tried > 8)
  }

  @Test func `the steps to a threshold reach it when all are written down`() throws {
    var tried = 0
    for seed in Self.seeds {
      let model = RefGenerator.makeCase(seed: seed, proposals: 4)
      let data = try #require(RefPipeline(model).loaded.data)
      for index in data.proposals.indices {
        let id = data.proposals[index].id
        let place = try #require(model.proposals.firstIndex { $0.id == id })
        for threshold in try improvements(data, at: index).thresholds {
          guard let way = threshold.way else { continue }
          var changed: RefCase? = model
          for step in way.steps {
            switch step {
            case .confirmed(let one): changed = changed?.changed(one.change, at: place)
            case .assumed(let one):
              changed = changed?.forced(
                met: one.isDenied ? [] : one.with + [one.path], denied: one.isDenied ? [one.path] : [])
            }
          }
          guard let changed else { continue }
          let result = try #require(RefPipeline(changed).result?.proposals.first { $0.id == id })
          #expect(result.total == way.total, "seed \(seed) \(id)")
          let reached = threshold.path.map { path in
            result.verified.children.first { $0.path == path }?.points?.low
          }
          if let reached {
            // A criterion inside another is told by its path alone.
            if let reached { #expect(threshold.required <= reached, "seed \(seed) \(id)") }
          } else {
            #expect(threshold.required <= result.total.low, "seed \(seed) \(id)")
          }
          tried += 1
        }
      }
    }
    #expect(tried > 2)
  }
}
