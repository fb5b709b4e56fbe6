/// Bytes as letters that end nothing in HTML and stand in any text: 13 bits, the highest first, in two of 91 letters.
/// What is left at the end takes one letter where it is at most 6 bits. A third less than base64 adds.
enum Letters {
  /// Every printable ASCII letter but `&`, `<` and `\`.
  private static let alphabet: [UInt8] = (33...126).filter {
    ![UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: "\\")].contains($0)
  }

  static func text(_ bytes: [UInt8]) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(bytes.count * 16 / 13 + 2)
    var held = 0
    var count = 0
    for byte in bytes {
      held = held << 8 | Int(byte)
      count += 8
      guard count >= 13 else { continue }
      count -= 13
      append(held >> count)
      held &= (1 << count) - 1
    }
    if count > 6 {
      append(held << (13 - count))
    } else if count > 0 {
      letters.append(alphabet[held << (6 - count)])
    }
    return String(decoding: letters, as: UTF8.self)

    func append(_ value: Int) {
      letters.append(alphabet[value / alphabet.count])
      letters.append(alphabet[value % alphabet.count])
    }
  }
}
