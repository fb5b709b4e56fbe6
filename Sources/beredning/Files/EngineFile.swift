/// The WebAssembly engine as a file.
enum EngineFile {
  /// The engine from `given`, else the file `name` from beside the program or from where it is built; nil where there
  /// is none there.
  static func read(_ given: String?, else name: String) throws -> [UInt8]? {
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
        return bytes
      }
    }
    if let given { throw WrongUse("`\(given)` kan inte läsas", "`\(given)` cannot be read") }
    return nil
  }
}
