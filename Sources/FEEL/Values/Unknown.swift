public import ExactNumbers

/// What stands for a fact that is missing, a document that nobody has seen or a judgement that nobody has made.
/// It carries what it came from and what it may turn out to be.
public struct Unknown: Sendable {
  /// INVARIANT: sorted, without repetition, never empty.
  public var causes: [Cause]
  public var bounds: Bounds

  /// What is not known, and so what would settle it.
  public enum Cause: Sendable, Hashable, Comparable {
    case field(FieldPath)
    /// A document of the proposal that no role has marked as seen; its id.
    case document(String)
    /// A judgement nobody has made, or on which roles disagree; `key` names the item that it is about.
    case judgement(String, key: String?)

    /// Fields come before documents, documents before judgements; fields in the order of their paths.
    public static func < (a: Cause, b: Cause) -> Bool {
      switch (a, b) {
      case (.field(let x), .field(let y)): return x < y
      case (.document(let x), .document(let y)): return x < y
      case (.judgement(let x, let keyX), .judgement(let y, let keyY)):
        return x == y ? (keyX ?? "") < (keyY ?? "") : x < y
      default: return a.rank < b.rank
      }
    }

    private var rank: Int {
      switch self {
      case .field: 0
      case .document: 1
      case .judgement: 2
      }
    }
  }

  /// Every value that may turn out lies inside. INVARIANT: never a single value (that would be known).
  public indirect enum Bounds: Sendable {
    /// Any value of its type, or null.
    case any
    case boolean
    /// `nil` is unbounded. Both ends belong to it.
    case number(low: Decimal?, high: Decimal?)
    /// One of these strings.
    case choices([String])
    /// One of these values; a small set, such as 60 or null.
    case values([Value])
    /// These members, of which the possible ones may or may not be there, and at most `more` others, in any order.
    case list([Member], more: More)
    /// Inside these bounds, or null: the sum of a list that may be empty. Never around `any`, `values` or itself.
    case orNull(Bounds)
  }

  public struct Member: Sendable {
    public var value: Value
    public var isCertain: Bool
    public init(_ value: Value, isCertain: Bool) {
      self.value = value
      self.isCertain = isCertain
    }
  }

  /// How many members beside the named ones a list may turn out to have, and what one may be.
  public enum More: Sendable {
    case none
    /// `limit` nil: no limit. `example` is a member of which nothing is known.
    case some(limit: Int?, example: Value)
  }

  public init(causes: [Cause], bounds: Bounds) {
    self.causes = causes
    self.bounds = bounds
  }
}
