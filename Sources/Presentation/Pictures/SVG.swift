/// A picture as SVG with presentation attributes alone: a strict content security policy allows no `style`.
struct SVG {
  /// Makes the ids of patterns and titles unique in the page.
  let prefix: String

  func markup(_ picture: Picture) -> String {
    var markup = Markup()
    let size = [Picture.width, picture.height].map(SVG.number)
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(size[0]) \(size[1])"), ("width", size[0]),
      ("height", size[1]), ("role", "img"),
      ("font-family", "Liberation Sans, Arial, Helvetica, sans-serif"),
    ]
    markup.element("svg", attributes) { markup in
      // The name that screen readers and WeasyPrint find.
      markup.leaf("title", picture.alternative)
      patterns(picture, &markup)
      for shape in picture.shapes { draw(shape, &markup) }
    }
    return markup.text
  }

  /// Tenths as decimals.
  static func number(_ tenths: Int) -> String {
    let sign = tenths < 0 ? "-" : ""
    let size = tenths.magnitude
    return size % 10 == 0 ? sign + String(size / 10) : sign + String(size / 10) + "." + String(size % 10)
  }

  // MARK: Shapes

  private func draw(_ shape: Picture.Shape, _ markup: inout Markup) {
    let number = SVG.number
    switch shape {
    case .box(let x, let y, let width, let height, let tone):
      var attributes = [
        ("x", number(x)), ("y", number(y)), ("width", number(width)), ("height", number(height)),
      ]
      attributes += paint(tone)
      markup.empty("rect", attributes)
    case .line(let x1, let y1, let x2, let y2, let stroke):
      var attributes = [
        ("class", "l-" + stroke.name), ("x1", number(x1)), ("y1", number(y1)), ("x2", number(x2)),
        ("y2", number(y2)), ("stroke", "#" + stroke.colour), ("stroke-width", number(stroke.width)),
      ]
      if stroke.isDashed { attributes.append(("stroke-dasharray", "5 3")) }
      markup.empty("line", attributes)
    case .text(let x, let y, let words, let style):
      var attributes = [
        ("class", style.inverted ? "t-i" : style.isOnLight ? "t-on" : "t"), ("x", number(x)),
        ("y", number(y)),
        ("font-size", number(style.size)), ("fill", "#" + style.colour),
      ]
      switch style.anchor {
      case .start: break
      case .middle: attributes.append(("text-anchor", "middle"))
      case .end: attributes.append(("text-anchor", "end"))
      }
      if style.bold { attributes.append(("font-weight", "bold")) }
      markup.leaf("text", words, attributes)
    }
  }

  private func paint(_ tone: Picture.Tone) -> [(String, String)] {
    switch tone.pattern {
    case .solid: [("fill", "#" + tone.colour), ("stroke", "#6b7280"), ("stroke-width", "0.4")]
    case .outline:
      [
        ("class", "b-possible"), ("fill", "none"), ("stroke", "#" + tone.colour), ("stroke-width", "0.8"),
        ("stroke-dasharray", "2 2"),
      ]
    default:
      [
        ("fill", "url(#\(prefix)\(name(tone)))"), ("stroke", "#" + tone.colour), ("stroke-width", "0.8"),
      ]
    }
  }

  // MARK: Patterns

  private func name(_ tone: Picture.Tone) -> String {
    if case .series(let number) = tone { return "s\(number % 4)" }
    return "open"
  }

  private func patterns(_ picture: Picture, _ markup: inout Markup) {
    var told: [String] = []
    for shape in picture.shapes {
      guard case .box(_, _, _, _, let tone) = shape else { continue }
      switch tone.pattern {
      case .solid, .outline: continue
      default: break
      }
      let name = name(tone)
      if told.contains(name) { continue }
      if told.isEmpty { markup.open("defs") }
      told.append(name)
      pattern(prefix + name, tone, &markup)
    }
    if !told.isEmpty { markup.close("defs") }
  }

  private func pattern(_ id: String, _ tone: Picture.Tone, _ markup: inout Markup) {
    let attributes = [
      ("id", id), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"),
    ]
    markup.element("pattern", attributes) { markup in
      markup.empty("rect", [("width", "6"), ("height", "6"), ("fill", "#" + tone.ground)])
      let stroke = [("stroke", "#" + tone.colour), ("stroke-width", "1.4"), ("fill", "none")]
      switch tone.pattern {
      case .dots:
        markup.empty("circle", [("cx", "3"), ("cy", "3"), ("r", "1.4"), ("fill", "#" + tone.colour)])
      case .falling: markup.empty("path", [("d", "M-1 -1L7 7M5 -1L7 1M-1 5L1 7")] + stroke)
      default: markup.empty("path", [("d", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5")] + stroke)
      }
    }
  }
}
