import Diagnostics
import ExactNumbers
import YAMLSource

extension FileReader {
  /// The type that a field's keys describe; nil where they do not describe one.
  mutating func type(_ word: String, _ mapping: Mapping, _ written: inout WrittenField) -> FieldType? {
    switch word {
    case "group":
      guard let node = required(mapping, "fields") else { return nil }
      written.children = fields(node, isTop: false)
      return .group(written.children.map { $0.field })
    case "list": return listType(mapping, &written)
    default: return scalarType(word, mapping, &written)
    }
  }

  private mutating func scalarType(
    _ word: String, _ mapping: Mapping, _ written: inout WrittenField
  ) -> FieldType? {
    switch word {
    case "text": return .text(maximum: maximumLength(mapping))
    case "id": return .id
    case "integer": return integerType(mapping)
    case "decimal": return decimalType(mapping)
    case "boolean": return .boolean
    case "date": return .date
    case "documents": return .documents
    case "choice":
      guard let node = required(mapping, "choices") else { return nil }
      let choices = choices(node, "choices")
      return choices.isEmpty ? nil : .choice(choices)
    default:
      guard let node = required(mapping, "to"), let name = name(node, .value(of: "to")) else { return nil }
      written.toSpan = node.span
      return .reference(to: name)
    }
  }

  private mutating func maximumLength(_ mapping: Mapping) -> Int {
    guard let node = mapping["max_length"], let length = integer(node, "max_length", in: 1...100_000) else {
      return 4000
    }
    return Int(length)
  }

  private mutating func integerType(_ mapping: Mapping) -> FieldType {
    let range = Int64(-1_000_000_000_000_000)...1_000_000_000_000_000
    let low = mapping["min"].flatMap { integer($0, "min", in: range) }
    let high = mapping["max"].flatMap { integer($0, "max", in: range) }
    if let low, let high, low > high { reportEmptyRange(mapping) }
    return .integer(minimum: low, maximum: high, unit: optionalString(mapping, "unit"))
  }

  private mutating func decimalType(_ mapping: Mapping) -> FieldType {
    let low = mapping["min"].flatMap { number($0, "min") }
    let high = mapping["max"].flatMap { number($0, "max") }
    if let low, let high, low > high { reportEmptyRange(mapping) }
    return .decimal(minimum: low, maximum: high, unit: optionalString(mapping, "unit"))
  }

  private mutating func reportEmptyRange(_ mapping: Mapping) {
    report(
      105, at: mapping.keySpan("max"), Text("`max` är mindre än `min`", "`max` is less than `min`"),
      hints: [Text("Inget värde kan då stå här.", "No value can then stand here.")])
  }

  private mutating func listType(_ mapping: Mapping, _ written: inout WrittenField) -> FieldType? {
    let most = mapping["max_items"].flatMap { integer($0, "max_items", in: 1...10_000) } ?? 200
    let least = mapping["min_items"].flatMap { integer($0, "min_items", in: 0...10_000) } ?? 0
    if least > most {
      report(
        105, at: mapping.keySpan("min_items"),
        Text("`max_items` är mindre än `min_items`", "`max_items` is less than `min_items`"))
    }
    guard let element = listElement(mapping, &written) else { return nil }
    var listField = ListField(
      element: element, key: nil, itemLabel: nil, minimumItems: Int(least), maximumItems: Int(most))
    if let node = mapping["key"] {
      written.keySpan = node.span
      listField.key = scalar(node, .value(of: "key"))
    }
    if let node = mapping["item_label"] {
      written.itemLabelSpan = node.span
      listField.itemLabel = scalar(node, .value(of: "item_label"))
    }
    return .list(listField)
  }

  private mutating func listElement(_ mapping: Mapping, _ written: inout WrittenField) -> ListField.Element? {
    switch (mapping["of"], mapping["fields"]) {
    case (nil, let node?):
      written.children = fields(node, isTop: false)
      return .group(written.children.map { $0.field })
    case (let node?, nil):
      let words = ["text", "id", "integer", "decimal", "boolean", "date", "choice", "reference"]
      guard let word = word(node, "of", among: words.map { ($0, $0) }) else { return nil }
      return scalarType(word, mapping, &written).map { .scalar($0) }
    default:
      report(
        106, at: mapping.node.firstLine,
        Text("en lista har antingen `of` eller `fields`", "a list has either `of` or `fields`"),
        hints: [
          Text(
            "`of: text` är en lista med texter; `fields:` en lista där varje post har flera fält.",
            "`of: text` is a list of texts; `fields:` a list in which every item has several fields.")
        ])
      return nil
    }
  }

  /// Ids, or mappings `id` and `label`. An id without a label is shown as it is, with blanks for `_`.
  mutating func choices(_ node: YAMLNode, _ key: String) -> [Choice] {
    guard let items = list(node, .value(of: key)) else { return [] }
    var choices: [Choice] = []
    var spans: [Span] = []
    for item in items {
      var idNode = item
      var label: Text?
      if item.entries != nil {
        let what = Text("ett val", "a choice")
        guard let mapping = mapping(item, what, keys: ["id", "label"]), let node = required(mapping, "id")
        else { continue }
        idNode = node
        label = requiredText(mapping, "label")
      }
      guard let id = name(idNode, .value(of: "id")) else { continue }
      if let first = choices.firstIndex(where: { $0.id == id }) {
        reportTwice(id, at: idNode.span, first: spans[first])
        continue
      }
      choices.append(Choice(id: id, label: label ?? Text(sv: String(id.map { $0 == "_" ? " " : $0 }))))
      spans.append(idNode.span)
    }
    if items.isEmpty {
      report(
        107, at: node.firstLine, Text("`\(key)` är tom", "`\(key)` is empty"),
        hints: [
          Text("Ange minst ett val.", "Give at least one choice.")
        ])
    }
    return choices
  }
}
