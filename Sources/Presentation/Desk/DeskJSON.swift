public import Criteria
public import Diagnostics
internal import ExactNumbers
internal import FEEL
public import Scoring

/// A round on somebody's desk: what came in, what is wrong with the files, how each proposal stands. Goes on without
/// the files that cannot be read.
public struct Desk {
  var loaded: LoadedRound
  /// nil where the round itself, its rules or its declarations cannot be read.
  var report: RoundReport?
  private let workings: RoundWorkings
  private let memory: DeskMemory

  /// - Parameters:
  ///   - report: of the round as it was loaded.
  ///   - workings: what the report's result came of.
  ///   - memory: what has been put into words before.
  public init(_ loaded: LoadedRound, _ report: RoundReport?, _ workings: RoundWorkings, _ memory: DeskMemory)
  {
    self.loaded = loaded
    self.report = report
    self.workings = workings
    self.memory = memory
  }

  /// As `beredning/desk/1`, in one language.
  public func json(_ language: Language) -> JSON {
    let parts = report.map { DeskWords($0, workings, memory, language) }
    return [
      "schema": "beredning/desk/1", "lang": .string(language == .swedish ? "sv" : "en"),
      "round": parts?.round ?? .null, "rules": parts?.rules ?? .null, "roles": parts?.roles ?? [],
      "read_only": .optional(readOnly(language)), "files": .array(files),
      "aside": .array(aside.map { .string($0) }),
      "proposals": parts?.proposals ?? [],
    ]
  }

  /// Why nothing of the round may be saved: it is frozen with other rules than these. It can be read by these rules
  /// without its `frozen`.
  private func readOnly(_ language: Language) -> String? {
    let reasons = loaded.findings.sorted.filter { $0.tellsOfOtherRules }.map { $0.message(language) }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  /// Files that have errors of their own, and the sheets of proposals that have: nothing of them is counted.
  private var aside: [String] {
    var paths: [String] = []
    let broken = loaded.findings.sorted.compactMap { finding -> SourceID? in
      finding.severity == .error ? finding.span?.source : nil
    }
    if broken.isEmpty { return [] }
    for (index, file) in loaded.sources.files.enumerated() {
      let isBroken = broken.contains(SourceID(index: index))
      let proposal = FileName(file.path).proposal
      let isOfBroken = broken.contains { source in
        let other = FileName(loaded.sources[source].path)
        return other.role == nil && other.proposal != nil && other.proposal == proposal
      }
      if isBroken || isOfBroken { paths.append(file.path) }
    }
    return paths
  }

  private var files: [JSON] {
    let findings = loaded.findings.sorted
    return loaded.sources.files.enumerated().map { index, file in
      let own = findings.filter { $0.span?.source.index == index }
      let name = FileName(file.path)
      return [
        "path": .string(file.path), "kind": .string(name.kind), "proposal": .optional(name.proposal),
        "role": .optional(name.role), "errors": .integer(own.count { $0.severity == .error }),
        "findings": .array(
          own.map { finding in
            [
              "severity": .string(finding.severity.identifier), "code": .string(finding.code.text),
              "message": finding.message.json, "hints": .array(finding.hints.map { $0.json }),
              "line": finding.span.map { .integer($0.start.line) } ?? .null,
            ]
          }),
      ]
    }
  }
}

/// What a file of a round is, by its name.
private struct FileName {
  var kind: String
  var proposal: String?
  var role: String?

  init(_ path: String) {
    let name = SourcePath.name(of: path)
    if name == "round.yaml" || name == "declarations.yaml" {
      kind = name == "round.yaml" ? "round" : "declarations"
    } else if name.hasSuffix(".rules.yaml") || name.hasSuffix(".form.yaml") {
      kind = name.hasSuffix(".rules.yaml") ? "rules" : "form"
    } else {
      let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
      let isSheet = SourcePath.name(of: SourcePath.folder(of: path)) == "assessments"
      kind = isSheet ? "assessment" : "proposal"
      let names = stem.split(separator: ".", maxSplits: 1)
      proposal = names.first.map { String($0) }
      if isSheet, names.count == 2 { role = String(names[1]) }
    }
  }
}

/// How a round stands, in words, in one language.
private struct DeskWords {
  let report: RoundReport
  let workings: RoundWorkings
  let memory: DeskMemory
  let language: Language
  let names: Names
  let phrases: RankingPhrases

  init(_ report: RoundReport, _ workings: RoundWorkings, _ memory: DeskMemory, _ language: Language) {
    self.report = report
    self.workings = workings
    self.memory = memory
    self.language = language
    names = Names(report.data, language)
    phrases = RankingPhrases(language)
  }

  private var ruleset: Ruleset { report.data.ruleset }

  var round: JSON {
    let round = report.data.round
    return [
      "id": .string(round.id), "title": .string(round.title.shown(language)),
      "association": .optional(round.association.map { $0.shown(language) }),
      "as_of": .string(round.asOf.text), "supplement": .optional(round.supplementBy?.text),
      "frozen": .bool(round.frozen != nil),
    ]
  }

  var rules: JSON {
    let choices = PaperBuilder(report, nil, nil, language).choices
    return [
      "id": .string(ruleset.id), "version": .string(ruleset.version),
      "label": .string(capitalized(phrases.ruleset(ruleset))), "sha256": .string(ruleset.sha256),
      "criteria": .array(
        choices.criteria.map {
          ["id": .string($0.id), "title": .string($0.title), "weight": .string($0.weight)]
        }),
      "scenarios": .array(
        choices.scenarios.map { ["title": .string($0.title), "weights": .string($0.weights)] }),
    ]
  }

  var roles: JSON {
    .array(
      report.data.round.roles.map { ["id": .string($0.id), "label": .string(names.role($0.id))] })
  }

  var proposals: JSON {
    var places: [Int: (group: String?, rank: String)] = [:]
    for group in report.result.groups {
      let title = group.group.map { ruleset.groups[$0].title.shown(language) }
      for entry in group.ranked {
        places[entry.proposal] = (title, phrases.rank(entry.rank, best: entry.best, worst: entry.worst))
      }
    }
    memory.begin(report.sources[report.data.round.source])
    return .array(
      report.result.proposals.map { result in
        let known = memory.json(result.id, language, stamp: workings.stamp(at: result.index)) {
          proposal(result)
        }
        guard case .object(var members) = known else { return known }
        // It hangs on the other proposals.
        let place = members.firstIndex { $0.key == "total" } ?? members.count
        members.insert(JSON.Member("rank", .optional(places[result.index]?.rank)), at: place)
        return .object(members)
      })
  }

  private func proposal(_ result: ProposalResult) -> JSON {
    let view = workings.assessorView(at: result.index)
    let sheets = report.data.assessments.filter { $0.proposal == result.id }
    let recused = report.data.declarations.filter { $0.outcome == .conflict && $0.proposal == result.id }
    return [
      "id": .string(result.id), "name": .string(names.proposal(result)),
      "group": .optional(result.group.map { ruleset.groups[$0].title.shown(language) }),
      "list": .string(result.list.identifier), "standing": .optional(result.list.standing?(language)),
      "reason": .optional(reason(result)),
      "total": .string(ShownNumber.total(result.total, threshold: ruleset.threshold, language)),
      "levels": .array(
        zip(ruleset.criteria, result.verified.children).map { criterion, node in
          [
            "criterion": .string((criterion.short ?? criterion.title).shown(language)),
            "level": .string(names.level(node)),
          ]
        }),
      "examined": .string(phrases.isExamined(result.examination)),
      "stops": .array(stops(result)), "missing": .array(missing(result)),
      "sheets": .array(
        sheets.map {
          [
            "role": .string($0.role), "date": .string($0.date.text),
            "path": .string(report.sources[$0.source].path),
          ]
        }),
      "recused": .array(recused.map { .string($0.role) }),
      "disagreements": .array(
        AssessorPage(view, report, language).disagreements.map { .string($0) }),
    ]
  }

  private func reason(_ result: ProposalResult) -> String? {
    let reasons = ListReasons(names: names, phrases: phrases)
    return switch result.list {
    case .ranked: nil
    case .belowThreshold: reasons.belowThreshold(result)
    case .supplement: reasons.supplement(result)
    case .assess: reasons.assess(result)
    case .notExamined: reasons.notExamined(result)
    }
  }

  private func stops(_ result: ProposalResult) -> [JSON] {
    zip(ruleset.eligibility, result.eligibility).compactMap { rule, outcome -> JSON? in
      guard outcome.verdict != .met else { return nil }
      let phrase = CheckPhrases(language).stop(
        rule.title.shown(language), isOpen: outcome.verdict != .notMet)
      return [
        "text": .string(phrase),
        "resolved_by": .string(rule.resolvedBy == .applicant ? "applicant" : "association"),
        "advice": .optional(rule.advice.map { $0.shown(language) }),
      ]
    }
  }

  /// What is required or would settle something, and who gives it.
  private func missing(_ result: ProposalResult) -> [JSON] {
    let data = report.data
    let required = missingRequired(data.proposals[result.index], ruleset.form, data.round.asOf)
    var causes = required.map { Unknown.Cause.field($0) }
    for cause in result.open where !causes.contains(cause) { causes.append(cause) }
    return names.questions(causes, of: result).map { question in
      var path: String?
      if case .field(let field) = question.cause { path = field.text }
      return [
        "text": .string(question.sentence), "path": .optional(path),
        "resolved_by": .string(question.resolver == .applicant ? "applicant" : "association"),
      ]
    }
  }
}
