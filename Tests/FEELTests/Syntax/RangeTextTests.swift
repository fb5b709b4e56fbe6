import ExactNumbers
import Testing

@testable import FEEL

@Suite("The text that `range` takes")
struct RangeTextTests {
  /// As the function takes it: ends that are literals, or calls that may stand for one.
  private func parsed(_ text: String) -> Expression? {
    guard let expression = try? parseExpression(text), case .interval(let interval) = expression.node,
      let low = interval.low, let high = interval.high, low.isLiteral, high.isLiteral
    else { return nil }
    return expression
  }

  private func read(_ text: String) -> Expression? {
    guard let expression = RangeText.expression(text), case .interval(let interval) = expression.node,
      let low = interval.low, let high = interval.high, low.isLiteral, high.isLiteral
    else { return nil }
    return expression
  }

  /// Every node with its place.
  private func shape(_ expression: Expression?) -> String {
    guard let expression else { return "-" }
    let place = "@\(expression.range.start)-\(expression.range.end)"
    switch expression.node {
    case .number(let number): return "\(number.text)\(place)"
    case .string(let text): return "\"\(text)\"\(place)"
    case .atLiteral(let text): return "at \"\(text)\"\(place)"
    case .name(let name): return "name \(name)\(place)"
    case .negate(let operand): return "-(\(shape(operand)))\(place)"
    case .call(let callee, .positional(let arguments)):
      return "call \(shape(callee))(\(arguments.map { shape($0) }.joined(separator: ", ")))\(place)"
    case .interval(let interval):
      return
        "\(interval.lowClosed)\(interval.highClosed)[\(shape(interval.low))..\(shape(interval.high))]\(place)"
    default: return "other"
    }
  }

  @Test(
    "ranges as the parser reads them",
    arguments: [
      ("[1..3)", true), (" ( 1 .. 3 ] ", true), ("]1..5[", true), ("([1..3])", true), ("[(1)..((2))]", true),
      ("(1..3", false), ("[1..3] [1]", false), ("1..3", false), ("[-1..--2]", true), ("[.5..1e3]", true),
      ("[\"a\"..\"b\\u00e5\"]", true), ("[@\"2026-01-01\"..@\"2026-02-01\"]", true),
      ("[date(\"2026-01-01\")..date(\"x\", \"y\")]", true), ("[(date)((\"x\"))..duration(\"P1D\")]", true),
      ("[date and time(\"x\")..date /* and */ and\ttime(\"y\")]", true), ("[date()..date(1)]", false),
      ("[date(from: \"x\")..date(\"y\")]", false), ("[a..b]", false), ("[1+1..3]", false),
      ("[[1..2]..3]", false),
      ("< 5", false), ("[1..3] and true", false), ("", false), ("[1..\"]", false),
      ("[\"\\uD800\"..1]", false),
      ("[1..2[true]", false), ("[1..date(\"x\")[", true), ("[date andtime(\"x\")..1]", false),
    ])
  func examples(text: String, isRange: Bool) {
    #expect((parsed(text) != nil) == isRange)
    #expect(shape(read(text)) == shape(parsed(text)))
  }

  @Test("as deep as the parser, and no deeper", arguments: [498, 499, 500, 501])
  func depth(levels: Int) {
    for (open, close) in [("(", ")"), ("-", "")] {
      let end = String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)
      #expect(shape(read("[\(end)..2]")) == shape(parsed("[\(end)..2]")))
    }
    let around = String(repeating: "(", count: levels) + "[1..2]" + String(repeating: ")", count: levels)
    #expect(shape(read(around)) == shape(parsed(around)))
  }

  @Test("any pieces put together give what the parser gives")
  func pieces() {
    let pieces = [
      "[", "]", "(", ")", "..", "1", "2.5", "-", "\"a\"", "@\"P1D\"", "date", "date and time", "time",
      "duration",
      "(\"2026-01-01\")", ",", " ", "and", "x", "+", "null", "date(\"2026-02-30\")", ":", "{", "<", "[1",
      "3]",
    ]
    var random = SplitMix64(seed: 15)
    func below(_ bound: Int) -> Int { Int(random.next(below: UInt64(bound))) }
    var ranges = 0
    for round in 0..<20_000 {
      var text = ""
      // Half of them begin as a range, so that enough of them are one.
      if round % 2 == 0 { text = ["[", "(", "]"][below(3)] + pieces[below(pieces.count)] + ".." }
      for _ in 0..<(1 + below(5)) { text += pieces[below(pieces.count)] }
      let expected = parsed(text)
      if expected != nil { ranges += 1 }
      #expect(shape(read(text)) == shape(expected), "\(text)")
    }
    #expect(ranges > 10)
  }
}
