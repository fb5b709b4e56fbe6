import CLibYAML
import Diagnostics

/// One event of libyaml, its strings copied and its marks turned into places in the file.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart(hasTagDirectives: Bool)
    case documentEnd
    case alias(name: String)
    case scalar(YAMLScalar)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
  }

  var kind: Kind
  var anchor: String?
  var hasTag: Bool
  var start: Position
  var end: Position
}

/// What libyaml says when it gives up.
struct YAMLProblem {
  var problem: String
  var context: String
  var place: Position
  var contextPlace: Position?
}

/// libyaml's parser over the bytes of a file.
///
/// INVARIANT: the parser stands at one address for its whole life (it points into itself), and `input` outlives
/// it.
final class EventReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private let file: SourceText

  /// - Parameter bytes: what libyaml reads; `file` has as many characters.
  init?(_ bytes: ArraySlice<UInt8>, of file: SourceText) {
    self.file = file
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    input = .allocate(capacity: max(bytes.count, 1))
    _ = input.initialize(from: bytes)
    guard yaml_parser_initialize(parser) == 1 else {
      isInitialized = false
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  private var isInitialized = true

  deinit {
    if isInitialized { yaml_parser_delete(parser) }
    parser.deallocate()
    event.deallocate()
    input.deallocate()
  }

  /// The next event; nil where libyaml gave up.
  func next() -> YAMLEvent? {
    guard yaml_parser_parse(parser, event) == 1 else { return nil }
    defer { yaml_event_delete(event) }
    let start = position(event.pointee.start_mark)
    let end = position(event.pointee.end_mark)
    var anchor: UnsafeMutablePointer<yaml_char_t>?
    var hasTag = false
    let kind: YAMLEvent.Kind
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.pointee.data.scalar
      anchor = scalar.anchor
      hasTag = scalar.tag != nil
      kind = .scalar(
        YAMLScalar(
          text: String(
            decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self),
          style: EventReader.style(scalar.style)))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.pointee.data.sequence_start
      anchor = sequence.anchor
      hasTag = sequence.tag != nil
      kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let mapping = event.pointee.data.mapping_start
      anchor = mapping.anchor
      hasTag = mapping.tag != nil
      kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
    case YAML_ALIAS_EVENT: kind = .alias(name: string(event.pointee.data.alias.anchor))
    case YAML_DOCUMENT_START_EVENT:
      let directives = event.pointee.data.document_start.tag_directives
      kind = .documentStart(hasTagDirectives: directives.start != directives.end)
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_STREAM_START_EVENT: kind = .streamStart
    default: kind = .streamEnd
    }
    return YAMLEvent(
      kind: kind, anchor: anchor.map { string($0) }, hasTag: hasTag, start: start, end: end)
  }

  /// Why `next` gave nil.
  var problem: YAMLProblem {
    let parser = self.parser.pointee
    if parser.error == YAML_MEMORY_ERROR {
      return YAMLProblem(problem: "out of memory", context: "", place: .start)
    }
    // An encoding error sets no mark, only an offset; TextCheck leaves none to be found.
    let place =
      parser.error == YAML_READER_ERROR
      ? file.lines.position(atOffset: parser.problem_offset) : position(parser.problem_mark)
    return YAMLProblem(
      problem: parser.problem.map { string($0) } ?? "", context: parser.context.map { string($0) } ?? "",
      place: place, contextPlace: parser.context == nil ? nil : position(parser.context_mark))
  }

  private func position(_ mark: yaml_mark_t) -> Position {
    Position(
      line: Int(mark.line) + 1, column: Int(mark.column) + 1,
      offset: file.lines.offset(ofScalar: Int(mark.index)))
  }

  private func string(_ pointer: UnsafePointer<CChar>) -> String { String(cString: pointer) }
  private func string(_ pointer: UnsafePointer<UInt8>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
