public import Criteria
internal import FEEL

/// What each assessor found of one proposal, side by side.
public struct AssessorView: Sendable {
  /// Index of the proposal.
  public var proposal: Int
  /// Roles whose sheets count, in the round's precedence.
  public var roles: [String]
  /// Sheets left out since their role has a conflict of interest.
  public var recused: Int
  public var judgements: [Judged]
  /// Claims that some role has looked at.
  public var claims: [Correction]
  public var documents: [Looked]

  /// Judgements with two answers or more.
  public var compared: Int { judgements.count { $0.answers.count > 1 } }
  /// Those in which every assessor's own answer is the same.
  public var agreed: Int { judgements.count { $0.answers.count > 1 && $0.isUnanimous } }

  public struct Judged: Sendable {
    /// Index in `Ruleset.judgements`.
    public var judgement: Int
    public var key: String?
    public var answers: [JudgementTrace.Answer]
    /// The steps that count, lowest and highest.
    public var low: Int
    public var high: Int
    public var state: State
    /// What the applicant's own words come to.
    public var own: Int?

    public var isUnanimous: Bool { answers.allSatisfy { $0.step == answers.first?.step } }
  }

  public enum State: Sendable, Hashable {
    case unanswered
    /// One assessor alone.
    case single
    case agreed
    /// A joint, reasoned answer counts.
    case joint
    /// The ruleset takes the middle.
    case median
    /// An interval, until they answer jointly.
    case disagreement
  }

  /// Who has looked for a document.
  public struct Looked: Sendable {
    public var document: String
    public var sheets: [(role: String, seen: Bool, reason: String?)]
    public var isAgreed: Bool { sheets.allSatisfy { $0.seen == sheets.first?.seen } }
  }
}

/// The assessments of the proposal with that index; recused roles are left out and counted.
public func assessorView(_ data: RoundData, at index: Int, plan: ReadingPlan? = nil) -> AssessorView {
  ProposalScoring(data, at: index, options: ScoringOptions(detail: .values, plan: plan)).assessorView()
}

extension ProposalScoring {
  func assessorView() -> AssessorView {
    let situation = stated

    var judged: [AssessorView.Judged] = []
    for (number, judgement) in ruleset.judgements.enumerated() {
      var keys: [String?] = []
      for key in sheets.judgements.keys where key.judgement == number { keys.append(key.key) }
      keys.sort { ($0 ?? "") < ($1 ?? "") }
      var own: Int?
      if judgement.per == nil, let view = judgement.own,
        case .string(let id) = situation.evaluate(view, in: situation.scope)
      {
        own = judgement.scale.firstIndex { $0.id == id }
      }
      if keys.isEmpty && own != nil { keys = [nil] }
      for key in keys {
        let trace = sheets.judgement(number, key: key, in: ruleset)
        judged.append(
          AssessorView.Judged(
            judgement: number, key: key, answers: trace.answers, low: trace.low, high: trace.high,
            state: state(trace, judgement), own: own))
      }
    }

    var documents: [AssessorView.Looked] = []
    for id in verified.claims.documentIDs {
      var looked = AssessorView.Looked(document: id, sheets: [])
      for sheet in sheets.sheets {
        for entry in sheet.documents where entry.document == id {
          looked.sheets.append((sheet.role, entry.seen, entry.reason))
        }
      }
      if !looked.sheets.isEmpty { documents.append(looked) }
    }
    return AssessorView(
      proposal: index, roles: sheets.sheets.map { $0.role }, recused: sheets.recused, judgements: judged,
      claims: sheets.corrections, documents: documents)
  }
}

private func state(_ trace: JudgementTrace, _ judgement: Judgement) -> AssessorView.State {
  if trace.answers.isEmpty { return .unanswered }
  if trace.answers.contains(where: { $0.isJoint }) { return .joint }
  if trace.answers.count == 1 { return .single }
  if trace.answers.allSatisfy({ $0.step == trace.answers[0].step }) { return .agreed }
  return judgement.combine == .median ? .median : .disagreement
}
