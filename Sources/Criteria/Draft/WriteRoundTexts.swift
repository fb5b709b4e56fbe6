public import Diagnostics
import YAMLSource

/// Why the texts of a round cannot be written.
public enum RoundTextsError: Error, Sendable, Hashable {
  /// What was given is no object.
  case noObject
  /// The key at that path is none of the texts, or its value is no text, no list or no section where one belongs.
  case wrongValue(String)
  /// The file, or its `texts` or `paper`, has several keys on a line or shares values by `*name`: written anew it would
  /// lose what has nothing to do with the texts.
  case sharedLines
}

/// Writes the texts of a round that people write: what the director proposes, and the texts of the board paper. Texts
/// that are not given, and everything else in the file, stay byte for byte; so do the texts that are the same.
///
/// - Parameters:
///   - values: an object with `texts` and `paper`, each with the texts that are given, by key: a text is a string or
///     `sv` and `en`, `null` or an empty one takes it away. Lists of texts are `decisions`, `documents` and `sent_to`;
///     `sections` is a list of `title`, `text` and `prompt`.
///   - base: the round's file as it was opened, one that can be read.
public func writeRoundTexts(
  _ values: SourceID, over base: SourceID, in sources: SourceMap
) throws(RoundTextsError) -> WrittenDraft {
  guard let given = readable(values, in: sources), given.entries != nil else { throw .noObject }
  if let path = RoundTexts.misfit(given) { throw .wrongValue(path) }
  let bytes = sources[base].bytes
  guard let root = readable(base, in: sources), DraftSections(root, bytes) != nil else { throw .sharedLines }
  let before = RoundTexts.members(root)
  let answers = RoundTexts.members(root, replacedBy: given)
  let layout = FileLayout(heads: [], fields: RoundTexts.fields, keepsParts: true)
  let written = FileWriter(layout: layout, answers: answers, root: root, bytes: bytes).written(over: before)
  if written.losses.contains(where: { !$0.unknownKeys.isEmpty }) { throw .sharedLines }
  return written
}

/// The texts of a round as a form, in the order of docs/formats.md.
private enum RoundTexts {
  static var fields: [Field] {
    [
      field("texts", .group([text("director_proposal")])),
      field(
        "paper",
        .group([
          list("decisions", .scalar(anyText)), text("summary"), text("matter"), text("assessment"),
          text("economy"), list("sections", .group([text("title"), text("text"), text("prompt")])),
          list("documents", .scalar(anyText)), list("sent_to", .scalar(anyText)),
        ])),
    ]
  }

  /// The path of what is given in another shape; nothing that is written may get lost by it.
  static func misfit(_ given: YAMLNode) -> String? {
    for part in given.entries ?? [] {
      let place = part.key.text ?? ""
      guard let field = fields.first(where: { $0.name == place }), let members = part.value.entries else {
        return place
      }
      for member in members {
        let name = member.key.text ?? ""
        let type = field.type.fields.first { $0.name == name }?.type
        guard let type, member.value.isNull || fits(member.value, type) else { return place + "." + name }
      }
    }
    return nil
  }

  private static func fits(_ node: YAMLNode, _ type: FieldType) -> Bool {
    guard case .list(let list) = type else { return isText(node) }
    guard let items = node.items else { return false }
    guard case .group(let fields) = list.element else { return items.allSatisfy(isText) }
    return items.allSatisfy { item in
      item.entries?.allSatisfy { entry in
        fields.contains { $0.name == entry.key.text } && (entry.value.isNull || isText(entry.value))
      } ?? false
    }
  }

  private static func isText(_ node: YAMLNode) -> Bool {
    if let scalar = node.scalar { return scalar.style != .plain }
    return node.entries?.allSatisfy { entry in
      ["sv", "en"].contains(entry.key.text ?? "")
        && (entry.value.isNull || entry.value.scalar.map { $0.style != .plain } ?? false)
    } ?? false
  }

  /// What `root` says of them; where `given` names one, what that says.
  static func members(_ root: YAMLNode, replacedBy given: YAMLNode? = nil) -> [DraftMember] {
    fields.compactMap { part in
      let members = part.type.fields.compactMap { field -> DraftMember? in
        let replaced = given?[part.name]?[field.name]
        return value(replaced ?? root[part.name]?[field.name], field.type).map {
          DraftMember(field.name, $0)
        }
      }
      return members.isEmpty ? nil : DraftMember(part.name, .group(members))
    }
  }

  private static func value(_ node: YAMLNode?, _ type: FieldType) -> DraftValue? {
    guard let node else { return nil }
    guard case .list(let list) = type else { return text(node) }
    let items = (node.items ?? []).compactMap { item -> DraftValue? in
      guard case .group(let fields) = list.element else { return text(item) }
      let members = fields.compactMap { field in
        item[field.name].flatMap(text).map { DraftMember(field.name, $0) }
      }
      return members.isEmpty ? nil : .group(members)
    }
    // No sections at all is something that a round says; without the key the paper has its own.
    if items.isEmpty, case .scalar = list.element { return nil }
    return node.items == nil ? nil : .list(items)
  }

  /// A text alone where it has one language.
  private static func text(_ node: YAMLNode) -> DraftValue? {
    guard node.entries != nil else { return single(node) }
    let members = ["sv", "en"].compactMap { language in
      node[language].flatMap(single).map { DraftMember(language, $0) }
    }
    if members.isEmpty { return nil }
    return members.count == 1 && members[0].name == "sv" ? members[0].value : .group(members)
  }

  private static func single(_ node: YAMLNode) -> DraftValue? {
    guard let text = node.text, !text.isEmpty, !node.isNull else { return nil }
    return .text(text)
  }

  private static var anyText: FieldType { .text(maximum: .max) }

  private static func text(_ name: String) -> Field { field(name, anyText) }

  private static func list(_ name: String, _ element: ListField.Element) -> Field {
    field(
      name,
      .list(
        ListField(element: element, key: nil, itemLabel: nil, minimumItems: 0, maximumItems: .max)))
  }

  private static func field(_ name: String, _ type: FieldType) -> Field {
    let nowhere = Span(source: SourceID(index: 0), start: .start, end: .start)
    return Field(
      name: name, type: type, label: Text(sv: name), help: nil, section: nil, isRequired: false,
      isCore: false, applies: nil, absent: .unknown, allowsNotApplicable: false, span: nowhere)
  }
}

extension YAMLNode {
  /// JSON's `null`, which is a word in YAML.
  fileprivate var isNull: Bool {
    if let scalar { scalar.style == .plain && scalar.text == "null" } else { false }
  }
}
