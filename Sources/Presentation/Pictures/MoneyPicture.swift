internal import Criteria
internal import ExactNumbers
internal import Scoring

extension PictureMaker {
  /// Proposals in order of points: a bar's height is the points, its width the money; where the money ends, a line.
  func money(_ frame: FrameResult) -> Picture {
    let caption = words(
      "Poäng mot pengar, i poängordning", "Points against money, in order of points")
    var table = PaperTable(
      caption,
      [
        PaperTable.Column(title: words("Förslag", "Proposal"), share: 4),
        PaperTable.Column(title: words("Poäng", "Points"), isNumber: true, share: 2),
        PaperTable.Column(title: words("Söker, tkr", "Asks for, kSEK"), isNumber: true, share: 2),
        PaperTable.Column(title: words("Hittills, tkr", "So far, kSEK"), isNumber: true, share: 2),
        PaperTable.Column(title: words("Ryms", "Fits"), share: 2),
      ])
    var entries: [(index: Int, cost: Int64, fits: Bool)] = []
    for entry in frame.line.entries {
      guard let cost = frame.asks[entry.proposal].total else { continue }
      entries.append((entry.proposal, cost, entry.status.isAbove))
    }
    // Most points first, as the money goes.
    let left = frame.left.reduce(Int64(0)) { $0 + max($1, 0) }
    let asked = entries.reduce(Int64(0)) { $0 + $1.cost }
    let whole = Rational(integerLiteral: max(left, asked, 1))
    let (top, bottom) = (130, 1_730)
    var picture = Picture(caption: caption, alternative: "", table: table)
    var sum: Int64 = 0
    for (number, entry) in entries.enumerated() {
      let result = results[entry.index]
      let start = Geometry.length(Rational(integerLiteral: sum), of: whole, Picture.width)
      sum += entry.cost
      let end = Geometry.length(Rational(integerLiteral: sum), of: whole, Picture.width)
      let low = Geometry.length(result.total.low, of: ruleset.scale, bottom - top)
      let high = Geometry.length(result.total.high, of: ruleset.scale, bottom - top)
      picture.box(start, bottom - low, end - start, low, entry.fits ? .more : .heat(22))
      picture.box(start, bottom - high, end - start, high - low, .open)
      if end - start >= 110 {
        picture.text(
          (start + end) / 2, bottom - 40, String(number + 1),
          Picture.TextStyle(
            anchor: .middle, bold: true, inverted: entry.fits && low > 160,
            isOnLight: low > 160))
      }
      table.add([
        "\(number + 1). " + names.proposal(result),
        ShownNumber.total(result.total, threshold: ruleset.threshold, language), tkr(entry.cost), tkr(sum),
        entry.fits ? words("ja", "yes") : words("nej", "no"),
      ])
      picture.table = table
    }
    let line = Geometry.length(Rational(integerLiteral: left), of: whole, Picture.width)
    picture.line(0, bottom, Picture.width, bottom, .axis)
    picture.line(line, top - 30, line, bottom + 30, .limit)
    let label = words("kvar i ramen: ", "left in the frame: ") + tkr(left) + words(" tkr", " kSEK")
    picture.text(
      line > Picture.width / 2 ? line - 30 : line + 30, top - 20, label,
      Picture.TextStyle(anchor: line > Picture.width / 2 ? .end : .start, bold: true))
    picture.text(0, bottom + 140, "0", Picture.TextStyle(size: 100, muted: true))
    picture.text(
      Picture.width, bottom + 140, tkr(max(left, asked)) + words(" tkr", " kSEK"),
      Picture.TextStyle(size: 100, anchor: .end, muted: true))
    picture.height = bottom + 170
    picture.legend = [
      (.more, words("ryms i ramen, uppifrån", "fits the frame, from the top")),
      (.heat(22), words("ryms inte", "does not fit")),
    ]
    if entries.contains(where: { !results[$0.index].total.isKnown }) {
      picture.legend.append(
        (.open, words("det som inte är känt om poängen", "what is not known of the points")))
    }
    picture.addLegend()
    picture.alternative =
      words(
        "Staplar i poängordning: höjden är poängen, bredden är pengarna. Den streckade linjen visar vad som är kvar i ramen, ",
        "Bars in order of points: height is points, width is money. The dashed line shows what is left in the frame, "
      )
      + tkr(left) + words(" tkr. Alla tal står i tabellen.", " kSEK. Every figure is in the table.")
    return picture
  }

  private func tkr(_ kronor: Int64) -> String {
    WholeMoney.thousands(Rational(integerLiteral: kronor), language)
  }
}
