/// One way to call a built-in function, with the types that its parameters take (DMN 1.5, 10.3.4).
struct BuiltinForm {
  struct Parameter {
    var name: String
    var type: FeelType
    var isOptional = false
  }

  /// What a call gives, from what it was given.
  enum Result {
    case type(FeelType)
    /// The same type as the first argument.
    case same
    /// The type of the first argument's items, or of the arguments.
    case item
    /// A number in the unit of the first argument's items.
    case numberOfItems
    /// A list of all arguments' items.
    case joined
    /// As `joined`; arguments after the first are items themselves.
    case extended
    /// A list of items that are no lists themselves.
    case flattened
    /// Told by a literal text: `duration("P2Y")`.
    case duration
  }

  var parameters: [Parameter]
  var result: Result
  /// The last parameter may be repeated, and a function of one list takes its items one by one: `min(1, 2)`.
  var isVariadic = false

  var names: [String] { parameters.map { $0.name } }
  var required: Int { parameters.count { !$0.isOptional } }
}

extension BuiltinForm {
  private static func form(
    _ parameters: [(String, FeelType)], _ result: Result, optional: [(String, FeelType)] = [],
    variadic: Bool = false
  ) -> BuiltinForm {
    let given = parameters.map { Parameter(name: $0.0, type: $0.1) }
    let left = optional.map { Parameter(name: $0.0, type: $0.1, isOptional: true) }
    return BuiltinForm(parameters: given + left, result: result, isVariadic: variadic)
  }

  private static let weekdays = FeelType.choice([
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ])
  private static let months = FeelType.choice([
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ])
  private static let entry = FeelType.context([
    FeelType.Member(name: "key", type: .string), FeelType.Member(name: "value", type: .any),
  ])
  private static let function = FeelType.function([], returns: .any)

  /// nil where there is no such built-in function.
  static func forms(of name: String) -> [BuiltinForm]? {
    texts(name) ?? lists(name) ?? numbers(name) ?? others(name) ?? ranges(name)
  }

  private static func texts(_ name: String) -> [BuiltinForm]? {
    switch name {
    case "string": [form([("from", .any)], .type(.string))]
    case "substring":
      [
        form(
          [("string", .string), ("start position", .number)], .type(.string), optional: [("length", .number)])
      ]
    case "string length": [form([("string", .string)], .type(.number))]
    case "upper case", "lower case": [form([("string", .string)], .type(.string))]
    case "substring before", "substring after":
      [form([("string", .string), ("match", .string)], .type(.string))]
    case "contains", "starts with", "ends with":
      [form([("string", .string), ("match", .string)], .type(.boolean))]
    case "matches":
      [form([("input", .string), ("pattern", .string)], .type(.boolean), optional: [("flags", .string)])]
    case "replace":
      [
        form(
          [("input", .string), ("pattern", .string), ("replacement", .string)], .type(.string),
          optional: [("flags", .string)])
      ]
    case "split": [form([("string", .string), ("delimiter", .string)], .type(.list(.string)))]
    case "string join":
      [form([("list", .list(.string))], .type(.string), optional: [("delimiter", .string)])]
    default: nil
    }
  }

  private static func lists(_ name: String) -> [BuiltinForm]? {
    let list: (String, FeelType) = ("list", .list(.any))
    return switch name {
    case "list contains": [form([list, ("element", .any)], .type(.boolean))]
    case "count": [form([list], .type(.number))]
    case "min", "max": [form([list], .item, variadic: true)]
    case "sum", "mean", "median", "stddev": [form([("list", .list(.number))], .numberOfItems, variadic: true)]
    case "product": [form([("list", .list(.number))], .type(.number), variadic: true)]
    case "mode": [form([("list", .list(.number))], .same, variadic: true)]
    case "all", "any": [form([("list", .list(.boolean))], .type(.boolean), variadic: true)]
    case "sublist": [form([list, ("start position", .number)], .same, optional: [("length", .number)])]
    case "append": [form([list, ("item", .any)], .extended, variadic: true)]
    case "concatenate", "union": [form([list], .joined, variadic: true)]
    case "insert before": [form([list, ("position", .number), ("newItem", .any)], .type(.list(.any)))]
    case "list replace":
      [
        form([list, ("position", .number), ("newItem", .any)], .type(.list(.any))),
        form([list, ("match", function), ("newItem", .any)], .type(.list(.any))),
      ]
    case "remove": [form([list, ("position", .number)], .same)]
    case "reverse", "distinct values", "duplicate values": [form([list], .same)]
    case "index of": [form([list, ("match", .any)], .type(.list(.number)))]
    case "flatten": [form([list], .flattened)]
    case "sort": [form([list], .same, optional: [("precedes", function)])]
    default: nil
    }
  }

  private static func numbers(_ name: String) -> [BuiltinForm]? {
    switch name {
    case "number":
      [
        form([("from", .any)], .type(.number)),
        form(
          [("from", .string), ("grouping separator", .string), ("decimal separator", .string)], .type(.number)
        ),
      ]
    case "decimal", "round up", "round down", "round half up", "round half down":
      [form([("n", .number), ("scale", .number)], .same)]
    case "floor", "ceiling": [form([("n", .number)], .same, optional: [("scale", .number)])]
    case "abs": [form([("n", .any)], .same)]
    case "modulo": [form([("dividend", .number), ("divisor", .number)], .same)]
    case "sqrt", "log", "exp": [form([("number", .number)], .type(.number))]
    case "odd", "even": [form([("number", .number)], .type(.boolean))]
    default: nil
    }
  }

  private static func others(_ name: String) -> [BuiltinForm]? {
    switch name {
    case "not": [form([("negand", .boolean)], .type(.boolean))]
    case "is": [form([("value1", .any), ("value2", .any)], .type(.boolean))]
    case "date":
      [
        form([("from", .any)], .type(.date)),
        form([("year", .number), ("month", .number), ("day", .number)], .type(.date)),
      ]
    case "time":
      [
        form([("from", .any)], .type(.any)),
        form(
          [("hour", .number), ("minute", .number), ("second", .number)], .type(.any),
          optional: [("offset", .any)]),
      ]
    case "date and time":
      [form([("from", .any)], .type(.any)), form([("date", .any), ("time", .any)], .type(.any))]
    case "duration": [form([("from", .string)], .duration)]
    case "years and months duration": [form([("from", .any), ("to", .any)], .type(.yearsMonths))]
    case "today": [form([], .type(.date))]
    case "now": [form([], .type(.any))]
    case "day of year", "week of year": [form([("date", .any)], .type(.number))]
    case "day of week": [form([("date", .any)], .type(weekdays))]
    case "month of year": [form([("date", .any)], .type(months))]
    case "get value": [form([("m", .any), ("key", .any)], .type(.any))]
    case "get entries": [form([("m", .any)], .type(.list(entry)))]
    case "context": [form([("entries", .any)], .type(.any))]
    case "context put":
      [
        form([("context", .any), ("key", .string), ("value", .any)], .type(.any)),
        form([("context", .any), ("keys", .list(.string)), ("value", .any)], .type(.any)),
      ]
    case "context merge": [form([("contexts", .any)], .type(.any))]
    default: nil
    }
  }

  private static func ranges(_ name: String) -> [BuiltinForm]? {
    let both = form([("range1", .any), ("range2", .any)], .type(.boolean))
    let pointFirst = form([("point", .any), ("range", .any)], .type(.boolean))
    let rangeFirst = form([("range", .any), ("point", .any)], .type(.boolean))
    let points = form([("point1", .any), ("point2", .any)], .type(.boolean))
    return switch name {
    case "range": [form([("from", .string)], .type(.range(.any)))]
    case "before", "after": [points, pointFirst, rangeFirst, both]
    case "meets", "met by", "overlaps", "overlaps before", "overlaps after": [both]
    case "finishes", "during", "starts": [pointFirst, both]
    case "finished by", "includes", "started by": [rangeFirst, both]
    case "coincides": [points, both]
    default: nil
    }
  }
}
