import Criteria
import Diagnostics
import ExactNumbers
import FEEL
import Scoring

/// The engine as users meet it: from the text of files to the result.
struct RefPipeline {
  var loaded: LoadedRound
  var result: RoundResult?

  /// - Parameter shuffled: the order in which the files are handed over.
  init(_ model: RefCase, shuffled: RefGenerator? = nil) {
    let files = RefFiles(model)
    var proposals = model.proposals.map { RefPipeline.file("\($0.id).yaml", files.proposal($0)) }
    var assessments = model.proposals.flatMap { proposal in
      proposal.sheets.map { sheet in
        RefPipeline.file("assessments/\(proposal.id).\(sheet.role).yaml", files.assessment(proposal, sheet))
      }
    }
    if var generator = shuffled {
      generator.shuffle(&proposals)
      generator.shuffle(&assessments)
    }
    loaded = loadRound(
      RoundFiles(
        round: RefPipeline.file("round.yaml", files.round),
        rules: RefPipeline.file("../../Rules/regler.rules.yaml", files.rules),
        form: RefPipeline.file("../../Rules/formular.form.yaml", files.form), proposals: proposals,
        assessments: assessments,
        declarations: files.declarations.map { RefPipeline.file("declarations.yaml", $0) }))
    if let data = loaded.data { result = try? scoreRound(data) }
  }

  private static func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  var findings: String {
    FindingRenderer(sources: loaded.sources, language: .english).renderAll(loaded.findings)
  }
}

extension RefFraction {
  init(_ rational: Rational) {
    let parts = rational.text.split(separator: "/")
    let numerator = RefInteger(decimal: parts[0])
    self = RefFraction(numerator, over: parts.count > 1 ? RefInteger(decimal: parts[1]) : RefInteger(1))
  }
}

extension RefInteger {
  /// `-120`
  init(decimal text: Substring) {
    var value = RefInteger(0)
    for byte in text.utf8 where byte != 0x2d {
      value = value * RefInteger(10) + RefInteger(Int128(byte - 0x30))
    }
    self = text.utf8.first == 0x2d ? -value : value
  }
}

extension RefInterval {
  init(_ interval: Interval) { self.init(RefFraction(interval.low), RefFraction(interval.high)) }
}

extension RefVerdict {
  init(_ verdict: Verdict) {
    self =
      switch verdict {
      case .met: .met
      case .notMet: .notMet
      case .unknown: .unknown
      case .failed: .failed
      }
  }
}

extension RefList {
  init(_ list: List) {
    self =
      switch list {
      case .ranked: .ranked
      case .belowThreshold: .belowThreshold
      case .supplement: .supplement
      case .assess: .assess
      case .notExamined: .notExamined
      }
  }
}
