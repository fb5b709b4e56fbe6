/// What is known of one proposal in one run: its claims and what the assessments made of them
/// (docs/scoring.md, 1), with some open questions answered for the sake of trial.
struct RefKnowledge {
  enum Run: String, CaseIterable, Sendable { case verified, claimed }

  /// A group of fields as it stands in the proposal.
  struct Group {
    var fields: [RefField]
    var claims: [String: RefClaim]
    /// The path of the group around it; nil at the top.
    var outer: String?
  }

  /// What a claim came to: its value, and whether it was rejected.
  struct Outcome: Hashable {
    var value: RefValue
    var isRejected: Bool
  }

  let model: RefCase
  let proposal: RefProposal
  let run: Run
  /// By path.
  private(set) var groups: [String: Group] = [:]
  /// Paths of the documents, in order.
  private(set) var documents: [String] = []
  private var documentIDs: [String] = []
  /// By path; several where roles differ.
  private var outcomes: [String: [Outcome]] = [:]
  private var seen: [String: Bool] = [:]
  /// The steps that a judgement may be, by `id[key]`.
  private var judged: [String: ClosedRange<Int>] = [:]
  /// Judgements that somebody answered.
  private(set) var answered: Set<String> = []
  /// Answers tried, by question.
  private(set) var assignment: [String: RefValue] = [:]
  private var memo = RefMemo()

  init(_ model: RefCase, _ proposal: RefProposal, _ run: Run) {
    self.model = model
    self.proposal = proposal
    self.run = run
    collectGroups(model.form.fields, proposal.claims, path: "", outer: nil)
    for index in 0..<count(model.form.documents) {
      let path = "\(model.form.documents)[\(index + 1)]"
      documents.append(path)
      if case .scalar(.string(let id))? = groups[path]?.claims["id"] { documentIDs.append(id) }
    }
    collectJudgements()
    if run == .verified {
      collectOutcomes()
      collectSeen()
    }
  }

  /// The same with these questions answered.
  func assuming(_ answers: [String: RefValue]) -> RefKnowledge {
    var copy = self
    copy.assignment = answers
    copy.memo = RefMemo()
    return copy
  }

  /// Sheets of roles without a conflict of interest.
  var sheets: [RefSheet] {
    proposal.sheets.filter { sheet in
      !proposal.declarations.contains { $0.role == sheet.role && $0.outcome == "jäv" }
    }
  }

  private func count(_ list: String) -> Int {
    if case .groups(let items)? = proposal.claims[list] { items.count } else { 0 }
  }

  // MARK: Collecting

  private mutating func collectGroups(
    _ fields: [RefField], _ claims: [String: RefClaim], path: String, outer: String?
  ) {
    groups[path] = Group(fields: fields, claims: claims, outer: outer)
    for field in fields {
      let here = path.isEmpty ? field.name : "\(path).\(field.name)"
      switch (field.type, claims[field.name]) {
      case (.group(let inner), .group(let claims)?):
        collectGroups(inner, claims, path: here, outer: path)
      case (.group(let inner), nil), (.group(let inner), .missing?):
        collectGroups(inner, [:], path: here, outer: path)
      case (.groups(let inner), .groups(let items)?):
        for (index, item) in items.enumerated() {
          collectGroups(inner, item, path: "\(here)[\(index + 1)]", outer: path)
        }
      default: break
      }
    }
  }

  private mutating func collectOutcomes() {
    var verdicts: [String: [(role: String, outcome: Outcome)]] = [:]
    for sheet in sheets {
      for claim in sheet.claims {
        let outcome =
          switch claim.verdict {
          case .confirmed: Outcome(value: claimed(claim.field), isRejected: false)
          case .corrected(let scalar): Outcome(value: RefKnowledge.value(scalar), isRejected: false)
          case .rejected: Outcome(value: .null, isRejected: true)
          }
        verdicts[claim.field, default: []].append((sheet.role, outcome))
      }
    }
    for (field, given) in verdicts {
      if let first = given.first(where: { $0.role == model.round.roles[0] }) {
        outcomes[field] = [first.outcome]
      } else {
        var distinct: [Outcome] = []
        for entry in given where !distinct.contains(entry.outcome) { distinct.append(entry.outcome) }
        outcomes[field] = distinct
      }
    }
  }

  private mutating func collectSeen() {
    for id in documentIDs {
      let marks = sheets.flatMap { $0.seen.filter { $0.document == id }.map(\.isSeen) }
      if !marks.isEmpty, marks.allSatisfy({ $0 == marks[0] }) { seen[id] = marks[0] }
    }
  }

  private mutating func collectJudgements() {
    for judgement in model.ruleset.judgements {
      var answers: [String: [(sheet: RefSheet, answer: RefSheet.Answer)]] = [:]
      for sheet in sheets where judgement.roles.isEmpty || judgement.roles.contains(sheet.role) {
        for answer in sheet.judgements where answer.judgement == judgement.id {
          answers[RefKnowledge.question(judgement.id, answer.key), default: []].append((sheet, answer))
        }
      }
      for (question, given) in answers {
        answered.insert(judgement.id)
        judged[question] = settled(judgement, given)
      }
    }
  }

  private func settled(
    _ judgement: RefJudgement, _ given: [(sheet: RefSheet, answer: RefSheet.Answer)]
  ) -> ClosedRange<Int> {
    let joint = given.filter(\.answer.isJoint).sorted {
      if $0.sheet.date != $1.sheet.date { return $0.sheet.date > $1.sheet.date }
      return precedence($0.sheet.role) < precedence($1.sheet.role)
    }
    func step(_ answer: RefSheet.Answer) -> Int { judgement.scale.firstIndex(of: answer.step)! }
    if let first = joint.first { return step(first.answer)...step(first.answer) }
    let steps = given.map { step($0.answer) }.sorted()
    if judgement.isMedian {
      let middle = steps[(steps.count - 1) / 2]
      return middle...middle
    }
    return steps[0]...steps[steps.count - 1]
  }

  func precedence(_ role: String) -> Int { model.round.roles.firstIndex(of: role)! }

  // MARK: Questions

  static func question(_ judgement: String, _ key: String?) -> String {
    "judgement:\(judgement)[\(key ?? "")]"
  }

  /// Every answer to an open question; nil where they are without end.
  func domain(of question: String) -> [RefValue]? {
    if question.hasPrefix("seen:") { return RefValue.trueOrFalse }
    if question.hasPrefix("judgement:") {
      let rest = question.dropFirst("judgement:".count)
      let id = String(rest.prefix { $0 != "[" })
      return steps(id, question).map { .string($0) }
    }
    if let open = outcomes[question], open.count > 1 { return open.map(\.value) }
    guard let field = field(at: question) else { return nil }
    guard var values = RefKnowledge.domain(of: field.type) else { return nil }
    if field.allowsNotApplicable { values.append(.null) }
    return values
  }

  private static func domain(of type: RefType) -> [RefValue]? {
    switch type {
    case .boolean: RefValue.trueOrFalse
    case .choice(let choices): choices.map { .string($0) }
    case .integer(let low?, let high?) where high - low < 5000:
      (low...high).map { .number(RefFraction($0)) }
    default: nil
    }
  }

  /// The declaration of the field at a path.
  func field(at path: String) -> RefField? {
    guard let dot = path.lastIndex(of: ".") else { return model.form.fields.first { $0.name == path } }
    let name = String(path[path.index(after: dot)...])
    return groups[String(path[..<dot])]?.fields.first { $0.name == name }
  }

  /// The alternatives where roles differ.
  func openOutcomes(_ path: String) -> [Outcome] {
    outcomes[path].map { $0.count > 1 ? $0 : [] } ?? []
  }

  // MARK: Judgements and documents

  private func steps(_ judgement: String, _ question: String) -> [String] {
    let scale = model.ruleset.judgements.first { $0.id == judgement }!.scale
    return judged[question].map { Array(scale[$0]) } ?? scale
  }

  func judgement(_ id: String, key: String?) -> RefValue {
    let question = RefKnowledge.question(id, key)
    if let answer = assignment[question] { return answer }
    let steps = steps(id, question)
    return steps.count == 1
      ? .string(steps[0]) : .unknown(.oneOf(steps.map { .string($0) }), [question])
  }

  func isSeen(_ document: Int) -> RefValue {
    if run == .claimed { return .bool(true) }
    let id = documentIDs[document]
    if let known = seen[id] { return .bool(known) }
    let question = "seen:\(id)"
    return assignment[question] ?? .unknown(.oneOf(RefValue.trueOrFalse), [question])
  }

  /// Whether a rejected claim stands in the group, so that its documents count for nothing. Fields at the top
  /// are in no group.
  private func isVoid(_ group: String) -> RefValue {
    if group.isEmpty { return .bool(false) }
    let fields = groups[group]!.fields.map { "\(group).\($0.name)" }
    var reasons: Set<String> = []
    for field in fields {
      guard let outcomes = outcomes[field] else { continue }
      if let answer = assignment[field] {
        if outcomes.contains(where: { $0.isRejected }), answer == .null { return .bool(true) }
      } else if outcomes.allSatisfy(\.isRejected) {
        return .bool(true)
      } else if outcomes.contains(where: { $0.isRejected }) {
        reasons.insert(field)
      }
    }
    return reasons.isEmpty ? .bool(false) : .unknown(.oneOf(RefValue.trueOrFalse), reasons)
  }

  /// The level of a document as evidence: that of the ruleset's expression, or 0 where a rejected claim rests on it.
  func level(_ document: Int, isVoid: RefValue) -> RefValue {
    if isVoid == .bool(true) { return .number(.zero) }
    let scope = RefScope().binding("document", .document(document, isVoid: .bool(false)))
    let level = evaluate(model.ruleset.level, scope)
    return isVoid.causes.isEmpty ? level : RefValue.hull([level, .number(.zero)], isVoid.causes)
  }

  // MARK: Fields

  /// The value of a field of the group at a path, or nil where the group has no such field.
  func value(_ name: String, in path: String) -> RefValue? {
    guard let group = groups[path], let field = group.fields.first(where: { $0.name == name }) else {
      return nil
    }
    let here = path.isEmpty ? name : "\(path).\(name)"
    if let known = memo.fields[here] { return known }
    let value = value(field, here, group, path)
    memo.fields[here] = value
    return value
  }

  private func value(_ field: RefField, _ here: String, _ group: Group, _ path: String) -> RefValue {
    var doubt: Set<String> = []
    if let when = field.when {
      let applies = evaluate(when, scope(ofFieldsIn: path))
      switch applies.verdict {
      case .met: break
      case .notMet, .failed: return .null
      case .unknown: doubt = applies.causes
      }
    }
    return settled(field, here, group, path).orNull(doubt)
  }

  private func settled(_ field: RefField, _ here: String, _ group: Group, _ path: String) -> RefValue {
    if let open = outcomes[here] {
      if open.count == 1 { return open[0].value }
      return assignment[here] ?? .unknown(.oneOf(open.map(\.value)), [here])
    }
    return value(field, group.claims[field.name], here, path)
  }

  /// What the proposal itself claims at a path.
  private func claimed(_ path: String) -> RefValue {
    let (group, name): (String, String) =
      path.lastIndex(of: ".").map { (String(path[..<$0]), String(path[path.index(after: $0)...])) }
      ?? ("", path)
    return value(field(at: path)!, groups[group]!.claims[name], path, group)
  }

  private func value(_ field: RefField, _ claim: RefClaim?, _ here: String, _ path: String) -> RefValue {
    switch claim {
    case nil, .missing?: return missing(field, here)
    case .notApplicable?: return .null
    case .scalar(let scalar)?: return RefKnowledge.value(scalar)
    case .documents(let ids)?:
      let isVoid = isVoid(path)
      return .list(ids.map { .document(documentIDs.firstIndex(of: $0)!, isVoid: isVoid) })
    case .group?: return .group(here)
    case .groups(let items)?:
      if here == model.form.documents {
        return .list(items.indices.map { .document($0, isVoid: .bool(false)) })
      }
      return .list(items.indices.map { .group("\(here)[\($0 + 1)]") })
    case .scalars(let items)?:
      return .list(
        items.map { item in
          if case .scalar(let scalar) = item { RefKnowledge.value(scalar) } else { .null }
        })
    }
  }

  private func missing(_ field: RefField, _ here: String) -> RefValue {
    if case .documents = field.type { return .list([]) }
    switch field.absent {
    case .null: return .null
    case .empty: return .list([])
    case .unknown: break
    }
    if case .group = field.type { return .group(here) }
    if let answer = assignment[here] { return answer }
    let value: RefValue
    switch field.type {
    case .boolean: value = .unknown(.oneOf(RefValue.trueOrFalse), [here])
    case .choice(let choices): value = .unknown(.oneOf(choices.map { .string($0) }), [here])
    case .integer(let low, let high):
      value = .unknown(
        .range(low.map { RefFraction($0) }, high.map { RefFraction($0) }, orNull: false), [here])
    case .decimal(let low, let high):
      value = .unknown(.range(low?.value, high?.value, orNull: false), [here])
    case .groups, .scalars: value = .unknown(.list([], more: true, orNull: false), [here])
    case .text, .id, .date, .documents, .group: value = .unknown(.anything, [here])
    }
    return field.allowsNotApplicable ? value.orNull([here]) : value
  }

  static func value(_ scalar: RefScalar) -> RefValue {
    switch scalar {
    case .number(let amount): .number(amount.value)
    case .string(let text): .string(text)
    case .bool(let value): .bool(value)
    case .date(let text): .date(day(text))
    }
  }

  /// A number that grows with the date.
  static func day(_ text: String) -> Int {
    let parts = text.split(separator: "-").map { Int($0)! }
    return parts[0] * 372 + parts[1] * 31 + parts[2]
  }

  /// Whether it is open for some list if it applies. Whatever is open in its members then counts among the
  /// reasons, and may be too much to try.
  var hasDoubtfulList: Bool {
    groups.contains { path, group in
      group.fields.contains { field in
        guard case .groups = field.type, let when = field.when else { return false }
        return evaluate(when, scope(ofFieldsIn: path)).verdict == .unknown
      }
    }
  }

  /// The value of a name at the top: a fact, or a field.
  func rootValue(_ name: String) -> RefValue? {
    if let fact = model.ruleset.facts.first(where: { $0.name == name }) {
      if let known = memo.facts[name] { return known }
      let value = evaluate(fact.value, RefScope())
      memo.facts[name] = value
      return value
    }
    return value(name, in: "")
  }
}

/// Values worked out once under the same answers.
final class RefMemo {
  var facts: [String: RefValue] = [:]
  var fields: [String: RefValue] = [:]
}

/// The names that an expression may use beside those at the top, innermost last.
struct RefScope {
  enum Frame {
    case named(String, RefValue)
    /// The names of what the value holds.
    case members(RefValue)
  }
  var frames: [Frame] = []
  /// False for the `when` of a field: it knows nothing of facts.
  var hasFacts = true

  func binding(_ name: String, _ value: RefValue) -> RefScope {
    var copy = self
    copy.frames.append(.named(name, value))
    return copy
  }

  func inside(_ value: RefValue) -> RefScope {
    var copy = self
    copy.frames.append(.members(value))
    return copy
  }
}

extension RefKnowledge {
  fileprivate func scope(ofFieldsIn path: String) -> RefScope {
    var paths: [String] = []
    var next: String? = path
    while let path = next, !path.isEmpty {
      paths.append(path)
      next = groups[path]?.outer
    }
    var scope = RefScope()
    scope.hasFacts = false
    for path in paths.reversed() { scope = scope.inside(.group(path)) }
    return scope
  }
}
