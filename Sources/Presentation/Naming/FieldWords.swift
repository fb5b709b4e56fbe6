internal import Criteria
internal import Diagnostics
internal import FEEL

extension Names {
  /// A field by its labels from the outermost group inwards, items by what people know them by: "Målgrupp, ålder,
  /// 16–19 år", "Organisationer, Föreningen Ljus, åtagande". The path itself where the form has no such field.
  func field(_ path: FieldPath, of proposal: Proposal?) -> String {
    var labels: [String] = []
    var fields = ruleset.form.fields
    var group = proposal?.claims
    var list: (field: ListField, items: [ClaimGroup]?)?
    for component in path.components {
      switch component {
      case .name(let name):
        guard let index = fields.firstIndex(where: { $0.name == name }) else { return path.text }
        let field = fields[index]
        labels.append(labels.isEmpty ? field.label.shown(language) : inSentence(field.label))
        let content = group.flatMap { index < $0.fields.count ? $0.fields[index].content : nil }
        (fields, group, list) = ([], nil, nil)
        switch field.type {
        case .group(let inner):
          fields = inner
          if case .group(let claims)? = content { group = claims }
        case .list(let inner):
          var items: [ClaimGroup]?
          if case .groups(let groups)? = content { items = groups }
          list = (inner, items)
        default: break
        }
      case .item(let number):
        guard let (field, items) = list else { return path.text }
        list = nil
        guard case .group(let inner) = field.element else {
          labels.append(Text("nr \(number)", "no. \(number)")(language))
          continue
        }
        fields = inner
        group = items.flatMap { $0.indices.contains(number - 1) ? $0[number - 1] : nil }
        let known = group.flatMap { group in field.itemLabel.flatMap { string($0, group, inner) } }
        labels.append(known ?? Text("nr \(number)", "no. \(number)")(language))
      }
    }
    return labels.joined(separator: ", ")
  }
}

extension Proposal {
  /// Where the field's value stands; where it is missing, the nearest place around it.
  func span(of path: FieldPath, in form: Form) -> Span? {
    var nearest: Span?
    var fields = form.fields
    var group: ClaimGroup? = claims
    var list: (element: ListField.Element, content: Claim.Content)?
    for component in path.components {
      switch component {
      case .name(let name):
        guard let own = group, let index = fields.firstIndex(where: { $0.name == name }),
          index < own.fields.count
        else { return nearest }
        let claim = own.fields[index]
        nearest = claim.span ?? nearest
        let type = fields[index].type
        (fields, group, list) = ([], nil, nil)
        if case .group(let inner) = type, case .group(let claims) = claim.content {
          (fields, group) = (inner, claims)
        } else if case .list(let inner) = type {
          list = (inner.element, claim.content)
        }
      case .item(let number):
        guard let (element, content) = list else { return nearest }
        list = nil
        if case .group(let inner) = element, case .groups(let groups) = content,
          groups.indices.contains(number - 1)
        {
          (fields, group) = (inner, groups[number - 1])
          nearest = groups[number - 1].span ?? nearest
        } else if case .items(let claims) = content, claims.indices.contains(number - 1) {
          nearest = claims[number - 1].span ?? nearest
        }
      }
    }
    return nearest
  }
}
