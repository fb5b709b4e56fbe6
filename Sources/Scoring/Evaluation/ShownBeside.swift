internal import Criteria
internal import FEEL

/// What is shown beside the points. Nothing here touches the total.
extension ProposalScoring {
  func profiles(_ situation: Situation) -> [ProfileResult] {
    ruleset.profiles.map { profile in
      ProfileResult(
        steps: profile.steps.map { step in
          let condition = situation.condition(step.condition, in: situation.scope)
          return ProfileResult.Step(
            verdict: condition.verdict, condition: trace(step.condition, situation), causes: condition.causes)
        })
    }
  }

  func shownLists(_ situation: Situation) -> [ShownListResult] {
    ruleset.lists.map { shown in
      let (items, isOpen) = members(situation.evaluate(shown.list, in: situation.scope))
      return ShownListResult(
        rows: items.map { item in
          let scope = situation.scope.binding(shown.variable, to: item)
          return shown.columns.map { situation.evaluate($0.value, in: scope) }
        }, isOpen: isOpen)
    }
  }

  private func members(_ value: Value) -> (items: [Value], isOpen: Bool) {
    switch value {
    case .list(let items): return (items, false)
    case .null: return ([], false)
    case .unknown(let unknown):
      guard case .list(let named, let more) = unknown.bounds else { return ([], true) }
      var isOpen = named.contains { !$0.isCertain }
      if case .some = more { isOpen = true }
      return (named.map { $0.value }, isOpen)
    default: return ([value], false)
    }
  }
}
