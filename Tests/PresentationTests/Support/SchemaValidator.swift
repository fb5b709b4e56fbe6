import Foundation

/// Any JSON document.
enum Document: Decodable, Equatable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([Document])
  case object([String: Document])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Document].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Document].self))
    }
  }

  init(_ text: String) throws { self = try JSONDecoder().decode(Document.self, from: Data(text.utf8)) }

  subscript(key: String) -> Document {
    if case .object(let members) = self { members[key] ?? .null } else { .null }
  }

  var items: [Document] { if case .array(let items) = self { items } else { [] } }
  var text: String? { if case .string(let text) = self { text } else { nil } }
}

/// Holds a document against a schema (draft 2020-12), as far as our own schemas go: `type`, `const`, `enum`,
/// `properties`, `required`, `additionalProperties: false`, `items`, `anyOf` and `$ref` into `$defs`.
struct SchemaValidator {
  private let root: Document

  init(contentsOf url: URL) throws {
    root = try JSONDecoder().decode(Document.self, from: Data(contentsOf: url))
  }

  /// What does not fit, each with its place in the document.
  func problems(in text: String) throws -> [String] { problems(try Document(text), root, "$") }

  private func problems(_ value: Document, _ schema: Document, _ place: String) -> [String] {
    if let reference = schema["$ref"].text {
      let target = root["$defs"][String(reference.dropFirst("#/$defs/".count))]
      return target == .null ? ["\(place): no \(reference)"] : problems(value, target, place)
    }
    var found: [String] = []
    let types = schema["type"].text.map { [$0] } ?? schema["type"].items.compactMap { $0.text }
    if !types.isEmpty, !types.contains(where: { fits(value, $0) }) { return ["\(place): is not \(types)"] }
    if schema["const"] != .null, schema["const"] != value {
      found.append("\(place): is not \(schema["const"])")
    }
    if case .array(let all) = schema["enum"], !all.contains(value) {
      found.append("\(place): is none of \(all)")
    }
    let options = schema["anyOf"].items
    if !options.isEmpty, !options.contains(where: { problems(value, $0, place).isEmpty }) {
      found.append("\(place): fits none of anyOf")
    }
    if case .object(let members) = value { found += problems(members, schema, place) }
    if schema["items"] != .null {
      for (index, item) in value.items.enumerated() {
        found += problems(item, schema["items"], "\(place)[\(index)]")
      }
    }
    return found
  }

  private func problems(_ members: [String: Document], _ schema: Document, _ place: String) -> [String] {
    var found: [String] = []
    for key in schema["required"].items.compactMap({ $0.text }) where members[key] == nil {
      found.append("\(place): lacks \(key)")
    }
    guard case .object(let properties) = schema["properties"] else { return found }
    for (key, value) in members {
      if let inner = properties[key] {
        found += problems(value, inner, "\(place).\(key)")
      } else if schema["additionalProperties"] == .boolean(false) {
        found.append("\(place): unknown \(key)")
      }
    }
    return found.sorted()
  }

  private func fits(_ value: Document, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.boolean, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"),
      (.number, "number"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
