/// A small generator with a fixed seed (SplitMix64), so that every run tests the same expressions.
struct Randomness {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
}

/// Writes random FEEL expressions over the names of `World`.
struct ExpressionGenerator {
  var random: Randomness
  /// Names that stand for an organisation, inside `some`, `every` and `for`.
  private var bound: [String] = []
  /// Whether the entries of an organisation are in scope, inside a filter.
  private var inFilter = false

  init(_ random: Randomness) { self.random = random }

  mutating func expression(_ depth: Int) -> String {
    switch random.below(6) {
    case 0, 1: boolean(depth)
    case 2, 3: number(depth)
    case 4: string(depth)
    default: list(depth)
    }
  }

  // MARK: By kind

  mutating func number(_ depth: Int) -> String {
    if depth <= 0 || random.chance(10) {
      var leaves = ["0", "1", "2.5", "-3", "10", "1/3", "n1", "n2", "n3", "n4", "n5"]
      if random.chance(4) { leaves = ["u", "null", "s1", "\"x\""] }
      if inFilter { leaves += ["kr", "kr"] }
      for name in bound { leaves += [name + ".kr", name + ".kr"] }
      return random.pick(leaves)
    }
    let next = depth - 1
    switch random.below(17) {
    case 0, 1, 2: return "(" + number(next) + random.pick([" + ", " - ", " * ", " / "]) + number(next) + ")"
    case 3: return "-" + number(next)
    case 4: return "(if " + boolean(next) + " then " + number(next) + " else " + number(next) + ")"
    case 5, 6: return "count(" + list(next) + ")"
    case 7, 8: return "sum(" + numbers(next) + ")"
    case 9: return "min(" + numbers(next) + ")"
    case 10: return "max(" + numbers(next) + ")"
    case 11: return "mean(" + numbers(next) + ")"
    case 12: return random.pick(["abs", "floor", "ceiling", "sqrt"]) + "(" + number(next) + ")"
    case 13: return random.pick(["decimal", "round up", "round half up"]) + "(" + number(next) + ", 1)"
    case 14: return numbers(next) + "[" + random.pick(["1", "2", "-1", "n5", number(0)]) + "]"
    case 15: return "median(" + numbers(next) + ")"
    default: return "min(" + number(next) + ", " + number(next) + ")"
    }
  }

  mutating func boolean(_ depth: Int) -> String {
    if depth <= 0 || random.chance(8) {
      var leaves = ["true", "false", "b1", "b2", "b3"]
      if random.chance(4) { leaves = ["u", "null", "n1"] }
      if inFilter { leaves += ["ok", "ok"] }
      for name in bound { leaves += [name + ".ok"] }
      return random.pick(leaves)
    }
    let next = depth - 1
    switch random.below(19) {
    case 0, 1, 2:
      return number(next) + random.pick([" < ", " <= ", " > ", " >= ", " = ", " != "]) + number(next)
    case 3, 4: return string(next) + random.pick([" = ", " != "]) + string(next)
    case 5, 6: return "(" + boolean(next) + random.pick([" and ", " or "]) + boolean(next) + ")"
    case 7: return "not(" + boolean(next) + ")"
    case 8:
      return number(next) + " in "
        + random.pick(["[1..10]", "(0..5]", "(1, < 0, [5..20))", "> 2", "(n1, n4)"])
    case 9: return string(next) + " in (\"a\", \"b\")"
    case 10: return number(next) + " between " + number(next) + " and " + number(next)
    case 11, 12: return quantified(next)
    case 13: return "list contains(" + strings(next) + ", " + string(next) + ")"
    case 14: return expressionOrNull(next) + " = null"
    case 15: return random.pick(["all", "any"]) + "(" + booleans(next) + ")"
    case 16: return "(if " + boolean(next) + " then " + boolean(next) + " else " + boolean(next) + ")"
    case 17: return list(next) + " = " + list(next)
    default: return string(next) + " in " + strings(next)
    }
  }

  mutating func string(_ depth: Int) -> String {
    if depth <= 0 || random.chance(30) {
      var leaves = ["\"a\"", "\"b\"", "\"c\"", "s1", "s2", "s3"]
      if random.chance(4) { leaves = ["u", "null", "n2"] }
      if inFilter { leaves += ["sektor", "sektor", "part"] }
      for name in bound { leaves += [name + ".sektor", name + ".part"] }
      return random.pick(leaves)
    }
    let next = depth - 1
    switch random.below(6) {
    case 0, 1: return "(if " + boolean(next) + " then " + string(next) + " else " + string(next) + ")"
    case 2: return strings(next) + "[1]"
    case 3: return "upper case(" + string(next) + ")"
    case 4: return "string(" + number(next) + ")"
    default: return "(" + string(next) + " + " + string(next) + ")"
    }
  }

  mutating func list(_ depth: Int) -> String {
    switch random.below(4) {
    case 0: numbers(depth)
    case 1: strings(depth)
    case 2: booleans(depth)
    default: organisations(depth)
    }
  }

  private mutating func numbers(_ depth: Int) -> String {
    let next = depth - 1
    if depth <= 0 { return random.pick(["nl", "ul", "[1, n1]", "organisationer.kr", "[]"]) }
    switch random.below(8) {
    case 0: return "[" + number(next) + ", " + number(next) + ", " + number(next) + "]"
    case 1, 2: return organisations(next) + ".kr"
    case 3: return iteration(next) { $0.number($1) }
    case 4: return "concatenate(" + numbers(next) + ", " + numbers(next) + ")"
    case 5: return "distinct values(" + numbers(next) + ")"
    case 6: return "(if " + boolean(next) + " then " + numbers(next) + " else " + numbers(next) + ")"
    default: return numbers(next) + "[item " + random.pick(["> 1", "< n1", "!= 10", ">= n4"]) + "]"
    }
  }

  private mutating func strings(_ depth: Int) -> String {
    let next = depth - 1
    if depth <= 0 { return random.pick(["organisationer.sektor", "organisationer.part", "[\"a\", s1]"]) }
    switch random.below(6) {
    case 0: return "[" + string(next) + ", " + string(next) + "]"
    case 1: return organisations(next) + ".part"
    case 2: return "distinct values(" + strings(next) + ")"
    case 3: return "union(" + strings(next) + ", " + strings(next) + ")"
    case 4: return "reverse(" + strings(next) + ")"
    default: return iteration(next) { $0.string($1) }
    }
  }

  private mutating func booleans(_ depth: Int) -> String {
    let next = depth - 1
    if depth <= 0 || random.chance(40) { return "[" + boolean(next) + ", " + boolean(next) + "]" }
    return iteration(next) { $0.boolean($1) }
  }

  private mutating func organisations(_ depth: Int) -> String {
    if depth <= 0 || random.chance(30) { return random.pick(["organisationer", "organisationer", "fler"]) }
    let outer = inFilter
    inFilter = true
    defer { inFilter = outer }
    return random.pick(["organisationer", "fler"]) + "[" + boolean(depth - 1) + "]"
  }

  private mutating func quantified(_ depth: Int) -> String {
    let domain = organisations(depth)
    let name = "o" + String(bound.count)
    bound.append(name)
    defer { bound.removeLast() }
    return "(" + random.pick(["some ", "every "]) + name + " in " + domain + " satisfies " + boolean(depth)
      + ")"
  }

  private mutating func iteration(
    _ depth: Int, _ body: (inout ExpressionGenerator, Int) -> String
  ) -> String {
    let domain = organisations(depth)
    let name = "o" + String(bound.count)
    bound.append(name)
    defer { bound.removeLast() }
    return "(for " + name + " in " + domain + " return " + body(&self, depth) + ")"
  }

  private mutating func expressionOrNull(_ depth: Int) -> String {
    random.chance(50) ? number(depth) : string(depth)
  }
}
