internal import Criteria
internal import Diagnostics
internal import FEEL

/// The parts of a condition that settle how it stands, as sentences with places.
final class TraceWords {
  let report: RoundReport
  let proposal: Proposal
  let language: Language
  /// Tells the file and line of what was read.
  let citesPlaces: Bool

  init(report: RoundReport, proposal: Proposal, language: Language, citesPlaces: Bool) {
    self.report = report
    self.proposal = proposal
    self.language = language
    self.citesPlaces = citesPlaces
  }

  /// More sentences than these are left out: the JSON has them all.
  private static let shown = 3

  func sentences(_ trace: ConditionTrace) -> [String] {
    var sentences: [String] = []
    collect(trace, before: "", &sentences)
    if sentences.count <= Self.shown { return sentences }
    return sentences.prefix(Self.shown) + [more(sentences.count - Self.shown)]
  }

  private func more(_ count: Int) -> String { Text("… och \(count) till.", "… and \(count) more.")(language) }

  private func words(_ words: Words) -> String { language == .swedish ? words.sv : words.en }

  private func collect(_ trace: ConditionTrace, before prefix: String, _ sentences: inout [String]) {
    switch trace.kind {
    case .leaf: add(trace, before: prefix, &sentences)
    case .all(let parts):
      // Where it holds all of it does; else what keeps it from holding is the reason.
      for part in parts where isMet(trace) || keeps(part, trace) { collect(part, before: prefix, &sentences) }
    case .any(let parts):
      let met = parts.filter(isMet)
      for part in met.isEmpty ? parts : met { collect(part, before: prefix, &sentences) }
    case .not(let inner): collect(inner, before: prefix, &sentences)
    case .fact(_, let inner):
      add(trace, before: prefix, &sentences)
      collect(inner, before: prefix, &sentences)
    case .forEach(_, let items, _, let omitted):
      add(trace, before: prefix, &sentences)
      for item in items where isMet(item.trace) == isMet(trace) {
        collect(item.trace, before: prefix + words(item.label) + ": ", &sentences)
      }
      if omitted > 0 { sentences.append(more(omitted)) }
    case .either(let condition, let then, let otherwise):
      if case .unknown = condition.verdict { collect(condition, before: prefix, &sentences) }
      if let then { collect(then, before: prefix, &sentences) }
      if let otherwise { collect(otherwise, before: prefix, &sentences) }
    }
  }

  private func add(_ trace: ConditionTrace, before prefix: String, _ sentences: inout [String]) {
    let text = words(trace.sentence)
    if text.isEmpty { return }
    let line = capitalized(prefix + text) + places(trace.observations) + "."
    if !sentences.contains(line) { sentences.append(line) }
  }

  private func isMet(_ trace: ConditionTrace) -> Bool { if case .met = trace.verdict { true } else { false } }

  /// A part that does not hold, where the whole does not; one that is open, where the whole is.
  private func keeps(_ part: ConditionTrace, _ whole: ConditionTrace) -> Bool {
    if case .notMet = whole.verdict, case .notMet = part.verdict { return true }
    if case .notMet = whole.verdict { return false }
    return !isMet(part)
  }

  /// " (vagen-vidare.yaml:41, 52)": where what was read stands, the first three lines.
  private func places(_ observations: [Observation]) -> String {
    if !citesPlaces { return "" }
    var lines: [Int] = []
    for observation in observations {
      guard let span = proposal.span(of: observation.path, in: report.data.ruleset.form) else { continue }
      if !lines.contains(span.start.line) { lines.append(span.start.line) }
    }
    if lines.isEmpty { return "" }
    let shown = lines.prefix(3).map { String($0) }.joined(separator: ", ")
    return " (" + report.path(of: proposal.source) + ":" + shown + (lines.count > 3 ? " …" : "") + ")"
  }
}
