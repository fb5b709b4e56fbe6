import ExactNumbers
import Testing

private let modes: [String: RoundingMode] = [
  "down": .down, "up": .up, "halfUp": .halfUp, "halfDown": .halfDown, "halfEven": .halfEven, "floor": .floor,
  "ceiling": .ceiling,
]

/// Every operation against Python's `decimal` and `fractions`.
@Suite struct ReferenceTests {
  @Test func decimalsAgreeWithPython() throws {
    let cases = try referenceCases("decimal.tsv")
    try #require(cases.count > 3000)
    for test in cases {
      switch test.operation {
      case "compare":
        let left = try decimal(test.left)
        let right = try decimal(test.right)
        let order = left < right ? "-1" : (left == right ? "0" : "1")
        #expect(order == test.expected, test.place)
        if left == right { #expect(left.hashValue == right.hashValue, test.place) }
      case "text":
        let number = try decimal(test.left)
        #expect(number.text == test.expected, test.place)
        #expect(Decimal(number.text) == number, test.place)
      default:
        let left = try decimal(test.left)
        let right = test.right.isEmpty ? .zero : try decimal(test.right)
        let got: String
        do throws(ArithmeticError) {
          got = try result(test.operation, left, right)?.text ?? "unknown operation"
        } catch {
          got = "\(error)"
        }
        let expected = Decimal(test.expected)?.text ?? test.expected
        #expect(got == expected, test.place)
      }
    }
  }

  private func result(
    _ operation: String, _ left: Decimal, _ right: Decimal
  ) throws(ArithmeticError) -> Decimal? {
    switch operation {
    case "add": return try left.adding(right)
    case "subtract": return try left.subtracting(right)
    case "multiply": return try left.multiplied(by: right)
    case "divide": return try left.divided(by: right)
    case "modulo": return try left.modulo(right)
    case "power": return try left.power(right)
    case "read": return left
    case "squareRoot": return try left.squareRoot()
    case "exponential": return try left.exponential()
    case "naturalLogarithm": return try left.naturalLogarithm()
    default:
      guard let mode = modes[String(operation.dropFirst(6))], let scale = right.integer() else { return nil }
      return try left.rounded(toScale: scale, mode)
    }
  }

  @Test func fractionsAgreeWithPython() throws {
    let cases = try referenceCases("rational.tsv")
    try #require(cases.count > 1000)
    for test in cases {
      let left = try rational(test.left)
      if test.operation.starts(with: "round ") {
        let mode = try #require(modes[String(test.operation.dropFirst(6))])
        let scale = try #require(Int(test.right))
        #expect(left.decimalText(scale: scale, mode: mode) == test.expected, test.place)
        let rounded = try left.rounded(toScale: scale, mode)
        #expect(rounded.decimalText(scale: scale, mode: .down) == test.expected, test.place)
        continue
      }
      switch test.operation {
      case "decimal": #expect(try left.decimal() == decimal(test.expected), test.place)
      case "double": #expect(left.double == Double(test.expected), test.place)
      case "compare":
        let right = try rational(test.right)
        let order = left < right ? "-1" : (left == right ? "0" : "1")
        #expect(order == test.expected, test.place)
      default: try check(test, left, rational(test.right))
      }
    }
  }

  private func check(_ test: ReferenceCase, _ left: Rational, _ right: Rational) throws {
    let got: String
    do throws(ArithmeticError) {
      switch test.operation {
      case "add": got = try left.adding(right).text
      case "subtract": got = try left.subtracting(right).text
      case "multiply": got = try left.multiplied(by: right).text
      case "divide": got = try left.divided(by: right).text
      default: got = "unknown operation"
      }
    } catch {
      got = "\(error)"
    }
    #expect(got == test.expected, test.place)
  }
}
