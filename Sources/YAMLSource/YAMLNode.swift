public import Diagnostics

/// A whole file: one document.
public struct YAMLDocument: Sendable {
  public var source: SourceID
  public var root: YAMLNode
}

/// A mapping, list or text with its place in the file. Texts stay text: what type they have the form decides.
public struct YAMLNode: Sendable {
  public enum Kind: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  /// One `key: value`. Keys are texts; no two in a mapping are canonically equivalent.
  public struct Entry: Sendable {
    public var key: YAMLNode
    public var value: YAMLNode

    public init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  /// Where the node stands, quotes and brackets included, tag and anchor not. For an alias the `*name`, for an
  /// empty value the place after the colon.
  public let span: Span
  public let kind: Kind
  /// Whether a mapping or list is written with `{…}` or `[…]`.
  public let isFlow: Bool

  let file: SourceText
  /// What few nodes have, apart, so that the others stay small.
  let extras: Extras?

  final class Extras: Sendable {
    let anchored: Span?
    let tag: String?
    let tagSpan: Span?

    init(anchored: Span? = nil, tag: String? = nil, tagSpan: Span? = nil) {
      self.anchored = anchored
      self.tag = tag
      self.tagSpan = tagSpan
    }
  }

  /// For an alias: where what it stands for is written. Nodes inside it have their own place there as `span`.
  public var anchored: Span? { extras?.anchored }
  /// `!ej-tillämpligt`, the only tag that is read; `YAMLNode.notApplicable`.
  public var tag: String? { extras?.tag }
  /// Where the tag stands.
  public var tagSpan: Span? { extras?.tagSpan }

  /// The one tag of the format.
  public static let notApplicable = "!ej-tillämpligt"

  public var isNotApplicable: Bool { tag != nil }

  public var scalar: YAMLScalar? {
    if case .scalar(let scalar) = kind { scalar } else { nil }
  }

  /// The text, if the node is one.
  public var text: String? { scalar?.text }

  public var items: [YAMLNode]? {
    if case .sequence(let items) = kind { items } else { nil }
  }

  public var entries: [Entry]? {
    if case .mapping(let entries) = kind { entries } else { nil }
  }

  /// Whether nothing was written: `key:` and no more. `""` is not empty but a text without letters.
  public var isEmpty: Bool {
    if case .scalar(let scalar) = kind { scalar.style == .plain && scalar.text.isEmpty } else { false }
  }

  /// The value at `key` in a mapping; compared by canonical equivalence.
  public subscript(key: String) -> YAMLNode? { entry(key)?.value }

  public func entry(_ key: String) -> Entry? {
    guard case .mapping(let entries) = kind else { return nil }
    return entries.first { $0.key.text == key }
  }
}

/// A text as it was written.
public struct YAMLScalar: Sendable, Hashable {
  public enum Style: Sendable, Hashable {
    case plain
    case singleQuoted
    case doubleQuoted
    /// `|`
    case literal
    /// `>`
    case folded
  }

  /// What the text says: quotes and escapes resolved, folded lines joined.
  public var text: String
  public var style: Style
}
