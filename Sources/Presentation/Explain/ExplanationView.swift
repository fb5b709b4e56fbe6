internal import Diagnostics

/// An explanation in words, not yet laid out: text and Markdown are made from it.
struct ExplanationView {
  var title: String
  var stamp: String
  /// How the proposal stands, whole sentences.
  var standing: [String]
  var sections: [Section]
  var closing: String

  struct Section {
    var heading: String
    /// Sentences under the heading.
    var lead: [String] = []
    var rows: [Row] = []
    var sections: [Section] = []
    /// Sentences after everything else, such as sources.
    var footer: [String] = []

    var isEmpty: Bool { lead.isEmpty && rows.isEmpty && sections.isEmpty && footer.isEmpty }
  }

  /// What one rule gave, and why.
  struct Row {
    var title: String
    /// "15 av 30"; empty where the row gives no points.
    var points: String
    var sentences: [String]
  }
}
