import Engine
import Testing

@Suite("What the engine answers")
struct ResponseTests {
  @Test func versionNamesTheProtocol() {
    let response = respond(to: Request(command: "version"))
    #expect(
      response == Response(status: 0, output: Array("{\"schema\":\"beredning/engine/1\"}\n".utf8)))
  }

  @Test func unknownCommandIsWrongUse() {
    let response = respond(to: Request(command: "rnk"))
    #expect(response == Response(status: 2, messages: Array("unknown command `rnk`\n".utf8)))
  }

  @Test func bytesThatAreNoRequestAreWrongUse() {
    let response = respond(toEncoded: [1, 2, 3])
    #expect(
      response == Response(status: 2, messages: Array("not a request of protocol `BRQ1`\n".utf8)))
  }

  @Test func exportedRunLaysOutStatusLengthsAndTexts() {
    let request = Array("BRQ1".utf8) + [1, 0, 0, 0, 0x78] + [0, 0, 0, 0, 0, 0, 0, 0]
    let response = request.withUnsafeBytes { exportedRun($0.baseAddress, Int32($0.count)) }
    defer { exportedFree(response) }
    let messages = Array("unknown command `x`\n".utf8)
    let bytes = UnsafeRawBufferPointer(start: response, count: 12 + messages.count)
    #expect(
      Array(bytes) == [2, 0, 0, 0] + [0, 0, 0, 0] + [UInt8(messages.count), 0, 0, 0] + messages)
  }

  @Test func exportedAskWithoutPreparedRulesIsWrongUse() {
    #expect(exportedPrepare(nil, 0) == nil)
    let response = exportedAsk(nil, nil, 0)
    defer { exportedFree(response) }
    let messages = Array("no rules are prepared\n".utf8)
    let bytes = UnsafeRawBufferPointer(start: response, count: 12 + messages.count)
    #expect(
      Array(bytes) == [2, 0, 0, 0] + [0, 0, 0, 0] + [UInt8(messages.count), 0, 0, 0] + messages)
    exportedRelease(nil)
  }

  @Test func exportedAllocateRefusesNoSize() {
    #expect(exportedAllocate(0) == nil)
    #expect(exportedAllocate(-1) == nil)
  }
}
