import Diagnostics
import ExactNumbers
import YAMLSource

/// `weights: {order: […]}`: only an order of importance is given, and the weights follow from it.
extension FileReader {
  /// The top criteria's numbers, the most important class first; nil where there is no order or it cannot be read.
  mutating func weightOrder(_ root: Mapping, _ criteria: [Criterion]) -> [[Int]]? {
    guard let node = root["weights"], let mapping = mapping(node, .value(of: "weights"), keys: ["order"]),
      let list = required(mapping, "order"), let items = self.list(list, .value(of: "order"))
    else { return nil }
    let declared = root["criteria"]?.items?.compactMap { $0["id"]?.text } ?? []
    var unique = UniqueIDs()
    var classes: [[Int]] = []
    var isSound = true
    for item in items {
      var members: [Int] = []
      for part in item.items ?? [item] {
        guard let id = handle(part, .value(of: "order")) else {
          isSound = false
          continue
        }
        if let first = unique.insert(id, at: part.span) {
          reportTwice(id, at: part.span, first: first)
          isSound = false
        } else if let index = criteria.firstIndex(where: { $0.id == id }) {
          members.append(index)
        } else {
          isSound = false
          if declared.contains(id) { continue }
          reportUnknownID(
            194, id, nil, among: declared, at: part.span,
            Text("kriteriet `\(id)` finns inte", "there is no criterion `\(id)`"))
        }
      }
      classes.append(members)
    }
    for id in declared where !unique.contains(id) {
      isSound = false
      report(
        195, at: list.firstLine,
        Text("kriteriet `\(id)` står inte i ordningen", "the criterion `\(id)` is not in the order"),
        hints: [
          Text(
            "Alla kriterier på översta nivån ska stå i `order`, det viktigaste först. Lika viktiga skrivs ihop: `[a, b]`.",
            "All top criteria must stand in `order`, the most important first. Equally important ones are written together: `[a, b]`."
          )
        ])
    }
    return isSound && criteria.count == declared.count ? classes : nil
  }

  /// A weight beside an order says two things.
  mutating func reportWeightBesideOrder(_ mapping: Mapping) {
    guard let span = mapping.keySpan("weight") else { return }
    report(
      193, at: span,
      Text("`weight` går inte ihop med `weights`", "`weight` does not go together with `weights`"),
      hints: [
        Text(
          "Ange antingen en vikt för varje kriterium, eller bara ordningen i `weights: {order: […]}`.",
          "Give either a weight for each criterion, or the order alone in `weights: {order: […]}`.")
      ])
  }
}
