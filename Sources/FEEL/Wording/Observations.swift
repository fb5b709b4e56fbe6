/// What an expression read: places in the proposal, and facts.
extension Tracer {
  func observations(of expression: Expression, _ place: Place) -> [Observation] {
    var found: [Observation] = []
    var seen: Set<FieldPath> = []
    for observation in reads(expression, place) where seen.insert(observation.path).inserted {
      found.append(observation)
    }
    return found
  }

  private func reads(_ expression: Expression, _ place: Place) -> [Observation] {
    switch expression.node {
    case .name, .path:
      let places = readings(of: expression, place)
      if !places.isEmpty { return places.map { observation($0.path, $0.value, place) } }
      if case .path(let base, _) = expression.node { return reads(base, place) }
      return []
    case .filter(let base, _):
      return reads(base, place)
        + readings(of: expression, place).map { observation($0.path, $0.value, place) }
    case .iteration(let iterators, _), .quantified(_, let iterators, _):
      return iterators.flatMap { reads($0.domain, place) }
    case .function: return []
    case .call(let callee, let arguments):
      // A judgement is no field of the proposal, and the key only says which one is meant.
      if case .name("judgement") = callee.node { return [] }
      if case .name = callee.node { return arguments.expressions.flatMap { reads($0, place) } }
      return expression.children.flatMap { reads($0, place) }
    default: return expression.children.flatMap { reads($0, place) }
    }
  }

  /// The places that an expression's values were read from.
  private func readings(of expression: Expression, _ place: Place) -> [(path: FieldPath, value: Value)] {
    switch expression.node {
    case .name(let name):
      let value = evaluator.evaluate(expression, in: place.scope)
      switch place.phrasing.meaning(name) {
      case .field(_, isOwn: false): return [(FieldPath([.name(name)]), value)]
      case .fact: return Tracer.origins(in: value)
      case .variable, .field, .unknown:
        if let origin = place.origins[name] { return [(origin, value)] }
        return Tracer.origins(in: value)
      }
    case .path(let base, let name):
      var found: [(path: FieldPath, value: Value)] = []
      for reading in readings(of: base, place) {
        found += Tracer.step(from: reading, name.text)
      }
      return found
    case .filter: return Tracer.origins(in: evaluator.evaluate(expression, in: place.scope))
    case .call(let callee, let arguments):
      guard case .name(let name) = callee.node, Phrasing.keepsItems.contains(name) else { return [] }
      return arguments.expressions.flatMap { readings(of: $0, place) }
    default: return []
    }
  }

  /// The items that know where in the proposal they stand.
  private static func origins(in value: Value) -> [(path: FieldPath, value: Value)] {
    switch value {
    case .context(let context): return context.origin.map { [($0, value)] } ?? []
    case .list(let items): return items.flatMap { origins(in: $0) }
    case .unknown(let unknown):
      if case .list(let members, _) = unknown.bounds { return members.flatMap { origins(in: $0.value) } }
      return []
    default: return []
    }
  }

  private static func step(
    from reading: (path: FieldPath, value: Value), _ name: String
  ) -> [(path: FieldPath, value: Value)] {
    switch reading.value {
    case .context(let context):
      guard let value = context[name] else { return [(reading.path, reading.value)] }
      return [((context.origin ?? reading.path).appending(name), value)]
    case .list(let items):
      return items.enumerated().flatMap {
        step(from: (reading.path.appending(item: $0.offset + 1), $0.element), name)
      }
    case .unknown(let unknown):
      if case .list(let members, _) = unknown.bounds {
        return members.flatMap { origins(in: $0.value) }.flatMap { step(from: $0, name) }
      }
      return [(reading.path.appending(name), reading.value)]
    // A part of a single value, such as a date's year.
    default: return [reading]
    }
  }

  private func observation(_ path: FieldPath, _ value: Value, _ place: Place) -> Observation {
    if case .item? = path.components.last, case .context(let context) = value,
      let name = writer.writer.itemName(context, vocabulary.fields[path.names]?.itemName)
    {
      return Observation(path: path, label: name, value: value)
    }
    return Observation(path: path, label: vocabulary.fields[path.names]?.label, value: value)
  }

  // MARK: - Facts

  /// The facts that an expression names, in the order of the text, each once.
  func facts(in expression: Expression, _ place: Place) -> [FactTrace] {
    guard place.depth < Tracer.deepestFact else { return [] }
    var names: [String] = []
    collect(expression, place.phrasing, &names)
    return names.compactMap { fact($0, place) }
  }

  private func collect(_ expression: Expression, _ phrasing: Phrasing, _ names: inout [String]) {
    switch expression.node {
    case .name(let name):
      if case .fact = phrasing.meaning(name), !names.contains(name) { names.append(name) }
    case .filter(let base, let condition):
      collect(base, phrasing, &names)
      collect(condition, phrasing.inside(.item(path: phrasing.path(of: base))), &names)
    case .iteration(let iterators, let body), .quantified(_, let iterators, condition: let body):
      var inner = phrasing
      for iterator in iterators {
        collect(iterator.domain, inner, &names)
        inner = inner.inside(.variable(iterator.name.text, path: inner.path(of: iterator.domain)))
      }
      collect(body, inner, &names)
    case .function(let parameters, let body):
      var inner = phrasing
      for parameter in parameters { inner = inner.inside(.variable(parameter.name.text, path: nil)) }
      collect(body, inner, &names)
    default:
      for child in expression.children { collect(child, phrasing, &names) }
    }
  }

  private func fact(_ name: String, _ place: Place) -> FactTrace? {
    guard let fact = vocabulary.facts[name] else { return nil }
    let phrasing = Phrasing(vocabulary: vocabulary)
    let value = root.value(of: name) ?? .null
    let noun = phrasing.noun(of: fact)
    let isDirect = fact.definition.map { phrasing.isDirect($0) } ?? false
    let state = writer.state(value, noun.format, isDirect: isDirect)
    var trace = FactTrace(
      name: name, label: fact.label, value: value, sentence: noun.words + Words(" ", " ") + state.words,
      observations: [], facts: [], condition: nil)
    guard let definition = fact.definition else { return trace }
    let inner = Place(scope: root, phrasing: phrasing, depth: place.depth + 1)
    if phrasing.isCondition(definition) {
      trace.condition = self.trace(definition, inner, negated: false, .condition)
    } else {
      trace.observations = observations(of: definition, inner)
      trace.facts = facts(in: definition, inner)
    }
    return trace
  }
}

extension FieldPath {
  /// The names alone, as a vocabulary knows them.
  var names: [String] {
    components.compactMap { component in
      if case .name(let name) = component { name } else { nil }
    }
  }
}
