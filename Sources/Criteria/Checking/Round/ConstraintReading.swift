import Diagnostics
import ExactNumbers
import YAMLSource

extension FileReader {
  /// What must hold of a set of granted proposals. Ids are looked up once the proposals are known.
  mutating func constraints(_ root: Mapping) -> Constraints {
    let keys = ["at_most_one", "requires", "at_least", "decided", "parts"]
    guard let node = root["constraints"], let mapping = mapping(node, .value(of: "constraints"), keys: keys)
    else { return Constraints() }
    var constraints = Constraints()
    for set in items(mapping, "at_most_one") {
      guard let ids = proposals(set, "at_most_one", &constraints) else { continue }
      if ids.count < 2 {
        report(
          122, at: set.firstLine,
          Text("högst ett av färre än två säger ingenting", "at most one of fewer than two says nothing"),
          hints: [
            Text(
              "Skriv minst två förslag: `- [det-ena, det-andra]`.",
              "Write at least two proposals: `- [the-one, the-other]`.")
          ])
      }
      constraints.atMostOne.append(ids)
    }
    for item in items(mapping, "requires") {
      let what = Text("ett villkor", "a requirement")
      guard let entry = self.mapping(item, what, keys: ["proposal", "needs"]) else { continue }
      let proposal = proposal(entry, "proposal", &constraints)
      let needs = proposal.flatMap { _ in self.proposal(entry, "needs", &constraints) }
      guard let proposal, let needs else { continue }
      constraints.requires.append(Constraints.Requirement(proposal: proposal, needs: needs))
    }
    for item in items(mapping, "at_least") {
      let what = Text("en lägsta summa", "a least sum")
      guard let entry = self.mapping(item, what, keys: ["group", "kr"]) else { continue }
      let kronor = required(entry, "kr").flatMap { integer($0, "kr", in: FileReader.kronor) }
      guard let node = required(entry, "group"), let group = handle(node, .value(of: "group")), let kronor
      else { continue }
      constraints.mentions.append(.init(id: group, kind: .group, span: node.span))
      constraints.atLeast.append(Constraints.Minimum(group: group, kronor: kronor))
    }
    if let node = mapping["decided"] {
      constraints.decided = proposals(node, "decided", &constraints) ?? []
    }
    for item in items(mapping, "parts") {
      if let part = part(item, &constraints) { constraints.parts.append(part) }
    }
    return constraints
  }

  private static let kronor = Int64(0)...1_000_000_000_000

  private mutating func items(_ mapping: Mapping, _ key: String) -> [YAMLNode] {
    guard let node = mapping[key] else { return [] }
    return list(node, .value(of: key)) ?? []
  }

  private mutating func proposal(_ mapping: Mapping, _ key: String, _ constraints: inout Constraints)
    -> String?
  {
    guard let node = required(mapping, key), let id = id(node, .value(of: key)) else { return nil }
    constraints.mentions.append(.init(id: id, kind: .proposal, span: node.span))
    return id
  }

  private mutating func proposals(_ node: YAMLNode, _ key: String, _ constraints: inout Constraints)
    -> [String]?
  {
    guard let items = list(node, .value(of: key)) else { return nil }
    var ids: [String] = []
    var unique = UniqueIDs()
    for item in items {
      guard let id = id(item, .value(of: key)) else { continue }
      if let first = unique.insert(id, at: item.span) {
        reportTwice(id, at: item.span, first: first)
        continue
      }
      constraints.mentions.append(.init(id: id, kind: .proposal, span: item.span))
      ids.append(id)
    }
    return ids
  }

  private mutating func part(_ item: YAMLNode, _ constraints: inout Constraints) -> Constraints.Part? {
    let what = Text("en del", "a part")
    guard let mapping = mapping(item, what, keys: ["proposal", "title", "kr", "share"]) else { return nil }
    let proposal = proposal(mapping, "proposal", &constraints)
    let title = requiredText(mapping, "title")
    var share: Rational?
    if let node = mapping["share"] {
      guard let number = rational(node, "share") else { return nil }
      if number.sign < 0 || Rational.one < number {
        reportBounds(node, "share", Text("ska vara från 0 till 1", "must be from 0 to 1"))
      }
      share = number
    }
    var costs: [Constraints.Part.Year] = []
    guard let node = required(mapping, "kr"), let years = list(node, .value(of: "kr")) else { return nil }
    for item in years {
      let what = Text("ett år", "a year")
      guard let entry = self.mapping(item, what, keys: ["year", "kr"]) else { continue }
      let year = required(entry, "year").flatMap { integer($0, "year", in: 1990...2200) }
      let kronor = required(entry, "kr").flatMap { integer($0, "kr", in: FileReader.kronor) }
      if let year, let kronor { costs.append(Constraints.Part.Year(year: Int(year), kronor: kronor)) }
    }
    guard let proposal, let title else { return nil }
    return Constraints.Part(proposal: proposal, title: title, costs: costs, share: share)
  }

  /// Every proposal and group that the constraints name must be there.
  mutating func checkConstraints(_ round: Round, _ ruleset: Ruleset, proposals: [String]) {
    for mention in round.constraints.mentions {
      switch mention.kind {
      case .proposal:
        if proposals.contains(mention.id) { continue }
        reportMissing(
          120, mention, Text("omgången har inget förslag", "the round has no proposal"),
          Text("Förslagen är", "The proposals are"), proposals)
      case .group:
        let groups = ruleset.groups.map { $0.id }
        if groups.contains(mention.id) { continue }
        reportMissing(
          121, mention, Text("regelverket har ingen grupp", "the ruleset has no group"),
          Text("Grupperna är", "The groups are"), groups)
      }
    }
  }

  private mutating func reportMissing(
    _ number: Int, _ mention: Constraints.Mention, _ message: Text, _ introduction: Text, _ known: [String]
  ) {
    var hints: [Text] = []
    if let meant = nearest(mention.id, among: known) { hints.append(.didYouMean(meant)) }
    let list = known.joined(separator: ", ")
    if !known.isEmpty {
      hints.append(Text("\(introduction.sv): \(list).", "\(introduction(.english)): \(list)."))
    }
    report(
      number, at: mention.span,
      Text("\(message.sv) `\(mention.id)`", "\(message(.english)) `\(mention.id)`"), hints: hints)
  }
}
