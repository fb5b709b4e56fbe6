import Criteria
import Diagnostics
import ExactNumbers
import Presentation
import Scoring

/// The files of a round, held by the engine from one question to the next with what was read and worked out of them.
/// What is asked twice gives the same bytes as what is asked once, sooner. For one thread.
public final class HeldRound {
  private var files: [SourceFile] = []
  private var readings = RoundReadings()
  /// Which of the files the round of a folder consists of, as it was found last.
  private var found: (folder: String, among: [SourceFile], files: RoundFiles)?
  /// What was asked about last, as it was read, and scored by the ruleset's weights.
  private var latest: (files: RoundFiles, loaded: LoadedRound)?
  private var report: RoundReport?
  let workings = RoundWorkings()
  let memory = DeskMemory()

  /// Nothing is held.
  public init() {}

  /// `update`: the request's files take the place of those of the same paths; each option `removed` names one that is
  /// no longer there.
  func update(_ request: Request) throws(Refusal) -> Response {
    for option in request.options where option.name != "removed" && option.name != "lang" {
      throw .wrongUse("unknown option `\(option.name)`")
    }
    let gone = request.options.filter { $0.name == "removed" }.map { $0.value }
    files.removeAll { file in
      gone.contains(file.path) || request.files.contains { $0.path == file.path }
    }
    files += request.files
    return Response(status: 0)
  }

  /// The request with the files that are held beside its own, which come first.
  func completing(_ request: Request) -> Request {
    var whole = request
    whole.files += files.filter { file in !request.files.contains { $0.path == file.path } }
    return whole
  }

  // MARK: Read and scored

  /// The files of the round in `folder`.
  func roundFiles(_ request: Request, in folder: String) throws(Refusal) -> RoundFiles {
    if let found, found.folder == folder, found.among == request.files { return found.files }
    let files = try request.roundFiles(in: folder, after: found?.files)
    found = (folder, request.files, files)
    return files
  }

  /// The round among these files, without those that have errors; what they say is in the findings.
  func load(_ files: RoundFiles) -> LoadedRound {
    if let latest, latest.files == files { return latest.loaded }
    let loaded = loadRound(files, settingAside: true, after: readings)
    readings = loaded.readings
    latest = (files, loaded)
    report = nil
    return loaded
  }

  /// The round scored, at the detail `summary`.
  ///
  /// - Parameter loaded: what was loaded last.
  func report(
    _ data: RoundData, _ loaded: LoadedRound, weights: [Rational]? = nil, seeking: SoughtChanges = .all
  ) throws(Refusal) -> RoundReport {
    if let report, weights == nil, seeking == .none { return report }
    do {
      let result = try workings.scoreRound(
        data, loaded.sources, weights: weights, seeking: seeking)
      let scored = RoundReport(
        data: data, result: result, sources: loaded.sources, plan: workings.readingPlan(data.ruleset))
      if weights == nil && seeking == .none { report = scored }
      return scored
    } catch {
      throw .tooLarge(error, loaded.sources)
    }
  }
}

extension Refusal {
  /// Numbers that outgrew their bound.
  static func tooLarge(_ error: ArithmeticError, _ sources: SourceMap) -> Refusal {
    var findings = Findings()
    findings.add(error.scoringFinding)
    return .badInput(findings, sources)
  }
}
