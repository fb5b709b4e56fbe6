public import FEEL

/// How the steps of a profile stand, in its order.
public struct ProfileResult: Sendable {
  public struct Step: Sendable {
    public var verdict: Verdict
    /// Only in a full explanation.
    public var condition: ConditionTrace?
    public var causes: [Unknown.Cause]
  }
  public var steps: [Step]
}

/// The rows of a list that is shown beside the points.
public struct ShownListResult: Sendable {
  /// A value for each column.
  public var rows: [[Value]]
  /// The list is missing, or may have more items than these.
  public var isOpen: Bool
}
