import Diagnostics

/// Builds the tree from libyaml's events and watches its limits.
struct TreeBuilder {
  private let reader: EventReader
  private let file: SourceText
  private let spelling: TagSpelling
  private let limits: YAMLLimits

  private(set) var findings = Findings()
  private var nodes = 0
  private var aliasNodes = 0
  private var anchors: [String: Anchored] = [:]
  private var openAnchors: [String] = []
  /// The last quoted text or flow collection, if nothing came after it: what follows it on its line may belong
  /// to it.
  private var lastClosed: Span?

  /// The finding is already added.
  fileprivate enum Stop: Error { case reported }

  /// A subtree with its number of nodes and its height, what its aliases stand for included.
  private struct Built {
    var node: YAMLNode
    var nodes: Int
    var height: Int
  }

  private struct Anchored {
    var built: Built
    var place: Span
  }

  init(reader: EventReader, file: SourceText, spelling: TagSpelling, limits: YAMLLimits) {
    self.reader = reader
    self.file = file
    self.spelling = spelling
    self.limits = limits
  }

  /// The root of the only document; nil where reading stopped.
  mutating func document() -> YAMLNode? {
    do throws(Stop) {
      _ = try next()
      let first = try next()
      guard case .documentStart(let hasTagDirectives) = first.kind else {
        throw stop(emptyFile(file.source))
      }
      if hasTagDirectives { findings.add(tagDirective(at: span(first))) }
      let root = try build(try next(), depth: 0)
      _ = try next()
      let after = try next()
      if case .documentStart = after.kind {
        throw stop(severalDocuments(at: span(after)))
      }
      if root.node.isEmpty, root.node.tag == nil { throw stop(emptyFile(file.source)) }
      return root.node
    } catch {
      return nil
    }
  }

  // MARK: Events

  private mutating func next() throws(Stop) -> YAMLEvent {
    guard let event = reader.next() else {
      throw stop(SyntaxReport(file: file, problem: reader.problem, lastClosed: lastClosed).finding)
    }
    return event
  }

  private mutating func stop(_ finding: Finding) -> Stop {
    findings.add(finding)
    return .reported
  }

  private func span(_ event: YAMLEvent) -> Span { span(event.start, event.end) }

  private func span(_ start: Position, _ end: Position) -> Span {
    Span(source: file.source, start: start, end: end)
  }

  // MARK: Nodes

  private mutating func build(_ event: YAMLEvent, depth: Int) throws(Stop) -> Built {
    nodes += 1
    if nodes > limits.nodes { throw stop(tooManyNodes(at: span(event), limit: limits.nodes)) }
    if case .alias(let name) = event.kind { return try alias(name, at: span(event), depth: depth) }

    let properties =
      event.anchor != nil || event.hasTag ? NodeProperties(file.bytes, rangeOfProperties(event)) : nil
    let tag = properties.flatMap { check($0, event) }
    let start = properties.map { file.lines.position(atOffset: $0.end) } ?? event.start
    if let anchor = event.anchor { openAnchors.append(anchor) }
    var built: Built
    switch event.kind {
    case .scalar(let scalar): built = try self.scalar(scalar, start, event, tag)
    case .sequenceStart(let isFlow): built = try sequence(start, isFlow: isFlow, tag, depth: depth + 1)
    case .mappingStart(let isFlow): built = try mapping(start, isFlow: isFlow, tag, depth: depth + 1)
    default: throw stop(SyntaxReport.unexpectedEvent(span(event)))
    }
    if let anchor = event.anchor {
      openAnchors.removeLast()
      anchors[anchor] = Anchored(built: built, place: built.node.span)
    }
    return built
  }

  /// A collection's event ends with its first bracket or, in block style, where its first key begins; the
  /// properties may stand lines before.
  private func rangeOfProperties(_ event: YAMLEvent) -> Range<Int> {
    event.start.offset..<max(event.start.offset, event.end.offset)
  }

  private func node(
    _ kind: YAMLNode.Kind, _ start: Position, _ end: Position, isFlow: Bool = false,
    _ extras: YAMLNode.Extras?
  ) -> YAMLNode {
    YAMLNode(span: span(start, max(start, end)), kind: kind, isFlow: isFlow, file: file, extras: extras)
  }

  private mutating func scalar(
    _ scalar: YAMLScalar, _ start: Position, _ event: YAMLEvent, _ extras: YAMLNode.Extras?
  ) throws(Stop) -> Built {
    var scalar = scalar
    let length = scalar.text.utf8.count
    if length > limits.scalarBytes {
      findings.add(scalarTooLong(at: span(start, event.end), bytes: length, limit: limits.scalarBytes))
    }
    let range = start.offset..<max(start.offset, event.end.offset)
    if spelling.touches(range) { scalar.text = try respelled(scalar, range, at: span(start, event.end)) }
    if scalar.style == .plain, !range.isEmpty { warnOfLostText(range, event) }
    let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
    if isQuoted || !range.isEmpty { lastClosed = isQuoted ? span(start, event.end) : nil }
    return Built(node: node(.scalar(scalar), start, event.end, extras), nodes: 1, height: 0)
  }

  /// Two ways in which YAML silently reads something else than what was meant.
  private mutating func warnOfLostText(_ range: Range<Int>, _ event: YAMLEvent) {
    let bytes = file.bytes
    if event.start.line != event.end.line {
      for number in (event.start.line + 1)...event.end.line {
        let start = file.skipBlanks(file.lines.range(ofLine: number).lowerBound)
        if start + 1 < range.upperBound, bytes[start] == UInt8(ascii: "-"), isBlank(bytes[start + 1]) {
          findings.add(dashInText(at: file.span(file.restOfLine(start)), text: file.span(range)))
        }
      }
    }
    let comment = file.skipBlanks(range.upperBound)
    if comment > range.upperBound, comment + 1 < bytes.count, bytes[comment] == UInt8(ascii: "#"),
      !isBlank(bytes[comment + 1]), !isBreak(bytes[comment + 1]), bytes[comment + 1] != UInt8(ascii: "#")
    {
      let line = file.line(
        of: range.lowerBound, valueFrom: range.lowerBound,
        quoting: file.string(file.restOfLine(range.lowerBound)))
      findings.add(commentLikeText(at: file.span(file.restOfLine(comment)), line: line))
    }
  }

  /// The text of a scalar in which something looked like a tag and was changed before libyaml read it.
  private mutating func respelled(_ scalar: YAMLScalar, _ range: Range<Int>, at span: Span) throws(Stop)
    -> String
  {
    let spelling = self.spelling
    let decoding = ScalarOffsetMap.decoding(scalar.style, range, file.bytes) { text, starts in
      spelling.replacing(in: text, starts).elementsEqual(scalar.text.utf8)
    }
    guard let decoding else { throw stop(SyntaxReport.unexpectedEvent(span)) }
    return String(decoding: decoding.text, as: UTF8.self)
  }

  private mutating func sequence(
    _ start: Position, isFlow: Bool, _ extras: YAMLNode.Extras?, depth: Int
  ) throws(Stop) -> Built {
    try checkDepth(depth, at: span(start, start))
    lastClosed = nil
    var items: [YAMLNode] = []
    var nodes = 1
    var height = 0
    var last = start
    while true {
      let event = try next()
      if case .collectionEnd = event.kind {
        if isFlow { last = event.end }
        break
      }
      let item = try build(event, depth: depth)
      items.append(item.node)
      nodes += item.nodes
      height = max(height, item.height)
      last = item.node.span.end
    }
    lastClosed = isFlow ? span(start, last) : nil
    return Built(
      node: node(.sequence(items), start, last, isFlow: isFlow, extras), nodes: nodes, height: height + 1)
  }

  private mutating func mapping(
    _ start: Position, isFlow: Bool, _ extras: YAMLNode.Extras?, depth: Int
  ) throws(Stop) -> Built {
    try checkDepth(depth, at: span(start, start))
    lastClosed = nil
    var entries: [YAMLNode.Entry] = []
    var keys = KeySet()
    var nodes = 1
    var height = 0
    var last = start
    while true {
      let event = try next()
      if case .collectionEnd = event.kind {
        if isFlow { last = event.end }
        break
      }
      let key = try build(event, depth: depth)
      let value = try build(try next(), depth: depth)
      nodes += key.nodes + value.nodes
      height = max(height, key.height, value.height)
      last = value.node.span.end
      if isUsable(key.node, &keys) { entries.append(YAMLNode.Entry(key: key.node, value: value.node)) }
    }
    lastClosed = isFlow ? span(start, last) : nil
    return Built(
      node: node(.mapping(entries), start, last, isFlow: isFlow, extras), nodes: nodes, height: height + 1)
  }

  private mutating func checkDepth(_ depth: Int, at span: Span) throws(Stop) {
    if depth > limits.depth { throw stop(tooDeep(at: span, limit: limits.depth)) }
  }

  /// Whether an entry with this key belongs in the tree; adds why not.
  private mutating func isUsable(_ key: YAMLNode, _ keys: inout KeySet) -> Bool {
    guard let scalar = key.scalar else {
      findings.add(keyIsNoText(at: key.span))
      return false
    }
    if key.isEmpty {
      findings.add(emptyKey(at: key.span))
      return false
    }
    if scalar.style == .plain, scalar.text == "<<" {
      findings.add(mergeKey(at: key.span))
      return false
    }
    if key.tag != nil { findings.add(tagOnKey(at: key.tagSpan ?? key.span)) }
    if let first = keys.insert(scalar.text, key.span) {
      findings.add(duplicateKey(scalar.text, at: key.span, first: first))
      return false
    }
    return true
  }

  /// The node's tag as extras; adds a finding for any other than the format's.
  private mutating func check(_ properties: NodeProperties, _ event: YAMLEvent) -> YAMLNode.Extras? {
    guard let tag = properties.tag, let range = properties.tagRange else { return nil }
    let place = file.span(range)
    guard tag == YAMLNode.notApplicable else {
      findings.add(unknownTag(tag, at: place))
      return nil
    }
    if case .scalar = event.kind {} else { findings.add(tagOnCollection(at: place)) }
    return YAMLNode.Extras(tag: YAMLNode.notApplicable, tagSpan: place)
  }

  // MARK: Aliases

  private mutating func alias(_ name: String, at span: Span, depth: Int) throws(Stop) -> Built {
    lastClosed = nil
    guard !openAnchors.contains(name), let anchor = anchors[name] else {
      findings.add(
        openAnchors.contains(name)
          ? aliasInsideItself(name, at: span)
          : unknownAlias(name, at: span, known: anchors.count > 1_000 ? [] : anchors.keys.sorted()))
      let empty = YAMLScalar(text: "", style: .plain)
      return Built(node: node(.scalar(empty), span.start, span.end, nil), nodes: 1, height: 0)
    }
    var built = anchor.built
    aliasNodes += built.nodes
    if aliasNodes > limits.aliasNodes {
      throw stop(tooManyAliases(name, at: span, anchor: anchor.place, limit: limits.aliasNodes))
    }
    if depth + built.height > limits.depth { throw stop(tooDeep(at: span, limit: limits.depth)) }
    let meant = built.node
    built.node = YAMLNode(
      span: span, kind: meant.kind, isFlow: meant.isFlow, file: file,
      extras: YAMLNode.Extras(anchored: meant.anchored ?? meant.span, tag: meant.tag, tagSpan: meant.tagSpan))
    return built
  }
}

/// The keys of one mapping with their places. Most mappings are small: looking through a few is faster than hashing.
private struct KeySet {
  private var few: [(key: String, place: Span)] = []
  private var many: [String: Span] = [:]

  /// Nil where the key is new, else the place of the first.
  mutating func insert(_ key: String, _ place: Span) -> Span? {
    if many.isEmpty {
      for entry in few where entry.key == key { return entry.place }
      few.append((key, place))
      if few.count > 12 { for entry in few { many[entry.key] = entry.place } }
      return nil
    }
    if let first = many[key] { return first }
    many[key] = place
    return nil
  }
}
