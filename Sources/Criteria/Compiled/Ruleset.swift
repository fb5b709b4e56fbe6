public import Diagnostics
public import ExactNumbers
public import FEEL

/// A checked ruleset, ready to run. A class, so that whoever works by it copies a reference.
public final class Ruleset: Sendable {
  public enum Status: Sendable, Hashable { case example, draft, adopted }

  public struct Adoption: Sendable, Hashable {
    public var by: Text
    public var date: CalendarDate
    public var minutes: String
    public init(by: Text, date: CalendarDate, minutes: String) {
      self.by = by
      self.date = date
      self.minutes = minutes
    }
  }

  public let id: String
  public let version: String
  public let title: Text
  public let status: Status
  public let adoption: Adoption?
  public let validFrom: CalendarDate?
  public let review: CalendarDate?
  public let form: Form
  /// What a full total is.
  public let scale: Rational
  /// Of the total, on that scale.
  public let threshold: Rational?
  public let indistinguishableWithin: Rational
  public let levels: [Level]
  public let money: Money?
  public let sources: [Source]
  /// In an order in which each uses only earlier ones.
  public let facts: [Fact]
  public let evidence: EvidenceScale?
  public let judgements: [Judgement]
  public let eligibility: [Eligibility]
  public let exclusions: [Exclusion]
  public let groups: [Group]
  public let criteria: [Criterion]
  public let columns: [Column]
  /// Shown beside the points, as `lists` and `columns`.
  public let profiles: [Profile]
  /// Top criteria by falling importance, equally important ones together, where the ruleset gives this instead of
  /// weights: the weights are then those of `RankOrderCentroid`, of 100 in all.
  public let weightOrder: [[Int]]?
  public let lists: [ShownList]
  public let economy: Economy?
  public let flags: [Flag]
  public let scenarios: [Scenario]
  public let ties: [Tie]
  public let source: SourceID
  /// SHA-256 of the file's raw bytes, in lower-case hexadecimal.
  public let sha256: String
  /// Labels for putting conditions into words.
  public let vocabulary: Vocabulary

  public init(
    id: String, version: String, title: Text, status: Status, adoption: Adoption?, validFrom: CalendarDate?,
    review: CalendarDate?, form: Form, scale: Rational, threshold: Rational?,
    indistinguishableWithin: Rational, levels: [Level], money: Money?, sources: [Source], facts: [Fact],
    evidence: EvidenceScale?, judgements: [Judgement], eligibility: [Eligibility], exclusions: [Exclusion],
    groups: [Group], criteria: [Criterion], columns: [Column], flags: [Flag], scenarios: [Scenario],
    ties: [Tie], source: SourceID, sha256: String, vocabulary: Vocabulary, profiles: [Profile] = [],
    weightOrder: [[Int]]? = nil, lists: [ShownList] = [], economy: Economy? = nil
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.status = status
    self.adoption = adoption
    self.validFrom = validFrom
    self.review = review
    self.form = form
    self.scale = scale
    self.threshold = threshold
    self.indistinguishableWithin = indistinguishableWithin
    self.levels = levels
    self.money = money
    self.sources = sources
    self.facts = facts
    self.evidence = evidence
    self.judgements = judgements
    self.eligibility = eligibility
    self.exclusions = exclusions
    self.groups = groups
    self.criteria = criteria
    self.columns = columns
    self.flags = flags
    self.scenarios = scenarios
    self.ties = ties
    self.source = source
    self.sha256 = sha256
    self.vocabulary = vocabulary
    self.profiles = profiles
    self.weightOrder = weightOrder
    self.lists = lists
    self.economy = economy
  }
}

/// A word for a criterion's value from `from` per cent of its possible points upwards.
public struct Level: Sendable {
  public var from: Rational
  public var label: Text
  public init(from: Rational, label: Text) {
    self.from = from
    self.label = label
  }
}

public struct Money: Sendable {
  public var asked: Compiled
  public var unit: String
  /// A list of contexts with `år` and `kr`.
  public var byYear: Compiled?
  public init(asked: Compiled, unit: String, byYear: Compiled?) {
    self.asked = asked
    self.unit = unit
    self.byYear = byYear
  }
}

public struct Source: Sendable {
  public enum Kind: Sendable, Hashable {
    case law, boardDecision, localPractice, evaluation, opinionPaper
  }
  public var id: String
  public var title: Text
  public var kind: Kind
  public init(id: String, title: Text, kind: Kind) {
    self.id = id
    self.title = title
    self.kind = kind
  }
}

/// A reference to a source and the place in it.
public struct SourceReference: Sendable {
  /// The source's index in `Ruleset.sources`.
  public var source: Int
  public var place: Text?
  public init(source: Int, place: Text?) {
    self.source = source
    self.place = place
  }
}

public struct Fact: Sendable {
  public var name: String
  public var value: Compiled
  public var label: Text?
  public var unit: String?
  public init(name: String, value: Compiled, label: Text?, unit: String?) {
    self.name = name
    self.value = value
    self.label = label
    self.unit = unit
  }
}

public struct EvidenceScale: Sendable {
  public struct Level: Sendable {
    public var level: Int
    public var label: Text
    public init(level: Int, label: Text) {
      self.level = level
      self.label = label
    }
  }
  /// Rising.
  public var levels: [Level]
  /// The level of `document`, with `document.seen`.
  public var level: Compiled
  public init(levels: [Level], level: Compiled) {
    self.levels = levels
    self.level = level
  }
}

public struct Judgement: Sendable {
  public enum Combine: Sendable, Hashable { case interval, median }
  public var id: String
  public var question: Text
  /// From lowest to highest.
  public var scale: [Choice]
  /// Who may answer; empty: any role of the round.
  public var roles: [String]
  /// One answer for each item of this list of the form.
  public var per: String?
  /// Needed before a proposal counts as examined.
  public var decides: Bool
  public var combine: Combine
  /// The applicant's own answer: a step's id. Shown beside the assessors', never counted.
  public var own: Compiled?
  public var span: Span
  public init(
    id: String, question: Text, scale: [Choice], roles: [String], per: String?, decides: Bool,
    combine: Combine, own: Compiled? = nil, span: Span
  ) {
    self.id = id
    self.question = question
    self.scale = scale
    self.roles = roles
    self.per = per
    self.decides = decides
    self.combine = combine
    self.own = own
    self.span = span
  }
}

public struct Eligibility: Sendable {
  public enum Resolver: Sendable, Hashable { case applicant, association }
  public var id: String
  public var title: Text
  public var require: Compiled
  public var resolvedBy: Resolver
  public var because: Template?
  public var advice: Text?
  public var sources: [SourceReference]
  public init(
    id: String, title: Text, require: Compiled, resolvedBy: Resolver, because: Template?, advice: Text?,
    sources: [SourceReference]
  ) {
    self.id = id
    self.title = title
    self.require = require
    self.resolvedBy = resolvedBy
    self.because = because
    self.advice = advice
    self.sources = sources
  }
}

public struct Exclusion: Sendable {
  public struct Exception: Sendable {
    public var id: String
    public var title: Text
    public var needs: [String]
    public init(id: String, title: Text, needs: [String]) {
      self.id = id
      self.title = title
      self.needs = needs
    }
  }
  public var id: String
  public var title: Text
  public var when: Compiled
  public var exceptions: [Exception]
  /// Judgements that `when` refers to: an answer to one of them is the decision.
  public var judgements: [String]
  public var sources: [SourceReference]
  public init(
    id: String, title: Text, when: Compiled, exceptions: [Exception], judgements: [String],
    sources: [SourceReference]
  ) {
    self.id = id
    self.title = title
    self.when = when
    self.exceptions = exceptions
    self.judgements = judgements
    self.sources = sources
  }
}

public struct Group: Sendable {
  public var id: String
  public var title: Text
  /// nil: always.
  public var when: Compiled?
  public init(id: String, title: Text, when: Compiled?) {
    self.id = id
    self.title = title
    self.when = when
  }
}

/// A text with FEEL expressions in braces.
public struct Template: Sendable {
  public enum Part: Sendable {
    case text(String)
    case expression(Compiled)
  }
  public var sv: [Part]
  public var en: [Part]?
  public init(sv: [Part], en: [Part]?) {
    self.sv = sv
    self.en = en
  }
}

public struct Column: Sendable {
  public var id: String
  public var title: Text
  public var value: Compiled
  public var unit: String?
  public init(id: String, title: Text, value: Compiled, unit: String?) {
    self.id = id
    self.title = title
    self.value = value
    self.unit = unit
  }
}

public struct Flag: Sendable {
  public var id: String
  public var title: Text
  public var when: Compiled
  public var text: Template?
  /// A person must look: the proposal is ranked under reservation.
  public var asksPerson: Bool
  public var sources: [SourceReference]
  public init(
    id: String, title: Text, when: Compiled, text: Template?, asksPerson: Bool, sources: [SourceReference]
  ) {
    self.id = id
    self.title = title
    self.when = when
    self.text = text
    self.asksPerson = asksPerson
    self.sources = sources
  }
}

public struct Scenario: Sendable {
  public var id: String
  public var title: Text
  /// One for each top criterion, in the ruleset's order.
  public var weights: [Rational]
  public var sources: [SourceReference]
  public init(id: String, title: Text, weights: [Rational], sources: [SourceReference]) {
    self.id = id
    self.title = title
    self.weights = weights
    self.sources = sources
  }
}

public struct Tie: Sendable {
  public enum Key: Sendable, Hashable {
    /// Index among the top criteria.
    case criterion(Int)
    /// Index among the facts.
    case fact(Int)
    /// Index among the columns.
    case column(Int)
  }
  public var key: Key
  public var id: String
  public var descending: Bool
  public init(key: Key, id: String, descending: Bool) {
    self.key = key
    self.id = id
    self.descending = descending
  }
}
