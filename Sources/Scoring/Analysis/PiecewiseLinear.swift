internal import ExactNumbers

/// A continuous function on 0 … 1 made of straight pieces.
struct PiecewiseLinear: Sendable {
  struct Line: Sendable, Hashable {
    var start: Rational
    var slope: Rational

    func value(at place: Rational) throws(ArithmeticError) -> Rational {
      try start.adding(slope.multiplied(by: place))
    }
  }

  struct Piece: Sendable {
    /// Where the piece ends.
    var end: Rational
    var line: Line
  }

  /// INVARIANT: ends rise, the last is 1.
  private(set) var pieces: [Piece]

  init(_ line: Line) { pieces = [Piece(end: .one, line: line)] }

  /// The least of the lines at every place. INVARIANT: there is one.
  init(leastOf lines: [Line]) throws(ArithmeticError) {
    var lines = Array(Set(lines))
    lines.sort { $0.start == $1.start ? $0.slope < $1.slope : $0.start < $1.start }
    var pieces: [Piece] = []
    var current = lines[0]
    var place = Rational.zero
    while true {
      var next: (end: Rational, line: Line)?
      // Only a line that rises less can pass below.
      for line in lines where line.slope < current.slope {
        let meeting = try line.start.subtracting(current.start).divided(
          by: current.slope.subtracting(line.slope))
        if meeting < place || meeting >= .one { continue }
        if let best = next, best.end < meeting || best.end == meeting && best.line.slope <= line.slope {
          continue
        }
        next = (meeting, line)
      }
      guard let next else { break }
      if place < next.end { pieces.append(Piece(end: next.end, line: current)) }
      place = next.end
      current = next.line
    }
    pieces.append(Piece(end: .one, line: current))
    self.pieces = pieces
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  func value(at place: Rational) throws(ArithmeticError) -> Rational {
    let piece = pieces.first { place <= $0.end } ?? pieces[pieces.count - 1]
    return try piece.line.value(at: place)
  }

  func adding(_ other: PiecewiseLinear) throws(ArithmeticError) -> PiecewiseLinear {
    try combined(with: other) { (a, b) throws(ArithmeticError) in
      Line(start: try a.start.adding(b.start), slope: try a.slope.adding(b.slope))
    }
  }

  func subtracting(_ other: PiecewiseLinear) throws(ArithmeticError) -> PiecewiseLinear {
    try combined(with: other) { (a, b) throws(ArithmeticError) in
      Line(start: try a.start.subtracting(b.start), slope: try a.slope.subtracting(b.slope))
    }
  }

  private func combined(
    with other: PiecewiseLinear, _ combine: (Line, Line) throws(ArithmeticError) -> Line
  ) throws(ArithmeticError) -> PiecewiseLinear {
    var pieces: [Piece] = []
    var (own, theirs) = (0, 0)
    while own < self.pieces.count && theirs < other.pieces.count {
      let (a, b) = (self.pieces[own], other.pieces[theirs])
      let end = min(a.end, b.end)
      pieces.append(Piece(end: end, line: try combine(a.line, b.line)))
      if a.end == end { own += 1 }
      if b.end == end { theirs += 1 }
    }
    return PiecewiseLinear(pieces: pieces)
  }

  /// A stretch on whose inside the function has one sign.
  struct Stretch: Sendable, Hashable {
    var from: Rational
    var to: Rational
    /// −1, 0 or 1.
    var sign: Int
  }

  /// The signs from 0 to 1; neighbours differ in sign.
  func signs() throws(ArithmeticError) -> [Stretch] {
    var stretches: [Stretch] = []
    var start = Rational.zero
    func add(_ to: Rational, _ sign: Int) {
      if let last = stretches.last, last.sign == sign {
        stretches[stretches.count - 1].to = to
      } else if start < to {
        stretches.append(Stretch(from: start, to: to, sign: sign))
      }
      start = to
    }
    for piece in pieces {
      let left = try piece.line.value(at: start).sign
      let right = try piece.line.value(at: piece.end).sign
      if left * right < 0 {
        let zero = try piece.line.start.negated.divided(by: piece.line.slope)
        add(zero, left)
        add(piece.end, right)
      } else {
        add(piece.end, left == 0 ? right : left)
      }
    }
    return stretches
  }
}
