internal import ExactNumbers
internal import Scoring

extension PictureMaker {
  /// How often each proposal gets each rank when weights and what is unknown vary.
  func acceptability(_ group: GroupAcceptability, title: String) -> Picture {
    let count = group.members.count
    let caption = words("Hur ofta varje plats: \(title)", "How often each rank: \(title)")
    var table = PaperTable(
      caption,
      [PaperTable.Column(title: words("Förslag", "Proposal"), share: 4)]
        + (1...max(count, 1)).map {
          PaperTable.Column(title: words("Plats \($0)", "Rank \($0)"), isNumber: true, share: 2)
        })
    table.isCompact = count > 6
    var picture = Picture(caption: caption, alternative: "", table: table)
    let cell = Picture.width / max(count, 1)
    var told: [String] = []
    for rank in 1...max(count, 1) {
      picture.text(
        (rank - 1) * cell + cell / 2, 110, String(rank), Picture.TextStyle(size: 105, anchor: .middle))
    }
    picture.height = 150
    for (row, member) in group.members.enumerated() {
      let name = names.proposal(results[member])
      let y = picture.height
      picture.text(0, y + 115, name, Picture.TextStyle(bold: true), room: Picture.width)
      var cells = [name]
      var best = (rank: 1, share: 0)
      for rank in 1...count {
        let share = percent(group.result.count(row, rank: rank), of: group.result.samples)
        if share > best.share { best = (rank, share) }
        let x = (rank - 1) * cell
        picture.box(x, y + 145, cell, 200, .heat(share))
        let size = count > 12 ? 80 : 105
        picture.text(
          x + cell / 2, y + 285, String(share),
          Picture.TextStyle(size: size, anchor: .middle, inverted: share >= 55, isOnLight: true))
        cells.append(String(share))
      }
      told.append(
        words(
          "\(name) får oftast plats \(best.rank) (\(best.share) procent)",
          "\(name) mostly gets rank \(best.rank) (\(best.share) per cent)"))
      picture.table.add(cells)
      picture.height += 400
    }
    picture.alternative =
      words(
        "Rutnät: hur många procent av gångerna varje förslag får varje plats. ",
        "Grid: in how many per cent of the trials each proposal gets each rank. ")
      + told.joined(separator: "; ")
      + "."
    return picture
  }

  private func percent(_ count: Int, of samples: Int) -> Int {
    samples > 0 ? (200 * count + samples) / (2 * samples) : 0
  }
}
