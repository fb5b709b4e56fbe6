internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Draws the charts of a round.
struct PictureMaker {
  let report: RoundReport
  let language: Language
  let names: Names
  let words: PaperPhrases

  init(_ report: RoundReport, _ language: Language) {
    self.report = report
    self.language = language
    names = Names(report.data, language)
    words = PaperPhrases(language)
  }

  var ruleset: Ruleset { report.data.ruleset }
  var results: [ProposalResult] { report.result.proposals }

  func short(_ criterion: Criterion) -> String { (criterion.short ?? criterion.title).shown(language) }
}
