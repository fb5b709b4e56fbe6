public import Diagnostics
import YAMLSource

/// What stands in a field while a proposal is being written: not yet judged, so that a number may be no number.
public indirect enum DraftValue: Sendable, Hashable {
  /// As typed. Never empty: an answer without letters is no answer.
  case text(String)
  case boolean(Bool)
  /// `saknas`: asked for, and not known yet.
  case unknown
  case notApplicable(reason: String)
  case list([DraftValue])
  case group([DraftMember])
}

/// A field of a group that has a value.
public struct DraftMember: Sendable, Hashable {
  public var name: String
  public var value: DraftValue
  public init(_ name: String, _ value: DraftValue) {
    self.name = name
    self.value = value
  }
}

extension DraftValue {
  /// As the self-check page holds it: texts, `true` and `false`, `{"state": "unknown"}`,
  /// `{"state": "not_applicable", "reason": "…"}`, lists and objects.
  public var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .boolean(let value): .bool(value)
    case .unknown: ["state": "unknown"]
    case .notApplicable(let reason): ["state": "not_applicable", "reason": .string(reason)]
    case .list(let items): .array(items.map { $0.json })
    case .group(let members): .object(members.map { JSON.Member($0.name, $0.value.json) })
    }
  }
}

extension DraftValue {
  /// Of a group; else none.
  var members: [DraftMember] {
    if case .group(let members) = self { members } else { [] }
  }
}

/// Takes the values of a form out of a tree: a proposal's YAML, or the page's JSON, which is YAML as well.
struct DraftReader {
  enum Notation { case file, page }
  let notation: Notation
  /// A list may stand where the fields ask for a text.
  var keepsLists = false

  /// The fields that have a value, in the form's order.
  func members(_ entries: [YAMLNode.Entry], _ fields: [Field]) -> [DraftMember] {
    var members: [DraftMember] = []
    for field in fields {
      guard let entry = entries.first(where: { $0.key.text == field.name }),
        let value = value(entry.value, field.type)
      else { continue }
      members.append(DraftMember(field.name, value))
    }
    return members
  }

  /// nil where nothing is said, or something that the form has no place for.
  func value(_ node: YAMLNode, _ type: FieldType) -> DraftValue? {
    if let state = state(node, type) { return state }
    switch type {
    case .group(let fields):
      guard let entries = node.entries else { return nil }
      let members = members(entries, fields)
      return members.isEmpty ? nil : .group(members)
    case .list(let list):
      guard let items = node.items else { return nil }
      return .list(
        items.compactMap { item in
          switch list.element {
          case .scalar(let type): value(item, type)
          case .group(let fields): .group(members(item.entries ?? [], fields))
          }
        })
    case .documents:
      if let items = node.items { return .list(items.compactMap(text)) }
      return text(node).map { .list([$0]) }
    case .boolean:
      if let value = node.text.flatMap(readBoolean) { return .boolean(value) }
      return text(node)
    default:
      if keepsLists, let items = node.items { return .list(items.compactMap(text)) }
      return text(node)
    }
  }

  private func text(_ node: YAMLNode) -> DraftValue? {
    guard let text = node.text, !text.isEmpty else { return nil }
    return .text(text)
  }

  private func state(_ node: YAMLNode, _ type: FieldType) -> DraftValue? {
    switch notation {
    case .file:
      if let text = node.text, node.isNotApplicable { return .notApplicable(reason: text) }
      return node.isMissing && !node.isEmpty ? .unknown : nil
    case .page:
      guard let entries = node.entries, let state = node["state"]?.text,
        !type.fields.contains(where: { $0.name == "state" }) || entries.count == 1
      else { return nil }
      return state == "unknown" ? .unknown : .notApplicable(reason: node["reason"]?.text ?? "")
    }
  }
}
