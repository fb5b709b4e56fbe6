public import Diagnostics
public import FEEL

/// What people write for the board paper: no sentence of it comes from a score.
public struct PaperTexts: Sendable {
  /// Parts of the paper that a round may leave out.
  public enum Part: Sendable, Hashable {
    case decisions, summary, matter, assessment, economy, documents, sentTo
  }

  /// A section that a person writes, such as "Prövning av barnets bästa".
  public struct Section: Sendable {
    public var title: Text
    public var text: Text?
    /// What to write: shown as long as there is no text.
    public var prompt: Text?
    public init(title: Text, text: Text?, prompt: Text?) {
      self.title = title
      self.text = text
      self.prompt = prompt
    }
  }

  /// A proposal that was decided earlier under the same criteria.
  public struct Earlier: Sendable {
    public var title: Text
    public var total: Int
    public var decided: CalendarDate?
    public var outcome: Text?
    public init(title: Text, total: Int, decided: CalendarDate?, outcome: Text?) {
      self.title = title
      self.total = total
      self.decided = decided
      self.outcome = outcome
    }
  }

  /// Two proposals that get a page of their own beside each other.
  public struct Pair: Sendable, Hashable {
    public var first: String
    public var second: String
    public var span: Span
    public init(first: String, second: String, span: Span) {
      self.first = first
      self.second = second
      self.span = span
    }
  }

  /// Proposed decisions, a sentence each.
  public var decisions: [Text] = []
  public var summary: Text?
  public var matter: Text?
  public var assessment: Text?
  public var economy: Text?
  /// nil: the paper's own, with prompts.
  public var sections: [Section]?
  public var documents: [Text] = []
  public var sentTo: [Text] = []
  public var pairs: [Pair] = []
  public var earlier: [Earlier] = []
  public var without: [Part] = []

  public init() {}
}
