import Diagnostics
import ExactNumbers
import FEEL

extension WireReader {
  /// Fails for a reference to something that is not there: what reads a ruleset relies on them.
  func ruleset(_ files: inout SourceMap) -> Ruleset? {
    tables(&files)
    let form = form()
    let id = string()
    let version = string()
    let title = text()
    let status: Ruleset.Status =
      switch index(3) {
      case 0: .example
      case 1: .draft
      default: .adopted
      }
    let adoption = optional { $0.adoption() } ?? nil
    let validFrom = optional { $0.date() } ?? nil
    let review = optional { $0.date() } ?? nil
    let scale = rational()
    let threshold = optional { $0.rational() }
    let within = rational()
    let levels = list { Level(from: $0.rational(), label: $0.text()) }
    let money = optional {
      Money(asked: $0.compiled(), unit: $0.string(), byYear: $0.optional { $0.compiled() })
    }
    let sources = list { Source(id: $0.string(), title: $0.text(), kind: $0.sourceKind()) }
    sourceCount = sources.count
    let facts = list {
      Fact(
        name: $0.string(), value: $0.compiled(), label: $0.optional { $0.text() },
        unit: $0.optional { $0.string() })
    }
    let evidence = optional {
      EvidenceScale(
        levels: $0.list { EvidenceScale.Level(level: $0.integer(), label: $0.text()) }, level: $0.compiled())
    }
    let judgements = judgements()
    let eligibility = eligibility()
    let exclusions = exclusions()
    let groups = list {
      Group(id: $0.string(), title: $0.text(), when: $0.optional { $0.compiled() })
    }
    let criteria = criteria(judgements)
    let columns = list {
      Column(
        id: $0.string(), title: $0.text(), value: $0.compiled(), unit: $0.optional { $0.string() })
    }
    let profiles = profiles()
    let lists = shownLists()
    let economy = optional { $0.economy() }
    let flags = flags()
    let scenarios = list {
      Scenario(
        id: $0.string(), title: $0.text(), weights: $0.list { $0.rational() }, sources: $0.references())
    }
    let ties = ties(criteria.count, facts.count, columns.count)
    let order = optional { $0.list { $0.list { $0.index(criteria.count) } } }
    let sha256 = string()
    let vocabulary = vocabulary(facts)
    if !scenarios.allSatisfy({ $0.weights.count == criteria.count }) { fail() }
    if isDamaged { return nil }
    return Ruleset(
      id: id, version: version, title: title, status: status, adoption: adoption, validFrom: validFrom,
      review: review, form: form, scale: scale, threshold: threshold, indistinguishableWithin: within,
      levels: levels, money: money, sources: sources, facts: facts, evidence: evidence,
      judgements: judgements, eligibility: eligibility, exclusions: exclusions, groups: groups,
      criteria: criteria, columns: columns, flags: flags, scenarios: scenarios, ties: ties,
      source: rulesSource, sha256: sha256, vocabulary: vocabulary, profiles: profiles,
      weightOrder: order, lists: lists, economy: economy)
  }

  private func adoption() -> Ruleset.Adoption? {
    let by = text()
    guard let date = date() else { return nil }
    return Ruleset.Adoption(by: by, date: date, minutes: string())
  }

  private func sourceKind() -> Source.Kind {
    switch index(5) {
    case 0: .law
    case 1: .boardDecision
    case 2: .localPractice
    case 3: .evaluation
    default: .opinionPaper
    }
  }

  func references() -> [SourceReference] {
    list { SourceReference(source: $0.index($0.sourceCount), place: $0.optional { $0.text() }) }
  }

  private func judgements() -> [Judgement] {
    list { reader in
      Judgement(
        id: reader.string(), question: reader.text(), scale: reader.choices(), roles: reader.strings(),
        per: reader.optional { $0.string() }, decides: reader.flag(),
        combine: reader.flag() ? .median : .interval, own: reader.optional { $0.compiled() },
        span: reader.span())
    }
  }

  private func eligibility() -> [Eligibility] {
    list { reader in
      Eligibility(
        id: reader.string(), title: reader.text(), require: reader.compiled(),
        resolvedBy: reader.flag() ? .association : .applicant, because: reader.optional { $0.template() },
        advice: reader.optional { $0.text() }, sources: reader.references())
    }
  }

  private func exclusions() -> [Exclusion] {
    list { reader in
      Exclusion(
        id: reader.string(), title: reader.text(), when: reader.compiled(),
        exceptions: reader.list {
          Exclusion.Exception(id: $0.string(), title: $0.text(), needs: $0.strings())
        },
        judgements: reader.strings(), sources: reader.references())
    }
  }

  func template() -> Template { Template(sv: parts(), en: optional { $0.parts() }) }

  private func parts() -> [Template.Part] {
    list { $0.flag() ? .expression($0.compiled()) : .text($0.string()) }
  }

  private func flags() -> [Flag] {
    list { reader in
      Flag(
        id: reader.string(), title: reader.text(), when: reader.compiled(),
        text: reader.optional { $0.template() }, asksPerson: reader.flag(), sources: reader.references())
    }
  }

  private func ties(_ criteria: Int, _ facts: Int, _ columns: Int) -> [Tie] {
    list { reader in
      let key: Tie.Key =
        switch reader.index(3) {
        case 0: .criterion(reader.index(criteria))
        case 1: .fact(reader.index(facts))
        default: .column(reader.index(columns))
        }
      return Tie(key: key, id: reader.string(), descending: reader.flag())
    }
  }

  private func vocabulary(_ facts: [Fact]) -> Vocabulary {
    var vocabulary = Vocabulary()
    for _ in 0..<count() {
      let path = strings()
      vocabulary.set(
        Vocabulary.Field(
          label: words(), type: type(), choices: dictionary { $0.words() },
          itemName: optional { $0.string() }),
        at: path)
    }
    vocabulary.facts = dictionary { Vocabulary.Fact(label: $0.words(), type: $0.type()) }
    for fact in facts { vocabulary.facts[fact.name]?.definition = fact.value.expression }
    vocabulary.judgements = dictionary { reader in
      Vocabulary.Judgement(question: reader.words(), answers: reader.dictionary { $0.words() })
    }
    for _ in 0..<count() {
      let level = integer()
      vocabulary.evidenceLevels[level] = words()
    }
    return vocabulary
  }
}
