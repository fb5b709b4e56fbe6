/// A place in a source file.
public struct Position: Sendable, Hashable, Comparable {
  /// 1-based.
  public var line: Int
  /// 1-based, in Unicode scalars.
  public var column: Int
  /// 0-based, in UTF-8 bytes from the start of the file.
  public var offset: Int

  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  public static let start = Position(line: 1, column: 1, offset: 0)

  public static func < (a: Position, b: Position) -> Bool { a.offset < b.offset }
}

/// Names one file among those of a run, in the order in which they were added.
public struct SourceID: Sendable, Hashable, Comparable {
  public var index: Int
  public init(index: Int) { self.index = index }
  public static func < (a: SourceID, b: SourceID) -> Bool { a.index < b.index }
}

/// A stretch of a source file; `end` is exclusive.
public struct Span: Sendable, Hashable {
  public var source: SourceID
  public var start: Position
  public var end: Position

  public init(source: SourceID, start: Position, end: Position) {
    self.source = source
    self.start = start
    self.end = end
  }
}

/// A file of a run: the path as people see it (relative to where they stand) and its bytes.
public struct SourceFile: Sendable, Hashable {
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// All files of a run. Spans point into it.
public struct SourceMap: Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  public mutating func add(_ file: SourceFile) -> SourceID {
    files.append(file)
    return SourceID(index: files.count - 1)
  }

  public subscript(id: SourceID) -> SourceFile { files[id.index] }
}
