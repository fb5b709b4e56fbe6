/// The two languages that Beredning speaks. Swedish comes first: a text always has it, English may be missing.
public enum Language: Sendable, Hashable {
  case swedish
  case english
}

/// A text that people read, in Swedish and perhaps in English. Holds a single reference: texts are passed around far
/// more than they are read.
public struct Text: Sendable, Hashable {
  private final class Wordings: Sendable {
    let sv: String
    let en: String?

    init(_ sv: String, _ en: String?) {
      self.sv = sv
      self.en = en
    }
  }

  private let wordings: Wordings

  public init(sv: String, en: String? = nil) { wordings = Wordings(sv, en) }

  public init(_ sv: String, _ en: String) { wordings = Wordings(sv, en) }

  public var sv: String { wordings.sv }
  public var en: String? { wordings.en }

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

  public static func == (a: Text, b: Text) -> Bool {
    a.wordings === b.wordings || (a.sv == b.sv && a.en == b.en)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(sv)
    hasher.combine(en)
  }
}
