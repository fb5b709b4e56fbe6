public import Diagnostics

/// What people call the things that an expression speaks of. Made from the form, the facts and the ruleset.
public struct Vocabulary: Sendable {
  /// By the path of names from the scope, items left out: `["organisationer", "åtagande"]`.
  public private(set) var fields: [[String]: Field] = [:]
  public var facts: [String: Fact] = [:]
  public var judgements: [String: Judgement] = [:]
  /// The words for an evidence level.
  public var evidenceLevels: [Int: Words] = [:]
  public var units: [String: Unit]

  /// How many fields have a label: one that several have does not alone tell which is meant.
  private var fieldsByLabel: [String: Int] = [:]

  public init(units: [String: Unit] = Unit.common) {
    self.units = units
  }

  public struct Field: Sendable {
    /// In the plural for a list: "organisationer".
    public var label: Words
    public var type: FeelType
    /// The words for a choice, by the choice as it stands in the data.
    public var choices: [String: Words]
    /// The field that people know an item of this list by: `namn`.
    public var itemName: String?

    public init(
      label: Words, type: FeelType = .any, choices: [String: Words] = [:], itemName: String? = nil
    ) {
      self.label = label
      self.type = type
      self.choices = choices
      self.itemName = itemName
    }
  }

  public struct Fact: Sendable {
    public var label: Words
    public var type: FeelType
    /// How it is worked out, so that it can be unfolded.
    public var definition: Expression?

    public init(label: Words, type: FeelType = .any, definition: Expression? = nil) {
      self.label = label
      self.type = type
      self.definition = definition
    }
  }

  public struct Judgement: Sendable {
    public var question: Words
    /// The words for an answer, by the answer's id.
    public var answers: [String: Words]

    public init(question: Words, answers: [String: Words] = [:]) {
      self.question = question
      self.answers = answers
    }
  }

  /// What stands after a number.
  public struct Unit: Sendable {
    public var one: Words
    public var many: Words
    public var style: Style

    public enum Style: Sendable {
      /// The number, then the unit's word.
      case counted
      /// A share of one, written as per cent.
      case share
      /// A number that is a name, such as a year: not grouped, no word after it.
      case name
    }

    public init(one: Words, many: Words, style: Style = .counted) {
      self.one = one
      self.many = many
      self.style = style
    }

    /// Units that most forms use. Another unit is written as the form has it.
    public static let common: [String: Unit] = [
      "kr": Unit("kr", "SEK"), "tkr": Unit("tkr", "thousand SEK"), "Mkr": Unit("Mkr", "million SEK"),
      "andel": Unit(one: Words(sv: "", en: ""), many: Words(sv: "", en: ""), style: .share),
      "årtal": Unit(one: Words(sv: "", en: ""), many: Words(sv: "", en: ""), style: .name),
      "personer": Unit("person", "person", "personer", "people"),
      "deltagare": Unit("deltagare", "participant", "deltagare", "participants"),
      "organisationer": Unit("organisation", "organisation", "organisationer", "organisations"),
      "platser": Unit("plats", "place", "platser", "places"),
      "år": Unit("år", "year", "år", "years"),
      "månader": Unit("månad", "month", "månader", "months"),
      "veckor": Unit("vecka", "week", "veckor", "weeks"),
      "dagar": Unit("dag", "day", "dagar", "days"),
      "timmar": Unit("timme", "hour", "timmar", "hours"),
      "procent": Unit("procent", "per cent"), "poäng": Unit("poäng", "point", "poäng", "points"),
      "st": Unit("st", "pcs"),
    ]

    private init(_ sv: String, _ en: String) {
      self.init(one: Words(sv: sv, en: en), many: Words(sv: sv, en: en))
    }

    private init(_ oneSv: String, _ oneEn: String, _ manySv: String, _ manyEn: String) {
      self.init(one: Words(sv: oneSv, en: oneEn), many: Words(sv: manySv, en: manyEn))
    }
  }
}

extension Vocabulary {
  public mutating func set(_ field: Field, at path: [String]) {
    if let old = fields[path] { fieldsByLabel[old.label.sv, default: 1] -= 1 }
    fieldsByLabel[field.label.sv, default: 0] += 1
    fields[path] = field
  }

  /// Gives the choices of a field that is already there their words.
  public mutating func setChoices(_ choices: [String: Words], at path: [String]) {
    guard var field = fields[path] else { return }
    field.choices = choices
    set(field, at: path)
  }

  func isShared(_ label: Words) -> Bool { fieldsByLabel[label.sv, default: 0] > 1 }

  /// Takes labels and types from the members of a scope, however deep. Labels that are already there stay.
  public mutating func add(_ members: [FeelType.Member], under path: [String] = []) {
    for member in members {
      let place = path + [member.name]
      if fields[place] == nil {
        let label = member.label ?? Vocabulary.words(forName: member.name)
        set(Field(label: label, type: member.type), at: place)
      }
      if case .context(let inner) = member.type.element { add(inner, under: place) }
    }
  }

  /// A name as words, where it has no label: `andel_unga` is "andel unga".
  static func words(forName name: String) -> Words {
    let text = String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "_" ? " " : $0 }))
    return Words(sv: text, en: text)
  }
}

extension Words {
  /// A heading as it stands inside a sentence: without its capital, unless that belongs to an abbreviation (`AF`) or
  /// to a question, and without a colon or full stop last.
  public init(heading text: Text) {
    self.init(sv: Words.inSentence(text.sv), en: Words.inSentence(text(.english)))
  }

  private static func inSentence(_ heading: String) -> String {
    var characters = Array(heading)
    while let last = characters.last, last == "." || last == ":" || last == " " { characters.removeLast() }
    guard let first = characters.first, characters.last != "?" else { return heading }
    let isAbbreviation = characters.count > 1 && (characters[1].isUppercase || characters[1].isNumber)
    return (isAbbreviation ? String(first) : first.lowercased()) + String(characters.dropFirst())
  }

  /// A choice as it stands inside a sentence. A label that is the id, or one word that begins with it, loses its
  /// capital (`civilsamhälle`); another word is taken for a name and keeps it (`Arbetsförmedlingen`); several words are
  /// quoted, so that it is heard where they end.
  public init(choice id: String, label: Text) {
    let plain = Words(heading: label)
    let name = Vocabulary.words(forName: id).sv
    if plain.sv == name || (plain.sv.hasPrefix(name) && !plain.sv.contains(" ")) {
      self = plain
    } else {
      self.init(sv: Words.choice(label.sv, "”"), en: Words.choice(label(.english), "“"))
    }
  }

  private static func choice(_ label: String, _ opening: String) -> String {
    label.contains(" ") ? opening + label + "”" : label
  }

  static func + (a: Words, b: Words) -> Words { Words(sv: a.sv + b.sv, en: a.en + b.en) }

  init(_ sv: String, _ en: String) { self.init(sv: sv, en: en) }

  /// "a, b och c"; with `or`, "a, b eller c".
  static func list(_ all: [Words], or: Bool = false) -> Words {
    guard let last = all.last else { return Words("", "") }
    if all.count == 1 { return last }
    var joined = all[0]
    for words in all.dropFirst().dropLast() { joined = joined + Words(", ", ", ") + words }
    return joined + (or ? Words(" eller ", " or ") : Words(" och ", " and ")) + last
  }
}
