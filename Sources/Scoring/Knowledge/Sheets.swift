internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL

/// What the assessments of one proposal come to, recused roles left out (docs/scoring.md, 1).
struct Sheets: Sendable {
  /// In the round's order of precedence.
  var sheets: [Assessment]
  var recused: Int
  var corrections: [Correction]
  /// What counts for an assessed claim, where it differs from the claim.
  var overrides: [FieldPath: Value]
  /// The values that a disputed claim may have.
  var disputed: [FieldPath: [Value]]
  var rejected: [FieldPath]
  /// Disputed claims that some role rejects.
  var perhapsRejected: [FieldPath]
  /// Documents that roles have looked for: true, false, or nil where they differ.
  var seen: [String: Bool?]
  var judgements: [JudgementKey: JudgementTrace]

  struct JudgementKey: Hashable {
    var judgement: Int
    var key: String?
  }

  /// Nobody has assessed anything.
  init() {
    sheets = []
    recused = 0
    corrections = []
    overrides = [:]
    disputed = [:]
    rejected = []
    perhapsRejected = []
    seen = [:]
    judgements = [:]
  }

  init(of proposal: Proposal, in data: RoundData) {
    self.init()
    let recusedRoles = data.declarations.filter {
      $0.proposal == proposal.id && $0.outcome == .conflict
    }.map { $0.role }
    let all = data.assessments.filter { $0.proposal == proposal.id }
    let rank = { (role: String) -> Int in
      data.round.roles.firstIndex { $0.id == role } ?? data.round.roles.count
    }
    sheets = all.filter { !recusedRoles.contains($0.role) }.ordered { rank($0.role) < rank($1.role) }
    recused = all.count - sheets.count
    let first = data.round.roles.first?.id
    collectClaims(proposal: proposal, form: data.ruleset.form, firstRole: first)
    collectDocuments()
    collectJudgements(data.ruleset)
  }

  private mutating func collectClaims(proposal: Proposal, form: Form, firstRole: String?) {
    var paths: [FieldPath] = []
    for sheet in sheets {
      for claim in sheet.claims where !paths.contains(claim.path) { paths.append(claim.path) }
    }
    for path in Array(paths).ordered() {
      let claimed = claimedValue(at: path, in: proposal, form)
      var verdicts: [Correction.Sheet] = []
      for sheet in sheets {
        for claim in sheet.claims where claim.path == path {
          verdicts.append(
            Correction.Sheet(
              role: sheet.role, date: sheet.date, verdict: claim.verdict, reason: claim.reason))
        }
      }
      let settling = verdicts.first { $0.role == firstRole }
      let deciding = settling.map { [$0] } ?? verdicts
      let values = deciding.map { sheet in
        switch sheet.verdict {
        case .confirmed: claimed
        case .corrected(let value): value
        case .rejected: Value.null(nil)
        }
      }
      var distinct: [Value] = []
      for value in values where !distinct.contains(where: { sameValue($0, value) }) {
        distinct.append(value)
      }
      let counts: Value
      let outcome: Correction.Outcome
      if distinct.count == 1 {
        counts = distinct[0]
        outcome =
          switch deciding[0].verdict {
          case .confirmed: .confirmed
          case .corrected: .corrected
          case .rejected: .rejected
          }
        if outcome == .rejected { rejected.append(path) }
      } else {
        outcome = .disagreement
        disputed[path] = distinct
        if verdicts.contains(where: { if case .rejected = $0.verdict { true } else { false } }) {
          perhapsRejected.append(path)
        }
        counts = unknownAmong(distinct, cause: .field(path))
      }
      if outcome != .confirmed { overrides[path] = counts }
      corrections.append(
        Correction(path: path, outcome: outcome, claimed: claimed, counts: counts, sheets: verdicts))
    }
  }

  private mutating func collectDocuments() {
    for sheet in sheets {
      for document in sheet.documents {
        if let before = seen[document.document] {
          if before != document.seen { seen[document.document] = .some(nil) }
        } else {
          seen[document.document] = document.seen
        }
      }
    }
  }

  private mutating func collectJudgements(_ ruleset: Ruleset) {
    var keys: [JudgementKey] = []
    for sheet in sheets {
      for given in sheet.judgements {
        let key = JudgementKey(judgement: given.judgement, key: given.key)
        if !keys.contains(key) { keys.append(key) }
      }
    }
    for key in keys {
      let judgement = ruleset.judgements[key.judgement]
      var answers: [JudgementTrace.Answer] = []
      for sheet in sheets where judgement.roles.isEmpty || judgement.roles.contains(sheet.role) {
        for given in sheet.judgements where given.judgement == key.judgement && given.key == key.key {
          answers.append(
            JudgementTrace.Answer(
              role: sheet.role, date: sheet.date, step: given.step, reason: given.reason,
              isJoint: given.isJoint))
        }
      }
      guard let first = answers.first else { continue }
      var low = first.step
      var high = first.step
      if let joint = latestJoint(answers) {
        low = joint.step
        high = joint.step
      } else if judgement.combine == .median {
        let steps = answers.map { $0.step }.ordered()
        low = steps[(steps.count - 1) / 2]
        high = low
      } else {
        for answer in answers {
          low = min(low, answer.step)
          high = max(high, answer.step)
        }
      }
      judgements[key] = JudgementTrace(
        judgement: key.judgement, key: key.key, answers: answers, low: low, high: high)
    }
  }

  /// The latest joint answer; of the same date the one whose role comes first in precedence.
  private func latestJoint(_ answers: [JudgementTrace.Answer]) -> JudgementTrace.Answer? {
    var latest: JudgementTrace.Answer?
    for answer in answers where answer.isJoint {
      if latest == nil || latest!.date < answer.date { latest = answer }
    }
    return latest
  }

  /// What counts at a place instead of the claim: an assessed value, or, for the documents that stand in the same
  /// item or group as a rejected claim, none.
  func override(at path: FieldPath, in form: Form) -> Value? {
    if let value = overrides[path] { return value }
    guard !rejected.isEmpty, path.components.count > 1,
      case .documents? = declaredField(at: path, in: form)?.type
    else { return nil }
    let group = path.components.dropLast()
    return rejected.contains { $0.components.dropLast() == group } ? .list([]) : nil
  }

  /// Disputed claims that some role rejects, in the same item or group as the documents at a place.
  func doubts(at path: FieldPath, in form: Form) -> [FieldPath] {
    guard !perhapsRejected.isEmpty, path.components.count > 1,
      case .documents? = declaredField(at: path, in: form)?.type
    else { return [] }
    let group = path.components.dropLast()
    return perhapsRejected.filter { $0.components.dropLast() == group }
  }

  /// The judgement as it stands; the whole scale where nobody has answered.
  func judgement(_ index: Int, key: String?, in ruleset: Ruleset) -> JudgementTrace {
    judgements[JudgementKey(judgement: index, key: key)]
      ?? JudgementTrace(
        judgement: index, key: key, answers: [], low: 0, high: ruleset.judgements[index].scale.count - 1)
  }
}

/// One value, or unknown over those given.
func unknownAmong(_ values: [Value], cause: Unknown.Cause) -> Value {
  if values.count == 1 { return values[0] }
  var strings: [String] = []
  var numbers = true
  for value in values {
    switch value {
    case .string(let text):
      strings.append(text)
      numbers = false
    case .number: break
    default: numbers = false
    }
  }
  if strings.count == values.count {
    return .unknown(Unknown(causes: [cause], bounds: .choices(strings)))
  }
  if numbers {
    var low: Value = values[0]
    var high: Value = values[0]
    for value in values {
      if case .number(let n) = value {
        if case .number(let l) = low, n < l { low = value }
        if case .number(let h) = high, h < n { high = value }
      }
    }
    if case .number(let l) = low, case .number(let h) = high {
      return .unknown(Unknown(causes: [cause], bounds: .number(low: l, high: h)))
    }
  }
  return .unknown(Unknown(causes: [cause], bounds: .values(values)))
}

/// Whether two typed values of one field are the same.
func sameValue(_ a: Value, _ b: Value) -> Bool {
  switch (a, b) {
  case (.null, .null): true
  case (.boolean(let x), .boolean(let y)): x == y
  case (.number(let x), .number(let y)): x == y
  case (.string(let x), .string(let y)): x == y
  case (.date(let x), .date(let y)): x == y
  case (.list(let x), .list(let y)):
    x.count == y.count && zip(x, y).allSatisfy { sameValue($0, $1) }
  default: false
  }
}

/// What the applicant says at a place; null where nothing stands.
private func claimedValue(at path: FieldPath, in proposal: Proposal, _ form: Form) -> Value {
  var group: ClaimGroup? = proposal.claims
  var fields = form.fields
  var claim: Claim?
  for component in path.components {
    switch component {
    case .name(let name):
      guard let index = fields.firstIndex(where: { $0.name == name }) else { return .null(nil) }
      claim = group?.fields[index]
      switch fields[index].type {
      case .group(let inner): fields = inner
      case .list(let list):
        if case .group(let inner) = list.element { fields = inner }
      default: break
      }
      if case .group(let inner)? = claim?.content { group = inner }
    case .item(let number):
      switch claim?.content {
      case .groups(let groups)? where groups.indices.contains(number - 1): group = groups[number - 1]
      case .items(let items)? where items.indices.contains(number - 1): claim = items[number - 1]
      default: return .null(nil)
      }
    }
  }
  switch claim?.content {
  case .value(let value)?: return value
  case .items(let items)?:
    return .list(items.map { if case .value(let value) = $0.content { value } else { .null(nil) } })
  default: return .null(nil)
  }
}
