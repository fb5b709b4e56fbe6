import Diagnostics
import FEEL

/// The options of a request: known names, each given once.
struct Options {
  private let given: [Request.Option]

  init(_ request: Request, known: [String]) throws(Refusal) {
    given = request.options
    for (index, option) in given.enumerated() {
      guard known.contains(option.name) else { throw .wrongUse("unknown option `\(option.name)`") }
      guard !given[..<index].contains(where: { $0.name == option.name }) else {
        throw .wrongUse("option `\(option.name)` is given twice")
      }
    }
  }

  subscript(name: String) -> String? { given.first { $0.name == name }?.value }

  func required(_ name: String) throws(Refusal) -> String {
    guard let value = self[name] else { throw .wrongUse("option `\(name)` is missing") }
    return value
  }

  /// The value of `name` among `choices`; the first of them where it is not given.
  func choice(_ name: String, _ choices: [String]) throws(Refusal) -> String {
    guard let value = self[name] else { return choices[0] }
    guard choices.contains(value) else {
      throw .wrongUse("`\(value)` is no \(name); known are " + choices.joined(separator: ", "))
    }
    return value
  }
}

extension Options {
  /// The day of the option `date`; nil where it is not given.
  func date() throws(Refusal) -> CalendarDate? {
    guard let text = self["date"] else { return nil }
    guard let date = CalendarDate(text) else { throw .wrongUse("date: `\(text)` is no date") }
    return date
  }
}

extension Request {
  /// The language of `lang`; Swedish where it is not given or not known.
  var language: Language {
    options.contains { $0.name == "lang" && $0.value == "en" } ? .english : .swedish
  }
}
