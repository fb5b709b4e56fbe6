public import Diagnostics
public import ExactNumbers

/// What the round says must hold of any set of proposals that is granted.
public struct Constraints: Sendable {
  /// A proposal that makes sense only if another is granted too.
  public struct Requirement: Sendable, Hashable {
    public var proposal: String
    public var needs: String
    public init(proposal: String, needs: String) {
      self.proposal = proposal
      self.needs = needs
    }
  }

  /// At least so many kronor, all years together, to a group.
  public struct Minimum: Sendable, Hashable {
    public var group: String
    public var kronor: Int64
    public init(group: String, kronor: Int64) {
      self.group = group
      self.kronor = kronor
    }
  }

  /// A part that the proposal itself says can be granted instead of the whole.
  public struct Part: Sendable {
    public struct Year: Sendable, Hashable {
      public var year: Int
      public var kronor: Int64
      public init(year: Int, kronor: Int64) {
        self.year = year
        self.kronor = kronor
      }
    }
    public var proposal: String
    public var title: Text
    public var costs: [Year]
    /// How much of the total the part counts for, 0 … 1; nil: its share of the money.
    public var share: Rational?
    public init(proposal: String, title: Text, costs: [Year], share: Rational?) {
      self.proposal = proposal
      self.title = title
      self.costs = costs
      self.share = share
    }
  }

  /// Sets of proposals of which at most one is granted.
  public var atMostOne: [[String]]
  public var requires: [Requirement]
  public var atLeast: [Minimum]
  /// Granted already.
  public var decided: [String]
  public var parts: [Part]
  /// Every id that is named, with its place, to be looked up.
  var mentions: [Mention] = []

  struct Mention: Sendable {
    enum Kind: Sendable { case proposal, group }
    var id: String
    var kind: Kind
    var span: Span
  }

  public init(
    atMostOne: [[String]] = [], requires: [Requirement] = [], atLeast: [Minimum] = [], decided: [String] = [],
    parts: [Part] = []
  ) {
    self.atMostOne = atMostOne
    self.requires = requires
    self.atLeast = atLeast
    self.decided = decided
    self.parts = parts
  }

  public var isEmpty: Bool {
    atMostOne.isEmpty && requires.isEmpty && atLeast.isEmpty && decided.isEmpty && parts.isEmpty
  }
}
