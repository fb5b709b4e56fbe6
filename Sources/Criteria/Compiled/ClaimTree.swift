import FEEL

/// A proposal's claims laid out for building contexts: every place where a value may stand has a number, its slot,
/// and what does not change is made once.
struct ClaimTree: Sendable {
  struct Group: Sendable {
    var path: FieldPath
    var fields: [FieldNode]
    /// Whether any field in it, however deep, has a `when`.
    var hasConditions: Bool
    var keys: Context.Keys

    init(path: FieldPath, fields: [FieldNode]) {
      self.path = path
      self.fields = fields
      hasConditions = fields.contains { $0.hasConditions }
      keys = Context.Keys(fields.map { $0.name })
    }
  }

  /// A class, so that walking the tree copies nothing.
  final class FieldNode: Sendable {
    let slot: Int
    let name: String
    let content: Content
    let condition: FieldConditions.Condition?
    let hasConditions: Bool

    init(slot: Int, name: String, content: Content, condition: FieldConditions.Condition?) {
      self.slot = slot
      self.name = name
      self.content = content
      self.condition = condition
      switch content {
      case .group(let group): hasConditions = condition != nil || group.hasConditions
      case .groups(let groups): hasConditions = condition != nil || groups.contains { $0.hasConditions }
      default: hasConditions = condition != nil
      }
    }
  }

  indirect enum Content: Sendable {
    /// Known, null, or unknown; the same in every context.
    case value(Value)
    /// Documents by their number.
    case documents([Int])
    /// Single values, each with its slot.
    case items([(slot: Int, value: Value)])
    case group(Group)
    case groups([Group])
    /// The list of documents.
    case allDocuments
  }

  /// What a field of the root hangs on.
  struct Reach: Sendable {
    /// Its own slot and those of everything in it.
    var slots: Range<Int>
    /// Whether documents stand anywhere in it.
    var holdsDocuments: Bool
    /// Fields of the root that conditions in it ask for; they stand before it.
    var asksFor: [Int]
  }

  /// By slot.
  private(set) var paths: [FieldPath] = []
  /// By slot: whether a value or `!ej-tillämpligt` stands there.
  private(set) var isGiven: [Bool] = []
  /// By slot: whether `saknas` or an empty value stands there.
  private(set) var isWritten: [Bool] = []
  /// By slot: whether the form asks for a value there.
  private(set) var isRequired: [Bool] = []
  /// Of every document; empty for one without an id that can be used, which is an error of the proposal.
  private(set) var documentIDs: [String] = []
  /// Where documents are referred to.
  private(set) var documentSlots: [Int] = []
  private(set) var documents: [Group] = []
  private(set) var root = Group(path: FieldPath(), fields: [])
  /// For each field of the root.
  private(set) var reaches: [Reach] = []

  init(_ claims: ClaimGroup, _ form: Form) {
    documentIDs = Self.documentIDs(claims, form)
    root = group(claims, form.fields, form.conditions.nodes, FieldPath(), documentsField: form.documentsField)
    for (index, field) in root.fields.enumerated() {
      let end = index + 1 < root.fields.count ? root.fields[index + 1].slot : paths.count
      var reach = Reach(slots: field.slot..<end, holdsDocuments: false, asksFor: [])
      field.extend(&reach)
      reaches.append(reach)
    }
  }

  private static func documentIDs(_ claims: ClaimGroup, _ form: Form) -> [String] {
    guard let index = form.fields.firstIndex(where: { $0.name == form.documentsField }),
      case .groups(let groups) = claims.fields[index].content,
      let key = form.fields[index].type.fields.firstIndex(where: { $0.name == "id" })
    else { return [] }
    return groups.map { if case .value(.string(let id)) = $0.fields[key].content { id } else { "" } }
  }

  /// The slot of a path; nil where the proposal has no such place.
  func slot(of path: FieldPath) -> Int? {
    var group: Group? = root
    var node: FieldNode?
    var slot: Int?
    for component in path.components {
      switch component {
      case .name(let name):
        node = group?.fields.first { $0.name == name }
        slot = node?.slot
        group = nil
        if case .group(let inner) = node?.content { group = inner }
      case .item(let number):
        group = nil
        slot = nil
        switch node?.content {
        case .groups(let groups) where groups.indices.contains(number - 1): group = groups[number - 1]
        case .allDocuments where documents.indices.contains(number - 1): group = documents[number - 1]
        case .items(let items) where items.indices.contains(number - 1): slot = items[number - 1].slot
        default: break
        }
      }
    }
    return slot
  }

  private mutating func slot(_ path: FieldPath, of claim: Claim, isRequired: Bool) -> Int {
    paths.append(path)
    self.isRequired.append(isRequired)
    isGiven.append(claim.isGiven)
    if case .missing(written: true) = claim.content {
      isWritten.append(true)
    } else {
      isWritten.append(false)
    }
    return paths.count - 1
  }

  private mutating func group(
    _ claims: ClaimGroup, _ fields: [Field], _ conditions: [FieldConditions.Node], _ path: FieldPath,
    documentsField: String? = nil
  ) -> Group {
    var nodes: [FieldNode] = []
    for (claim, (field, condition)) in zip(claims.fields, zip(fields, conditions)) {
      let path = path.appending(field.name)
      let slot = slot(path, of: claim, isRequired: field.isRequired)
      var content = content(claim, field, condition.children, path)
      if field.name == documentsField, case .groups(let groups) = content {
        documents = groups
        content = .allDocuments
      }
      nodes.append(FieldNode(slot: slot, name: field.name, content: content, condition: condition.condition))
    }
    return Group(path: path, fields: nodes)
  }

  private mutating func content(
    _ claim: Claim, _ field: Field, _ conditions: [FieldConditions.Node], _ path: FieldPath
  ) -> Content {
    switch claim.content {
    case .notApplicable: return .value(.null)
    case .value(let value): return .value(value)
    case .documents(let ids):
      documentSlots.append(paths.count - 1)
      return .documents(ids.compactMap { document in documentIDs.firstIndex { $0 == document.id } })
    case .missing:
      if case .group(let fields) = field.type, field.absent == .unknown {
        let missing = ClaimGroup(
          fields: fields.indices.map { Claim(field: $0, content: .missing(written: false), span: nil) },
          span: nil)
        return .group(group(missing, fields, conditions, path))
      }
      return .value(field.missingValue(path))
    case .group(let claims): return .group(group(claims, field.type.fields, conditions, path))
    case .items(let claims):
      var items: [(slot: Int, value: Value)] = []
      for (index, claim) in claims.enumerated() {
        let path = path.appending(item: index + 1)
        let slot = slot(path, of: claim, isRequired: false)
        if case .value(let value) = claim.content {
          items.append((slot, value))
        } else {
          items.append((slot, field.missingItem(path)))
        }
      }
      return .items(items)
    case .groups(let groups):
      var result: [Group] = []
      for (index, claims) in groups.enumerated() {
        result.append(group(claims, field.type.fields, conditions, path.appending(item: index + 1)))
      }
      return .groups(result)
    }
  }
}

extension ClaimTree.FieldNode {
  fileprivate func extend(_ reach: inout ClaimTree.Reach) {
    for reference in condition?.references ?? [] where reference.depth == 0 {
      reach.asksFor.append(reference.index)
    }
    switch content {
    case .value, .items: break
    case .documents, .allDocuments: reach.holdsDocuments = true
    case .group(let group):
      for field in group.fields { field.extend(&reach) }
    case .groups(let groups):
      for group in groups {
        for field in group.fields { field.extend(&reach) }
      }
    }
  }
}

extension Claim {
  /// Whether anything but "missing" stands there.
  public var isGiven: Bool {
    if case .missing = content { false } else { true }
  }
}

extension Field {
  /// What a missing value of the field is in FEEL.
  func missingValue(_ path: FieldPath) -> Value {
    if case .documents = type { return .list([]) }
    switch absent {
    case .null: return .null
    case .empty: return .list([])
    case .unknown: return unknown(.field(path), at: path)
    }
  }

  /// A member of which nothing is known, of a list of single values.
  func missingItem(_ path: FieldPath) -> Value {
    guard case .list(let list) = type, case .scalar(let type) = list.element else { return .null }
    var item = self
    item.type = type
    item.allowsNotApplicable = false
    return item.unknown(.field(path), at: path)
  }

  private func unknown(_ cause: Unknown.Cause, at path: FieldPath) -> Value {
    switch type {
    case .group(let fields):
      var context = Context(origin: path)
      for field in fields { context[field.name] = field.exampleValue(cause, path.appending(field.name)) }
      return .context(context)
    case .list(let list):
      let example: Value
      switch list.element {
      case .scalar(let type):
        var item = self
        item.type = type
        example = item.unknown(cause, at: path)
      case .group(let fields):
        var context = Context()
        for field in fields { context[field.name] = field.exampleValue(cause, path.appending(field.name)) }
        example = .context(context)
      }
      let bounds = Unknown.Bounds.list([], more: .some(limit: list.maximumItems, example: example))
      return .unknown(Unknown(causes: [cause], bounds: allowsNotApplicable ? bounds.orNull : bounds))
    default: return .unknown(Unknown(causes: [cause], bounds: bounds))
    }
  }

  /// A field of something that is missing as a whole: what would settle it is the whole.
  private func exampleValue(_ cause: Unknown.Cause, _ path: FieldPath) -> Value {
    if case .documents = type { return exampleDocuments(cause) }
    let value = unknown(cause, at: path)
    switch absent {
    case .unknown where applies == nil, .empty where applies == nil: return value
    default: return hull(value, .null, causes: [cause])
    }
  }

  /// The item's author may attach documents.
  private func exampleDocuments(_ cause: Unknown.Cause) -> Value {
    .unknown(Unknown(causes: [cause], bounds: .any))
  }
}
