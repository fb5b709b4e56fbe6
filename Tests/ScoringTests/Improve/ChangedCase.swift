import Criteria
import ExactNumbers
import FEEL

@testable import Scoring

extension RefCase {
  /// The case with a change written into its files; nil where no role is free to have seen the document.
  func changed(_ change: Improvements.Change, at index: Int) -> RefCase? {
    var model = self
    switch change {
    case .field(let path, _, let to):
      guard let scalar = RefScalar(to) else { return nil }
      model.proposals[index].claims.set(path.components[...], to: scalar, in: form.fields)
    case .document(let id):
      guard model.see(id, at: index) else { return nil }
    }
    return model
  }

  private mutating func see(_ document: String, at index: Int) -> Bool {
    var proposal = proposals[index]
    let recused = proposal.declarations.filter { $0.outcome == "jäv" }.map(\.role)
    guard let role = round.roles.first(where: { !recused.contains($0) }) else { return false }
    for sheet in proposal.sheets.indices {
      for entry in proposal.sheets[sheet].seen.indices
      where proposal.sheets[sheet].seen[entry].document == document {
        proposal.sheets[sheet].seen[entry].isSeen = true
      }
    }
    if let sheet = proposal.sheets.firstIndex(where: { $0.role == role }) {
      if !proposal.sheets[sheet].seen.contains(where: { $0.document == document }) {
        proposal.sheets[sheet].seen.append((document, true))
      }
    } else {
      var sheet = RefSheet(role: role, date: "2026-09-01")
      sheet.seen.append((document, true))
      proposal.sheets.append(sheet)
    }
    proposals[index] = proposal
    return true
  }

  /// The ruleset with the conditions of these rules replaced; nil where one of them is not found as a plain rule.
  func forced(met: [String], denied: [String]) -> RefCase? {
    var model = self
    for (path, holds) in met.map({ ($0, true) }) + denied.map({ ($0, false) }) {
      let parts = path.split(separator: "/").map(String.init)
      guard model.ruleset.criteria.force(parts[...], holds) else { return nil }
    }
    return model
  }
}

extension [RefCriterion] {
  fileprivate mutating func force(_ path: ArraySlice<String>, _ holds: Bool) -> Bool {
    guard let id = path.first, let index = firstIndex(where: { $0.id == id }) else { return false }
    if self[index].each != nil { return false }
    let rest = path.dropFirst()
    func replaced(_ rules: [RefRule]) -> [RefRule]? {
      guard rest.count == 1, let rule = rules.firstIndex(where: { $0.id == rest.first }) else { return nil }
      var rules = rules
      rules[rule].condition = .bool(holds)
      rules[rule].evidence = nil
      return rules
    }
    switch self[index].scoring {
    case .ladder(let steps):
      guard let steps = replaced(steps) else { return false }
      self[index].scoring = .ladder(steps)
    case .points(let rules, let cap):
      guard let changed = replaced(rules) else { return false }
      self[index].scoring = .points(changed, cap: cap)
    case .composite(var parts, let isMinimum):
      guard parts.force(rest, holds) else { return false }
      self[index].scoring = .composite(parts, isMinimum: isMinimum)
    default: return false
    }
    return true
  }
}

extension [String: RefClaim] {
  fileprivate mutating func set(
    _ path: ArraySlice<FieldPath.Component>, to scalar: RefScalar, in fields: [RefField]
  ) {
    guard case .name(let name)? = path.first, let field = fields.first(where: { $0.name == name }) else {
      return
    }
    let rest = path.dropFirst()
    if rest.isEmpty {
      self[name] = .scalar(scalar)
      return
    }
    switch self[name] {
    case .group(var inner):
      inner.set(rest, to: scalar, in: field.type.fields)
      self[name] = .group(inner)
    case .groups(var items):
      guard case .item(let number)? = rest.first else { return }
      items[number - 1].set(rest.dropFirst(), to: scalar, in: field.type.fields)
      self[name] = .groups(items)
    default:
      var inner: [String: RefClaim] = [:]
      inner.set(rest, to: scalar, in: field.type.fields)
      self[name] = .group(inner)
    }
  }
}

extension RefScalar {
  init?(_ value: Value) {
    switch value {
    case .number(let number): self = .number(RefAmount(number.text))
    case .string(let text): self = .string(text)
    case .boolean(let boolean): self = .bool(boolean)
    case .date(let date): self = .date(date.text)
    default: return nil
    }
  }
}
