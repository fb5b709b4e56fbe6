public import Diagnostics
import ExactNumbers
import FEEL
import YAMLSource

/// Reads and checks a round by itself. Its `value` is there only where it has no errors.
public func readRound(_ source: SourceID, in sources: SourceMap) -> Reading<Round> {
  var reader = FileReader(.round, source, in: sources)
  let round = reader.round()
  return Reading(value: reader.findings.hasErrors ? nil : round, findings: reader.findings)
}

extension FileReader {
  fileprivate mutating func round() -> Round? {
    let keys = [
      "schema", "round", "title", "association", "dnr", "rules", "dates", "document_status", "frozen",
      "frame",
      "roles", "constraints", "texts", "paper",
    ]
    guard let root = open(keys: keys) else { return nil }
    let id = requiredFileID(root, "round")
    let title = requiredText(root, "title")
    let rules = requiredString(root, "rules")
    let dates = dates(root)
    let statuses: [(String, Round.DocumentStatus)] = [
      ("arbetsmaterial", .workingMaterial), ("upprättad", .established),
    ]
    let status = root["document_status"].flatMap { word($0, "document_status", among: statuses) }
    let frozen = frozen(root)
    let frame = frame(root)
    let roles = roles(root)
    let constraints = constraints(root)
    let paper = paper(root)
    _ = personalNumbers()
    guard let dates else { return nil }
    var round = Round(
      id: id ?? "", title: title ?? Text(sv: ""), association: optionalText(root, "association"),
      registrationNumber: optionalString(root, "dnr"), rulesPath: rules ?? "", closing: dates.closing,
      asOf: dates.asOf, meeting: dates.meeting, documentStatus: status ?? .workingMaterial, frozen: frozen,
      frame: frame, roles: roles, texts: texts(root), source: source)
    round.constraints = constraints
    round.paper = paper
    round.supplementBy = dates.supplement
    return round
  }

  private mutating func dates(
    _ root: Mapping
  ) -> (closing: CalendarDate?, asOf: CalendarDate, meeting: CalendarDate?, supplement: CalendarDate?)? {
    guard let node = required(root, "dates"),
      let mapping = mapping(node, .value(of: "dates"), keys: ["closing", "as_of", "meeting", "supplement"])
    else { return nil }
    let closing = optionalDate(mapping, "closing")
    let asOf = optionalDate(mapping, "as_of")
    let meeting = optionalDate(mapping, "meeting")
    let supplement = optionalDate(mapping, "supplement")
    if mapping["closing"] == nil, mapping["as_of"] == nil {
      report(
        101, at: root.keySpan("dates"),
        Text("omgången saknar bedömningsdatum", "the round has no date of assessment"),
        hints: [
          Text(
            "Skriv `closing` (sista ansökningsdag) eller `as_of` (den dag som allt jämförs med).",
            "Write `closing` (the last day of applying) or `as_of` (the day that everything is compared with)."
          )
        ])
    }
    guard let day = asOf ?? closing else { return nil }
    return (closing, day, meeting, supplement)
  }

  private mutating func frozen(_ root: Mapping) -> Round.Frozen? {
    let keys = ["ruleset", "version", "rules_sha256", "form_sha256", "date"]
    guard let node = root["frozen"], let mapping = mapping(node, .value(of: "frozen"), keys: keys) else {
      return nil
    }
    let ruleset = requiredString(mapping, "ruleset")
    let version = requiredString(mapping, "version")
    let rules = required(mapping, "rules_sha256").flatMap { hash($0, "rules_sha256") }
    let form = required(mapping, "form_sha256").flatMap { hash($0, "form_sha256") }
    let date = optionalDate(mapping, "date")
    guard let ruleset, let version, let rules, let form else { return nil }
    return Round.Frozen(ruleset: ruleset, version: version, rulesSHA256: rules, formSHA256: form, date: date)
  }

  private mutating func hash(_ node: YAMLNode, _ key: String) -> String? {
    guard let text = scalar(node, .value(of: key)) else { return nil }
    let isHash =
      text.utf8.count == 64
      && text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) }
    if isHash { return text }
    report(
      102, at: node.span, Text("`\(key)` är ingen kontrollsumma", "`\(key)` is not a hash"),
      hints: [
        Text("Kör `beredning freeze` på omgången.", "Run `beredning freeze` on the round.")
      ])
    return nil
  }

  /// Whole kronor.
  private mutating func frame(_ root: Mapping) -> [Round.FrameYear] {
    guard let node = root["frame"], let items = list(node, .value(of: "frame")) else { return [] }
    let amounts = Int64(0)...1_000_000_000_000
    var years: [Round.FrameYear] = []
    for item in items {
      let what = Text("ett år i ramen", "a year of the frame")
      guard let mapping = mapping(item, what, keys: ["year", "frame", "committed", "equity"]) else {
        continue
      }
      let frame = required(mapping, "frame").flatMap { integer($0, "frame", in: amounts) }
      let committed = mapping["committed"].flatMap { integer($0, "committed", in: amounts) }
      let equity = mapping["equity"].flatMap { integer($0, "equity", in: amounts) }
      guard let node = required(mapping, "year"), let year = integer(node, "year", in: 1990...2200) else {
        continue
      }
      if years.contains(where: { $0.year == Int(year) }) {
        reportTwice(String(year), at: node.span, first: items[0].firstLine)
      }
      years.append(
        Round.FrameYear(year: Int(year), frame: frame ?? 0, committed: committed ?? 0, equity: equity ?? 0))
    }
    return years
  }

  private mutating func roles(_ root: Mapping) -> [Round.Role] {
    guard let node = root["roles"], let items = list(node, .value(of: "roles")) else { return [] }
    var roles: [Round.Role] = []
    var ids = UniqueIDs()
    for item in items {
      guard let mapping = mapping(item, Text("en roll", "a role"), keys: ["id", "title"]) else { continue }
      let id = uniqueID(mapping, &ids)
      let title = requiredText(mapping, "title")
      if let id, let title { roles.append(Round.Role(id: id, title: title)) }
    }
    return roles
  }

  private mutating func texts(_ root: Mapping) -> [(key: String, text: Text)] {
    guard let node = root["texts"], let mapping = openMapping(node, .value(of: "texts")) else { return [] }
    var texts: [(key: String, text: Text)] = []
    for entry in mapping.entries {
      guard let key = entry.key.text, !entry.value.isEmpty else { continue }
      if let text = text(entry.value, .value(of: key)) { texts.append((key, text)) }
    }
    return texts
  }
}
