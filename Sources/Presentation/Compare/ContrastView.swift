internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// A contrast in words, in one language: criteria before totals.
struct ContrastView {
  struct Row {
    var title: String
    var first: String
    var second: String
    var difference: String
    /// What carries the difference.
    var reason: String?
  }

  var first: String
  var second: String
  var verdict: String
  var levels: [String]
  var rows: [Row]
  var sum: String
  var changes: [String]

  init(_ contrast: Contrast, _ report: RoundReport, _ language: Language) {
    let phrases = ContrastPhrases(language)
    let names = Names(report.data, language)
    let a = report.result.proposals[contrast.first]
    let b = report.result.proposals[contrast.second]
    let first = names.proposal(a)
    let second = names.proposal(b)
    (self.first, self.second) = (first, second)
    let decimals = Self.decimals(contrast)
    let signed = { (value: Rational) in Self.signed(value, decimals, language) }
    verdict = phrases.verdict(
      first, ShownNumber.withRange(a.total, decimals: decimals, language), second,
      ShownNumber.withRange(b.total, decimals: decimals, language),
      difference: ShownNumber.short(contrast.difference, decimals: decimals, language), contrast.closeness,
      limit: ShownNumber.short(report.data.ruleset.indistinguishableWithin, language))
    levels = report.data.ruleset.criteria.indices.map { index in
      phrases.level(
        report.data.ruleset.criteria[index].title.shown(language), first,
        names.level(a.verified.children[index]), second, names.level(b.verified.children[index]))
    }
    rows = contrast.parts.map { part in
      Row(
        title: part.title.shown(language), first: ShownNumber.fixed(part.first, decimals: decimals, language),
        second: ShownNumber.fixed(part.second, decimals: decimals, language),
        difference: signed(part.difference),
        reason: Self.carrier(part).map { carrier in
          phrases.carrier(
            carrier.title.shown(language), ShownNumber.short(carrier.first, decimals: decimals, language),
            ShownNumber.short(carrier.second, decimals: decimals, language),
            because: (carrier.difference < .zero ? carrier.secondNode : carrier.firstNode)?.because?.shown(
              language)
          )
        })
    }
    sum = signed(contrast.difference)
    changes = RankingView.changes(among: [contrast.first, contrast.second], report, language)
  }

  /// The rule or part that carries most of a difference, in its direction; nil where there is nothing to tell.
  private static func carrier(_ part: Contrast.Part) -> Contrast.Part? {
    if part.difference.isZero { return nil }
    let isPositive = Rational.zero < part.difference
    for child in part.parts where !child.difference.isZero {
      if (Rational.zero < child.difference) == isPositive {
        if case .adjustment = child.kind { continue }
        return carrier(child) ?? child
      }
    }
    return nil
  }

  /// As many decimals as it takes for every figure to be shown in full, at most three.
  private static func decimals(_ contrast: Contrast) -> Int {
    let figures = contrast.parts.flatMap { [$0.first, $0.second] }
    for decimals in 0..<3 where figures.allSatisfy({ (try? $0.rounded(toScale: decimals, .halfUp)) == $0 }) {
      return decimals
    }
    return 3
  }

  private static func signed(_ value: Rational, _ decimals: Int, _ language: Language) -> String {
    let text = ShownNumber.fixed(value, decimals: decimals, language)
    return Rational.zero < value ? "+" + text : text
  }
}

extension RankingView {
  /// The changes of order that concern these proposals and no others.
  fileprivate static func changes(among pair: [Int], _ report: RoundReport, _ language: Language) -> [String]
  {
    let builder = RankingViewBuilder(report, language)
    return report.result.changes.filter { change in
      switch change {
      case .settled(let proposal, _, _, _): pair.contains(proposal)
      case .weight(_, _, _, let first, let second): pair.contains(first) && pair.contains(second)
      }
    }.map(builder.change)
  }
}

/// The fixed wordings of a contrast.
struct ContrastPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  var difference: String { say("skillnad", "difference") }
  var sum: String { say("summa", "sum") }
  var levels: String { say("Kriterierna", "The criteria") }
  var points: String { say("Poängen", "The points") }
  var changes: String { say("Detta kan ändra ordningen", "This can change the order") }

  func verdict(
    _ first: String, _ a: String, _ second: String, _ b: String, difference: String,
    _ closeness: Contrast.Closeness, limit: String
  ) -> String {
    let totals = say(
      "\(first) \(a), \(second) \(b): skillnaden är \(difference) poäng.",
      "\(first) \(a), \(second) \(b): the difference is \(difference) points.")
    let meaning =
      switch closeness {
      case .equal: say("De har lika många poäng.", "They have equal points.")
      case .indistinguishable:
        say(
          "De kan inte skiljas åt (gränsen är \(limit)).",
          "They cannot be told apart (the limit is \(limit)).")
      case .open:
        say(
          "Det som saknas eller inte är prövat kan vända ordningen.",
          "What is missing or not examined may turn the order.")
      case .apart:
        say("Ordningen står sig, vad som än kompletteras.", "The order holds, whatever is supplemented.")
      }
    return totals + " " + meaning
  }

  func level(_ criterion: String, _ first: String, _ a: String, _ second: String, _ b: String) -> String {
    "\(criterion): \(first) \(a), \(second) \(b)"
  }

  func carrier(_ title: String, _ a: String, _ b: String, because: String?) -> String {
    let figures = say("\(title): \(a) mot \(b)", "\(title): \(a) against \(b)")
    return because.map { figures + ". " + $0 } ?? figures
  }
}
