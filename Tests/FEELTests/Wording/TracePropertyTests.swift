import Diagnostics
import ExactNumbers
import FEEL
import TestSupport
import Testing

@Suite("Traces of generated conditions")
struct TracePropertyTests {
  /// What a node says, in the terms that Kleene's logic combines.
  enum State: Hashable {
    case yes, no, null, failed, unknown

    init(_ trace: ConditionTrace) {
      switch trace.verdict {
      case .met: self = .yes
      case .notMet: self = trace.isNull ? .null : .no
      case .unknown: self = .unknown
      case .failed: self = .failed
      }
    }

    var negated: State {
      switch self {
      case .yes: .no
      case .no: .yes
      case .null, .failed, .unknown: self
      }
    }
  }

  /// What `and` (or, turned around, `or`) of such parts may be. An unknown part may be one that cannot be true, and
  /// so beside a null part the whole may be null.
  private static func and(_ parts: [State]) -> Set<State> {
    if parts.contains(.no) { return [.no] }
    let ifKnown: State = parts.contains(.failed) ? .failed : parts.contains(.null) ? .null : .yes
    guard parts.contains(.unknown) else { return [ifKnown] }
    return ifKnown == .yes ? [.unknown] : [.unknown, ifKnown]
  }

  private static func or(_ parts: [State]) -> Set<State> {
    Set(and(parts.map { $0.negated }).map { $0.negated })
  }

  private static func expected(_ trace: ConditionTrace) -> Set<State>? {
    switch trace.kind {
    case .leaf: return nil
    case .all(let parts): return and(parts.map { State($0) })
    case .any(let parts): return or(parts.map { State($0) })
    case .not(let part): return [State(part).negated]
    case .fact(_, let part): return [State(part)]
    case .either(_, let then?, let otherwise?):
      let branches: Set<State> = [State(then), State(otherwise)]
      if branches.count == 1 { return branches.union([.unknown]) }
      return branches == [.null, .failed] ? [.null, .failed, .unknown] : [.unknown]
    case .either(_, let then, let otherwise): return (then ?? otherwise).map { [State($0)] }
    case .forEach(let quantifier, let items, let mayHaveMore, let omitted):
      // A list that is null makes the whole null.
      if items.isEmpty && !mayHaveMore && trace.isNull { return [.null] }
      #expect(omitted == 0)
      var parts = items.map { item in
        let state = State(item.trace)
        if item.isCertain { return state }
        let neutral: State = quantifier == .some ? .no : .yes
        return state == neutral ? neutral : .unknown
      }
      let combine = quantifier == .some ? or : and
      let without = combine(parts)
      guard mayHaveMore else { return without }
      parts.append(.unknown)
      return without.union(combine(parts))
    }
  }

  private static func check(_ trace: ConditionTrace, _ text: String) {
    if let allowed = expected(trace) {
      #expect(
        allowed.contains(State(trace)), "\(text): \(State(trace)) of \(allowed) in \(trace.sentence.sv)")
    }
    #expect(!trace.sentence.sv.isEmpty && !trace.sentence.en.isEmpty, "\(text)")
    for sentence in [trace.sentence.sv, trace.sentence.en] {
      #expect(!sentence.contains("  ") && !sentence.contains("null"), "\(text): \(sentence)")
    }
    switch trace.kind {
    case .leaf: break
    case .all(let parts), .any(let parts): for part in parts { check(part, text) }
    case .not(let part), .fact(_, let part): check(part, text)
    case .forEach(_, let items, _, _): for item in items { check(item.trace, text) }
    case .either(let condition, let then, let otherwise):
      for part in [condition, then, otherwise] { if let part { check(part, text) } }
    }
  }

  /// Conditions over facts that are known, missing, not given and impossible to work out.
  struct Generator {
    var random: SplitMix64

    mutating func pick(_ choices: [String]) -> String {
      choices[Int(random.next(below: UInt64(choices.count)))]
    }

    mutating func leaf() -> String {
      pick([
        "esf", "okänd", "saknar = \"x\"", "saknar > \"x\"", "antal > 10", "antal / 0 > 1", "delat > 1",
        "två_parter",
        "gissat >= 2", "gissat in [1..2]", "not(okänd)", "titel = \"Stegen\"", "true", "false", "val = \"a\"",
        "val in (\"a\", \"b\")", "val != null", "tom = null", "judgement(\"ogjord\") = \"ja\"",
        "contains(titel, \"v\")",
        "count(kanske[åtagande = \"avtal\"]) >= 2", "sum(ort) > 1", "start < slut",
        "evidence(planer.belägg) >= 2",
      ])
    }

    mutating func item() -> String {
      pick([
        "o.åtagande = \"avtal\"", "o.är_medlem", "o.bidrag.kr > 0", "o.bidrag.kr / 0 > 1", "o.part = null",
        "o.part > \"b\"", "okänd", "o.åtagande = \"avtal\" and not(o.är_medlem)",
        "val = \"a\" or o.är_medlem",
      ])
    }

    mutating func condition(_ depth: Int) -> String {
      guard depth > 0 else { return leaf() }
      switch random.next(below: 9) {
      case 0, 1: return "(" + condition(depth - 1) + ") and (" + condition(depth - 1) + ")"
      case 2, 3: return "(" + condition(depth - 1) + ") or (" + condition(depth - 1) + ")"
      case 4: return "not(" + condition(depth - 1) + ")"
      case 5:
        let list = pick(["organisationer", "kanske", "ingen", "inga", "fler", "organisationer[är_medlem]"])
        return pick(["some", "every"]) + " o in " + list + " satisfies " + item()
      case 6:
        return "if " + condition(depth - 1) + " then " + condition(depth - 1) + " else "
          + condition(depth - 1)
      case 7: return pick(["all", "any"]) + "([" + condition(depth - 1) + ", " + condition(depth - 1) + "])"
      default: return leaf()
      }
    }
  }

  private func proposal() throws -> Proposal {
    var proposal = try Proposal(
      "{ingen: null, inga: []}",
      unknown: [
        "okänd": .boolean, "gissat": .number(low: 1, high: 3), "val": .choices(["a", "b", "c"]),
      ])
    guard case .list(let items)? = proposal.scope.value(of: "organisationer") else { throw Missing() }
    let cause = Unknown.Cause.field(FieldPath([.name("organisationer")]))
    let members = items.enumerated().map { Unknown.Member($0.element, isCertain: $0.offset == 0) }
    proposal.scope = proposal.scope
      .binding("kanske", to: .unknown(Unknown(causes: [cause], bounds: .list(members, more: .none))))
      .binding(
        "fler",
        to: .unknown(
          Unknown(
            causes: [cause],
            bounds: .list(
              members, more: .some(limit: 3, example: .unknown(Unknown(causes: [cause], bounds: .any)))))))
    return proposal
  }

  struct Missing: Error {}

  @Test(
    "the root says what the evaluator says, and every node what its parts combine to", arguments: [1, 2, 3])
  func kleene(seed: UInt64) throws {
    let proposal = try proposal()
    var generator = Generator(random: SplitMix64(seed: seed))
    var seen: Set<State> = []
    for _ in 0..<600 {
      let text = generator.condition(4)
      let expression = try parseExpression(text)
      let trace = try proposal.trace(text)
      let value = proposal.evaluator.evaluate(expression, in: proposal.scope)
      #expect(trace.verdict == Verdict(value, at: expression.range), "\(text)")
      seen.insert(State(trace))
      Self.check(trace, text)
      let words = describe(expression, vocabulary: proposal.vocabulary)
      #expect(
        !words.sv.isEmpty && !words.sv.contains("null") && !words.en.contains("null"), "\(text): \(words.sv)")
    }
    #expect(seen == [.yes, .no, .null, .failed, .unknown])
  }
}
