internal import ExactNumbers
internal import Scoring

extension PictureMaker {
  /// Two proposals side by side: to the left what the first has more of, to the right the second.
  func difference(_ contrast: Contrast, table: PaperTable) -> Picture {
    let first = names.proposal(results[contrast.first])
    let second = names.proposal(results[contrast.second])
    let caption = words(
      "Skillnaden mellan \(first) och \(second)", "The difference between \(first) and \(second)")
    var picture = Picture(caption: caption, alternative: "", table: table)
    let middle = Picture.width / 2
    var largest = Rational.one
    for part in contrast.parts { largest = max(largest, part.difference.magnitude) }
    picture.text(
      middle - 40, 110, "◀ " + first, Picture.TextStyle(anchor: .end, bold: true), room: middle - 60)
    picture.text(middle + 40, 110, second + " ▶", Picture.TextStyle(bold: true), room: middle - 60)
    picture.height = 170
    var told: [String] = []
    for part in contrast.parts {
      let y = picture.height
      let size = ShownNumber.fixed(part.difference.magnitude, decimals: 1, language)
      let length = Geometry.length(part.difference.magnitude, of: largest, middle - 250)
      let title = part.title.shown(language)
      picture.text(middle, y + 110, title, Picture.TextStyle(size: 105, anchor: .middle), room: Picture.width)
      if part.difference.sign > 0 {
        picture.box(middle - length, y + 140, length, 130, .more)
        picture.text(middle - length - 30, y + 245, size, Picture.TextStyle(anchor: .end))
        told.append(words("\(title): \(first) \(size) mer", "\(title): \(first) \(size) more"))
      } else if part.difference.sign < 0 {
        picture.box(middle, y + 140, length, 130, .less)
        picture.text(middle + length + 30, y + 245, size)
        told.append(words("\(title): \(second) \(size) mer", "\(title): \(second) \(size) more"))
      } else {
        picture.text(middle + 30, y + 245, "0")
        told.append(words("\(title): lika", "\(title): equal"))
      }
      picture.line(middle, y + 128, middle, y + 282, .axis)
      picture.height += 310
    }
    picture.alternative =
      words("Staplar åt vänster och höger. ", "Bars to the left and right. ") + told.joined(separator: "; ")
      + "."
    return picture
  }
}
