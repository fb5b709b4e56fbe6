import Diagnostics
import FEEL
import Workbench

/// What a run of conformance cases found, as text.
struct ConformanceText {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  func text(_ report: FEELConformance.Report) -> String {
    let nulls = report.score { $0.expectsOnlyNull }
    var lines = [
      say("Alla fall:", "All cases:") + " " + score(report.score()),
      say("Väntar annat än null:", "Expect other than null:") + " " + score(report.nonNull),
      say("Väntar null:", "Expect null:") + " " + score(nulls),
      say("Medel per mapp:", "Mean per folder:") + " " + percent(report.meanPerFolder), "",
    ]
    for folder in report.folders { lines.append("  \(folder.name): \(score(folder.score))") }
    if !report.failures.isEmpty { lines += ["", say("Stämmer inte:", "Do not agree:")] }
    for failure in report.failures {
      lines.append("  \(failure.id): \(failure.expression)")
      let reason = failure.reason.map { " (\($0.message()(language)))" } ?? ""
      lines.append(
        say(
          "    väntat \(failure.expected), fick \(failure.got)",
          "    expected \(failure.expected), got \(failure.got)")
          + reason)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func score(_ score: FEELConformance.Score) -> String {
    say("\(score.passed) av \(score.all)", "\(score.passed) of \(score.all)") + " (" + percent(score.share)
      + ")"
  }

  /// One decimal, rounded down: only all of them are 100,0.
  private func percent(_ share: Double) -> String {
    let tenths = Int(share * 1000)
    return language == .swedish ? "\(tenths / 10),\(tenths % 10) %" : "\(tenths / 10).\(tenths % 10)%"
  }
}
