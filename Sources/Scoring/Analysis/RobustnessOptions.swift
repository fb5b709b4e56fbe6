public import Diagnostics
public import ExactNumbers

/// What `robustness` may be asked for.
public struct RobustnessOptions: Sendable, Hashable {
  /// Samples for each space of weights.
  public var samples: Int
  public var seed: UInt64
  /// A small change of a weight, as a share of it: "känslig" means that the order turns within it.
  public var share: Rational

  public init(samples: Int = 10_000, seed: UInt64 = 1, share: Rational = RobustnessOptions.fifth) {
    self.samples = samples
    self.seed = seed
    self.share = share
  }

  public static let fifth = (try? Rational(1, 5)) ?? .zero

  /// What acceptability is taken over.
  public var spaces: [WeightSpace] { [.all, .within(share), .ordered] }
}

/// Why a text is no option of `robustness`.
public enum RobustnessOptionsError: Error, Sendable, Hashable {
  case samples(String)
  case seed(String)
  case within(String)

  /// Without a full stop; begins with the option's name.
  public func message(_ language: Language) -> String {
    let text =
      switch self {
      case .samples(let given):
        Text(
          "samples: `\(given)` ska vara ett heltal från 100 till 1000000",
          "samples: `\(given)` must be a whole number from 100 to 1000000")
      case .seed(let given):
        Text(
          "seed: `\(given)` ska vara ett heltal som inte är negativt",
          "seed: `\(given)` must be a whole number that is not negative")
      case .within(let given):
        Text(
          "within: `\(given)` ska vara ett antal procent från 1 till 100",
          "within: `\(given)` must be a number of per cent from 1 to 100")
      }
    return text(language)
  }
}

extension RobustnessOptions {
  /// Options as they are written on a command line or in a request; nil: as it is when nothing is said.
  ///
  /// - Parameters:
  ///   - samples: 100 … 1,000,000.
  ///   - seed: a whole number below 2⁶⁴.
  ///   - within: per cent, 1 … 100.
  public init(samples: String?, seed: String?, within: String?) throws(RobustnessOptionsError) {
    self.init()
    if let samples {
      guard let number = Int(samples), (100...1_000_000).contains(number) else { throw .samples(samples) }
      self.samples = number
    }
    if let seed {
      guard let number = UInt64(seed) else { throw .seed(seed) }
      self.seed = number
    }
    if let within {
      guard let number = Decimal(within), let percent = try? Rational(number), .one <= percent,
        percent <= Rational(100), let share = try? percent.divided(by: Rational(100))
      else { throw .within(within) }
      self.share = share
    }
  }
}
