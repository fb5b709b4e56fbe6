/// Colours of the pictures, light and dark. Text on them, and neighbours among them, have a contrast of at least 3:1
/// to what they stand on (WCAG 1.4.11).
extension Picture.Tone {
  enum Pattern: Sendable { case solid, rising, dots, falling, outline }

  var pattern: Pattern {
    switch self {
    case .series(let number):
      switch number % 4 {
      case 0: .solid
      case 1: .rising
      case 2: .dots
      default: .falling
      }
    case .possible: .outline
    case .open: .rising
    case .heat, .more, .less: .solid
    }
  }

  /// The colour of the pattern's strokes, or of the whole area.
  var colour: String {
    switch self {
    case .series(let number): ["1f4e79", "2f6f5e", "8a4b08", "6b3a75"][number % 4]
    case .possible: "6b7280"
    case .open: "6b7280"
    case .heat(let share): Picture.Tone.heatColour(share)
    case .more: "1f4e79"
    case .less: "9a5b13"
    }
  }

  /// Between the strokes of a pattern.
  var ground: String {
    switch self {
    case .series(let number): ["1f4e79", "d5e8e1", "f6e3cc", "eadcee"][number % 4]
    default: "ffffff"
    }
  }

  /// From white to dark blue.
  private static func heatColour(_ share: Int) -> String {
    func part(_ from: Int, _ to: Int) -> String {
      let value = from + (to - from) * min(max(share, 0), 100) / 100
      let digits = Array("0123456789abcdef".utf8)
      return String(decoding: [digits[value / 16], digits[value % 16]], as: UTF8.self)
    }
    return part(255, 31) + part(255, 78) + part(255, 121)
  }
}

extension Picture.Stroke {
  var colour: String {
    switch self {
    case .axis: "4b5563"
    case .grid: "d1d5db"
    case .limit: "b00020"
    case .whisker: "111827"
    }
  }

  /// In tenths of a unit.
  var width: Int {
    switch self {
    case .axis, .grid: 8
    case .limit: 18
    case .whisker: 14
    }
  }

  var isDashed: Bool { self == .limit }

  /// For style sheets.
  var name: String {
    switch self {
    case .axis: "axis"
    case .grid: "grid"
    case .limit: "limit"
    case .whisker: "whisker"
    }
  }
}

extension Picture.TextStyle {
  var colour: String { inverted ? "ffffff" : muted ? "4b5563" : "111827" }
}
