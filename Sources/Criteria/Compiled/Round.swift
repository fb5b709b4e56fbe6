public import Diagnostics
public import FEEL

/// A checked round.
public struct Round: Sendable {
  public var id: String
  public var title: Text
  public var association: Text?
  public var registrationNumber: String?
  /// As written, relative to the round's folder.
  public var rulesPath: String
  public var closing: CalendarDate?
  public var asOf: CalendarDate
  public var meeting: CalendarDate?
  /// The last day for applicants to send what is missing, the same for all.
  public var supplementBy: CalendarDate?
  public var documentStatus: DocumentStatus
  public var frozen: Frozen?
  public var frame: [FrameYear]
  /// In order of precedence.
  public var roles: [Role]
  public var texts: [(key: String, text: Text)]
  /// What must hold of a set of granted proposals.
  public var constraints = Constraints()
  public var paper = PaperTexts()
  public var source: SourceID

  public enum DocumentStatus: Sendable, Hashable { case workingMaterial, established }

  public struct Frozen: Sendable, Hashable {
    public var ruleset: String
    public var version: String
    public var rulesSHA256: String
    public var formSHA256: String
    public var date: CalendarDate?
    public init(
      ruleset: String, version: String, rulesSHA256: String, formSHA256: String, date: CalendarDate?
    ) {
      self.ruleset = ruleset
      self.version = version
      self.rulesSHA256 = rulesSHA256
      self.formSHA256 = formSHA256
      self.date = date
    }
  }

  /// Whole kronor.
  public struct FrameYear: Sendable, Hashable {
    public var year: Int
    public var frame: Int64
    public var committed: Int64
    public var equity: Int64
    public init(year: Int, frame: Int64, committed: Int64, equity: Int64) {
      self.year = year
      self.frame = frame
      self.committed = committed
      self.equity = equity
    }
    /// frame − committed + equity
    public var left: Int64 { frame - committed + equity }
  }

  public struct Role: Sendable {
    public var id: String
    public var title: Text
    public init(id: String, title: Text) {
      self.id = id
      self.title = title
    }
  }

  public init(
    id: String, title: Text, association: Text?, registrationNumber: String?, rulesPath: String,
    closing: CalendarDate?, asOf: CalendarDate, meeting: CalendarDate?, documentStatus: DocumentStatus,
    frozen: Frozen?, frame: [FrameYear], roles: [Role], texts: [(key: String, text: Text)], source: SourceID
  ) {
    self.id = id
    self.title = title
    self.association = association
    self.registrationNumber = registrationNumber
    self.rulesPath = rulesPath
    self.closing = closing
    self.asOf = asOf
    self.meeting = meeting
    self.documentStatus = documentStatus
    self.frozen = frozen
    self.frame = frame
    self.roles = roles
    self.texts = texts
    self.source = source
  }
}
