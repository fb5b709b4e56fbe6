public import Diagnostics
import ExactNumbers
public import FEEL

/// Where the value of a field stands in the proposal's file; for one that is missing the nearest thing around it.
/// Nil where nothing around it stands in the file either, or the form has no such field.
public func locate(_ path: FieldPath, in proposal: Proposal, form: Form) -> Span? {
  var span: Span?
  var group: ClaimGroup? = proposal.claims
  var fields = form.fields
  var claim: Claim?
  for component in path.components {
    switch component {
    case .name(let name):
      guard let index = fields.firstIndex(where: { $0.name == name }) else { return nil }
      fields = fields[index].type.fields
      claim = group?.fields[index]
      group = nil
      if let found = claim?.span { span = found }
      if case .group(let inner) = claim?.content { group = inner }
    case .item(let number):
      switch claim?.content {
      case .groups(let groups) where groups.indices.contains(number - 1):
        group = groups[number - 1]
        if let found = group?.span { span = found }
      case .items(let items) where items.indices.contains(number - 1):
        if let found = items[number - 1].span { span = found }
      case .documents(let documents) where documents.indices.contains(number - 1):
        span = documents[number - 1].span
      default: break
      }
    }
  }
  return span
}

/// The declaration of the field at a path, items left out of account; nil where the form has none.
public func declaredField(at path: FieldPath, in form: Form) -> Field? {
  var siblings: [Field] = []
  var place: Int?
  for case .name(let name) in path.components {
    siblings = place.map { siblings[$0].type.fields } ?? form.fields
    place = nil
    for index in siblings.indices where siblings[index].name == name {
      place = index
      break
    }
    if place == nil { return nil }
  }
  return place.map { siblings[$0] }
}

/// What people call the field at a path: "organisationer, Arbetsförmedlingen: åtagande". Items go by their
/// `item_label` in the proposal, or by their key or number. Names that the form lacks stand as they are.
public func label(of path: FieldPath, in proposal: Proposal?, form: Form) -> Text {
  var labels = PathLabel()
  var fields = form.fields
  var group = proposal?.claims
  var list: ListField?
  var claim: Claim?
  for component in path.components {
    switch component {
    case .name(let name):
      list = nil
      claim = nil
      guard let index = fields.firstIndex(where: { $0.name == name }) else {
        labels.append(Text(name, name))
        fields = []
        group = nil
        continue
      }
      let field = fields[index]
      labels.append(Text(inSentence: field.label))
      claim = group?.fields[index]
      fields = field.type.fields
      group = nil
      if case .group(let inner) = claim?.content { group = inner }
      if case .list(let listField) = field.type { list = listField }
    case .item(let number):
      if case .groups(let groups) = claim?.content, groups.indices.contains(number - 1) {
        group = groups[number - 1]
      }
      labels.append(item: itemName(group, list, fields) ?? String(number))
    }
  }
  return labels.text
}

/// The name of an item: its `item_label`, else its key.
func itemName(_ group: ClaimGroup?, _ list: ListField?, _ fields: [Field]) -> String? {
  for name in [list?.itemLabel, list?.key] {
    guard let name, let index = fields.firstIndex(where: { $0.name == name }),
      case .value(let value) = group?.fields[index].content
    else { continue }
    switch value {
    case .string(let text): return text
    case .number(let number): return number.text
    default: continue
    }
  }
  return nil
}

/// "målgrupp: antal", "organisationer, Arbetsförmedlingen: åtagande".
private struct PathLabel {
  private var sv = ""
  private var en = ""

  mutating func append(_ label: Text) {
    if !sv.isEmpty {
      sv += ": "
      en += ": "
    }
    sv += label.sv
    en += label(.english)
  }

  mutating func append(item: String) {
    sv += ", " + item
    en += ", " + item
  }

  var text: Text { Text(sv, en) }
}

extension Text {
  /// A heading as it stands inside a sentence.
  init(inSentence heading: Text) {
    let words = Words(heading: heading)
    self.init(words.sv, words.en)
  }
}
