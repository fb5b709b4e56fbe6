internal import Diagnostics
internal import ExactNumbers
internal import Presentation

/// What the pages that carry the engine have in common: elements, windows, the engine in a worker, and the policy
/// that keeps a page off every network.
///
/// A page that uses the scripts brings `say`, `inLanguage` and `languageOf`, an element `#lage` for what a screen
/// reader is told, the script that unpacks, `#packning`, and scripts of data: `#arbetare` (the worker) and `#motor`, the
/// packed parts `motor` (the engine) and, where rules are prepared, `regler`.
public enum PageShell {
  /// Elements, windows and announcements.
  public static var elements: String { text(PackageResources.dom_js) }

  /// The licences of the engine's parts, for the foot of a page, from the packed part `licenser` of `#licenser`.
  public static var licences: String { text(PackageResources.licences_js) }

  /// The engine in a worker, which is made anew after a trap.
  public static var engine: String { text(PackageResources.engine_js) }

  /// The worker's own script.
  public static var worker: String { text(PackageResources.worker_js) }

  /// Unpacks what the page carries. A script of its own, that the worker runs as well.
  public static var unpacking: String {
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
  public static func policy(style: String, scripts: [String]) -> String {
    func hash(_ text: String) -> String {
      "'sha256-" + Base64.text(SHA256.digest(of: Array(text.utf8))) + "'"
    }
    let scripts = scripts.map(hash).joined(separator: " ")
    return "default-src 'none'; style-src \(hash(style)); script-src \(scripts) 'wasm-unsafe-eval'; "
      + "worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
