import Diagnostics
import Engine
import Testing

@Suite("A request on the wire")
struct RequestTests {
  /// `version` with one option and two files, written by hand from the format's description.
  private static let wire: [UInt8] =
    Array("BRQ1".utf8) + text("version")
    + [1, 0, 0, 0] + text("lang") + text("en")
    + [2, 0, 0, 0] + text("runda/round.yaml") + text("a: å") + text("tom.yaml") + text("")

  private static func text(_ string: String) -> [UInt8] {
    [UInt8(string.utf8.count), 0, 0, 0] + Array(string.utf8)
  }

  @Test func decodesCommandOptionsAndFiles() throws {
    let request = try Request(decoding: Self.wire)
    #expect(
      request
        == Request(
          command: "version",
          options: [.init(name: "lang", value: "en")],
          files: [
            SourceFile(path: "runda/round.yaml", bytes: [0x61, 0x3A, 0x20, 0xC3, 0xA5]),
            SourceFile(path: "tom.yaml", bytes: []),
          ]))
  }

  @Test func everyShorterRequestIsTruncated() {
    for length in 4..<Self.wire.count {
      let error = #expect(throws: RequestError.self) { try Request(decoding: Array(Self.wire[..<length])) }
      guard case .truncated(let offset) = error else {
        Issue.record("\(length) bytes gave \(String(describing: error))")
        continue
      }
      #expect(offset <= length)
    }
  }

  @Test(arguments: [[], Array("BRQ".utf8), Array("BRQ2".utf8) + [0, 0, 0, 0]])
  func anotherProtocolIsSaidToBe(bytes: [UInt8]) {
    #expect(throws: RequestError.unknownProtocol) { try Request(decoding: bytes) }
  }

  @Test func lengthsPastTheEndAreRefusedBeforeAnythingIsAllocated() {
    let largest: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    let noOptions: [UInt8] = [0, 0, 0, 0]
    #expect(throws: RequestError.truncated(offset: 4)) {
      try Request(decoding: Array("BRQ1".utf8) + largest)
    }
    #expect(throws: RequestError.truncated(offset: 9)) {
      try Request(decoding: Array("BRQ1".utf8) + Self.text("x") + largest)
    }
    #expect(throws: RequestError.truncated(offset: 13)) {
      try Request(decoding: Array("BRQ1".utf8) + Self.text("x") + noOptions + largest)
    }
  }

  @Test func textThatIsNotUTF8IsRefusedAtItsPlace() {
    #expect(throws: RequestError.invalidText(offset: 8)) {
      try Request(decoding: Array("BRQ1".utf8) + [1, 0, 0, 0, 0xE5, 0, 0, 0, 0, 0, 0, 0, 0])
    }
  }

  @Test func nothingMayFollow() {
    #expect(throws: RequestError.trailingBytes(offset: Self.wire.count)) {
      try Request(decoding: Self.wire + [0])
    }
  }
}
