import Diagnostics
import Testing

/// The numbers are made up from 12 December 1912 and the like; their check digits are computed by hand.
@Suite("Strings shaped like personnummer")
struct PersonalNumberTests {
  func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return PersonalNumber.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    "Every usual spelling is found",
    arguments: [
      "121212-1212", "121212+1212", "1212121212", "191212121212", "19121212-1212", "121212 1212",
      "121212 - 1212", "121212–1212", "121212\u{2011}1212", "121212\u{A0}1212", "1912-12-12-1212",
      "701063-2391",
      "19701063-2391", "120229-1215",
    ])
  func spellings(number: String) {
    #expect(found(number) == [number])
    #expect(found("kontakt: å \(number), tack") == [number])
  }

  @Test(
    "Other numbers are left alone",
    arguments: [
      "121212-1213", "121312-1211", "121232-1218", "110229-1216", "556036-0793", "5560360793", "121212-12123",
      "1121212-1212", "121212", "1912-12-12", "121212-XXXX", "121212--1212", "121212   1212", "2027-01-01",
      "0000001212121212", "21121212-1212",
    ])
  func others(number: String) {
    #expect(found(number) == [])
  }

  @Test("Several in one text, in order")
  func several() {
    #expect(found("121212-1212 och 701063-2391") == ["121212-1212", "701063-2391"])
    #expect(PersonalNumber.ranges(in: "å 121212-1212") == [3..<14])
  }
}
