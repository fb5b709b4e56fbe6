import ExactNumbers
import FEEL

extension WireReader {
  func criteria(_ judgements: [Judgement]) -> [Criterion] {
    depth += 1
    if depth > 100 { fail() }
    let criteria = list { $0.criterion(judgements) }
    depth -= 1
    for criterion in criteria {
      for place in criterion.notApplicable?.weightTo ?? [] where place >= criteria.count { fail() }
    }
    return criteria
  }

  private func criterion(_ judgements: [Judgement]) -> Criterion {
    Criterion(
      id: string(), title: text(), short: optional { $0.text() }, help: optional { $0.text() },
      weight: rational(), swing: optional { (worst: $0.text(), best: $0.text()) },
      scoring: scoring(judgements), maximum: rational(), threshold: optional { $0.rational() },
      each: optional { $0.each() },
      notApplicable: optional { reader in
        Criterion.NotApplicable(when: reader.compiled(), weightTo: reader.list { $0.index(0x1000_0000) })
      },
      sources: references(), span: span())
  }

  private func scoring(_ judgements: [Judgement]) -> Criterion.Scoring {
    switch index(6) {
    case 1:
      let rules = rules()
      return .points(rules, cap: rational())
    case 2:
      let of = compiled()
      return .measure(
        Measure(
          of: of, points: list { Measure.Point(input: $0.rational(), points: $0.rational()) }))
    case 3: return .table(table())
    case 4:
      let judgement = index(judgements.count)
      let points = list { $0.rational() }
      if isDamaged || points.count != judgements[judgement].scale.count { fail() }
      return .judged(Judged(judgement: judgement, points: points))
    case 5:
      let parts = criteria(judgements)
      return .composite(parts, flag() ? .minimum : .mean)
    default: return .ladder(rules())
    }
  }

  private func each() -> Criterion.Each {
    Criterion.Each(
      list: compiled(), variable: string(), label: optional { $0.compiled() },
      key: optional { $0.compiled() }, combine: flag() ? .minimum : .mean, alsoShowMinimum: flag())
  }

  private func rules() -> [Rule] {
    list { reader in
      Rule(
        id: reader.string(), title: reader.text(), points: reader.rational(), condition: reader.compiled(),
        evidence: reader.optional {
          EvidenceRequirement(
            of: $0.compiled(), atLeast: $0.integer(), otherwise: $0.optional { $0.rational() })
        },
        because: reader.optional { $0.template() }, advice: reader.optional { $0.text() },
        sources: reader.references(), span: reader.span())
    }
  }

  private func table() -> Table {
    let policy: Table.HitPolicy =
      switch index(8) {
      case 0: .unique
      case 1: .any
      case 2: .priority
      case 3: .first
      case 4: .collectSum
      case 5: .collectMinimum
      case 6: .collectMaximum
      default: .collectCount
      }
    let inputs = list { Table.Input(of: $0.compiled(), label: $0.optional { $0.text() }) }
    let rows = list { reader in
      Table.Row(
        tests: reader.list { CompiledTests(text: $0.string(), tests: $0.tests(), span: $0.span()) },
        points: reader.rational(), because: reader.optional { $0.template() }, span: reader.span())
    }
    if !rows.allSatisfy({ $0.tests.count == inputs.count }) { fail() }
    return Table(
      hitPolicy: policy, inputs: inputs, rows: rows, otherwise: optional { $0.rational() })
  }

  // MARK: Beside

  func profiles() -> [Profile] {
    list { reader in
      Profile(
        id: reader.string(), title: reader.text(),
        steps: reader.list {
          Profile.Step(
            id: $0.string(), title: $0.text(), condition: $0.compiled(), sources: $0.references())
        },
        sources: reader.references())
    }
  }

  func shownLists() -> [ShownList] {
    list { reader in
      ShownList(
        id: reader.string(), title: reader.text(), list: reader.compiled(), variable: reader.string(),
        columns: reader.list { ShownList.Column(title: $0.text(), value: $0.compiled()) })
    }
  }

  func economy() -> Economy {
    Economy(
      note: optional { $0.text() },
      figures: list { reader in
        Economy.Figure(
          id: reader.string(), title: reader.text(), basis: reader.flag() ? .net : .gross,
          perspective: reader.text(), horizon: reader.compiled(), rate: reader.compiled(),
          priceYear: reader.compiled(), low: reader.optional { $0.compiled() }, value: reader.compiled(),
          high: reader.optional { $0.compiled() }, unit: reader.optional { $0.string() },
          sources: reader.references())
      },
      benchmarks: optional { $0.benchmarks() })
  }

  private func benchmarks() -> Benchmarks {
    Benchmarks(
      list: compiled(), variable: string(), label: compiled(), value: compiled(),
      unit: optional { $0.string() },
      match: list { Benchmarks.Match(title: $0.text(), value: $0.compiled()) },
      items: list { reader in
        Benchmarks.Item(
          id: reader.string(), title: reader.text(), match: reader.strings(), value: reader.rational(),
          sources: reader.references())
      })
  }
}
