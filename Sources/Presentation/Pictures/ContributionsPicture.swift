internal import Criteria
internal import Diagnostics
internal import ExactNumbers
internal import Scoring

extension PictureMaker {
  /// What each criterion gives, side by side in one bar for every proposal; hatched, what is not known.
  func contributions(_ members: [Int], title: String) -> Picture {
    let caption = words("Vad kriterierna ger: \(title)", "What the criteria give: \(title)")
    var table = PaperTable(
      caption,
      [PaperTable.Column(title: words("Förslag", "Proposal"), share: 3)]
        + ruleset.criteria.map { PaperTable.Column(title: short($0), isNumber: true, share: 2) }
        + [PaperTable.Column(title: words("Totalt", "Total"), isNumber: true, share: 2)])
    let hasAdjustments = members.contains { !adjustment(results[$0]).isZero }
    if hasAdjustments {
      table.columns.insert(
        PaperTable.Column(title: words("Justering", "Adjustment"), isNumber: true, share: 2),
        at: table.columns.count - 1)
    }
    var picture = Picture(caption: caption, alternative: "", table: table)
    var told: [String] = []
    for index in members {
      let result = results[index]
      let name = names.proposal(result)
      let total = ShownNumber.total(result.total, threshold: ruleset.threshold, language)
      let y = picture.height
      picture.text(0, y + 120, name, Picture.TextStyle(bold: true), room: 2_100)
      picture.text(Picture.width, y + 120, total, Picture.TextStyle(anchor: .end))
      picture.box(0, y + 160, Picture.width, 140, .possible)
      let end = at(result.total.low)
      var x = 0
      var added = Rational.zero
      let shown = ShownContributions(result.verified, decimals: 1, isDeep: false)
      var cells = [name]
      for (number, _) in ruleset.criteria.enumerated() {
        let node = result.verified.children[number]
        added = (try? added.adding(node.contribution.low)) ?? added
        // An adjustment downwards leaves the bar at the total.
        let next = min(at(added), end)
        picture.box(x, y + 160, next - x, 140, .series(number))
        x = max(x, next)
        cells.append(ShownNumber.fixed(shown.low(node), decimals: 1, language))
      }
      picture.box(x, y + 160, end - x, 140, .possible)
      picture.box(end, y + 160, at(result.total.high) - end, 140, .open)
      if hasAdjustments { cells.append(ShownNumber.fixed(adjustment(result), decimals: 1, language)) }
      cells.append(ShownNumber.withRange(result.total, decimals: 1, language))
      picture.table.add(cells)
      told.append(name + " " + total)
      picture.height += 370
    }
    picture.legend = ruleset.criteria.enumerated().map { (.series($0.offset), short($0.element)) }
    if members.contains(where: { !results[$0].total.isKnown }) {
      picture.legend.append((.open, words("det som inte är känt", "what is not known")))
    }
    picture.addLegend()
    picture.alternative =
      words("Staplat diagram. Poäng av ", "Stacked bars. Points of ")
      + ShownNumber.short(ruleset.scale, language) + ": " + told.joined(separator: "; ")
      + words(". Tabellen under bilden har alla tal.", ". The table below has every figure.")
    return picture
  }

  private func at(_ total: Rational) -> Int { Geometry.length(total, of: ruleset.scale, Picture.width) }

  /// What is added or taken after the criteria.
  private func adjustment(_ result: ProposalResult) -> Rational {
    var sum = Rational.zero
    for node in result.verified.children where node.kind != .criterion {
      sum = (try? sum.adding(node.contribution.low)) ?? sum
    }
    return sum
  }

  /// For one proposal: the width of a block is how far the criterion is met, its height the weight; the area is the
  /// points.
  func weighted(_ result: ProposalResult, table: PaperTable) -> Picture {
    let name = names.proposal(result)
    let caption = words("Så blir poängen: \(name)", "How the points come about: \(name)")
    var picture = Picture(caption: caption, alternative: "", table: table)
    var told: [String] = []
    let weights = report.result.weights
    let heaviest = weights.max() ?? .one
    picture.isSmall = true
    for (number, criterion) in ruleset.criteria.enumerated() {
      let node = result.verified.children[number]
      let y = picture.height
      let gives = ShownNumber.fixed(node.contribution.low, decimals: 1, language)
      let most = node.possibleContribution.map { ShownNumber.short($0, decimals: 1, language) }
      let figures =
        node.isApplicable == false
        ? words("gäller inte", "does not apply")
        : most.map { words("\(gives) av \($0)", "\(gives) of \($0)") } ?? gives
      picture.text(0, y + 120, short(criterion), Picture.TextStyle(bold: true), room: 1_900)
      picture.text(Picture.width, y + 120, figures, Picture.TextStyle(anchor: .end))
      let height = max(60, Geometry.length(weights[number], of: heaviest, 260))
      picture.box(0, y + 155, Picture.width, height, .possible)
      if let value = node.value, node.isApplicable != false {
        let low = Geometry.length(value.low, of: .one, Picture.width)
        picture.box(0, y + 155, low, height, .series(number))
        picture.box(low, y + 155, Geometry.length(value.high, of: .one, Picture.width) - low, height, .open)
      }
      told.append(short(criterion) + " " + figures)
      picture.height += height + 215
    }
    picture.alternative =
      words(
        "Ett block för varje kriterium: bredden är hur väl det är uppfyllt, höjden är vikten, ytan är poängen. ",
        "A block for each criterion: its width is how far it is met, its height the weight, its area the points. "
      )
      + told.joined(separator: "; ") + "."
    return picture
  }
}
