import ExactNumbers
extension Decimal {
  func power(_ e: Decimal) throws(ArithmeticError) -> Decimal { throw .invalid }
  func squareRoot() throws(ArithmeticError) -> Decimal { throw .invalid }
  func naturalLogarithm() throws(ArithmeticError) -> Decimal { throw .invalid }
  func exponential() throws(ArithmeticError) -> Decimal { throw .invalid }
}
