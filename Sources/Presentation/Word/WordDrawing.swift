/// A picture as a group of DrawingML shapes: lines and letters stay sharp, and the text can be selected in Word.
struct WordDrawing {
  let id: Int

  /// English metric units for a tenth of a unit: the picture becomes 11 cm wide, a small one less than 8.
  private let scale: Int

  init(id: Int, isSmall: Bool) {
    self.id = id
    scale = isSmall ? 800 : 1_240
  }

  /// A paragraph with the picture. Programs that know no such groups show `fallback`.
  func paragraph(_ picture: Picture, fallback: String) -> String {
    var markup = Markup()
    let width = Picture.width * scale
    let height = picture.height * scale
    markup.raw(
      "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing>")
    markup.open("wp:inline", [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")])
    markup.empty("wp:extent", [("cx", String(width)), ("cy", String(height))])
    markup.empty(
      "wp:docPr", [("id", String(id)), ("name", "Picture \(id)"), ("descr", picture.alternative)])
    markup.raw("<wp:cNvGraphicFramePr/><a:graphic>")
    markup.raw(
      "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wpg:wgp>"
        + "<wpg:cNvGrpSpPr/><wpg:grpSpPr>")
    frame(0, 0, width, height, child: true, &markup)
    markup.raw("</wpg:grpSpPr>")
    for (index, shape) in picture.shapes.enumerated() { draw(shape, id * 1_000 + index, &markup) }
    markup.raw("</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback>")
    markup.leaf("w:t", fallback)
    markup.raw("</mc:Fallback></mc:AlternateContent></w:r></w:p>")
    return markup.text
  }

  private func frame(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, child: Bool = false, flips: Bool = false,
    _ markup: inout Markup
  ) {
    markup.open("a:xfrm", flips ? [("flipV", "1")] : [])
    markup.empty("a:off", [("x", String(x)), ("y", String(y))])
    markup.empty("a:ext", [("cx", String(width)), ("cy", String(height))])
    if child {
      markup.empty("a:chOff", [("x", "0"), ("y", "0")])
      markup.empty("a:chExt", [("cx", String(width)), ("cy", String(height))])
    }
    markup.close("a:xfrm")
  }

  private func draw(_ shape: Picture.Shape, _ number: Int, _ markup: inout Markup) {
    markup.open("wps:wsp")
    markup.empty("wps:cNvPr", [("id", String(number)), ("name", "")])
    switch shape {
    case .box(let x, let y, let width, let height, let tone):
      markup.raw("<wps:cNvSpPr/><wps:spPr>")
      frame(x * scale, y * scale, width * scale, height * scale, &markup)
      markup.raw("<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>")
      fill(tone, &markup)
      markup.raw("</wps:spPr><wps:bodyPr/>")
    case .line(let x1, let y1, let x2, let y2, let stroke):
      markup.raw("<wps:cNvCnPr/><wps:spPr>")
      let rises = (x2 - x1) * (y2 - y1) < 0
      frame(
        min(x1, x2) * scale, min(y1, y2) * scale, abs(x2 - x1) * scale, abs(y2 - y1) * scale, flips: rises,
        &markup)
      markup.raw("<a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>")
      line(stroke.colour, stroke.width * scale, isDashed: stroke.isDashed, &markup)
      markup.raw("</wps:spPr><wps:bodyPr/>")
    case .text(let x, let y, let words, let style): text(x, y, words, style, &markup)
    }
    markup.close("wps:wsp")
  }

  private func fill(_ tone: Picture.Tone, _ markup: inout Markup) {
    let preset: String? =
      switch tone.pattern {
      case .solid, .outline: nil
      case .rising: "wdUpDiag"
      case .falling: "wdDnDiag"
      case .dots: "pct30"
      }
    if let preset {
      markup.element("a:pattFill", [("prst", preset)]) { markup in
        markup.raw("<a:fgClr><a:srgbClr val=\"\(tone.colour)\"/></a:fgClr>")
        markup.raw("<a:bgClr><a:srgbClr val=\"\(tone.ground)\"/></a:bgClr>")
      }
    } else if tone.pattern == .outline {
      markup.raw("<a:noFill/>")
    } else {
      markup.raw("<a:solidFill><a:srgbClr val=\"\(tone.colour)\"/></a:solidFill>")
    }
    line(tone.pattern == .solid ? "6b7280" : tone.colour, 6_350, isDashed: tone.pattern == .outline, &markup)
  }

  private func line(_ colour: String, _ width: Int, isDashed: Bool, _ markup: inout Markup) {
    markup.element("a:ln", [("w", String(width))]) { markup in
      markup.raw("<a:solidFill><a:srgbClr val=\"\(colour)\"/></a:solidFill>")
      if isDashed { markup.raw("<a:prstDash val=\"sysDash\"/>") }
    }
  }

  /// A box without margins around the words, wide enough for any font that Word may choose.
  private func text(
    _ x: Int, _ y: Int, _ words: String, _ style: Picture.TextStyle, _ markup: inout Markup
  ) {
    let room = words.count * style.size * 75 / 100 + 200
    let left =
      switch style.anchor {
      case .start: x
      case .middle: x - room / 2
      case .end: x - room
      }
    markup.raw("<wps:cNvSpPr txBox=\"1\"/><wps:spPr>")
    frame(left * scale, (y - style.size) * scale, room * scale, (style.size * 14 / 10) * scale, &markup)
    markup.raw(
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>")
    markup.raw("<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\"")
    markup.raw(" w:lineRule=\"auto\"/>")
    let alignment: String =
      switch style.anchor {
      case .start: "left"
      case .middle: "center"
      case .end: "right"
      }
    markup.raw("<w:jc w:val=\"\(alignment)\"/></w:pPr><w:r><w:rPr>")
    markup.raw("<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/>")
    if style.bold { markup.raw("<w:b/>") }
    markup.raw("<w:color w:val=\"\(style.colour)\"/>")
    // Half points: 12,700 units of length to a point.
    let size = style.size * scale * 2 / 12_700
    markup.raw("<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/></w:rPr>")
    markup.leaf("w:t", words, [("xml:space", "preserve")])
    markup.raw("</w:r></w:p></w:txbxContent></wps:txbx>")
    markup.raw("<wps:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"b\"/>")
  }
}
