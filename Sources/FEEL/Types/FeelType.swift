/// What the checker knows of an expression before it is run. `any` fits everything.
public indirect enum FeelType: Sendable {
  case any
  case null
  case boolean
  /// With the unit and the bounds that the form gives, where it does.
  case number(unit: String?)
  case string
  /// A string that is one of these.
  case choice([String])
  case date
  case yearsMonths
  case daysTime
  case list(FeelType)
  /// Closed: a name that is not here is an error.
  case context([Member])
  case range(FeelType)
  case function([FeelType], returns: FeelType)

  public struct Member: Sendable {
    public var name: String
    public var type: FeelType
    /// What people call it; used when a condition is put into words.
    public var label: Words?
    public init(name: String, type: FeelType, label: Words? = nil) {
      self.name = name
      self.type = type
      self.label = label
    }
  }
}

/// A word or phrase in both languages, as it stands inside a sentence. Holds a single reference, as `Text` does.
public struct Words: Sendable, Hashable {
  private final class Wordings: Sendable {
    let sv: String
    let en: String

    init(_ sv: String, _ en: String) {
      self.sv = sv
      self.en = en
    }
  }

  private let wordings: Wordings

  public init(sv: String, en: String) { wordings = Wordings(sv, en) }

  public var sv: String { wordings.sv }
  public var en: String { wordings.en }

  public static func == (a: Words, b: Words) -> Bool {
    a.wordings === b.wordings || (a.sv == b.sv && a.en == b.en)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(sv)
    hasher.combine(en)
  }
}
