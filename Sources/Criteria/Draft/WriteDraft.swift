public import Diagnostics
import YAMLSource

/// A draft as it would be saved.
public struct WrittenDraft: Sendable {
  public var bytes: [UInt8]
  /// The sections of the opened file that lose something, in its order.
  public var losses: [Loss]

  public struct Loss: Sendable, Hashable {
    /// The key at the top of the file; nil where the whole file is written anew.
    public var field: String?
    /// With their `#`.
    public var comments: [String]
    /// Paths of keys that the form does not have.
    public var unknownKeys: [String]
  }
}

/// How a file of answers is laid out: what it begins with, and its fields.
struct FileLayout {
  /// Keys at the top that say what the file is, in their order.
  var heads: [(name: String, value: String)]
  /// In their order.
  var fields: [Field]
  /// A group of which a part has changed keeps the others, and keys that it does not know; else it is written anew.
  var keepsParts = false

  init(heads: [(name: String, value: String)], fields: [Field], keepsParts: Bool = false) {
    self.heads = heads
    self.fields = fields
    self.keepsParts = keepsParts
  }

  /// A proposal's file.
  init(_ form: Form, id: String) {
    heads = [
      ("schema", FileKind.proposal.schema), ("id", id), ("form", form.id), ("form_version", form.version),
    ]
    fields = form.fields
  }

  func isHead(_ name: String) -> Bool { heads.contains { $0.name == name } }
}

/// Writes the answers of a form as a proposal's file. Sections of the opened file whose answers are the same are
/// copied byte for byte; where all are the same, so is the file.
///
/// - Parameters:
///   - values: an object by field name, as `DraftValue.json` tells.
///   - base: the file that was opened, if any: one that `openDraft` reads.
/// - Returns: nil where `values` is no object; the findings tell where.
public func writeDraft(
  _ values: SourceID, over base: SourceID?, id: String, in sources: SourceMap, form: Form
) -> Reading<WrittenDraft> {
  var findings = Findings()
  guard let entries = parseYAML(values, in: sources, findings: &findings)?.root.entries, !findings.hasErrors
  else { return Reading(value: nil, findings: findings) }
  let answers = DraftReader(notation: .page).members(entries, form.fields)
  let layout = FileLayout(form, id: id)
  guard let base, let root = readable(base, in: sources) else {
    return Reading(
      value: WrittenDraft(bytes: layout.newFile(answers), losses: []), findings: findings)
  }
  let before = DraftReader(notation: .file).members(root.entries ?? [], form.fields)
  let writer = FileWriter(layout: layout, answers: answers, root: root, bytes: sources[base].bytes)
  return Reading(value: writer.written(over: before), findings: findings)
}

/// The file's tree; nil where it has none.
func readable(_ source: SourceID, in sources: SourceMap) -> YAMLNode? {
  var findings = Findings()
  let root = parseYAML(source, in: sources, findings: &findings)?.root
  return findings.hasErrors ? nil : root
}

extension FileLayout {
  /// A file of its own: the sections of the form as headings.
  func newFile(_ answers: [DraftMember]) -> [UInt8] {
    var text = DraftText()
    for head in heads { text.add(head.name, .text(head.value)) }
    var lines = text.lines
    var heading: String?
    for answer in answers {
      let section = fields.first { $0.name == answer.name }?.section?.sv
      if let section, section != heading { lines += ["", "# " + section.oneLine] }
      heading = section
      var entry = DraftText()
      entry.add(answer.name, answer.value)
      lines += entry.lines
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension String {
  fileprivate var oneLine: String {
    split(whereSeparator: { $0.isNewline }).joined(separator: " ")
  }
}

/// Writes answers over a file, section by section.
struct FileWriter {
  let layout: FileLayout
  let answers: [DraftMember]
  let root: YAMLNode
  let bytes: [UInt8]
  /// What stands before every key.
  var indent = ""

  /// - Parameter before: the answers of the file as it is.
  func written(over before: [DraftMember]) -> WrittenDraft {
    let isSame = layout.heads.allSatisfy { head in root[head.name].map { $0.text == head.value } ?? true }
    if before == answers, isSame { return WrittenDraft(bytes: bytes, losses: []) }
    guard let sections = DraftSections(root, bytes) else { return writtenAnew() }
    return written(sections, before)
  }

  private func writtenAnew() -> WrittenDraft {
    var texts: [Range<Int>] = []
    root.collectTexts(&texts)
    let unknown = (root.entries ?? []).compactMap { entry -> String? in
      guard let name = entry.key.text, !layout.isHead(name) else { return nil }
      return layout.fields.contains { $0.name == name } ? nil : name
    }
    let loss = WrittenDraft.Loss(
      field: nil, comments: comments(in: 0..<bytes.count, of: bytes, outside: texts), unknownKeys: unknown)
    let isLoss = !loss.comments.isEmpty || !loss.unknownKeys.isEmpty
    return WrittenDraft(bytes: layout.newFile(answers), losses: isLoss ? [loss] : [])
  }

  private func written(_ file: DraftSections, _ before: [DraftMember]) -> WrittenDraft {
    var losses: [WrittenDraft.Loss] = []
    var pieces = file.sections.map { section -> [UInt8] in
      let copy = Array(bytes[section.start..<section.end])
      let name = section.name
      if layout.isHead(name) { return head(section) }
      guard let field = layout.fields.first(where: { $0.name == name }) else { return copy }
      let now = answers.first { $0.name == name }?.value
      let was = before.first(where: { $0.name == name })?.value
      if was == now { return copy }
      if let inner = parts(of: section, field, in: file, was, now) {
        losses += inner.losses
        return inner.bytes
      }
      var loss = WrittenDraft.Loss(
        field: name, comments: file.comments(in: section),
        unknownKeys: section.entry.value.unknownKeys(field.type, at: name))
      let tail = Array(bytes[section.tail..<section.end])
      defer { if !loss.comments.isEmpty || !loss.unknownKeys.isEmpty { losses.append(loss) } }
      guard let now else {
        loss.comments = file.commentsAbove(section) + loss.comments
        return tail
      }
      return Array(bytes[section.start..<section.keyLine]) + lines(name, now) + tail
    }
    var news: [[UInt8]] = file.sections.map { _ in [] }
    for answer in answers where !file.sections.contains(where: { $0.name == answer.name }) {
      news[place(of: answer.name, in: file)] += lines(answer.name, answer.value)
    }
    for (index, head) in layout.heads.enumerated()
    where !file.sections.contains(where: { $0.name == head.name }) {
      let earlier = layout.heads[..<index].map { $0.name }
      let place = file.sections.lastIndex { earlier.contains($0.name) } ?? 0
      news[place] = lines(head.name, .text(head.value)) + news[place]
    }
    var result = Array(bytes[file.range.lowerBound..<(file.sections.first?.start ?? file.range.lowerBound)])
    for index in pieces.indices {
      result += inserted(news[index], after: &pieces[index])
    }
    return WrittenDraft(bytes: result + bytes[file.end..<file.range.upperBound], losses: losses)
  }

  /// A group with its changed parts alone written anew; nil where it is to be written, or left out, as a whole.
  private func parts(
    of section: DraftSections.Section, _ field: Field, in file: DraftSections, _ was: DraftValue?,
    _ now: DraftValue?
  ) -> WrittenDraft? {
    let value = section.entry.value
    guard layout.keepsParts, case .group(let fields) = field.type,
      now != nil || !value.unknownKeys(field.type, at: section.name).isEmpty,
      let lines = file.lines(ofValue: section), let inner = DraftSections(value, bytes, in: lines)
    else { return nil }
    let writer = FileWriter(
      layout: FileLayout(heads: [], fields: fields), answers: now?.members ?? [], root: value, bytes: bytes,
      indent: inner.indent)
    var written = writer.written(inner, was?.members ?? [])
    written.bytes =
      bytes[section.start..<lines.lowerBound] + written.bytes + bytes[section.tail..<section.end]
    for index in written.losses.indices {
      written.losses[index].field = written.losses[index].field.map { section.name + "." + $0 }
    }
    return written
  }

  /// The section that a new answer comes after: that of the nearest field before it in the form, else what the
  /// file begins with.
  private func place(of name: String, in file: DraftSections) -> Int {
    let order = layout.fields.map { $0.name }
    let earlier = order.prefix { $0 != name }
    for field in earlier.reversed() {
      if let index = file.sections.firstIndex(where: { $0.name == field }) { return index }
    }
    return file.sections.lastIndex { layout.isHead($0.name) } ?? file.sections.count - 1
  }

  /// `news` before the empty lines that a section ends with.
  private func inserted(_ news: [UInt8], after piece: inout [UInt8]) -> [UInt8] {
    if news.isEmpty { return piece }
    if let last = piece.last, last != UInt8(ascii: "\n") { piece += lineEnd }
    var end = piece.count
    while end > 1, piece[end - 1] == UInt8(ascii: "\n") {
      var start = end - 1
      while start > 0, piece[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      if piece[start..<end - 1].contains(where: { $0 != 0x20 && $0 != 0x0D }) { break }
      end = start
    }
    return Array(piece[..<end]) + news + Array(piece[end...])
  }

  private func head(_ section: DraftSections.Section) -> [UInt8] {
    let value = layout.heads.first { $0.name == section.name && $0.name != "schema" }?.value
    guard let value, section.entry.value.text != value else {
      return Array(bytes[section.start..<section.end])
    }
    let span = section.entry.value.span
    let gap: [UInt8] = span.start.offset == section.entry.key.span.end.offset + 1 ? [0x20] : []
    return Array(bytes[section.start..<span.start.offset]) + gap + Array(YAMLWriter.scalar(value).utf8)
      + Array(bytes[span.end.offset..<section.end])
  }

  private func lines(_ name: String, _ value: DraftValue) -> [UInt8] {
    var text = DraftText()
    text.add(name, value, indent: indent)
    return text.lines.flatMap { Array($0.utf8) + lineEnd }
  }

  /// As in the file.
  private var lineEnd: [UInt8] {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0, bytes[end - 1] == 0x0D else {
      return [0x0A]
    }
    return [0x0D, 0x0A]
  }
}
