public import Diagnostics
public import ExactNumbers
public import FEEL

/// A checked form: what a proposal may say.
public final class Form: Sendable {
  public let id: String
  public let version: String
  public let title: Text
  /// The field that holds a proposal's name.
  public let nameField: String?
  /// The list whose items are the documents.
  public let documentsField: String?
  public let fields: [Field]
  public let checks: [FormCheck]
  public let source: SourceID
  /// SHA-256 of the file's raw bytes, in lower-case hexadecimal.
  public let sha256: String
  /// Worked out once for all proposals.
  let conditions: FieldConditions

  public init(
    id: String, version: String, title: Text, nameField: String?, documentsField: String?, fields: [Field],
    checks: [FormCheck], source: SourceID, sha256: String
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.nameField = nameField
    self.documentsField = documentsField
    self.fields = fields
    self.checks = checks
    self.source = source
    self.sha256 = sha256
    conditions = FieldConditions(fields)
  }
}

/// One declared field.
public struct Field: Sendable {
  public var name: String
  public var type: FieldType
  public var label: Text
  public var help: Text?
  public var section: Text?
  public var isRequired: Bool
  /// Among the few that an idea needs.
  public var isCore: Bool
  /// False: the field does not apply and is null.
  public var applies: Compiled?
  public var absent: AbsentPolicy
  public var allowsNotApplicable: Bool
  /// Says what something is: never proposed as a change that would earn points.
  public var isFixed: Bool
  public var span: Span

  public init(
    name: String, type: FieldType, label: Text, help: Text?, section: Text?, isRequired: Bool, isCore: Bool,
    applies: Compiled?, absent: AbsentPolicy, allowsNotApplicable: Bool, isFixed: Bool = false, span: Span
  ) {
    self.name = name
    self.type = type
    self.label = label
    self.help = help
    self.section = section
    self.isRequired = isRequired
    self.isCore = isCore
    self.applies = applies
    self.absent = absent
    self.allowsNotApplicable = allowsNotApplicable
    self.isFixed = isFixed
    self.span = span
  }
}

/// What a missing value of a field means.
public enum AbsentPolicy: Sendable, Hashable { case unknown, null, empty }

public indirect enum FieldType: Sendable {
  /// `maximum` in characters.
  case text(maximum: Int)
  case id
  case integer(minimum: Int64?, maximum: Int64?, unit: String?)
  case decimal(minimum: Decimal?, maximum: Decimal?, unit: String?)
  case boolean
  case date
  case choice([Choice])
  /// The key of an item of that list (a field at the top of the form).
  case reference(to: String)
  /// Ids of documents.
  case documents
  case list(ListField)
  case group([Field])
}

public struct Choice: Sendable {
  public var id: String
  public var label: Text
  public init(id: String, label: Text) {
    self.id = id
    self.label = label
  }
}

public struct ListField: Sendable {
  public enum Element: Sendable {
    case scalar(FieldType)
    case group([Field])
  }
  public var element: Element
  /// The field that names an item, unique in the list.
  public var key: String?
  /// The field that people know an item by.
  public var itemLabel: String?
  public var minimumItems: Int
  public var maximumItems: Int

  public init(element: Element, key: String?, itemLabel: String?, minimumItems: Int, maximumItems: Int) {
    self.element = element
    self.key = key
    self.itemLabel = itemLabel
    self.minimumItems = minimumItems
    self.maximumItems = maximumItems
  }
}

/// A comparison of fields; one that fails is a warning at `at`.
public struct FormCheck: Sendable {
  public var id: String
  public var require: Compiled
  public var at: [String]
  public var message: Text
  public init(id: String, require: Compiled, at: [String], message: Text) {
    self.id = id
    self.require = require
    self.at = at
    self.message = message
  }
}

/// A FEEL expression of a file, parsed and checked, with its text and its place.
public final class Compiled: Sendable {
  public let text: String
  public let expression: Expression
  public let type: FeelType
  /// Paths of names from the root scope that it reads, in order of first use.
  public let reads: [[String]]
  /// The whole scalar in its file.
  public let span: Span
  /// Places of a few offsets inside the file: a range's start maps to the entry with the same offset.
  public let positions: OffsetMap

  public init(
    text: String, expression: Expression, type: FeelType, reads: [[String]], span: Span, positions: OffsetMap
  ) {
    self.text = text
    self.expression = expression
    self.type = type
    self.reads = reads
    self.span = span
    self.positions = positions
  }

  /// Where in the file a range of the expression's text stands.
  public func span(of range: TextRange) -> Span {
    Span(
      source: span.source, start: positions.position(at: range.start) ?? span.start,
      end: positions.position(at: range.end) ?? span.end)
  }
}

/// Maps UTF-8 offsets in a scalar's text to places in its file.
public struct OffsetMap: Sendable {
  /// Position of every UTF-8 offset 0...count; empty when the text could not be mapped.
  public var table: [Position]
  public init(table: [Position]) { self.table = table }
  public func position(at offset: Int) -> Position? {
    table.indices.contains(offset) ? table[offset] : nil
  }
}
