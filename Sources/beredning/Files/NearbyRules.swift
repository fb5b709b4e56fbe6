import Diagnostics

/// Finds the form or the rules that somebody leaves out, where there is only one to mean: here, or in `Rules`.
enum NearbyRules {
  /// - Parameters:
  ///   - option: the option that names it.
  static func only(ending: String, option: String) throws -> String {
    var found: [String] = []
    for folder in [".", "Rules"] where ListFolder.isFolder(folder) {
      for name in (try? ListFolder.names(folder)) ?? [] where name.hasSuffix(ending) {
        found.append(SourcePath.joined(folder, name))
      }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      throw WrongUse(
        "ange filen med \(option): ingen `*\(ending)` finns här eller i `Rules`",
        "give the file with \(option): there is no `*\(ending)` here or in `Rules`")
    }
    let list = found.joined(separator: ", ")
    throw WrongUse("ange med \(option) vilken som gäller: \(list)", "say with \(option) which one: \(list)")
  }
}
