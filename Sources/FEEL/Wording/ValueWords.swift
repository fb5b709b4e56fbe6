import Diagnostics
import ExactNumbers

/// How the values of something are written: with what unit, and in whose words.
struct ValueFormat {
  var unit: String?
  /// The words for a choice; a text that is none of these is quoted.
  var choices: [String: Words] = [:]
  /// Whether texts are choices, which are not quoted even where they have no words of their own.
  var isChoice = false
  /// Every answer that there may be, to tell "one of these" from "not known at all".
  var allChoices: [String] = []
  /// Numbers are levels of evidence.
  var isLevel = false
  /// The field that people know an item by.
  var itemName: String?
  /// What is written before the number goes without saying after it: "antal deltagare är 12", not "12 personer".
  var hidesUnit = false
}

/// Values inside sentences.
struct ValueWriter {
  let vocabulary: Vocabulary

  /// Numbers are shown with at most so many decimals, unless two that differ would look the same.
  static let usualDecimals = 4

  func words(_ value: Value, _ format: ValueFormat, decimals: Int? = usualDecimals) -> Words {
    switch value {
    case .null: return Words("inget värde", "no value")
    case .boolean(let boolean): return boolean ? Words("ja", "yes") : Words("nej", "no")
    case .number(let number): return self.number(number, format, decimals: decimals)
    case .string(let text): return self.text(text, format)
    case .date(let date): return Words(date.text, date.text)
    case .yearsMonths(let months): return duration(months: months)
    case .daysTime(let seconds): return duration(seconds: seconds)
    case .list(let items): return list(items, format, decimals: decimals)
    case .context(let context): return item(context, format)
    case .range(let range): return self.range(range, format, decimals: decimals)
    case .function: return Words("en funktion", "a function")
    case .unknown: return Words("något som saknas", "something missing")
    }
  }

  // MARK: - Numbers

  func number(_ number: Decimal, _ format: ValueFormat, decimals: Int? = usualDecimals) -> Words {
    if format.isLevel { return level(number) }
    let bare = self.bare(number, format, decimals: decimals)
    return withUnit(bare, isOne: number == .one, format)
  }

  /// The number without its unit, except for a share's per cent sign.
  private func bare(_ number: Decimal, _ format: ValueFormat, decimals: Int?) -> Words {
    let style = unit(format)?.style ?? .counted
    var shown = decimals
    if let decimals, style == .share { shown = max(0, decimals - 2) }
    let isExact = decimals.map { NumberWords.isWhole(number.text, decimals: $0) } ?? true
    func write(_ language: Language) -> String {
      switch style {
      case .share: NumberWords.percent(number, language, decimals: shown)
      case .name: NumberWords.number(number, language, decimals: shown, grouped: false)
      case .counted:
        NumberWords.number(
          number, language, decimals: shown, grouped: format.unit != nil || !number.mayBeYear)
      }
    }
    let words = Words(write(.swedish), write(.english))
    return isExact ? words : Words("cirka ", "about ") + words
  }

  private func withUnit(_ words: Words, isOne: Bool, _ format: ValueFormat) -> Words {
    guard let name = format.unit, !format.hidesUnit else { return words }
    let space = NumberWords.noBreakSpace
    guard let unit = vocabulary.units[name] else { return words + Words(space + name, space + name) }
    if unit.style != .counted { return words }
    return words + Words(space, space) + (isOne ? unit.one : unit.many)
  }

  private func unit(_ format: ValueFormat) -> Vocabulary.Unit? {
    format.unit.flatMap { vocabulary.units[$0] }
  }

  private func level(_ number: Decimal) -> Words {
    let plain = NumberWords.number(number, .swedish)
    let words = Words("nivå " + plain, "level " + plain)
    guard let level = number.integer(), let label = vocabulary.evidenceLevels[level] else { return words }
    return words + Words(" (" + label.sv + ")", " (" + label.en + ")")
  }

  /// "1–3 kr", "10–20 %", "minst 1": what is known of a number that is not.
  func bounds(_ low: Decimal?, _ high: Decimal?, _ format: ValueFormat) -> Words? {
    switch (low, high) {
    case (nil, nil): return nil
    case (let low?, nil): return Words("minst ", "at least ") + number(low, format)
    case (nil, let high?): return Words("högst ", "at most ") + number(high, format)
    case (let low?, let high?):
      if format.isLevel {
        return Words("nivå ", "level ") + dashed(low, high, ValueFormat())
      }
      return withUnit(dashed(low, high, format), isOne: false, format)
    }
  }

  private func dashed(_ low: Decimal, _ high: Decimal, _ format: ValueFormat) -> Words {
    if low.sign < 0 {
      return Words("från ", "from ") + bare(low, format, decimals: 4) + Words(" till ", " to ")
        + bare(high, format, decimals: 4)
    }
    var first = bare(low, format, decimals: 4)
    if unit(format)?.style == .share { first = first.withoutPercent }
    return first + Words("–", "–") + bare(high, format, decimals: 4)
  }

  // MARK: - Durations

  func duration(months: Int64) -> Words {
    let magnitude = months.magnitude
    var parts: [Words] = []
    if magnitude >= 12 { parts.append(counted(Decimal(Int64(magnitude / 12)), "år")) }
    if magnitude % 12 > 0 || magnitude == 0 {
      parts.append(counted(Decimal(Int64(magnitude % 12)), "månader"))
    }
    return (months < 0 ? Words("minus ", "minus ") : Words("", "")) + Words.list(parts)
  }

  func duration(seconds: Decimal) -> Words {
    guard let whole = seconds.magnitude.integer64(), whole > 0 else {
      let plain = number(seconds.magnitude, ValueFormat())
      if seconds.isZero { return counted(0, "dagar") }
      return sign(seconds) + plain + Words(" sekunder", " seconds")
    }
    var parts: [Words] = []
    for (size, unit) in [(Int64(86_400), "dagar"), (3_600, "timmar")]
    where whole % (size * 24) >= size || size == 86_400 {
      let count = size == 86_400 ? whole / size : whole % 86_400 / size
      if count > 0 { parts.append(counted(Decimal(count), unit)) }
    }
    let minutes = whole % 3_600 / 60
    if minutes > 0 {
      let plain = number(Decimal(minutes), ValueFormat())
      parts.append(plain + (minutes == 1 ? Words(" minut", " minute") : Words(" minuter", " minutes")))
    }
    let rest = whole % 60
    if rest > 0 {
      let plain = number(Decimal(rest), ValueFormat())
      parts.append(plain + (rest == 1 ? Words(" sekund", " second") : Words(" sekunder", " seconds")))
    }
    return sign(seconds) + Words.list(parts)
  }

  private func sign(_ number: Decimal) -> Words {
    number.sign < 0 ? Words("minus ", "minus ") : Words("", "")
  }

  private func counted(_ number: Decimal, _ unit: String) -> Words {
    self.number(number, ValueFormat(unit: unit))
  }

  // MARK: - Texts, lists and items

  /// The longest stretch of a free text that a sentence quotes.
  private static let quotedLength = 80

  func text(_ text: String, _ format: ValueFormat) -> Words {
    if let words = format.choices[text] { return words }
    if format.isChoice { return Words(text, text) }
    let characters = Array(text)
    let shown =
      characters.count <= Self.quotedLength ? text : String(characters.prefix(Self.quotedLength - 1)) + "…"
    return Words.quoted(Words(shown, shown))
  }

  /// The most items that a sentence names.
  private static let namedItems = 8

  private func list(_ items: [Value], _ format: ValueFormat, decimals: Int?) -> Words {
    if items.isEmpty { return Words("ingenting", "nothing") }
    let named = items.count <= Self.namedItems ? items.count : Self.namedItems - 2
    var parts = items.prefix(named).map { words($0, format, decimals: decimals) }
    if named < items.count {
      let rest = String(items.count - named)
      parts.append(Words(rest + " till", rest + " more"))
    }
    return Words.list(parts)
  }

  /// What people call an item of a list: the field that the form names, or the usual ones.
  func itemName(_ context: Context, _ field: String?) -> Words? {
    for name in [field, "namn", "titel", "id"] {
      if let name, case .string(let text)? = context[name] { return Words(text, text) }
    }
    return nil
  }

  private func item(_ context: Context, _ format: ValueFormat) -> Words {
    itemName(context, format.itemName) ?? Words("en uppgift", "an entry")
  }

  private func range(_ range: RangeValue, _ format: ValueFormat, decimals: Int?) -> Words {
    let low = range.low.map { words($0, format, decimals: decimals) }
    let high = range.high.map { words($0, format, decimals: decimals) }
    switch (low, high) {
    case (let low?, let high?): return low + Words(" till ", " to ") + high
    case (let low?, nil): return Words("minst ", "at least ") + low
    case (nil, let high?): return Words("högst ", "at most ") + high
    case (nil, nil): return Words("vad som helst", "anything")
    }
  }
}

extension Decimal {
  /// A number without a unit that is most likely a year: grouped, 2 029 would be misread; a count of 2029 is not.
  fileprivate var mayBeYear: Bool { integer().map { (1900...2199).contains($0) } ?? false }
}

extension Words {
  static func quoted(_ words: Words) -> Words { Words("”" + words.sv + "”", "“" + words.en + "”") }

  fileprivate var withoutPercent: Words {
    func drop(_ text: String) -> String {
      var characters = Array(text)
      while let last = characters.last, last == "%" || last == "\u{A0}" { characters.removeLast() }
      return String(characters)
    }
    return Words(drop(sv), drop(en))
  }
}
