import Diagnostics
import Testing

@Suite("Collected findings")
struct FindingsTests {
  func finding(
    _ number: Int, _ severity: Severity = .error, file: Int = 0, offset: Int? = 0, message: String = "fel"
  ) -> Finding {
    let span = offset.map {
      Span(
        source: SourceID(index: file), start: Position(line: 1, column: $0 + 1, offset: $0),
        end: Position(line: 1, column: $0 + 2, offset: $0 + 1))
    }
    return Finding(Code("C", number), severity, at: span, Text(sv: message))
  }

  @Test("They are sorted by file, place, severity and code, those without a place first")
  func order() {
    var findings = Findings()
    findings.add(finding(1, file: 1, offset: 0))
    findings.add(finding(2, file: 0, offset: 9))
    findings.add(finding(4, .warning, offset: 3))
    findings.add(finding(5, .error, offset: 3))
    findings.add(finding(3, .error, offset: 3))
    findings.add(finding(6, .note, offset: nil))
    #expect(findings.sorted.map(\.code.number) == [6, 3, 5, 4, 2, 1])
  }

  @Test("What is said twice is kept once and counted once")
  func duplicates() {
    var findings = Findings()
    findings.add(finding(1))
    findings.add(finding(1, message: "ett annat"))
    findings.add(finding(1))
    #expect(findings.sorted.count == 2)
    #expect(findings.count(of: .error) == 2)
    #expect(findings.count(of: .warning) == 0)
  }

  @Test("Only errors stop a run")
  func errors() {
    var findings = Findings()
    #expect(findings.isEmpty)
    findings.add(finding(1, .warning))
    findings.add(finding(2, .note))
    #expect(!findings.hasErrors)
    #expect(!findings.isEmpty)
    findings.add(finding(3, .error))
    #expect(findings.hasErrors)
  }

  @Test("Where there are too many, errors are shown before warnings, in the order of the file")
  func cap() {
    var findings = Findings()
    for index in 0..<120 { findings.add(finding(1, .warning, offset: index)) }
    for index in 0..<17 { findings.add(finding(2, .error, offset: index * 7)) }
    let (shown, leftOut) = findings.shown()
    #expect(shown.count == 100)
    #expect(leftOut == 37)
    #expect(shown.count { $0.severity == .error } == 17)
    #expect(shown.map { $0.span?.start.offset ?? -1 } == shown.map { $0.span?.start.offset ?? -1 }.sorted())
  }

  @Test("A flood is counted, not kept, and an error in it is remembered")
  func flood() {
    var findings = Findings()
    for index in 0..<10_000 { findings.add(finding(1, .warning, offset: index)) }
    findings.add(finding(2, .error, offset: 0))
    #expect(findings.sorted.count == 10_000)
    #expect(findings.hasErrors)
    #expect(findings.shown().leftOut == 9_901)
    var both = Findings()
    both.add(contentsOf: findings)
    #expect(both.count(of: .error) == 1)
  }
}
