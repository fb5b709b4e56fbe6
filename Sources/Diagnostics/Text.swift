/// The two languages that Beredning speaks. Swedish comes first: a text always has it, English may be missing.
public enum Language: Sendable, Hashable {
  case swedish
  case english
}

/// A text that people read, in Swedish and perhaps in English.
public struct Text: Sendable, Hashable {
  public var sv: String
  public var en: String?

  public init(sv: String, en: String? = nil) {
    self.sv = sv
    self.en = en
  }

  public init(_ sv: String, _ en: String) {
    self.sv = sv
    self.en = en
  }

  /// The text in `language`; Swedish where the English is missing.
  public func callAsFunction(_ language: Language) -> String {
    switch language {
    case .swedish: sv
    case .english: en ?? sv
    }
  }

  /// Whether `language` has a wording of its own here.
  public func isTranslated(to language: Language) -> Bool {
    language == .swedish || en != nil
  }
}
