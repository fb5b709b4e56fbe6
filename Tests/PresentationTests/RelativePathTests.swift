import Testing

@testable import Presentation

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("Proposals/exempel/a.yaml", "Proposals/exempel", "a.yaml"),
    ("Rules/x.rules.yaml", "Proposals/exempel", "../../Rules/x.rules.yaml"),
    ("Proposals/exempel/../../Rules/x.yaml", "Proposals/exempel", "../../Rules/x.yaml"),
    ("./Proposals/exempel/assessments/a.b.yaml", "Proposals/exempel", "assessments/a.b.yaml"),
    ("../exempel/a.yaml", "../exempel", "a.yaml"),
    ("../../Rules/x.yaml", "../exempel", "../../Rules/x.yaml"),
    ("/tmp/r/a.yaml", "/tmp/r", "a.yaml"),
    ("a.yaml", "", "a.yaml"),
    ("Rules/x.yaml", "..", "Rules/x.yaml"),
  ])
  func `a path as seen from the round`(_ path: String, _ folder: String, _ expected: String) {
    #expect(relativePath(path, to: folder) == expected)
  }
}
