internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import FEEL
internal import Scoring

/// Notes on the criteria in words, in both languages.
struct CraftWords {
  private let ruleset: Ruleset

  init(_ names: Names) { ruleset = names.ruleset }

  func code(_ note: CraftNote) -> Code {
    switch note {
    case .hardlyTellsApart: Code("W", 112)
    case .followEachOther: Code("W", 113)
    case .mostAreClose: Code("W", 114)
    case .anchorsFromProposals: Code("W", 115)
    }
  }

  /// Paths of the criteria that a note is about.
  func criteria(_ note: CraftNote) -> [String] {
    switch note {
    case .hardlyTellsApart(let criterion, _): [ruleset.criteria[criterion].id]
    case .followEachOther(let first, let second): [ruleset.criteria[first].id, ruleset.criteria[second].id]
    case .mostAreClose: []
    case .anchorsFromProposals(let path): [path]
    }
  }

  /// A whole sentence or two.
  func sentence(_ note: CraftNote) -> Text {
    switch note {
    case .hardlyTellsApart(let index, let spread):
      let title = self.title(ruleset.criteria[index].title)
      let weight = share(index)
      if spread.isZero {
        return Text(
          "\(title(.swedish)) skiljer inte förslagen åt: alla får lika mycket. Kriteriet väger \(weight(.swedish)).",
          "\(title(.english)) does not tell the proposals apart: all get the same. The criterion weighs \(weight(.english))."
        )
      }
      let width = percent(spread)
      return Text(
        "\(title(.swedish)) skiljer knappt förslagen åt: alla ligger inom \(width(.swedish)) av skalan. Kriteriet väger \(weight(.swedish)).",
        "\(title(.english)) hardly tells the proposals apart: all lie within \(width(.english)) of the scale. The criterion weighs \(weight(.english))."
      )
    case .followEachOther(let first, let second):
      let a = title(ruleset.criteria[first].title)
      let b = title(ruleset.criteria[second].title)
      return Text(
        "\(a(.swedish)) och \(b(.swedish)) följs åt: den som får mycket på det ena får mycket på det andra. Se efter att samma sak inte räknas två gånger.",
        "\(a(.english)) and \(b(.english)) follow each other: who gets much on one gets much on the other. See that the same thing is not counted twice."
      )
    case .mostAreClose(let group, let close, let pairs):
      let place = group.map { " i " + title(ruleset.groups[$0].title)(.swedish) }
      let place2 = group.map { " in " + title(ruleset.groups[$0].title)(.english) }
      return Text(
        "\(close) av \(pairs) grannar i ordningen\(place ?? "") kan inte skiljas åt på poängen. Där får samtalet avgöra.",
        "\(close) of \(pairs) neighbours in the order\(place2 ?? "") cannot be told apart by points. There the discussion decides."
      )
    case .anchorsFromProposals(let path):
      let title = title(at: path)
      return Text(
        "Skalan för \(title(.swedish)) går precis från det lägsta till det högsta i omgången. En skala som tas från förslagen ändras med vilka som söker.",
        "The scale of \(title(.english)) goes exactly from the lowest to the highest of the round. A scale taken from the proposals changes with who applies."
      )
    }
  }

  private func title(_ text: Text) -> Text { Text("”\(text.sv)”", "“\(text.shown(.english))”") }

  private func title(at path: String) -> Text {
    var siblings = ruleset.criteria
    var found: Criterion?
    for part in path.split(separator: "/") {
      found = siblings.first { $0.id == part }
      if case .composite(let parts, _)? = found?.scoring { siblings = parts } else { siblings = [] }
    }
    return title(found?.title ?? Text(sv: path))
  }

  private func share(_ index: Int) -> Text {
    let sum = (try? Rational.sum(ruleset.criteria.map { $0.weight })) ?? .one
    return percent((try? ruleset.criteria[index].weight.divided(by: sum)) ?? .zero)
  }

  private func percent(_ share: Rational) -> Text {
    Text(ShownShare.percent(share, .swedish), ShownShare.percent(share, .english))
  }
}
