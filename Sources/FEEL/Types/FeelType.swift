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

/// A word or phrase in both languages, as it stands inside a sentence.
public struct Words: Sendable, Hashable {
  public var sv: String
  public var en: String
  public init(sv: String, en: String) {
    self.sv = sv
    self.en = en
  }
}
