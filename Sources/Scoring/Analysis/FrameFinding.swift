public import Diagnostics

/// What to tell of a round that has no frame.
///
/// - Parameter source: the round's file.
public func noFrameFinding(_ source: SourceID) -> Finding {
  Finding(
    Code("R", 123), at: Span(source: source, start: .start, end: .start),
    Text("omgången har ingen ram", "the round has no frame"),
    hints: [
      Text(
        "Skriv ramen för varje år, som `frame:` och på raden under `  - {year: 2027, frame: 4000000, committed: 0, equity: 0}`.",
        "Write the frame of each year, as `frame:` and on the line below `  - {year: 2027, frame: 4000000, committed: 0, equity: 0}`."
      )
    ])
}
