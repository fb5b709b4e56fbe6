import Presentation

/// The WebAssembly engine as a file, beside the notices that follow it.
enum EngineFile {
  private static let notices = "THIRD-PARTY.txt"

  /// The engine from `given`, else the file `name` from beside the program or from where it is built; nil where there
  /// is none there.
  static func read(_ given: String?, else name: String) throws -> CarriedEngine? {
    var places: [String] = []
    if let given {
      places = [given]
    } else if let own = Program.ownFolder {
      places = [own + "/" + name, own + "/../../../.build-wasm/engine/" + name]
    }
    for place in places {
      if let bytes = try? ReadFile.bytes(place, limit: 64 << 20) {
        // What every WebAssembly module begins with.
        guard bytes.starts(with: [0x00, 0x61, 0x73, 0x6D]) else {
          throw WrongUse("`\(place)` är ingen WebAssembly-fil", "`\(place)` is no WebAssembly file")
        }
        return CarriedEngine(module: bytes, notices: try noticesBeside(place))
      }
    }
    if let given { throw WrongUse("`\(given)` kan inte läsas", "`\(given)` cannot be read") }
    return nil
  }

  /// Whoever passes the engine on owes its parts these texts, and every page passes it on.
  private static func noticesBeside(_ place: String) throws -> [UInt8] {
    let folder = place.lastIndex(of: "/").map { place[...$0] } ?? ""
    if let bytes = try? ReadFile.bytes(folder + notices, limit: 1 << 20), !bytes.isEmpty { return bytes }
    throw WrongUse(
      "`\(folder + notices)` saknas eller är tom; licenserna för motorns delar ska följa med den, och `make engine` skriver dem",
      "`\(folder + notices)` is missing or empty; the licences of the engine's parts are to follow it, and `make engine` writes them"
    )
  }
}
