/// Lists, filters and loops.
extension Inference {
  mutating func inferList(_ items: [Expression], counterpart: FeelType?) -> Typed {
    var element = FeelType.null
    for item in items {
      let typed = counterpart.map { inferComparand(item, against: $0) } ?? infer(item)
      element = element.union(typed.type)
    }
    return Typed(.list(element))
  }

  mutating func inferFilter(_ base: Expression, _ condition: Expression) -> Typed {
    let list = infer(base)
    let item = Typed(list.type.element, path: list.path)
    frames.append(.item(item))
    let found = infer(condition).type
    frames.removeLast()
    switch found.kind {
    case .number: return item
    case .boolean, .null: return Typed(.list(item.type), path: list.path)
    case .any: return Typed(.any, path: list.path)
    default:
      problems.append(Problems.notAFilter(found, condition.range))
      return Typed(.list(item.type), path: list.path)
    }
  }

  mutating func inferIteration(_ iterators: [Expression.Iterator], _ body: Expression) -> Typed {
    frames.append(.names([(name: "partial", value: Typed(.list(.any)))]))
    bindAll(iterators)
    let result = infer(body)
    frames.removeLast()
    return Typed(.list(result.type), path: result.path)
  }

  mutating func inferQuantified(_ iterators: [Expression.Iterator], _ condition: Expression) -> Typed {
    frames.append(.names([]))
    bindAll(iterators)
    requireCondition(condition)
    frames.removeLast()
    return Typed(.boolean)
  }

  private mutating func bindAll(_ iterators: [Expression.Iterator]) {
    for iterator in iterators { bind(iterator.name.text, inferDomain(iterator.domain)) }
  }

  /// What a loop's variable is, item by item.
  private mutating func inferDomain(_ domain: Expression) -> Typed {
    let typed = infer(domain)
    switch typed.type {
    case .any, .null: return Typed(.any, path: typed.path)
    case .list(let element): return Typed(element, path: typed.path)
    case .range(let element):
      switch element.kind {
      case .any, .null, .number, .date: return Typed(element)
      default:
        problems.append(Problems.notAList(typed.type, domain.range))
        return .unknown
      }
    default:
      problems.append(Problems.notAList(typed.type, domain.range))
      return .unknown
    }
  }
}
