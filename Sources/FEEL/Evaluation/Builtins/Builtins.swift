/// FEEL's built-in functions (DMN 1.5, 10.3.4).
public enum Builtins {
  /// Their names, in the order of the standard.
  public static let names: [String] = [
    "number", "string", "date", "time", "date and time", "duration", "years and months duration", "range",
    "not", "is",
    "substring", "string length", "upper case", "lower case", "substring before", "substring after",
    "replace", "contains", "starts with", "ends with", "matches", "split", "string join",
    "list contains", "list replace", "count", "min", "max", "sum", "mean", "all", "any", "sublist", "append",
    "concatenate", "insert before", "remove", "reverse", "index of", "union", "distinct values",
    "duplicate values", "flatten", "product", "median", "stddev", "mode", "sort",
    "decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down", "abs",
    "modulo", "sqrt", "log", "exp", "odd", "even",
    "today", "now", "day of year", "day of week", "month of year", "week of year",
    "get value", "get entries", "context", "context put", "context merge",
    "before", "after", "meets", "met by", "overlaps", "overlaps before", "overlaps after", "finishes",
    "finished by", "includes", "during", "starts", "started by", "coincides",
  ]
}
