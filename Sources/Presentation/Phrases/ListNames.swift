import Diagnostics
import Scoring

extension Scoring.List {
  /// How a proposal stands that is on this list and has no rank; nil for the ranked.
  var standing: Text? {
    switch self {
    case .ranked: nil
    case .belowThreshold: Text("under tröskeln", "below the threshold")
    case .supplement: Text("kompletteras", "to supplement")
    case .assess: Text("bedöms", "to assess")
    case .notExamined: Text("föreslås inte prövas", "not to be examined")
    }
  }
}
