/// A stable name for a kind of finding: a letter for the stage and three digits, never reused.
/// Y reading YAML · F form and proposal · C ruleset · R round · A assessment and declarations ·
/// E expression (FEEL) · S scoring · W files and the command.
public struct Code: Sendable, Hashable, Comparable {
  public var letter: Unicode.Scalar
  public var number: Int

  public init(_ letter: Unicode.Scalar, _ number: Int) {
    self.letter = letter
    self.number = number
  }

  public var text: String {
    let digits = String(number)
    return String(Character(letter)) + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  public static func < (a: Code, b: Code) -> Bool {
    a.letter == b.letter ? a.number < b.number : a.letter < b.letter
  }
}

public enum Severity: Int, Sendable, Hashable, Comparable {
  /// Stops the run: no result is given.
  case error
  /// Worth a look; the run goes on.
  case warning
  /// For information.
  case note

  public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
}

/// Something a stage has to say about a place in a file. Stages describe; `FindingRenderer` renders.
public struct Finding: Sendable, Hashable {
  public var code: Code
  public var severity: Severity
  public var span: Span?
  /// What is wrong, with the user's own words in backticks. No capital first, no full stop last.
  public var message: Text
  /// What was expected and what to do, whole sentences, most useful first.
  public var hints: [Text]
  /// Other places that belong to it ("first given here").
  public var related: [Related]

  public struct Related: Sendable, Hashable {
    public var span: Span
    public var message: Text
    public init(span: Span, message: Text) {
      self.span = span
      self.message = message
    }
  }

  public init(
    _ code: Code, _ severity: Severity = .error, at span: Span?, _ message: Text, hints: [Text] = [],
    related: [Related] = []
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.message = message
    self.hints = hints
    self.related = related
  }
}
