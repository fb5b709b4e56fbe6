public import FEEL

/// Builds the FEEL context of a proposal's claims, again and again: as claimed, as corrected, with this or that
/// tried for what is missing. What does not change is prepared once.
///
/// Every place where a value may stand – a field, a group, a list, an item of a list of single values – has a
/// *slot*; `paths` tells which. In the context a missing value is unknown with the bounds that the form gives
/// (or null, or empty, as the field's `absent` says), a value that does not apply is null, and where nobody can tell
/// whether it applies it may be null. Documents stand where they are referred to, with `seen`. Every context of a
/// group or an item carries its path as `origin`.
public final class ClaimContext: Sendable {
  let tree: ClaimTree
  private let today: CalendarDate
  private let form: String
  /// As claimed, before anybody has looked for a document.
  public let asRead: Context
  /// Slots whose field does not apply as claimed (its `when` is false, or that of a group around it).
  public let notApplying: [Int]

  /// - Parameter today: what `today()` means in a field's `when`.
  public init(_ claims: ClaimGroup, form: Form, today: CalendarDate) {
    let tree = ClaimTree(claims, form)
    self.tree = tree
    self.today = today
    self.form = form.sha256
    (asRead, notApplying) = ContextBuilder(tree, today).built(
      override: { _ in nil }, seen: { .documentNotSeen(tree.documentIDs[$0]) }, doubt: { _ in [] })
  }

  /// Whether it was made by this form, for this day.
  func isMade(by form: Form, for today: CalendarDate) -> Bool {
    self.today == today && self.form == form.sha256
  }

  /// Path of every slot.
  public var paths: [FieldPath] { tree.paths }

  /// Ids of the proposal's documents; `seen` is asked by their number here.
  public var documentIDs: [String] { tree.documentIDs }

  /// Whether a value or `!ej-tillämpligt` is claimed at a slot.
  public func isGiven(_ slot: Int) -> Bool { tree.isGiven[slot] }

  /// Whether the form asks for a value at a slot, where it applies.
  public func isRequired(_ slot: Int) -> Bool { tree.isRequired[slot] }

  public func slot(of path: FieldPath) -> Int? { tree.slot(of: path) }

  /// - Parameters:
  ///   - override: the value to use at a slot instead of the claim; nil leaves the claim.
  ///   - seen: whether a document is seen: a boolean, or unknown.
  ///   - doubt: why the documents at a slot may count for nothing; empty where they do not.
  public func context(
    override: (Int) -> Value?, seen: (Int) -> Value, doubt: (Int) -> [Unknown.Cause] = { _ in [] }
  ) -> Context {
    built(override: override, seen: seen, doubt: doubt).context
  }

  /// The same, with the slots whose field does not apply.
  public func built(
    override: (Int) -> Value?, seen: (Int) -> Value, doubt: (Int) -> [Unknown.Cause] = { _ in [] }
  ) -> (context: Context, notApplying: [Int]) {
    ContextBuilder(tree, today).built(override: override, seen: seen, doubt: doubt)
  }

  /// The context with other values at a few places: what does not hang on them is taken from `old`.
  ///
  /// - Parameters:
  ///   - old: a context of these claims.
  ///   - slots: where an override is another than in `old`.
  ///   - documentsChanged: whether `seen` is another for any document.
  /// - Returns: also which of the form's fields, in its order, may have changed.
  public func context(
    like old: Context, slots: [Int], documentsChanged: Bool, override: (Int) -> Value?, seen: (Int) -> Value,
    doubt: (Int) -> [Unknown.Cause]
  ) -> (context: Context, changed: [Bool]) {
    var changed = tree.reaches.map { reach in slots.contains { reach.slots.contains($0) } }
    let documents =
      documentsChanged
      || tree.root.fields.indices.contains {
        if changed[$0], case .allDocuments = tree.root.fields[$0].content { true } else { false }
      }
    for (index, reach) in tree.reaches.enumerated() where !changed[index] {
      changed[index] = documents && reach.holdsDocuments || reach.asksFor.contains { changed[$0] }
    }
    var builder = ContextBuilder(tree, today)
    if documents || !builder.takeDocuments(from: old, override: override) {
      builder.buildDocuments(override: override, seen: seen)
    }
    builder.doubtEvidence(doubt)
    // Where nothing around a list has changed, only its items with a changed slot are built again.
    let slotsInItems = tree.reaches.map { reach in
      documents && reach.holdsDocuments || reach.asksFor.contains { changed[$0] } ? nil : slots
    }
    return (
      builder.context(like: old, changed: changed, slotsInItems: slotsInItems, override: override), changed
    )
  }
}

/// One pass over the tree.
private struct ContextBuilder {
  private let tree: ClaimTree
  private let today: CalendarDate
  private var documents: [Value] = []
  /// By slot: why the documents there may count for nothing.
  private var evidenceDoubt: [Int: [Unknown.Cause]] = [:]
  private(set) var notApplying: [Int] = []

  init(_ tree: ClaimTree, _ today: CalendarDate) {
    self.tree = tree
    self.today = today
  }

  /// The whole of it.
  consuming func built(
    override: (Int) -> Value?, seen: (Int) -> Value, doubt: (Int) -> [Unknown.Cause]
  ) -> (context: Context, notApplying: [Int]) {
    buildDocuments(override: override, seen: seen)
    doubtEvidence(doubt)
    let context = context(tree.root, frames: [], doubt: [], override: override)
    return (context, notApplying)
  }

  /// Entries of the groups around a field, from the top, as far as they are built.
  typealias Frames = [[(key: String, value: Value)]]

  mutating func buildDocuments(override: (Int) -> Value?, seen: (Int) -> Value) {
    for (index, group) in tree.documents.enumerated() {
      var context = context(group, frames: [[]], doubt: [], override: override)
      context.append("seen", seen(index))
      documents.append(.context(context))
    }
  }

  /// Those that `old` holds; false where it holds them in another way.
  mutating func takeDocuments(from old: Context, override: (Int) -> Value?) -> Bool {
    if tree.documents.isEmpty { return true }
    for (index, field) in tree.root.fields.enumerated() {
      if case .allDocuments = field.content, case .list(let documents) = old.entries[index].value,
        documents.count == tree.documents.count, override(field.slot) == nil
      {
        self.documents = documents
        return true
      }
    }
    return false
  }

  mutating func doubtEvidence(_ doubt: (Int) -> [Unknown.Cause]) {
    for slot in tree.documentSlots {
      let causes = doubt(slot)
      if !causes.isEmpty { evidenceDoubt[slot] = causes }
    }
  }

  /// - Parameter doubt: why nobody can tell whether this group applies; empty when it does.
  mutating func context(
    _ group: ClaimTree.Group, frames: Frames, doubt: [Unknown.Cause], override: (Int) -> Value?
  ) -> Context {
    var entries: [(key: String, value: Value)] = []
    entries.reserveCapacity(group.fields.count + 1)
    for field in group.fields {
      // Only conditions look around themselves.
      let around = field.hasConditions ? frames + [entries] : []
      entries.append((field.name, value(field, frames: around, doubt: doubt, override: override)))
    }
    return Context(entries, keys: group.keys, origin: group.path)
  }

  /// The root, with the fields that have not changed as they are in `old`.
  ///
  /// - Parameter slotsInItems: for each field, the slots that are to be looked for in the items of a list; nil: every
  ///   item has changed.
  mutating func context(
    like old: Context, changed: [Bool], slotsInItems: [[Int]?], override: (Int) -> Value?
  ) -> Context {
    var entries: [(key: String, value: Value)] = []
    entries.reserveCapacity(tree.root.fields.count)
    for (index, field) in tree.root.fields.enumerated() {
      guard changed[index] else {
        entries.append(old.entries[index])
        continue
      }
      let around = field.hasConditions ? [entries] : []
      let value =
        items(field, like: old.entries[index].value, slotsInItems[index], frames: around, override: override)
        ?? value(field, frames: around, doubt: [], override: override)
      entries.append((field.name, value))
    }
    return Context(entries, keys: tree.root.keys, origin: tree.root.path)
  }

  /// A list of groups with only those built again that hold one of `slots`; nil where that is not all there is to it.
  private mutating func items(
    _ field: ClaimTree.FieldNode, like old: Value, _ slots: [Int]?, frames: Frames, override: (Int) -> Value?
  ) -> Value? {
    guard let slots, field.condition == nil, case .groups(let groups) = field.content,
      case .list(var items) = old, items.count == groups.count, !slots.contains(field.slot),
      override(field.slot) == nil
    else { return nil }
    for (index, group) in groups.enumerated() {
      guard let first = group.fields.first?.slot else { return nil }
      let next = index + 1 < groups.count ? groups[index + 1].fields.first?.slot : nil
      if slots.contains(where: { first <= $0 && $0 < next ?? .max }) {
        items[index] = .context(context(group, frames: frames, doubt: [], override: override))
      }
    }
    return .list(items)
  }

  /// - Parameter frames: the last is of the field's own group. Empty where the field holds no conditions.
  private mutating func value(
    _ field: ClaimTree.FieldNode, frames: Frames, doubt: [Unknown.Cause], override: (Int) -> Value?
  ) -> Value {
    var doubt = doubt
    if let condition = field.condition {
      switch applies(condition, frames, tree.paths[field.slot]) {
      case .yes: break
      case .no:
        notApplying.append(field.slot)
        return .null
      case .unknown(let causes): doubt = merged(doubt, causes)
      }
    }
    if let value = override(field.slot) { return value.orNull(doubt) }
    switch field.content {
    case .value(let value): return value.orNull(doubt)
    case .documents(let indices):
      let claimed = indices.map { documents[$0] }
      guard let causes = evidenceDoubt[field.slot] else { return Value.list(claimed).orNull(doubt) }
      let members = claimed.map { Unknown.Member($0, isCertain: false) }
      return Unknown.value(.list(members, more: .none), causes: causes).orNull(doubt)
    case .allDocuments: return Value.list(documents).orNull(doubt)
    case .items(let items):
      return Value.list(items.map { override($0.slot) ?? $0.value }).orNull(doubt)
    case .group(let group):
      // Doubt about a group is doubt about each of its fields: a path through null is null.
      return .context(context(group, frames: frames, doubt: doubt, override: override))
    case .groups(let groups):
      var items: [Value] = []
      items.reserveCapacity(groups.count)
      for group in groups {
        items.append(.context(context(group, frames: frames, doubt: [], override: override)))
      }
      return Value.list(items).orNull(doubt)
    }
  }

  private enum Application {
    case yes, no
    case unknown([Unknown.Cause])
  }

  private func applies(
    _ condition: FieldConditions.Condition, _ frames: Frames, _ path: FieldPath
  ) -> Application {
    var scope = Context()
    for reference in condition.references where reference.index < frames[reference.depth].count {
      scope.append(reference.name, frames[reference.depth][reference.index].value)
    }
    switch Evaluator().evaluate(condition.compiled.expression, in: Scope(context: scope, today: today)) {
    case .boolean(let holds): return holds ? .yes : .no
    case .unknown(let unknown): return .unknown(unknown.causes)
    case .null(.some): return .unknown([.field(path)])
    default: return .no
    }
  }
}

private func merged(_ a: [Unknown.Cause], _ b: [Unknown.Cause]) -> [Unknown.Cause] {
  if a.isEmpty { return b }
  return (a + b.filter { !a.contains($0) }).ordered()
}

extension Value {
  /// The value, or null: what a field is whose `when` is not known, for these reasons.
  fileprivate func orNull(_ causes: [Unknown.Cause]) -> Value {
    causes.isEmpty ? self : hull(self, .null, causes: causes)
  }
}
