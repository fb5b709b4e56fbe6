public import Criteria
public import FEEL

/// What a ruleset decides by each field of the form, found from the names that its expressions are written with: it
/// never leaves out a use, but may tell of one where another thing has the same name.
public struct ClaimUses: Sendable {
  public struct Use: Sendable {
    /// Indices in `Ruleset.criteria`.
    public var criteria: [Int] = []
    /// Indices in `Ruleset.eligibility`.
    public var eligibility: [Int] = []
    /// The amount that is asked for hangs on it.
    public var isMoney = false
    /// The group, an exclusion or a flag hangs on it.
    public var isFlagged = false
  }

  private let plan: ReadPlan
  private let eligibility: [Reads]
  private let money: Reads
  private let flagged: Reads

  public init(_ ruleset: Ruleset) {
    plan = ReadPlan(ruleset)
    var numbers = plan.numbers
    eligibility = ruleset.eligibility.map { numbers.reads(of: $0.require.expression) }
    var money = Reads()
    if let asked = ruleset.money?.asked { money.add(numbers.reads(of: asked.expression)) }
    if let years = ruleset.money?.byYear { money.add(numbers.reads(of: years.expression)) }
    self.money = money
    var flagged = Reads()
    for group in ruleset.groups {
      if let when = group.when { flagged.add(numbers.reads(of: when.expression)) }
    }
    for exclusion in ruleset.exclusions { flagged.add(numbers.reads(of: exclusion.when.expression)) }
    for flag in ruleset.flags { flagged.add(numbers.reads(of: flag.when.expression)) }
    self.flagged = flagged
  }

  /// - Parameter path: of a field, with or without items.
  public func of(_ path: FieldPath) -> Use {
    let changes = plan.changes([.field(path)])
    var use = Use()
    for (index, criterion) in plan.criteria.enumerated()
    where criterion.all.hang(on: changes) || plan.sites[criterion.applies].hang(on: changes) {
      use.criteria.append(index)
    }
    use.eligibility = eligibility.indices.filter { eligibility[$0].hang(on: changes) }
    use.isMoney = money.hang(on: changes)
    use.isFlagged = flagged.hang(on: changes)
    return use
  }
}
