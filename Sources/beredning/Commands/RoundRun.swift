import ArgumentParser
import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Presentation
import Scoring

/// A round from a folder on disk to its result, on all cores.
enum RoundRun {
  /// The round in a folder, checked. Ends the command with exit code 3 where something is wrong.
  static func load(_ folder: String, _ output: Output) throws -> LoadedRound {
    var files = RoundFolder()
    guard let found = files.read(folder) else {
      output.report(files.reader.findings, files.reader.sources)
      throw ExitCode.badInput
    }
    let loader = RoundLoader(found)
    let proposals = SideBySide.map(loader.proposalSources.count) { loader.readProposal($0) }
    let round = loader.finish(proposals)
    let (findings, sources) = merged(files.reader, round)
    // Notes are for those who write rules: lint tells them.
    output.report(findings, sources, from: .warning)
    if findings.hasErrors || round.data == nil { throw ExitCode.badInput }
    return round
  }

  /// Files that could not be read and files that could, as one list of findings.
  private static func merged(_ reader: Reader, _ round: LoadedRound) -> (Findings, SourceMap) {
    var sources = round.sources
    var findings = round.findings
    for finding in reader.findings.sorted {
      var moved = finding
      if let span = finding.span {
        let source = sources.add(reader.sources[span.source])
        moved.span = Span(source: source, start: span.start, end: span.end)
      }
      findings.add(moved)
    }
    return (findings, sources)
  }

  /// The weights of `--weights`.
  static func weights(_ text: String, for round: LoadedRound) throws -> [Rational] {
    guard let ruleset = round.data?.ruleset else { throw ExitCode.badInput }
    do {
      return try trialWeights(text, for: ruleset)
    } catch {
      throw WrongUse("--weights: " + error.message(.swedish), "--weights: " + error.message(.english))
    }
  }

  /// The scored and ranked round.
  static func rank(
    _ round: LoadedRound, weights: [Rational]? = nil, detail: Detail, _ output: Output
  ) throws -> RoundReport {
    guard let data = round.data else { throw ExitCode.badInput }
    let options = ScoringOptions(weights: weights, detail: detail, plan: ReadingPlan(data.ruleset))
    let scored = SideBySide.map(data.proposals.count) { index in
      do throws(ArithmeticError) {
        return Result<ScoredProposal, ArithmeticError>.success(
          try scoreForRanking(data, at: index, options: options))
      } catch {
        return .failure(error)
      }
    }
    return try computed(round.sources, output) { () throws(ArithmeticError) in
      let proposals = try scored.map { result throws(ArithmeticError) in try result.get() }
      return RoundReport(
        data: data, result: try rankRound(data, proposals, options: options), sources: round.sources)
    }
  }

  /// What `body` computes. Ends the command with exit code 3 where numbers grow too large.
  static func computed<Result>(
    _ sources: SourceMap, _ output: Output, _ body: () throws(ArithmeticError) -> Result
  ) throws -> Result {
    do throws(ArithmeticError) {
      return try body()
    } catch {
      var findings = Findings()
      findings.add(error.scoringFinding)
      output.report(findings, sources)
      throw ExitCode.badInput
    }
  }
}
