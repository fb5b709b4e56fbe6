public import Criteria
public import Diagnostics

/// Fields that a form asks for and none of the rulesets on it reads, in any rule, fact, column or check: they cost the
/// applicant work for nothing. Texts are left out, since people read them. `rulesets` share one form.
public func unreadFields(_ rulesets: [Ruleset]) -> [Finding] {
  guard let form = rulesets.first?.form else { return [] }
  var read: Set<[String]> = []
  for ruleset in rulesets { read.formUnion(RulesetExpressions(ruleset).reads(ruleset)) }
  for check in form.checks { read.formUnion(check.require.reads) }
  if let name = form.nameField { read.insert([name]) }
  if let documents = form.documentsField { read.insert([documents]) }
  collectConditions(form.fields, under: [], &read)
  var findings: [Finding] = []
  report(form.fields, under: [], read, &findings)
  return findings
}

private func report(
  _ fields: [Field], under path: [String], _ read: Set<[String]>, _ findings: inout [Finding]
) {
  for field in fields {
    let own = path + [field.name]
    // Whoever reads a list or group as a whole reads what is in it.
    if read.contains(own) { continue }
    let isReadInside = read.contains { $0.starts(with: own) }
    let inner = field.type.innerFields
    if isReadInside || (path.isEmpty && !inner.isEmpty && inner.contains { !$0.type.isText }) {
      report(inner, under: own, read, &findings)
      continue
    }
    if field.type.isText || !inner.isEmpty && inner.allSatisfy({ $0.type.isText }) { continue }
    findings.append(
      Finding(
        Code("W", 108), .note, at: field.span,
        Text(
          "ingen regel läser fältet `\(own.joined(separator: "."))`",
          "no rule reads the field `\(own.joined(separator: "."))`"),
        hints: [
          Text(
            "Behövs det inte för bedömningen eller uppföljningen kan det tas bort.",
            "If neither the assessment nor the follow-up needs it, it can be removed.")
        ]))
  }
}

/// What the form's own conditions read, by the places where they stand.
private func collectConditions(_ fields: [Field], under path: [String], _ read: inout Set<[String]>) {
  for field in fields {
    for reads in field.applies?.reads ?? [] {
      // Names are looked for in the own group first, then in those around it.
      for depth in 0...path.count { read.insert(path.prefix(depth) + reads) }
    }
    collectConditions(field.type.innerFields, under: path + [field.name], &read)
  }
}

extension RulesetExpressions {
  /// Paths of fields that the ruleset reads. A name that is a fact or a member of `each` stands for the lists that
  /// it is made from.
  ///
  /// - Parameter includingFacts: also what facts read that nothing else names.
  func reads(_ ruleset: Ruleset, includingFacts: Bool = true) -> [[String]] {
    var origins: [String: [[String]]] = [:]
    for fact in ruleset.facts { origins[fact.name] = resolved(fact.value.reads, origins) }
    var paths = includingFacts ? ruleset.facts.flatMap { resolved($0.value.reads, origins) } : []
    for (expression, each) in others {
      var own = origins
      if let each { own[each.variable] = resolved(each.list.reads, origins) }
      paths += resolved(expression.reads, own)
    }
    return paths
  }

  private func resolved(_ reads: [[String]], _ origins: [String: [[String]]]) -> [[String]] {
    reads.flatMap { path -> [[String]] in
      guard let first = path.first, let origin = origins[first] else { return [path] }
      let rest = Array(path.dropFirst())
      return origin.map { $0 + rest } + (rest.isEmpty ? [] : origin)
    }
  }
}

extension FieldType {
  var isText: Bool {
    switch self {
    case .text, .id: true
    case .list(let list): if case .scalar(let inner) = list.element { inner.isText } else { false }
    default: false
    }
  }

  var innerFields: [Field] {
    switch self {
    case .group(let fields): fields
    case .list(let list): if case .group(let fields) = list.element { fields } else { [] }
    default: []
    }
  }
}
