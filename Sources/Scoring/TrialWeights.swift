public import Criteria
public import Diagnostics
public import ExactNumbers

/// Why a text is no trial of weights.
public enum TrialWeightsError: Error, Sendable, Hashable {
  /// Not `id=number`.
  case notAWeight(String)
  case unknownCriterion(String, nearest: String?)
  case givenTwice(String)
  /// Weights are positive.
  case notPositive(String)
  /// The given weights leave nothing to criteria that are not named.
  case nothingLeft(sum: Rational)

  /// Without a full stop.
  public func message(_ language: Language) -> String { text(language) }

  private var text: Text {
    switch self {
    case .notAWeight(let part):
      Text(
        "`\(part)` ska skrivas `kriteriets-id=tal`, som `bredd=40`",
        "`\(part)` is written `criterion-id=number`, such as `breadth=40`")
    case .unknownCriterion(let id, let nearest):
      Text(
        "kriteriet `\(id)` finns inte" + (nearest.map { ". Menade du `\($0)`?" } ?? ""),
        "there is no criterion `\(id)`" + (nearest.map { ". Did you mean `\($0)`?" } ?? ""))
    case .givenTwice(let id): Text("`\(id)` står två gånger", "`\(id)` is given twice")
    case .notPositive(let part):
      Text(
        "vikten i `\(part)` ska vara ett tal över noll", "the weight in `\(part)` must be a number above zero"
      )
    case .nothingLeft(let sum):
      Text(
        "vikterna är tillsammans \(sum.text) och lämnar inget åt de andra kriterierna",
        "the weights add up to \(sum.text) and leave nothing for the other criteria")
    }
  }
}

/// Weights for a trial from `id=40,other-id=20`, one for each top criterion. Criteria that are not named share what is
/// left of the ruleset's sum of weights, in proportion to their own.
public func trialWeights(_ text: String, for ruleset: Ruleset) throws(TrialWeightsError) -> [Rational] {
  var given = [Rational?](repeating: nil, count: ruleset.criteria.count)
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    let pair = part.split(separator: "=", omittingEmptySubsequences: false)
    guard pair.count == 2 else { throw .notAWeight(String(part)) }
    let id = trimmed(pair[0])
    guard let index = ruleset.criteria.firstIndex(where: { $0.id == id }) else {
      throw .unknownCriterion(id, nearest: nearest(id, among: ruleset.criteria.map { $0.id }))
    }
    guard given[index] == nil else { throw .givenTwice(id) }
    guard let number = Decimal(trimmed(pair[1])), let weight = try? Rational(number), weight.sign > 0 else {
      throw .notPositive(String(part))
    }
    given[index] = weight
  }
  return try shared(given, ruleset)
}

private func shared(_ given: [Rational?], _ ruleset: Ruleset) throws(TrialWeightsError) -> [Rational] {
  let named = given.compactMap { $0 }
  let base = ruleset.criteria.map { $0.weight }
  let others = base.indices.filter { given[$0] == nil }.map { base[$0] }
  do throws(ArithmeticError) {
    let sum = try Rational.sum(named)
    let left = try Rational.sum(base).subtracting(sum)
    if !others.isEmpty && left.sign <= 0 { throw ArithmeticError.overflow }
    let share = others.isEmpty ? Rational.zero : try left.divided(by: Rational.sum(others))
    var weights: [Rational] = []
    for (weight, own) in zip(given, base) {
      if let weight { weights.append(weight) } else { weights.append(try own.multiplied(by: share)) }
    }
    return weights
  } catch {
    throw .nothingLeft(sum: (try? Rational.sum(named)) ?? .zero)
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text
  while text.first == " " { text.removeFirst() }
  while text.last == " " { text.removeLast() }
  return String(text)
}
