public import Diagnostics
import FEEL
import YAMLSource

/// The files of a round, as they were found.
public struct RoundFiles: Sendable, Equatable {
  public var round: SourceFile
  public var rules: SourceFile
  public var form: SourceFile
  /// Of the round's folder, its own files apart, in any order.
  public var proposals: [SourceFile]
  public var assessments: [SourceFile]
  public var declarations: SourceFile?

  public init(
    round: SourceFile, rules: SourceFile, form: SourceFile, proposals: [SourceFile],
    assessments: [SourceFile],
    declarations: SourceFile?
  ) {
    self.round = round
    self.rules = rules
    self.form = form
    self.proposals = proposals
    self.assessments = assessments
    self.declarations = declarations
  }

  /// Whether a file of a round's folder is a proposal.
  public static func isProposal(named name: String) -> Bool {
    name.hasSuffix(".yaml") && name != "round.yaml" && name != "declarations.yaml"
  }
}

/// A round read from its files. `data` is nil where any file has an error.
public struct LoadedRound: Sendable {
  public var sources: SourceMap
  public var findings: Findings
  public var data: RoundData?
  /// For reading the round again when some of its files have changed.
  public var readings: RoundReadings
}

/// Reads a round, one file after the other. `RoundLoader` is the same in parts, to be run side by side.
///
/// - Parameters:
///   - settingAside: goes on without the proposals and assessments that have errors. What they say is then not counted,
///     and `findings` has the errors all the same.
///   - earlier: what is kept from the last time: the result is the same, but only what has changed is read.
public func loadRound(
  _ files: RoundFiles, settingAside: Bool = false, after earlier: RoundReadings = RoundReadings()
) -> LoadedRound {
  let loader = RoundLoader(files, after: earlier)
  var proposals: [Reading<Proposal>] = []
  for index in loader.proposalSources.indices { proposals.append(loader.readProposal(index)) }
  return loader.finish(proposals, settingAside: settingAside)
}

/// A round whose rules are read. What is left can be read in any order and on any core; the result is the same.
public struct RoundLoader: Sendable {
  public let sources: SourceMap
  /// In the order of their paths.
  public let proposalSources: [SourceID]
  private let assessmentSources: [SourceID]
  private let declarationsSource: SourceID?
  private let findings: Findings
  private let round: Round?
  private let ruleset: Ruleset?
  private let form: Form?
  private let readings: RoundReadings
  private let earlier: RoundReadings
  /// Whether what decides how proposals are read is as it was.
  private let readsProposalsAlike: Bool
  private let readsSheetsAlike: Bool

  /// Reads the round's own file, the form and the ruleset.
  public init(_ files: RoundFiles, after earlier: RoundReadings = RoundReadings()) {
    var sources = SourceMap()
    let roundSource = sources.add(files.round)
    let formSource = sources.add(files.form)
    let rulesSource = sources.add(files.rules)
    declarationsSource = files.declarations.map { sources.add($0) }
    proposalSources = byPath(files.proposals).map { sources.add($0) }
    assessmentSources = byPath(files.assessments).map { sources.add($0) }
    self.sources = sources

    var findings = Findings()
    var readings = RoundReadings()
    let round = RoundReadings.kept(earlier.round, roundSource, sources) {
      Criteria.readRound(roundSource, in: sources)
    }
    let form = RoundReadings.kept(earlier.form, formSource, sources) {
      Criteria.readForm(formSource, in: sources)
    }
    let isFormKept = earlier.form?.isOf(formSource, in: sources) ?? false
    let ruleset = RoundReadings.kept(isFormKept ? earlier.ruleset : nil, rulesSource, sources) {
      Criteria.readRuleset(rulesSource, in: sources, form: form.reading.value)
    }
    for part in [round.reading.findings, form.reading.findings, ruleset.reading.findings] {
      findings.add(contentsOf: part)
    }
    (readings.round, readings.form, readings.ruleset) = (round, form, ruleset)
    self.readings = readings
    self.earlier = earlier
    readsProposalsAlike =
      isFormKept && earlier.round?.reading.value?.asOf == round.reading.value?.asOf
    readsSheetsAlike =
      isFormKept && earlier.round?.isOf(roundSource, in: sources) ?? false
      && earlier.ruleset?.isOf(rulesSource, in: sources) ?? false
    if let round = round.reading.value, let ruleset = ruleset.reading.value {
      var reader = FileReader(.round, roundSource, in: sources)
      reader.checkFrozen(round, ruleset)
      reader.checkRoles(round, ruleset)
      findings.add(contentsOf: reader.findings)
    }
    self.findings = findings
    self.round = round.reading.value
    self.ruleset = ruleset.reading.value
    self.form = form.reading.value
  }

  /// One proposal, by its index in `proposalSources`. May be called from several threads.
  public func readProposal(_ index: Int) -> Reading<Proposal> {
    guard let form, let round else { return Reading(value: nil, findings: Findings()) }
    if readsProposalsAlike, let kept = earlier.proposal(proposalSources[index], in: sources) {
      return kept.reading
    }
    return Criteria.readProposal(proposalSources[index], in: sources, form: form, asOf: round.asOf)
  }

  /// Reads what refers to proposals, and puts everything together.
  ///
  /// - Parameters:
  ///   - proposals: what `readProposal` gave for each of `proposalSources`, in their order.
  ///   - settingAside: as for `loadRound`.
  public func finish(_ proposals: [Reading<Proposal>], settingAside: Bool = false) -> LoadedRound {
    var findings = findings
    for proposal in proposals { findings.add(contentsOf: proposal.findings) }
    var readings = readings
    for (source, reading) in zip(proposalSources, proposals) {
      readings.proposals.append(RoundReadings.Kept(source: source, file: sources[source], reading: reading))
    }
    guard let round, let ruleset else {
      return LoadedRound(sources: sources, findings: findings, data: nil, readings: readings)
    }
    var read: [Proposal] = []
    var unreadable: [String] = []
    for (source, proposal) in zip(proposalSources, proposals) {
      if let value = proposal.value {
        read.append(value)
      } else {
        unreadable.append(fileID(sources[source].path))
      }
    }
    reportEmptyRound(&findings)
    let assessments = readAssessments(round, ruleset, read, unreadable, &readings, &findings)
    let declarations = readDeclarations(round, read.map { $0.id } + unreadable, &findings)
    var reader = FileReader(.round, round.source, in: sources)
    reader.checkConstraints(round, ruleset, proposals: read.map { $0.id } + unreadable)
    reader.checkPaper(round, proposals: read.map { $0.id } + unreadable)
    findings.add(contentsOf: reader.findings)
    if stops(findings, settingAside) {
      return LoadedRound(sources: sources, findings: findings, data: nil, readings: readings)
    }
    let data = RoundData(
      round: round, ruleset: ruleset, proposals: read.inSwedishOrder { $0.id },
      assessments: sorted(assessments, round), declarations: declarations)
    return LoadedRound(sources: sources, findings: findings, data: data, readings: readings)
  }

  private func stops(_ findings: Findings, _ settingAside: Bool) -> Bool {
    if !settingAside { return findings.hasErrors }
    return findings.sorted.contains { finding in
      guard finding.severity == .error, let source = finding.span?.source else {
        return finding.severity == .error
      }
      return !proposalSources.contains(source) && !assessmentSources.contains(source)
    }
  }

  private func reportEmptyRound(_ findings: inout Findings) {
    guard proposalSources.isEmpty else { return }
    findings.add(
      Finding(
        Code("R", 108), at: nil,
        Text("omgången har inga förslag", "the round has no proposals"),
        hints: [
          Text(
            "Lägg förslagen som `<id>.yaml` i samma mapp som `round.yaml`.",
            "Put the proposals as `<id>.yaml` in the same folder as `round.yaml`.")
        ]))
  }

  private func readAssessments(
    _ round: Round, _ ruleset: Ruleset, _ proposals: [Proposal], _ unreadable: [String],
    _ readings: inout RoundReadings, _ findings: inout Findings
  ) -> [Assessment] {
    // A sheet is read by the proposal that it is about.
    let isAlike =
      readsSheetsAlike && readsProposalsAlike && earlier.hasProposals(proposalSources, in: sources)
    var assessments: [Assessment] = []
    for source in assessmentSources {
      let kept = RoundReadings.kept(isAlike ? earlier.assessment(source) : nil, source, sources) {
        Criteria.readAssessment(
          source, in: sources, round: round, ruleset: ruleset, proposals: proposals, unreadable: unreadable)
      }
      readings.assessments.append(kept)
      let reading = kept.reading
      findings.add(contentsOf: reading.findings)
      if let value = reading.value { assessments.append(value) }
    }
    return assessments
  }

  private func readDeclarations(_ round: Round, _ proposals: [String], _ findings: inout Findings)
    -> [Declaration]
  {
    guard let declarationsSource else { return [] }
    let reading = Criteria.readDeclarations(
      declarationsSource, in: sources, round: round, proposals: proposals)
    findings.add(contentsOf: reading.findings)
    return reading.value ?? []
  }

  private func sorted(_ assessments: [Assessment], _ round: Round) -> [Assessment] {
    func precedence(_ role: String) -> Int {
      round.roles.firstIndex { $0.id == role } ?? round.roles.count
    }
    return assessments.ordered { precedence($0.role) < precedence($1.role) }.inSwedishOrder { $0.proposal }
  }
}

/// The order of the files must not decide anything.
private func byPath(_ files: [SourceFile]) -> [SourceFile] {
  files.inSwedishOrder { $0.path }
}

/// `Proposals/exempel/stegen.yaml` → `stegen`
private func fileID(_ path: String) -> String {
  let name = lastComponent(path)
  return name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
}
