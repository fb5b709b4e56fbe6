public import Diagnostics
import FEEL
import YAMLSource

extension Finding {
  /// Whether it says that a round is frozen with other rules than those that were found: such a round can be looked at
  /// by the rules that there are, and nothing more.
  public var tellsOfOtherRules: Bool {
    (103...106).contains { code == Code("R", $0) }
  }
}

extension FileReader {
  /// A frozen round is judged by the rules it was frozen with, byte for byte.
  mutating func checkFrozen(_ round: Round, _ ruleset: Ruleset) {
    guard let frozen = round.frozen, let document = documentForSpans()?["frozen"] else { return }
    let hint = Text(
      "Ta tillbaka filerna som de var, eller kör `beredning freeze` igen om omgången ska bedömas efter de nya reglerna.",
      "Bring the files back as they were, or run `beredning freeze` again if the round is to be judged by the new rules."
    )
    if frozen.ruleset != ruleset.id {
      report(
        103, at: document["ruleset"]?.span,
        Text(
          "omgången är fryst med regelverket `\(frozen.ruleset)`, men reglerna är `\(ruleset.id)`",
          "the round is frozen with the ruleset `\(frozen.ruleset)`, but the rules are `\(ruleset.id)`"),
        hints: [hint])
    } else if frozen.version != ruleset.version {
      report(
        104, at: document["version"]?.span,
        Text(
          "omgången är fryst med version `\(frozen.version)`, men reglerna är version `\(ruleset.version)`",
          "the round is frozen with version `\(frozen.version)`, but the rules are version `\(ruleset.version)`"
        ),
        hints: [hint])
    } else if frozen.rulesSHA256 != ruleset.sha256 {
      reportHash(
        105,
        Text(
          "reglerna är inte de som omgången är fryst med",
          "the rules are not those that the round is frozen with"),
        frozen.rulesSHA256, ruleset.sha256, at: document["rules_sha256"]?.span, hint)
    }
    if frozen.formSHA256 != ruleset.form.sha256, frozen.ruleset == ruleset.id {
      reportHash(
        106,
        Text(
          "formuläret är inte det som omgången är fryst med",
          "the form is not the one that the round is frozen with"),
        frozen.formSHA256, ruleset.form.sha256, at: document["form_sha256"]?.span, hint)
    }
  }

  private mutating func reportHash(
    _ number: Int, _ message: Text, _ frozen: String, _ found: String, at span: Span?, _ hint: Text
  ) {
    report(
      number, at: span, message,
      hints: [
        Text("Fryst: \(frozen)", "Frozen: \(frozen)"), Text("Filen: \(found)", "The file: \(found)"), hint,
      ])
  }

  /// Judgements and sheets name roles; a ruleset's roles must be roles of the round.
  mutating func checkRoles(_ round: Round, _ ruleset: Ruleset) {
    let roles = round.roles.map { $0.id }
    for judgement in ruleset.judgements {
      guard !judgement.roles.isEmpty, !judgement.roles.contains(where: { roles.contains($0) }) else {
        continue
      }
      let allowed = judgement.roles.joined(separator: ", ")
      report(
        107, .warning, at: documentForSpans()?.entry("roles")?.key.span,
        Text(
          "ingen av omgångens roller får svara på bedömningen `\(judgement.id)`",
          "none of the round's roles may answer the judgement `\(judgement.id)`"),
        hints: [
          Text("Reglerna tillåter: \(allowed).", "The rules allow: \(allowed).")
        ])
    }
  }
}
