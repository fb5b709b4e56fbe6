public import Diagnostics
internal import ExactNumbers
internal import Presentation

/// What the pages that carry the engine have in common: elements, windows, the engine in a worker, and the policy
/// that keeps a page off every network.
///
/// A page's own scripts bring `say`, `inLanguage` and `languageOf`.
public enum PageShell {
  /// The whole page. The same input gives the same bytes.
  public static func html(_ page: Page) -> String {
    let style = text(PackageResources.base_css) + page.style
    let title = Markup.escaped(page.title)
    let data = page.data.map { "<script type=\"\($0.type)\" id=\"\($0.id)\">\($0.content)</script>\n" }
      .joined()
    return """
      <!DOCTYPE html>
      <html lang="sv">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy(style: style, scripts: [unpacking, page.script]))">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <noscript>
      <main>
      <h1>\(title)</h1>
      <p>Sidan behöver JavaScript för att \(Markup.escaped(page.purpose.sv)). Slå på JavaScript, eller öppna sidan i en annan webbläsare. Inget skickas någonstans.</p>
      <p lang="en">The page needs JavaScript to \(Markup.escaped(page.purpose(.english))). Turn JavaScript on, or open the page in another browser. Nothing is sent anywhere.</p>
      </main>
      </noscript>
      \(page.body)
      \(data)<script type="text/plain" id="arbetare">\(worker)</script>
      <script type="text/plain" id="motor">\(packed(page.engineParts))</script>
      <script type="text/plain" id="licenser">\(packed([("licenser", page.notices)]))</script>
      <script id="packning">\(unpacking)</script>
      <script>\(page.script)</script>
      </body>
      </html>

      """
  }

  /// What is a page's own.
  public struct Page {
    public var title: String
    /// What it needs scripts for: "show the form and compute".
    public var purpose: Text
    /// After what every page begins with.
    public var style: String
    public var script: String
    /// Markup of our own making, with an element `#lage` for what a screen reader is told.
    public var body: String
    /// Scripts of data that the page's script reads; their contents cannot end a script.
    public var data: [(id: String, type: String, content: String)]
    /// Parts to be packed: the engine and, where rules are prepared, `regler`.
    public var engineParts: [(name: String, bytes: [UInt8])]
    public var notices: [UInt8]

    public init(
      title: String, purpose: Text, style: String, script: String, body: String,
      data: [(id: String, type: String, content: String)], engineParts: [(name: String, bytes: [UInt8])],
      notices: [UInt8]
    ) {
      self.title = title
      self.purpose = purpose
      self.style = style
      self.script = script
      self.body = body
      self.data = data
      self.engineParts = engineParts
      self.notices = notices
    }
  }

  /// Elements, windows and announcements.
  public static var elements: String { text(PackageResources.dom_js) }

  /// The licences of the engine's parts, for the foot of a page, from the packed part `licenser` of `#licenser`.
  public static var licences: String { text(PackageResources.licences_js) }

  /// The engine in a worker, which is made anew after a trap.
  public static var engine: String { text(PackageResources.engine_js) }

  /// The worker's own script.
  private static var worker: String { text(PackageResources.worker_js) }

  /// Unpacks what the page carries. A script of its own, that the worker runs as well.
  private static var unpacking: String {
    "\"use strict\";\n"
      + [
        PackageResources.letters_js, PackageResources.crc32_js, PackageResources.lzma_js,
        PackageResources.parts_js, PackageResources.module_js,
      ].map(text).joined(separator: "\n")
  }

  /// One script of many, in the order in which one uses another.
  public static func script(_ parts: [String]) -> String {
    "\"use strict\";\n(() => {\n" + parts.joined(separator: "\n") + "})();\n"
  }

  /// Nothing from anywhere and nothing to anywhere: only the page's own style and scripts, by their hashes, and the
  /// engine in a worker of its own.
  private static func policy(style: String, scripts: [String]) -> String {
    func hash(_ text: String) -> String {
      "'sha256-" + Base64.text(SHA256.digest(of: Array(text.utf8))) + "'"
    }
    let scripts = scripts.map(hash).joined(separator: " ")
    return "default-src 'none'; style-src \(hash(style)); script-src \(scripts) 'wasm-unsafe-eval'; "
      + "worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
