import Diagnostics
import YAMLSource

/// A file, or a mapping inside one, cut into sections, one for each of its keys, so that what was not changed can be
/// kept byte for byte: the comment lines above a key are its own, what follows its value belongs to it as well.
struct DraftSections {
  struct Section {
    var entry: YAMLNode.Entry
    /// Comment lines above the key.
    var start: Int
    /// Where the key's line begins.
    var keyLine: Int
    /// After the last letter of the value.
    var valueEnd: Int
    /// The line after the value.
    var tail: Int
    var end: Int

    var name: String { entry.key.text ?? "" }
  }

  let bytes: [UInt8]
  /// Whole lines: the file, or those of the mapping.
  let range: Range<Int>
  /// What stands before every key.
  let indent: String
  private(set) var sections: [Section] = []
  /// Where the sections end: the range's end, or the line `...`.
  private(set) var end: Int

  /// nil where the mapping is not written with a key on each line of its own, or shares values by `*name`: such a one
  /// can only be written anew.
  ///
  /// - Parameter range: the lines of a mapping inside the file; nil: `root` is the file's own.
  init?(_ root: YAMLNode, _ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    self.range = range ?? 0..<bytes.count
    end = self.range.upperBound
    guard !root.isFlow, let entries = root.entries, let first = entries.first, !root.sharesValues else {
      return nil
    }
    let column = first.key.span.start.column
    guard range != nil || column == 1 else { return nil }
    indent = String(repeating: " ", count: column - 1)
    var floor = self.range.lowerBound
    for entry in entries {
      let keyLine = entry.key.span.start.offset - (column - 1)
      guard entry.key.span.start.column == column, keyLine >= floor,
        bytes[keyLine..<entry.key.span.start.offset].allSatisfy({ $0 == 0x20 })
      else { return nil }
      var start = keyLine
      while let line = lineBefore(start), line >= floor, isComment(line) { start = line }
      let valueEnd = trimmed(max(entry.value.lastOffset, entry.key.span.end.offset), above: keyLine)
      floor = nextLine(valueEnd)
      sections.append(
        Section(entry: entry, start: start, keyLine: keyLine, valueEnd: valueEnd, tail: floor, end: end))
    }
    var line = floor
    while range == nil, line < bytes.count {
      if bytes[line...].starts(with: Array("...".utf8)) || bytes[line...].starts(with: Array("---".utf8)) {
        end = line
        break
      }
      line = nextLine(line)
    }
    for index in sections.indices {
      sections[index].end = index + 1 < sections.count ? sections[index + 1].start : end
    }
  }

  /// In a mapping inside the file a comment may stand under its keys.
  private func isComment(_ line: Int) -> Bool {
    var index = line
    while !indent.isEmpty, index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: "#")
  }

  private func lineBefore(_ line: Int) -> Int? {
    guard line > 0 else { return nil }
    var start = line - 1
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The lines of a section's value, where it is a mapping on lines of its own.
  func lines(ofValue section: Section) -> Range<Int>? {
    let lower = nextLine(section.entry.key.span.end.offset)
    return lower < section.tail ? lower..<section.tail : nil
  }

  private func nextLine(_ offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    return min(index + 1, bytes.count)
  }

  /// A block's end lies after the line breaks that follow it.
  private func trimmed(_ offset: Int, above floor: Int) -> Int {
    var end = min(offset, bytes.count)
    while end > floor, [0x0A, 0x0D, 0x20].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// Comments between the first byte of the key and the line after the value: what rewriting it loses.
  func comments(in section: Section) -> [String] {
    section.entry.comments(in: section.keyLine..<section.tail, of: bytes)
  }

  /// Comments above the key.
  func commentsAbove(_ section: Section) -> [String] {
    section.entry.comments(in: section.start..<section.keyLine, of: bytes)
  }
}

extension YAMLNode.Entry {
  /// Comments in a stretch of the file, outside the entry's texts.
  func comments(in range: Range<Int>, of bytes: [UInt8]) -> [String] {
    var texts: [Range<Int>] = []
    key.collectTexts(&texts)
    value.collectTexts(&texts)
    return Criteria.comments(in: range, of: bytes, outside: texts)
  }
}

/// Comments of a YAML file, each with its `#`.
///
/// - Parameter texts: where keys and values stand, in the order of the file.
func comments(in range: Range<Int>, of bytes: [UInt8], outside texts: [Range<Int>]) -> [String] {
  var comments: [String] = []
  var index = range.lowerBound
  var next = 0
  while index < range.upperBound {
    while next < texts.count, texts[next].upperBound <= index { next += 1 }
    if next < texts.count, texts[next].contains(index) {
      index = texts[next].upperBound
      continue
    }
    let follows = index == 0 || [0x0A, 0x0D, 0x20, 0x09].contains(bytes[index - 1])
    guard bytes[index] == UInt8(ascii: "#"), follows else {
      index += 1
      continue
    }
    var end = index
    while end < range.upperBound, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
      end += 1
    }
    comments.append(String(decoding: bytes[index..<end], as: UTF8.self))
    index = end
  }
  return comments
}

extension YAMLNode {
  /// Whether an `*alias` stands anywhere in it.
  var sharesValues: Bool {
    if anchored != nil { return true }
    switch kind {
    case .scalar: return false
    case .sequence(let items): return items.contains { $0.sharesValues }
    case .mapping(let entries): return entries.contains { $0.key.sharesValues || $0.value.sharesValues }
    }
  }

  /// The end of the last text in it; libyaml lets a block end where the next thing begins.
  var lastOffset: Int {
    if isFlow { return span.end.offset }
    switch kind {
    case .scalar: return span.end.offset
    case .sequence(let items): return items.map { $0.lastOffset }.max() ?? span.end.offset
    case .mapping(let entries):
      return entries.map { max($0.key.span.end.offset, $0.value.lastOffset) }.max() ?? span.end.offset
    }
  }

  /// Where its texts stand, in the order of the file.
  func collectTexts(_ texts: inout [Range<Int>]) {
    switch kind {
    case .scalar: texts.append(span.start.offset..<max(span.start.offset, span.end.offset))
    case .sequence(let items): for item in items { item.collectTexts(&texts) }
    case .mapping(let entries):
      for entry in entries {
        entry.key.collectTexts(&texts)
        entry.value.collectTexts(&texts)
      }
    }
  }

  /// Keys in it that the form does not have, as paths.
  func unknownKeys(_ type: FieldType, at path: String) -> [String] {
    switch type {
    case .group(let fields): return unknownKeys(fields, at: path)
    case .list(let list):
      guard case .group(let fields) = list.element, let items else { return [] }
      return items.enumerated().flatMap { number, item in
        item.unknownKeys(fields, at: path + "[" + String(number + 1) + "]")
      }
    default: return []
    }
  }

  private func unknownKeys(_ fields: [Field], at path: String) -> [String] {
    (entries ?? []).flatMap { entry -> [String] in
      let name = entry.key.text ?? ""
      let place = path + "." + name
      guard let field = fields.first(where: { $0.name == name }) else { return [place] }
      return entry.value.unknownKeys(field.type, at: place)
    }
  }
}
