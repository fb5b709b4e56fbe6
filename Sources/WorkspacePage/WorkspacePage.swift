public import Criteria
public import Diagnostics
internal import PageShell
public import Presentation

/// The officials' page: one HTML file with the rules and the engine, which opens a round's folder, takes assessments
/// and writes the board paper. It asks nothing of a network.
public struct WorkspacePage: Sendable {
  private let ruleset: Ruleset
  private let rules: [SourceFile]
  private let engine: CarriedEngine

  /// - Parameters:
  ///   - rules: the ruleset's file first, then its form, as they were read: a round's frozen hash is of these bytes.
  ///   - engine: `beredning.wasm`.
  public init(ruleset: Ruleset, rules: [SourceFile], engine: CarriedEngine) {
    self.ruleset = ruleset
    self.rules = rules
    self.engine = engine
  }

  /// The whole file. The same input gives the same bytes.
  public func html() -> String {
    PageShell.html(
      PageShell.Page(
        title: "Beredning – " + ruleset.title.sv,
        purpose: Text("läsa filerna och räkna", "read the files and to compute"), style: WorkspaceParts.style,
        script: WorkspaceParts.script,
        body: """
          <div id="besked" role="alert" hidden></div>
          <div id="sida"></div>
          <p id="lage" class="hidden" role="status"></p>
          """,
        data: [
          (
            id: "regler-data", type: "application/json",
            content: description.text(.compact, insideHTML: true)
          ),
          (
            id: "regler", type: "text/plain",
            content: PageShell.packed(Array(zip(names, rules.map(\.bytes))))
          ),
        ],
        engineParts: PageShell.parts(ofEngine: engine.module), notices: engine.notices))
  }

  /// Without the folder that they were read from.
  private var names: [String] { rules.map { SourcePath.name(of: $0.path) } }

  private var description: JSON {
    let status =
      switch ruleset.status {
      case .adopted: "adopted"
      case .draft: "draft"
      case .example: "example"
      }
    return [
      "rules": [
        "id": .string(ruleset.id), "version": .string(ruleset.version), "status": .string(status),
        "hash": .string(String(ruleset.sha256.prefix(12))), "file": .string(names.first ?? ""),
        "form": .string(names.last ?? ""),
      ]
    ]
  }
}

/// The page's script and style, from the files in `Resources`.
private enum WorkspaceParts {
  static var style: String { text(PackageResources.workspace_css) }

  static var script: String {
    PageShell.script(
      [text(PackageResources.state_js), PageShell.elements, PageShell.licences, PageShell.engine]
        + [
          PackageResources.zip_js, PackageResources.folder_js, PackageResources.open_js,
          PackageResources.round_js, PackageResources.warming_js, PackageResources.save_js,
          PackageResources.files_js,
          PackageResources.who_js, PackageResources.typing_js, PackageResources.memory_js,
          PackageResources.submitted_js, PackageResources.inbox_js, PackageResources.ranking_js,
          PackageResources.sheet_js, PackageResources.assessment_js, PackageResources.others_js,
          PackageResources.texts_js, PackageResources.paper_js, PackageResources.page_js,
        ].map(text))
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
