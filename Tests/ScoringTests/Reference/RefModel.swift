/// The model of the reference: a round and everything in it as plain data, made by the generator, printed as the
/// files of docs/formats.md and scored by the words of docs/scoring.md.
struct RefCase: Sendable {
  var form: RefForm
  var ruleset: RefRuleset
  var round: RefRound
  var proposals: [RefProposal]
}

// MARK: Form

struct RefForm: Sendable {
  var fields: [RefField]
  /// The list of groups that holds the documents.
  var documents: String
}

struct RefField: Sendable {
  enum Absent: String, Sendable { case unknown, null, empty }
  var name: String
  var type: RefType
  var when: RefExpression?
  var absent = Absent.unknown
  var allowsNotApplicable = false
}

indirect enum RefType: Sendable {
  case text
  case id
  case integer(Int?, Int?)
  case decimal(RefAmount?, RefAmount?)
  case boolean
  case date
  case choice([String])
  case documents
  case group([RefField])
  /// A list of groups with the key `id`.
  case groups([RefField])
  case scalars(RefType)

  var fields: [RefField] {
    switch self {
    case .group(let fields), .groups(let fields): fields
    default: []
    }
  }
}

// MARK: Ruleset

struct RefRuleset: Sendable {
  var scale = RefAmount(100)
  var threshold: RefAmount?
  var indistinguishableWithin: RefAmount?
  var facts: [RefFact] = []
  /// Levels 0 … this.
  var highestLevel = 3
  /// The level of `document`.
  var level: RefExpression
  var judgements: [RefJudgement] = []
  var eligibility: [RefEligibility] = []
  var exclusions: [RefExclusion] = []
  /// Empty: one group.
  var groups: [RefGroup] = []
  var criteria: [RefCriterion] = []
  var columns: [RefFact] = []
  var flags: [RefFlag] = []
  var ties: [RefTie] = []
}

struct RefFact: Sendable {
  var name: String
  var value: RefExpression
}

struct RefJudgement: Sendable {
  var id: String
  /// From lowest to highest.
  var scale: [String]
  /// Empty: any role.
  var roles: [String]
  var per: String?
  var isMedian = false
}

struct RefEligibility: Sendable {
  var id: String
  var require: RefExpression
  var isResolvedByApplicant: Bool
}

struct RefExclusion: Sendable {
  var id: String
  var when: RefExpression
  var exceptions: [String]
}

struct RefGroup: Sendable {
  var id: String
  var when: RefExpression?
}

struct RefFlag: Sendable {
  var id: String
  var when: RefExpression
  var asksPerson: Bool
}

struct RefTie: Sendable {
  enum Key: Sendable { case criterion(Int), fact(Int), column(Int) }
  var key: Key
  var isDescending: Bool
}

struct RefCriterion: Sendable {
  var id: String
  var weight: RefAmount
  var scoring: RefScoring
  var threshold: RefAmount?
  var each: RefEach?
  var notApplicable: RefNotApplicable?
}

struct RefEach: Sendable {
  var list: RefExpression
  var variable: String
  /// Written out; left out the engine takes the member's `id`.
  var key: RefExpression?
  var isMinimum: Bool
}

struct RefNotApplicable: Sendable {
  var when: RefExpression
  /// Ids of siblings.
  var weightTo: [String]
}

indirect enum RefScoring: Sendable {
  case ladder([RefRule])
  case points([RefRule], cap: RefAmount?)
  case measure(RefExpression, [RefBreakpoint], maximum: RefAmount?)
  /// Points for each step of the judgement's scale.
  case judged(String, [RefAmount])
  case table(RefTable)
  case composite([RefCriterion], isMinimum: Bool)
}

struct RefRule: Sendable {
  var id: String
  var points: RefAmount
  var condition: RefExpression
  var evidence: RefEvidence?
}

struct RefEvidence: Sendable {
  var of: RefExpression
  var atLeast: Int
  var otherwise: RefAmount?
}

struct RefBreakpoint: Sendable {
  var input: RefAmount
  var points: RefAmount
}

struct RefTable: Sendable {
  enum Hit: String, CaseIterable, Sendable {
    case unique = "U"
    case any = "A"
    case priority = "P"
    case first = "F"
    case sum = "C+"
    case least = "C<"
    case most = "C>"
    case count = "C#"
  }
  /// Unary tests.
  enum Test: Sendable {
    case anything
    case compare(RefExpression.Comparison, RefExpression)
    case oneOf([RefExpression])
    case within(RefExpression, RefExpression, lowClosed: Bool, highClosed: Bool)
    case not(RefExpression)

    var feel: String {
      switch self {
      case .anything: "-"
      case .compare(.equal, let value): value.feel
      case .compare(let sign, let value): "\(sign.rawValue) \(value.feel)"
      case .oneOf(let values): values.map(\.feel).joined(separator: ", ")
      case .within(let low, let high, let lowClosed, let highClosed):
        "\(lowClosed ? "[" : "(")\(low.feel)..\(high.feel)\(highClosed ? "]" : ")")"
      case .not(let value): "not(\(value.feel))"
      }
    }

    /// The same said of `input`.
    func of(_ input: RefExpression) -> RefExpression {
      switch self {
      case .anything: .bool(true)
      case .compare(let sign, let value): .compare(sign, input, value)
      case .oneOf(let values): .isOneOf(input, values)
      case .within(let low, let high, let lowClosed, let highClosed):
        .isWithin(input, low, high, lowClosed: lowClosed, highClosed: highClosed)
      case .not(let value): .not(.isOneOf(input, [value]))
      }
    }
  }
  struct Row: Sendable {
    var tests: [Test]
    var points: RefAmount
  }
  var hit: Hit
  var inputs: [RefExpression]
  var rows: [Row]
  var otherwise: RefAmount?
  var maximum: RefAmount?
}

extension RefCriterion {
  /// What its own points run to.
  var maximum: RefFraction {
    switch scoring {
    case .ladder(let steps): steps[steps.count - 1].points.value
    case .points(let rules, let cap):
      cap?.value ?? rules.reduce(.zero) { $0 + max($1.points.value, .zero) }
    case .measure(_, let points, let maximum):
      maximum?.value ?? points.map(\.points.value).max() ?? .zero
    case .judged(_, let points): points.map(\.value).max() ?? .zero
    case .table(let table):
      table.maximum?.value
        ?? (table.rows.map(\.points.value) + (table.otherwise.map { [$0.value] } ?? [])).max() ?? .zero
    case .composite: RefFraction(100)
    }
  }

  var parts: [RefCriterion] {
    if case .composite(let parts, _) = scoring { return parts }
    return []
  }
}

// MARK: Round

struct RefRound: Sendable {
  var asOf: String
  /// In order of precedence.
  var roles: [String]
}

struct RefProposal: Sendable {
  var id: String
  /// By the form's field names; what is not here has no key in the file.
  var claims: [String: RefClaim]
  var sheets: [RefSheet] = []
  var declarations: [RefDeclaration] = []
}

enum RefScalar: Hashable, Sendable {
  case number(RefAmount)
  case string(String)
  case bool(Bool)
  case date(String)
}

indirect enum RefClaim: Sendable {
  /// `saknas` or an empty value.
  case missing(written: String)
  case notApplicable
  case scalar(RefScalar)
  case documents([String])
  case group([String: RefClaim])
  case groups([[String: RefClaim]])
  case scalars([RefClaim])
}

/// What one role found about the proposal.
struct RefSheet: Sendable {
  enum Verdict: Sendable { case confirmed, corrected(RefScalar), rejected }
  struct ClaimVerdict: Sendable {
    /// Path with items by number, as `parter[2].roll`.
    var field: String
    var verdict: Verdict
  }
  struct Answer: Sendable {
    var judgement: String
    var key: String?
    var step: String
    var isJoint: Bool
  }
  struct ExclusionDecision: Sendable {
    var exclusion: String
    var isDecided: Bool
  }
  struct ExceptionDecision: Sendable {
    var exclusion: String
    var exception: String
    var validTo: String
  }
  var role: String
  var date: String
  var claims: [ClaimVerdict] = []
  var seen: [(document: String, isSeen: Bool)] = []
  var judgements: [Answer] = []
  var exclusions: [ExclusionDecision] = []
  var exceptions: [ExceptionDecision] = []
}

struct RefDeclaration: Sendable {
  var role: String
  /// nil: not yet tried.
  var outcome: String?
}
