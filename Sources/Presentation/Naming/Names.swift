internal import Criteria
internal import Diagnostics
internal import FEEL
internal import Scoring

/// What people call the things that a result speaks of, in one language.
final class Names {
  let data: RoundData
  let language: Language

  init(_ data: RoundData, _ language: Language) {
    self.data = data
    self.language = language
  }

  var ruleset: Ruleset { data.ruleset }

  func text(_ text: Text) -> String { text(language) }

  /// A heading as it stands inside a sentence.
  func inSentence(_ text: Text) -> String {
    let words = Words(heading: text)
    if language == .swedish { return words.sv }
    return text.en == nil ? words.sv + " (sv)" : words.en
  }

  func proposal(_ result: ProposalResult) -> String { result.name ?? result.id }

  func role(_ id: String) -> String {
    for role in data.round.roles where role.id == id { return role.title.shown(language) }
    return id
  }

  func judgement(_ id: String) -> Judgement? { ruleset.judgements.first { $0.id == id } }

  /// The title of a document, or its id where it has none.
  func document(_ id: String, of proposal: Proposal) -> String {
    guard let form = documentsField, let claims = documents(of: proposal) else { return id }
    for claim in claims where string("id", claim, form) == id {
      return string("titel", claim, form) ?? id
    }
    return id
  }

  /// Where the document is listed.
  func documentSpan(_ id: String, of proposal: Proposal) -> Span? {
    guard let form = documentsField, let claims = documents(of: proposal) else { return nil }
    for claim in claims where string("id", claim, form) == id { return claim.span }
    return nil
  }

  /// The item of the list `list` whose key is `key`, as people know it.
  func item(_ key: String, of list: String, in proposal: Proposal) -> String {
    guard let index = data.ruleset.form.fields.firstIndex(where: { $0.name == list }),
      case .list(let field) = ruleset.form.fields[index].type, case .group(let fields) = field.element,
      let keyField = field.key, case .groups(let groups) = proposal.claims.fields[index].content
    else { return key }
    for group in groups where string(keyField, group, fields) == key {
      return field.itemLabel.flatMap { string($0, group, fields) } ?? key
    }
    return key
  }

  private var documentsField: [Field]? {
    guard let name = ruleset.form.documentsField,
      let field = ruleset.form.fields.first(where: { $0.name == name }), case .list(let list) = field.type,
      case .group(let fields) = list.element
    else { return nil }
    return fields
  }

  private func documents(of proposal: Proposal) -> [ClaimGroup]? {
    guard let name = ruleset.form.documentsField,
      let index = ruleset.form.fields.firstIndex(where: { $0.name == name }),
      case .groups(let groups) = proposal.claims.fields[index].content
    else { return nil }
    return groups
  }
}

/// The text that a group of claims gives for one of its fields.
func string(_ name: String, _ group: ClaimGroup, _ fields: [Field]) -> String? {
  guard let index = fields.firstIndex(where: { $0.name == name }), index < group.fields.count,
    case .value(.string(let text)) = group.fields[index].content
  else { return nil }
  return text
}
