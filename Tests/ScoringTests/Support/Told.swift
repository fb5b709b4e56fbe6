import Scoring

/// Everything that a node says, and all below it: two explanations with the same text are the same.
func told(_ node: Explanation) -> String {
  """
  \(node.path) \(node.kind) \(node.title) \(node.contribution) \(node.possibleContribution as Any) \(node.points as Any)
  \(node.possiblePoints as Any) \(node.value as Any) \(node.weight as Any) \(node.quality) \(node.isApplicable as Any)
  \(node.verdict as Any) \(node.because as Any) \(node.evidence as Any) \(node.judgements) \(node.notes) \(node.causes)

  """ + node.children.map { told($0) }.joined()
}
