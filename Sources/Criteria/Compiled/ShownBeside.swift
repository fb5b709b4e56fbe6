public import Diagnostics

/// Steps that are shown beside the points and never weighed, each with how it stands: how far a proposal reaches.
public struct Profile: Sendable {
  public struct Step: Sendable {
    public var id: String
    public var title: Text
    public var condition: Compiled
    public var sources: [SourceReference]
    public init(id: String, title: Text, condition: Compiled, sources: [SourceReference]) {
      self.id = id
      self.title = title
      self.condition = condition
      self.sources = sources
    }
  }

  public var id: String
  public var title: Text
  public var steps: [Step]
  public var sources: [SourceReference]

  public init(id: String, title: Text, steps: [Step], sources: [SourceReference]) {
    self.id = id
    self.title = title
    self.steps = steps
    self.sources = sources
  }
}

/// A list of the proposal that is shown beside the points, a row for every item.
public struct ShownList: Sendable {
  public struct Column: Sendable {
    public var title: Text
    public var value: Compiled
    public init(title: Text, value: Compiled) {
      self.title = title
      self.value = value
    }
  }

  public var id: String
  public var title: Text
  public var list: Compiled
  /// The name of an item in the columns' expressions.
  public var variable: String
  public var columns: [Column]

  public init(id: String, title: Text, list: Compiled, variable: String, columns: [Column]) {
    self.id = id
    self.title = title
    self.list = list
    self.variable = variable
    self.columns = columns
  }
}
