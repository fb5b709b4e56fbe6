import Diagnostics
import FEEL
import YAMLSource

/// What a proposal's values refer to, collected while it is read and looked up when all of it is known.
struct ClaimLinks {
  struct Reference {
    var key: String
    var list: String
    var span: Span
  }
  var references: [Reference] = []
  var documents: [(id: String, span: Span)] = []
}

extension FileReader {
  /// The claims of a mapping, one for each of the fields.
  mutating func claimGroup(
    _ mapping: Mapping, _ fields: [Field], besides keys: [String] = [], _ form: Form,
    _ links: inout ClaimLinks
  ) -> ClaimGroup {
    reportUnknownFields(mapping, fields, besides: keys, form)
    var claims: [Claim] = []
    for (index, field) in fields.enumerated() {
      claims.append(claim(mapping, field, index, form, &links))
    }
    return ClaimGroup(fields: claims, span: mapping.span)
  }

  private mutating func claim(
    _ mapping: Mapping, _ field: Field, _ index: Int, _ form: Form, _ links: inout ClaimLinks
  ) -> Claim {
    guard let entry = mapping.entries.first(where: { $0.key.text == field.name }) else {
      return Claim(field: index, content: .missing(written: false), span: nil)
    }
    let node = entry.value
    if node.isMissing { return Claim(field: index, content: .missing(written: true), span: entry.key.span) }
    let content = notApplicable(node, field) ?? content(node, field, field.type, index, form, &links)
    return Claim(field: index, content: content ?? .missing(written: true), span: node.span)
  }

  private mutating func notApplicable(_ node: YAMLNode, _ field: Field) -> Claim.Content? {
    guard node.isNotApplicable else { return nil }
    guard field.allowsNotApplicable else {
      report(
        217, at: node.span,
        Text(
          "`!ej-tillämpligt` får inte stå i fältet `\(field.name)`",
          "`!ej-tillämpligt` may not stand in the field `\(field.name)`"),
        hints: [
          Text(
            "Skriv `saknas` om uppgiften inte finns ännu.",
            "Write `saknas` (missing) if the answer is not known yet.")
        ])
      return .missing(written: true)
    }
    guard let reason = node.text, reason.contains(where: { !$0.isWhitespace }) else {
      report(
        218, at: node.span,
        Text("`!ej-tillämpligt` har inget skäl", "`!ej-tillämpligt` has no reason"),
        hints: [
          Text(
            "Skriv varför: `\(field.name): !ej-tillämpligt \"inga elever deltar\"`.",
            "Write why: `\(field.name): !ej-tillämpligt \"inga elever deltar\"`.")
        ])
      return .missing(written: true)
    }
    return .notApplicable(reason: reason)
  }

  /// nil where the value cannot be used; that is reported.
  private mutating func content(
    _ node: YAMLNode, _ field: Field, _ type: FieldType, _ index: Int, _ form: Form, _ links: inout ClaimLinks
  ) -> Claim.Content? {
    switch type {
    case .group(let fields):
      guard let mapping = openMapping(node, .value(of: field.name)) else { return nil }
      return .group(claimGroup(mapping, fields, form, &links))
    case .list(let list): return items(node, field, list, index, form, &links)
    case .documents: return documents(node, field, &links)
    default: return value(node, field, type, &links).map { .value($0) }
    }
  }

  /// A list of ids; one may stand alone.
  private mutating func documents(
    _ node: YAMLNode, _ field: Field, _ links: inout ClaimLinks
  ) -> Claim.Content? {
    let nodes = node.text != nil ? [node] : list(node, .value(of: field.name))
    guard let nodes else { return nil }
    var documents: [(id: String, span: Span)] = []
    for node in nodes {
      guard let id = scalar(node, .value(of: field.name)) else { continue }
      if documents.contains(where: { $0.id == id }) { continue }
      documents.append((id, node.span))
      links.documents.append((id, node.span))
    }
    return .documents(documents)
  }

  private mutating func items(
    _ node: YAMLNode, _ field: Field, _ list: ListField, _ index: Int, _ form: Form, _ links: inout ClaimLinks
  ) -> Claim.Content? {
    guard let nodes = self.list(node, .value(of: field.name)) else { return nil }
    checkCount(nodes.count, node, field, list)
    switch list.element {
    case .scalar(let type):
      var items: [Claim] = []
      for node in nodes {
        var content: Claim.Content = .missing(written: true)
        if node.isNotApplicable {
          reportTagOnItem(node)
        } else if !node.isMissing, let value = value(node, field, type, &links) {
          content = .value(value)
        }
        items.append(Claim(field: index, content: content, span: node.span))
      }
      return .items(items)
    case .group(let fields):
      var groups: [ClaimGroup] = []
      var keys: [YAMLNode?] = []
      for node in nodes {
        let what = Text("en post i `\(field.name)`", "an item of `\(field.name)`")
        guard let mapping = openMapping(node, what) else { continue }
        groups.append(claimGroup(mapping, fields, form, &links))
        keys.append(list.key.flatMap { mapping[$0] })
      }
      checkKeys(groups, keys, list, fields)
      return .groups(groups)
    }
  }

  private mutating func reportTagOnItem(_ node: YAMLNode) {
    report(
      217, at: node.span,
      Text("`!ej-tillämpligt` får inte stå i en lista", "`!ej-tillämpligt` may not stand in a list"),
      hints: [
        Text(
          "Ta bort posten, eller skriv det för hela listan.",
          "Remove the item, or write it for the whole list.")
      ])
  }

  private mutating func checkCount(_ count: Int, _ node: YAMLNode, _ field: Field, _ list: ListField) {
    if count > list.maximumItems {
      report(
        211, at: node.firstLine,
        Text(
          "`\(field.name)` har \(count) poster, högst \(list.maximumItems) får finnas",
          "`\(field.name)` has \(count) items, at most \(list.maximumItems) are allowed"))
    } else if count < list.minimumItems {
      report(
        211, at: node.firstLine,
        Text(
          "`\(field.name)` har \(count) poster, minst \(list.minimumItems) behövs",
          "`\(field.name)` has \(count) items, the minimum is \(list.minimumItems)"),
        hints: [
          Text(
            "Skriv `saknas` om uppgiften inte finns ännu.",
            "Write `saknas` (missing) if the answer is not known yet.")
        ])
    }
  }

  /// Items of a list with a key have one each, all different.
  ///
  /// - Parameter written: what stands as each group's key.
  private mutating func checkKeys(
    _ groups: [ClaimGroup], _ written: [YAMLNode?], _ list: ListField, _ fields: [Field]
  ) {
    guard let key = list.key, let index = fields.firstIndex(where: { $0.name == key }) else { return }
    var ids = UniqueIDs()
    for (group, node) in zip(groups, written) {
      let claim = group.fields[index]
      guard case .value(.string(let id)) = claim.content, let span = claim.span else {
        // Anything else that cannot be a key has been reported.
        if node?.isMissing != false || claim.isGiven {
          report(
            213, at: node?.span ?? group.span?.firstPlace,
            Text("posten saknar `\(key)`", "the item has no `\(key)`"),
            hints: [
              Text(
                "Skriv en egen `\(key)`: den skiljer posten från de andra i listan.",
                "Give the item its own `\(key)`: it tells it from the others in the list.")
            ])
        }
        continue
      }
      if let first = ids.insert(id, at: span) {
        report(
          212, at: span, Text("`\(id)` finns redan i listan", "`\(id)` is already in the list"),
          related: [.init(span: first, message: Text("först här", "first here"))])
      }
    }
  }
}
