// Replaced by the files that hold the real types.
public struct CalendarDate: Sendable, Hashable {}
public struct FunctionValue: Sendable {}
