internal import Diagnostics

/// The fixed wordings of a self-check.
struct CheckPhrases {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ sv: String, _ en: String) -> String { language == .swedish ? sv : en }

  var readable: String { say("Utkastet går att läsa.", "The draft can be read.") }
  var nothingStops: String {
    say("Inget av grundvillkoren stoppar det.", "None of the basic conditions stops it.")
  }
  var stops: String { say("Det här stoppar det först:", "This is what stops it first:") }
  var notice: String { say("Inte ett förhandsbesked", "Not an advance decision") }
  var missing: String { say("Det här saknas", "This is missing") }

  /// A basic condition that is not met, or that cannot be told yet.
  func stop(_ title: String, isOpen: Bool) -> String {
    isOpen
      ? say("\(title): kan inte avgöras än.", "\(title): cannot be told yet.")
      : say("\(title): inte uppfyllt.", "\(title): not met.")
  }

  func standing(_ points: String, of scale: String) -> String {
    say(
      "Så står det till (inte ett förhandsbesked): \(points) av \(scale)",
      "How it stands (not an advance decision): \(points) of \(scale)")
  }

  func asksPerson(_ flag: String) -> String {
    say(
      "En person på förbundet kommer att titta på: \(flag)",
      "A person at the association will look at: \(flag)")
  }
}
