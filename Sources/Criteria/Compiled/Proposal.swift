public import Diagnostics
public import FEEL

/// A proposal as read and typed by the form.
public struct Proposal: Sendable {
  public var id: String
  public var source: SourceID
  /// The claims, one for each field of the form.
  public var claims: ClaimGroup { didSet { prepared = nil } }
  /// Findings of its own that do not stop the round (form checks, values where a field does not apply).
  public var warnings: [Finding]
  /// Places where something stands that looks like a personal identity number.
  public var personalNumbers: [Span]
  /// Of these claims.
  private var prepared: ClaimContext?

  public init(
    id: String, source: SourceID, claims: ClaimGroup, warnings: [Finding], personalNumbers: [Span]
  ) {
    self.id = id
    self.source = source
    self.claims = claims
    self.warnings = warnings
    self.personalNumbers = personalNumbers
  }

  /// What its claims are to expressions; it is made once for the form and the day that the proposal was read by.
  ///
  /// - Parameter today: what `today()` means in a field's `when`.
  public func context(by form: Form, today: CalendarDate) -> ClaimContext {
    if let prepared, prepared.isMade(by: form, for: today) { return prepared }
    return ClaimContext(claims, form: form, today: today)
  }

  mutating func prepareContext(by form: Form, today: CalendarDate) {
    prepared = context(by: form, today: today)
  }
}

/// The claims of one group of fields, in the form's order, one for every field.
public struct ClaimGroup: Sendable {
  public var fields: [Claim]
  public var span: Span?
  public init(fields: [Claim], span: Span?) {
    self.fields = fields
    self.span = span
  }
}

/// What a proposal says of one field.
public struct Claim: Sendable {
  /// The field's index in its group of the form.
  public var field: Int
  public var content: Content
  /// Where the value stands; where it is missing, the group's place or nil.
  public var span: Span?

  public indirect enum Content: Sendable {
    /// `written`: `saknas` or an empty value stands there; false: the key is absent.
    case missing(written: Bool)
    case notApplicable(reason: String)
    /// Typed: string, number, boolean or date.
    case value(Value)
    /// Ids, each with its place.
    case documents([(id: String, span: Span)])
    case group(ClaimGroup)
    case items([Claim])
    case groups([ClaimGroup])
  }

  public init(field: Int, content: Content, span: Span?) {
    self.field = field
    self.content = content
    self.span = span
  }
}

/// What one role found about one proposal.
public struct Assessment: Sendable {
  public var proposal: String
  public var role: String
  public var date: CalendarDate
  public var claims: [ClaimVerdict]
  public var documents: [DocumentSeen]
  public var judgements: [GivenJudgement]
  public var exclusions: [ExclusionDecision]
  public var exceptions: [ExceptionDecision]
  public var source: SourceID

  public init(
    proposal: String, role: String, date: CalendarDate, claims: [ClaimVerdict], documents: [DocumentSeen],
    judgements: [GivenJudgement], exclusions: [ExclusionDecision], exceptions: [ExceptionDecision],
    source: SourceID
  ) {
    self.proposal = proposal
    self.role = role
    self.date = date
    self.claims = claims
    self.documents = documents
    self.judgements = judgements
    self.exclusions = exclusions
    self.exceptions = exceptions
    self.source = source
  }
}

public struct ClaimVerdict: Sendable {
  public enum Verdict: Sendable {
    case confirmed
    /// Typed by the form.
    case corrected(Value)
    case rejected
  }
  /// Items by their number.
  public var path: FieldPath
  public var verdict: Verdict
  public var reason: String?
  public var span: Span
  public init(path: FieldPath, verdict: Verdict, reason: String?, span: Span) {
    self.path = path
    self.verdict = verdict
    self.reason = reason
    self.span = span
  }
}

public struct DocumentSeen: Sendable {
  public var document: String
  public var seen: Bool
  public var reason: String?
  public var span: Span
  public init(document: String, seen: Bool, reason: String?, span: Span) {
    self.document = document
    self.seen = seen
    self.reason = reason
    self.span = span
  }
}

public struct GivenJudgement: Sendable {
  /// Index in `Ruleset.judgements`.
  public var judgement: Int
  public var key: String?
  /// Index in the judgement's scale.
  public var step: Int
  public var reason: String?
  public var isJoint: Bool
  public var span: Span
  public init(judgement: Int, key: String?, step: Int, reason: String?, isJoint: Bool, span: Span) {
    self.judgement = judgement
    self.key = key
    self.step = step
    self.reason = reason
    self.isJoint = isJoint
    self.span = span
  }
}

public struct ExclusionDecision: Sendable {
  /// Index in `Ruleset.exclusions`.
  public var exclusion: Int
  public var decided: Bool
  public var reason: String
  public var span: Span
  public init(exclusion: Int, decided: Bool, reason: String, span: Span) {
    self.exclusion = exclusion
    self.decided = decided
    self.reason = reason
    self.span = span
  }
}

public struct ExceptionDecision: Sendable {
  /// Index in `Ruleset.exclusions`.
  public var exclusion: Int
  /// Index in that exclusion's exceptions.
  public var exception: Int
  public var reason: String
  public var decidedBy: String
  public var validTo: CalendarDate
  public var span: Span
  public init(
    exclusion: Int, exception: Int, reason: String, decidedBy: String, validTo: CalendarDate, span: Span
  ) {
    self.exclusion = exclusion
    self.exception = exception
    self.reason = reason
    self.decidedBy = decidedBy
    self.validTo = validTo
    self.span = span
  }
}

/// A declared conflict of interest.
public struct Declaration: Sendable {
  public enum Outcome: Sendable, Hashable { case conflict, noConflict, disregarded, notTried }
  public var person: String
  public var role: String
  public var proposal: String
  public var ground: String
  public var declared: CalendarDate?
  public var outcome: Outcome
  public var span: Span
  public init(
    person: String, role: String, proposal: String, ground: String, declared: CalendarDate?,
    outcome: Outcome, span: Span
  ) {
    self.person = person
    self.role = role
    self.proposal = proposal
    self.ground = ground
    self.declared = declared
    self.outcome = outcome
    self.span = span
  }
}

/// Everything of a round, read and checked.
public final class RoundData: Sendable {
  public let round: Round
  public let ruleset: Ruleset
  /// In Swedish order of their ids.
  public let proposals: [Proposal]
  /// Sorted by proposal, then by the round's precedence.
  public let assessments: [Assessment]
  public let declarations: [Declaration]
  public init(
    round: Round, ruleset: Ruleset, proposals: [Proposal], assessments: [Assessment],
    declarations: [Declaration]
  ) {
    self.round = round
    self.ruleset = ruleset
    self.proposals = proposals
    self.assessments = assessments
    self.declarations = declarations
  }
}
