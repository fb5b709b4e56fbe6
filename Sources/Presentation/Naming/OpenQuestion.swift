internal import Criteria
internal import Diagnostics
internal import FEEL
internal import Scoring

/// Something that is not known about a proposal: what it is, what it lacks, who settles it and where it stands.
struct OpenQuestion {
  enum Kind { case missing, disagreement, unseen, unanswered }
  enum Resolver { case applicant, association }

  var cause: Unknown.Cause
  var kind: Kind
  /// "Målgrupp, antal" – begins a sentence.
  var subject: String
  /// "Målgrupp, antal saknas", without a full stop.
  var sentence: String
  var span: Span?

  /// What is missing the applicant gives; documents and judgements are the association's to see to.
  var resolver: Resolver { kind == .missing ? .applicant : .association }
}

extension Names {
  func question(_ cause: Unknown.Cause, of result: ProposalResult) -> OpenQuestion {
    let proposal = data.proposals[result.index]
    switch cause {
    case .field(let path):
      let subject = field(path, of: proposal)
      let disagree = result.corrections.contains { $0.path == path && $0.outcome == .disagreement }
      return OpenQuestion(
        cause: cause, kind: disagree ? .disagreement : .missing, subject: subject,
        sentence: disagree
          ? text(Text("\(subject): bedömarna är oense", "\(subject): the assessors disagree"))
          : text(Text("\(subject) saknas", "\(subject) is missing")),
        span: proposal.span(of: path, in: ruleset.form))
    case .document(let id):
      let subject = text(
        Text("Handlingen ”\(document(id, of: proposal))”", "The document “\(document(id, of: proposal))”"))
      return OpenQuestion(
        cause: cause, kind: .unseen, subject: subject,
        sentence: text(Text("\(subject) är inte sedd", "\(subject) has not been seen")),
        span: documentSpan(id, of: proposal))
    case .judgement(let id, let key):
      let rule = judgement(id)
      var asked = rule.map { $0.question.shown(language) } ?? id
      if let key {
        asked += " (" + (rule?.per.map { item(key, of: $0, in: proposal) } ?? key) + ")"
      }
      let index = ruleset.judgements.firstIndex { $0.id == id }
      let differ = index.map { result.verified.hasAnswer($0, key) } ?? false
      let subject = text(Text("Frågan ”\(asked)”", "The question “\(asked)”"))
      return OpenQuestion(
        cause: cause, kind: differ ? .disagreement : .unanswered, subject: subject,
        sentence: differ
          ? text(Text("\(subject): bedömarna svarar olika", "\(subject): the assessors answer differently"))
          : text(Text("\(subject) är inte besvarad", "\(subject) has not been answered")),
        span: rule?.span)
    }
  }

  /// The questions behind some causes, in their order. Where two or more fields of a group are missing, one question
  /// stands for them.
  func questions(_ causes: [Unknown.Cause], of result: ProposalResult) -> [OpenQuestion] {
    let all = causes.map { question($0, of: result) }
    var told: [FieldPath] = []
    return all.compactMap { one in
      guard let group = group(of: one) else { return one }
      let siblings = all.filter { self.group(of: $0) == group }
      if siblings.count == 1 { return one }
      if told.contains(group) { return nil }
      told.append(group)
      var whole = one
      whole.subject = field(group, of: data.proposals[result.index])
      let count = siblings.count
      whole.sentence = text(
        Text("\(whole.subject): \(count) uppgifter saknas", "\(whole.subject): \(count) details are missing"))
      return whole
    }
  }

  /// The group that a missing field stands in.
  private func group(of question: OpenQuestion) -> FieldPath? {
    guard case .field(let path) = question.cause, question.kind == .missing, path.components.count > 1 else {
      return nil
    }
    return FieldPath(Array(path.components.dropLast()))
  }
}

extension Explanation {
  /// Whether some role has answered the judgement with that index.
  func hasAnswer(_ judgement: Int, _ key: String?) -> Bool {
    judgements.contains { $0.judgement == judgement && $0.key == key && !$0.answers.isEmpty }
      || children.contains { $0.hasAnswer(judgement, key) }
  }
}
