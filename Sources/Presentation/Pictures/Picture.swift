/// A chart as shapes. HTML, Word and print draw the same shapes; the table beside it says the same in figures.
///
/// Coordinates are tenths of a unit, from the upper left corner; a unit is about a pixel on a narrow screen.
struct Picture: Sendable {
  static let width = 3_200

  /// Below the picture.
  var caption: String
  /// What it shows, for those who do not see it.
  var alternative: String
  var height = 0
  /// Takes less room on paper.
  var isSmall = false
  var shapes: [Shape] = []
  /// What the tones stand for; empty where labels say it.
  var legend: [(tone: Tone, label: String)] = []
  var table: PaperTable

  enum Shape: Sendable {
    case box(x: Int, y: Int, width: Int, height: Int, Tone)
    case line(x1: Int, y1: Int, x2: Int, y2: Int, Stroke)
    /// `y` is the base line.
    case text(x: Int, y: Int, String, TextStyle)
  }

  /// Told apart by pattern and by lightness, not by colour alone.
  enum Tone: Sendable, Hashable {
    /// One of several series, from 0.
    case series(Int)
    /// All that could be had.
    case possible
    /// What is not known.
    case open
    /// From 0 (none) to 100 (all).
    case heat(Int)
    case more
    case less
  }

  enum Stroke: Sendable, Hashable { case axis, grid, limit, whisker }

  struct TextStyle: Sendable {
    enum Anchor: Sendable { case start, middle, end }
    var size = 122
    var anchor = Anchor.start
    var bold = false
    /// On a dark box.
    var inverted = false
    var muted = false
    /// On a light box, which stays light in dark mode.
    var isOnLight = false
  }

  init(caption: String, alternative: String, table: PaperTable) {
    self.caption = caption
    self.alternative = alternative
    self.table = table
  }

  mutating func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ tone: Tone) {
    if width > 0 && height > 0 { shapes.append(.box(x: x, y: y, width: width, height: height, tone)) }
  }

  mutating func line(_ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int, _ stroke: Stroke) {
    shapes.append(.line(x1: x1, y1: y1, x2: x2, y2: y2, stroke))
  }

  /// - Parameter room: the width it may take; what does not fit is cut.
  mutating func text(_ x: Int, _ y: Int, _ words: String, _ style: TextStyle = TextStyle(), room: Int? = nil)
  {
    // An average letter is a little more than half as wide as it is high.
    let limit = room.map { max(3, $0 * 100 / (style.size * 54)) } ?? .max
    shapes.append(.text(x: x, y: y, oneLine(words, limit: limit), style))
  }

  /// The legend under what is drawn already.
  mutating func addLegend() {
    for (tone, label) in legend {
      box(0, height + 30, 180, 110, tone)
      text(250, height + 125, label, TextStyle(size: 110), room: Picture.width - 250)
      height += 160
    }
  }
}
