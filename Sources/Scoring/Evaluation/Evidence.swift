internal import Criteria
internal import ExactNumbers
internal import FEEL

/// The highest level among some documents, at the low and the high end.
struct EvidenceLevel {
  var low: Int
  var high: Int
  var causes: [Unknown.Cause]
  var documents: [EvidenceTrace.Document]

  var value: Value {
    if low == high { return .number(Decimal(low)) }
    return .unknown(
      Unknown(causes: causes, bounds: .number(low: Decimal(low), high: Decimal(high))))
  }
}

/// No document is level 0, known. A list that is not known has every level.
func evidenceLevel(of value: Value, ruleset: Ruleset, evaluator: Evaluator, today: CalendarDate)
  -> EvidenceLevel
{
  var result = EvidenceLevel(low: 0, high: 0, causes: [], documents: [])
  let top = ruleset.evidence?.levels.last?.level ?? 0
  func add(_ value: Value, isCertain: Bool) {
    switch value {
    case .null: return
    case .list(let members): for member in members { add(member, isCertain: isCertain) }
    case .context(let document):
      let level = documentLevel(document, ruleset: ruleset, evaluator: evaluator, today: today)
      result.high = max(result.high, level.high)
      if isCertain { result.low = max(result.low, level.low) }
      if level.low < level.high { result.causes = result.causes.union(level.causes) }
      result.documents.append(level.trace)
    case .unknown(let unknown):
      result.causes = result.causes.union(unknown.causes)
      if let list = unknown.listRange {
        for member in list.members {
          add(member.value, isCertain: isCertain && member.isCertain && !list.mayBeNull)
        }
        if case .some = list.more { result.high = max(result.high, top) }
      } else if case .values(let values) = unknown.bounds {
        for value in values { add(value, isCertain: false) }
      } else {
        result.high = max(result.high, top)
      }
    default: return
    }
  }
  add(value, isCertain: true)
  // A document that cannot change the highest level leaves nothing open.
  if result.low == result.high { result.causes = [] }
  return result
}

private func documentLevel(
  _ document: Context, ruleset: Ruleset, evaluator: Evaluator, today: CalendarDate
) -> (low: Int, high: Int, causes: [Unknown.Cause], trace: EvidenceTrace.Document) {
  var low = 0
  var high = ruleset.evidence?.levels.last?.level ?? 0
  let top = high
  var causes: [Unknown.Cause] = []
  if let expression = ruleset.evidence?.level.expression {
    let scope = Scope(
      context: Context([("document", .context(document))]), host: .none, today: today)
    switch evaluator.evaluate(expression, in: scope) {
    case .number(let level):
      low = min(max(level.integer() ?? 0, 0), top)
      high = low
    case .unknown(let unknown):
      causes = unknown.causes
      if let range = unknown.numberRange {
        low = range.mayBeNull ? 0 : min(max(range.low?.integer() ?? 0, 0), top)
        high = min(max(range.high?.integer() ?? top, 0), top)
      }
    default:
      // An expression that fails says nothing of the document: it is no evidence.
      high = 0
    }
  }
  var id = ""
  if case .string(let text)? = document["id"] { id = text }
  var title: String?
  if case .string(let text)? = document["titel"] { title = text }
  var seen: Bool?
  if case .boolean(let value)? = document["seen"] { seen = value }
  return (
    low, high, causes,
    EvidenceTrace.Document(
      id: id, title: title, low: low, high: high, seen: seen, path: document.origin)
  )
}
