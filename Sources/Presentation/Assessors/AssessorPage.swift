internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// One proposal's assessments in words, in one language.
struct AssessorPage {
  struct Table {
    var heading: String
    var columns: [String]
    var rows: [(cells: [String], notes: [String])]
  }

  var title: String
  var lead: [String]
  var tables: [Table] = []
  /// Questions that one assessor alone has answered.
  var single: [String] = []
  var own: [String] = []

  private let view: AssessorView
  private let result: ProposalResult
  private let proposal: Proposal
  private let names: Names
  private let phrases: AssessorPhrases

  init(_ view: AssessorView, _ report: RoundReport, _ language: Language) {
    self.view = view
    result = report.result.proposals[view.proposal]
    proposal = report.data.proposals[view.proposal]
    names = Names(report.data, language)
    phrases = AssessorPhrases(language)
    title = phrases.title(names.proposal(result))
    lead =
      view.roles.isEmpty ? [phrases.none] : [phrases.agreement(view.agreed, of: view.compared)]
    if view.recused > 0 { lead.append(phrases.recused(view.recused)) }
    let all = [judgements(), claims(), documents()]
    tables = all.filter { !$0.rows.isEmpty }
    own = view.judgements.compactMap(ownLine)
    single = view.judgements.filter { $0.answers.count == 1 }.map { one in
      phrases.single(
        question(one), names.role(one.answers[0].role), label(one.answers[0].step, one))
    }
  }

  /// What the assessors are still to settle: judgements, claims and documents on which they differ.
  var disagreements: [String] {
    view.judgements.filter { $0.state == .disagreement }.map(differ)
      + view.claims.filter { $0.outcome == .disagreement }.map {
        phrases.differOnClaim(names.field($0.path, of: proposal))
      }
      + view.documents.filter { !$0.isAgreed }.map {
        phrases.differOnDocument(names.document($0.document, of: proposal))
      }
  }

  private func differ(_ one: AssessorView.Judged) -> String {
    let answers = one.answers.map { names.role($0.role) + " " + label($0.step, one) }
    let counts = phrases.range(label(one.low, one), label(one.high, one))
    return phrases.differ(question(one), answers, counts: counts, isJoint: one.state == .joint)
  }

  /// What an overview of many proposals tells of this one: where assessors differ, what they changed, and how the
  /// applicant sees it.
  var differences: [String] {
    var lines: [String] = []
    for one in view.judgements where !one.isUnanimous { lines.append(differ(one)) }
    for claim in view.claims where claim.outcome == .disagreement {
      lines.append(phrases.differOnClaim(names.field(claim.path, of: proposal)))
    }
    for looked in view.documents where !looked.isAgreed {
      lines.append(phrases.differOnDocument(names.document(looked.document, of: proposal)))
    }
    let corrected = view.claims.count { $0.outcome == .corrected }
    let rejected = view.claims.count { $0.outcome == .rejected }
    if corrected + rejected > 0 { lines.append(phrases.changed(corrected: corrected, rejected: rejected)) }
    let missing = view.documents.count { $0.sheets.allSatisfy { !$0.seen } }
    if missing > 0 { lines.append(phrases.missingDocuments(missing)) }
    return lines + view.judgements.filter { !$0.answers.isEmpty }.compactMap(ownLine)
  }

  private var language: Language { names.language }
  private var ruleset: Ruleset { names.ruleset }
  private var roleTitles: [String] { view.roles.map(names.role) }

  private func judgements() -> Table {
    var table = Table(
      heading: phrases.questions, columns: [phrases.question] + roleTitles + [phrases.counts], rows: [])
    let compared = view.judgements.filter { $0.answers.count > 1 }
    for one in compared.filter({ !$0.isUnanimous }) + compared.filter({ $0.isUnanimous }) {
      let answers = view.roles.map { role in
        let own = one.answers.filter { $0.role == role }.map { label($0.step, one) }
        return own.isEmpty ? phrases.noAnswer : own.joined(separator: ", ")
      }
      var notes: [String] = []
      switch one.state {
      case .disagreement: notes.append(phrases.until)
      case .joint: notes.append(phrases.joint)
      case .median: notes.append(phrases.median)
      case .agreed, .single, .unanswered: break
      }
      if !one.isUnanimous || one.state == .joint {
        notes += one.answers.compactMap { answer in
          answer.reason.map { phrases.reason(names.role(answer.role), ended($0)) }
        }
      }
      table.rows.append(
        ([question(one)] + answers + [phrases.range(label(one.low, one), label(one.high, one))], notes))
    }
    return table
  }

  private func label(_ step: Int, _ one: AssessorView.Judged) -> String {
    ruleset.judgements[one.judgement].scale[step].label.shown(language)
  }

  private func question(_ one: AssessorView.Judged) -> String {
    let judgement = ruleset.judgements[one.judgement]
    let text = judgement.question.shown(language)
    guard let key = one.key else { return text }
    return text + " (" + (judgement.per.map { names.item(key, of: $0, in: proposal) } ?? key) + ")"
  }

  private func ownLine(_ one: AssessorView.Judged) -> String? {
    guard let own = one.own else { return nil }
    let counts = one.answers.isEmpty ? nil : phrases.range(label(one.low, one), label(one.high, one))
    let steps = own > one.high ? own - one.high : own < one.low ? own - one.low : 0
    return phrases.own(
      question(one), own: label(own, one), counts: counts,
      difference: steps == 0 && one.low != one.high ? phrases.inside : phrases.difference(steps))
  }

  private func claims() -> Table {
    var table = Table(
      heading: phrases.claims,
      columns: [phrases.claim, phrases.claimed] + roleTitles + [phrases.counts], rows: [])
    for correction in view.claims {
      let words = { (value: Value) in self.words(value, at: correction.path) }
      let answers = view.roles.map { role -> String in
        guard let sheet = correction.sheets.first(where: { $0.role == role }) else { return phrases.noAnswer }
        return switch sheet.verdict {
        case .confirmed: phrases.confirmed
        case .corrected(let value): words(value)
        case .rejected: phrases.rejected
        }
      }
      let counts =
        switch correction.outcome {
        case .disagreement: phrases.open
        case .rejected: phrases.rejected
        case .confirmed, .corrected: words(correction.counts)
        }
      table.rows.append(
        (
          [names.field(correction.path, of: proposal), words(correction.claimed)] + answers + [counts],
          correction.sheets.compactMap { sheet in
            sheet.reason.map { phrases.reason(names.role(sheet.role), ended($0)) }
          }
        ))
    }
    return table
  }

  private func words(_ value: Value, at path: FieldPath) -> String {
    let field = declaredField(at: path, in: ruleset.form)
    return ValueWords(names).words(value, unit: field?.unit, choices: field?.choices ?? [])
  }

  private func documents() -> Table {
    var table = Table(
      heading: phrases.documents, columns: [phrases.document] + roleTitles, rows: [])
    for one in view.documents {
      let answers = view.roles.map { role -> String in
        guard let sheet = one.sheets.first(where: { $0.role == role }) else { return phrases.noAnswer }
        return sheet.seen ? phrases.seen : phrases.notFound
      }
      table.rows.append(
        (
          [names.document(one.document, of: proposal)] + answers,
          one.sheets.compactMap { sheet in
            sheet.reason.map { phrases.reason(names.role(sheet.role), ended($0)) }
          }
        ))
    }
    return table
  }
}
