public import Diagnostics

/// What a file of a round or of the rules is, as its first key says.
public enum FileKind: Sendable, Hashable, CaseIterable {
  case form, ruleset, tests, round, proposal, assessment, declarations

  /// The value of `schema:`.
  public var schema: String { "beredning/" + word + "/1" }

  var word: String {
    switch self {
    case .form: "form"
    case .ruleset: "ruleset"
    case .tests: "tests"
    case .round: "round"
    case .proposal: "proposal"
    case .assessment: "assessment"
    case .declarations: "declarations"
    }
  }

  /// What people call it: "ett förslag".
  public var name: Text {
    switch self {
    case .form: Text("ett formulär", "a form")
    case .ruleset: Text("ett regelverk", "a ruleset")
    case .tests: Text("regeltester", "rule tests")
    case .round: Text("en omgång", "a round")
    case .proposal: Text("ett förslag", "a proposal")
    case .assessment: Text("ett bedömningsblad", "an assessment sheet")
    case .declarations: Text("jävsanmälningar", "declarations of conflicts of interest")
    }
  }

  /// The letter of the codes of its findings.
  var letter: Unicode.Scalar {
    switch self {
    case .form, .proposal: "F"
    case .ruleset, .tests: "C"
    case .round: "R"
    case .assessment, .declarations: "A"
    }
  }

  /// The kind whose schema this is, whatever its version.
  init?(schema: String) {
    for kind in FileKind.allCases where schema.hasPrefix("beredning/" + kind.word + "/") {
      self = kind
      return
    }
    return nil
  }
}

/// What a reader made of a file, and what it has to say about it. `value` is nil where there is an error that
/// leaves nothing to go on with; it may be there beside errors in `findings`.
public struct Reading<Value: Sendable>: Sendable {
  public var value: Value?
  public var findings: Findings

  public init(value: Value?, findings: Findings) {
    self.value = value
    self.findings = findings
  }
}
