import Diagnostics
import FEEL
import YAMLSource

/// What a role says of single claims: confirmed, corrected, rejected.
extension FileReader {
  mutating func verdicts(_ node: YAMLNode, _ proposal: Proposal, _ form: Form) -> [ClaimVerdict] {
    guard let items = list(node, .value(of: "claims")) else { return [] }
    var verdicts: [ClaimVerdict] = []
    var ids = UniqueIDs()
    for item in items {
      let what = Text("ett omdöme om en uppgift", "a verdict on a claim")
      guard let mapping = mapping(item, what, keys: ["field", "verdict", "value", "reason"]) else { continue }
      let words = [("confirmed", 0), ("corrected", 1), ("rejected", 2)]
      let verdict = required(mapping, "verdict").flatMap { word($0, "verdict", among: words) }
      let reason =
        verdict == 0 || verdict == nil ? optionalString(mapping, "reason") : requiredString(mapping, "reason")
      guard let node = required(mapping, "field"), let place = claimPlace(node, proposal, form) else {
        continue
      }
      if let first = ids.insert(place.path.text, at: node.span) {
        reportTwice(place.path.text, at: node.span, first: first)
      }
      switch verdict {
      case 0:
        verdicts.append(ClaimVerdict(path: place.path, verdict: .confirmed, reason: reason, span: node.span))
      case 1:
        guard let value = required(mapping, "value"), let corrected = corrected(value, place, proposal, form)
        else {
          continue
        }
        verdicts.append(
          ClaimVerdict(path: place.path, verdict: .corrected(corrected), reason: reason, span: node.span))
      case 2:
        verdicts.append(ClaimVerdict(path: place.path, verdict: .rejected, reason: reason, span: node.span))
      default: break
      }
      if verdict != 1, verdict != nil, let span = mapping.keySpan("value") {
        report(
          118, at: span,
          Text("`value` hör till `verdict: corrected`", "`value` belongs to `verdict: corrected`"))
      }
    }
    return verdicts
  }

  private struct ClaimPlace {
    var path: FieldPath
    var field: Field
    /// The type of the value that stands there: of an item of a list, the item's.
    var type: FieldType
  }

  /// `organisationer[foreningen-a].åtagande`: items by key or by number.
  private mutating func claimPlace(_ node: YAMLNode, _ proposal: Proposal, _ form: Form) -> ClaimPlace? {
    guard let text = scalar(node, .value(of: "field")) else { return nil }
    guard let steps = pathSteps(text) else {
      report(
        113, at: node.span,
        Text("`\(text)` är ingen sökväg till ett fält", "`\(text)` is not a path to a field"),
        hints: [
          Text(
            "Skriv som `målgrupp.antal` eller `organisationer[foreningen-a].åtagande`.",
            "Write it like `målgrupp.antal` or `organisationer[foreningen-a].åtagande`.")
        ])
      return nil
    }
    var place: ClaimPlace?
    var path = FieldPath()
    var fields = form.fields
    var claims: ClaimGroup? = proposal.claims
    var claim: Claim?
    for step in steps {
      switch step {
      case .name(let name):
        guard let index = fields.firstIndex(where: { $0.name == name }) else {
          reportUnknownField(name, among: fields.map { $0.name }, at: node.span)
          return nil
        }
        path = path.appending(name)
        place = ClaimPlace(path: path, field: fields[index], type: fields[index].type)
        claim = claims?.fields[index]
        claims = nil
        if case .group(let inner) = claim?.content { claims = inner }
        if case .group(let inner) = fields[index].type { fields = inner } else { fields = [] }
      case .item(let key):
        guard let last = place, case .list(let list) = last.type,
          let number = itemNumber(key, claim, list, last.field, at: node.span)
        else {
          if let last = place { reportNoItems(last, at: node.span) }
          return nil
        }
        path = path.appending(item: number)
        switch (list.element, claim?.content) {
        case (.group(let inner), .groups(let groups)):
          fields = inner
          claims = groups[number - 1]
          place = ClaimPlace(path: path, field: last.field, type: .group(inner))
        case (.scalar(let type), _):
          place = ClaimPlace(path: path, field: last.field, type: type)
        default: return nil
        }
      }
    }
    if case .item = steps.last, case .group = place?.type {
      report(
        114, at: node.span,
        Text("`\(text)` är en hel post, inte ett fält", "`\(text)` is a whole item, not a field"),
        hints: [
          Text(
            "Ange vilket fält i posten omdömet gäller.", "Say which field of the item the verdict is about.")
        ])
      return nil
    }
    return place
  }

  private mutating func reportNoItems(_ place: ClaimPlace, at span: Span) {
    if case .list = place.type { return }
    report(
      115, at: span,
      Text("`\(place.path.text)` är ingen lista", "`\(place.path.text)` is not a list"))
  }

  private mutating func itemNumber(
    _ key: String, _ claim: Claim?, _ list: ListField, _ field: Field, at span: Span
  ) -> Int? {
    var count = 0
    var keys: [String] = []
    switch claim?.content {
    case .items(let items): count = items.count
    case .groups(let groups):
      count = groups.count
      if let name = list.key, let index = field.type.fields.firstIndex(where: { $0.name == name }) {
        for group in groups {
          if case .value(.string(let id)) = group.fields[index].content {
            keys.append(id)
          } else {
            keys.append("")
          }
        }
      }
    default: break
    }
    if let index = keys.firstIndex(of: key) { return index + 1 }
    if let number = Int(key), (1...max(1, count)).contains(number), count > 0 { return number }
    var hints: [Text] = []
    if let meant = nearest(key, among: keys) { hints.append(.didYouMean(meant)) }
    let all = keys.isEmpty ? "1–\(count)" : keys.joined(separator: ", ")
    hints.append(
      count == 0
        ? Text("Listan är tom i förslaget.", "The list is empty in the proposal.")
        : Text("Posterna är: \(all).", "The items are: \(all)."))
    report(
      116, at: span,
      Text("`\(field.name)` har ingen post `\(key)`", "`\(field.name)` has no item `\(key)`"), hints: hints)
    return nil
  }

  private mutating func corrected(
    _ node: YAMLNode, _ place: ClaimPlace, _ proposal: Proposal, _ form: Form
  ) -> Value? {
    var links = ClaimLinks()
    var value: Value?
    switch place.type {
    case .group, .documents: reportUncorrectable(place, at: node.firstLine)
    case .list(let list):
      guard case .scalar(let type) = list.element else {
        reportUncorrectable(place, at: node.firstLine)
        return nil
      }
      guard let items = self.list(node, .value(of: place.field.name)) else { return nil }
      value = .list(items.compactMap { self.value($0, place.field, type, &links) })
    default: value = self.value(node, place.field, place.type, &links)
    }
    checkLinks(links, proposal.claims, form, reportingUnused: false)
    return value
  }

  private mutating func reportUncorrectable(_ place: ClaimPlace, at span: Span) {
    report(
      117, at: span,
      Text(
        "`\(place.path.text)` kan inte rättas i sin helhet",
        "`\(place.path.text)` cannot be corrected as a whole"),
      hints: [
        Text("Rätta de fält i det som är fel.", "Correct the fields in it that are wrong.")
      ])
  }
}

private enum PathStep {
  case name(String)
  case item(String)
}

/// `a.b[c].d` → a, b, item c, d; nil where the text is no path.
private func pathSteps(_ text: String) -> [PathStep]? {
  var steps: [PathStep] = []
  var word = ""
  var isInItem = false
  var wantsName = true
  for character in text {
    switch character {
    case "." where !isInItem:
      if !word.isEmpty { steps.append(.name(word)) } else if wantsName { return nil }
      (word, wantsName) = ("", true)
    case "[" where !isInItem:
      if !word.isEmpty { steps.append(.name(word)) } else if wantsName { return nil }
      (word, isInItem, wantsName) = ("", true, false)
    case "]" where isInItem:
      if word.isEmpty { return nil }
      steps.append(.item(trimmed(word)))
      (word, isInItem) = ("", false)
    default:
      if !isInItem, !wantsName { return nil }
      word.append(character)
    }
  }
  if isInItem { return nil }
  if !word.isEmpty { steps.append(.name(word)) } else if wantsName { return nil }
  return steps
}
