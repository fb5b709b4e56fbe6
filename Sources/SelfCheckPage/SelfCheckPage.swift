public import Criteria
internal import Diagnostics
public import FEEL
internal import PageShell
public import Presentation

/// The applicant's self-check: one HTML file with the form, the rules and the engine, which asks nothing of a network.
public struct SelfCheckPage: Sendable {
  private let ruleset: Ruleset
  private let asOf: CalendarDate
  private let engine: CarriedEngine

  /// - Parameters:
  ///   - asOf: the day that all dates are compared with.
  ///   - engine: `self-check.wasm`.
  public init(ruleset: Ruleset, asOf: CalendarDate, engine: CarriedEngine) {
    self.ruleset = ruleset
    self.asOf = asOf
    self.engine = engine
  }

  /// The whole file. The same input gives the same bytes.
  public func html() -> String {
    PageShell.html(
      PageShell.Page(
        title: "Självtest – " + ruleset.form.title.sv,
        purpose: Text("visa formuläret och räkna", "show the form and to compute"), style: PageParts.style,
        script: PageParts.script,
        body: """
          <div id="sida"></div>
          <p id="lage" class="hidden" role="status"></p>
          <div id="utskrift"></div>
          """,
        data: [
          (
            id: "form", type: "text/plain",
            content: PageShell.packed([("form", Array(description.text(.compact).utf8))])
          )
        ],
        engineParts: PageShell.parts(ofEngine: engine.module) + [("regler", prepareRequest)],
        notices: engine.notices))
  }

  private var description: JSON {
    FormDescription(ruleset.form).json(rules: [
      "id": .string(ruleset.id), "version": .string(ruleset.version), "title": ruleset.title.inPage,
      "status": .string(
        ruleset.status == .adopted ? "adopted" : ruleset.status == .draft ? "draft" : "example"),
      "date": .string(asOf.text), "hash": .string(String(ruleset.sha256.prefix(12))),
      "form_hash": .string(String(ruleset.form.sha256.prefix(12))),
    ])
  }

  /// What the page's worker gives the engine before anything is asked: docs/engine.md, "Request".
  private var prepareRequest: [UInt8] {
    var request = EncodedRequest(command: "prepare")
    let path = "rules"
    request.options([("compiled", path)])
    request.files([SourceFile(path: path, bytes: CompiledRules.bytes(ruleset))])
    return request.bytes
  }
}

/// The page's scripts and styles, from the files in `Resources`.
private enum PageParts {
  static var style: String { text(PackageResources.page_css) }

  /// In the order in which one uses another.
  static var script: String {
    let before = [PackageResources.state_js].map(text) + [PageShell.elements, PageShell.licences]
    let between = [PackageResources.model_js].map(text) + [PageShell.engine]
    let after = [
      PackageResources.fields_js, PackageResources.lists_js, PackageResources.documents_js,
      PackageResources.form_js, PackageResources.result_js, PackageResources.keep_js,
      PackageResources.files_js, PackageResources.print_js, PackageResources.page_js,
    ].map(text)
    return PageShell.script(before + between + after)
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

private struct EncodedRequest {
  private(set) var bytes = Array("BRQ1".utf8)

  init(command: String) { text(command) }

  mutating func options(_ options: [(name: String, value: String)]) {
    number(options.count)
    for option in options {
      text(option.name)
      text(option.value)
    }
  }

  mutating func files(_ files: [SourceFile]) {
    number(files.count)
    for file in files {
      text(file.path)
      block(file.bytes)
    }
  }

  private mutating func text(_ text: String) { block(Array(text.utf8)) }

  private mutating func block(_ content: [UInt8]) {
    number(content.count)
    bytes += content
  }

  private mutating func number(_ value: Int) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
