import Diagnostics

/// libyaml takes only ASCII letters in a tag, so `!ej-tillämpligt` would stop it. Letters outside ASCII in what
/// looks like a tag are therefore handed to it as `_`, one for one, so that its marks keep counting the same
/// characters. What was written is read from the file again: tags by `rawTag`, and texts that merely look so
/// by `ScalarDecoding`.
struct TagSpelling {
  /// What libyaml reads; nil where nothing had to be changed.
  private(set) var replaced: [UInt8]?
  /// Byte offsets in the file of the changed letters, in order.
  private(set) var places: [Int] = []

  private static let longestTag = 200

  init(_ bytes: [UInt8]) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var copy: [UInt8] = []
    var copied = 0
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        guard bytes[index] == UInt8(ascii: "!"), TagSpelling.canStand(before: index, bytes) else {
          index += 1
          continue
        }
        let end = TagSpelling.end(from: index, bytes)
        while index < end {
          if bytes[index] >= 0xC0 {
            copy.append(contentsOf: bytes[copied..<index])
            copy.append(UInt8(ascii: "_"))
            places.append(index)
            copied = index + 1
            while copied < end, bytes[copied] & 0xC0 == 0x80 { copied += 1 }
            index = copied
          } else {
            index += 1
          }
        }
      }
      if !places.isEmpty { copy.append(contentsOf: bytes[copied..<bytes.count]) }
    }
    if !places.isEmpty { replaced = copy }
  }

  private static func canStand(before index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return isBlank(before) || isBreak(before) || before == UInt8(ascii: "[") || before == UInt8(ascii: "{")
      || before == UInt8(ascii: ",")
  }

  private static func end(from start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = start + 1
    while end < bytes.count, end - start < longestTag, !isBlank(bytes[end]), !isBreak(bytes[end]),
      bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "}")
    {
      end += 1
    }
    return end
  }

  /// Whether a letter between the offsets was changed.
  func touches(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] < range.upperBound
  }

  /// The text that libyaml must have read if the decoded `text`, whose bytes begin at `starts`, is right.
  func replacing(in text: [UInt8], _ starts: [Int]) -> [UInt8] {
    let changed = Set(places)
    var result: [UInt8] = []
    var isChanged = false
    for (byte, place) in zip(text, starts) {
      if byte & 0xC0 != 0x80 { isChanged = changed.contains(place) }
      if !isChanged { result.append(byte) } else if byte & 0xC0 != 0x80 { result.append(UInt8(ascii: "_")) }
    }
    return result
  }
}

/// Tag and anchor as they stand before a node.
struct NodeProperties {
  /// As written, `%C3%A4` resolved and `!<…>` unwrapped.
  var tag: String?
  var tagRange: Range<Int>?
  /// Where the node itself begins.
  var end: Int

  /// Reads `&anchor` and `!tag` in either order, with blanks, line breaks and comments between.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    end = range.upperBound
    while index < range.upperBound {
      let byte = bytes[index]
      if isBlank(byte) || isBreak(byte) {
        index += 1
      } else if byte == UInt8(ascii: "#") {
        while index < range.upperBound, !isBreak(bytes[index]) { index += 1 }
      } else if byte == UInt8(ascii: "&") || (byte == UInt8(ascii: "!") && tagRange == nil) {
        let start = index
        while index < range.upperBound, !endsProperty(bytes[index]) { index += 1 }
        if byte == UInt8(ascii: "!") {
          tagRange = start..<index
          tag = NodeProperties.spelled(bytes[start..<index])
        }
      } else {
        end = index
        return
      }
    }
  }

  private func endsProperty(_ byte: UInt8) -> Bool {
    isBlank(byte) || isBreak(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "}")
  }

  private static func spelled(_ raw: ArraySlice<UInt8>) -> String {
    var raw = raw
    if raw.starts(with: Array("!<".utf8)), raw.last == UInt8(ascii: ">") { raw = raw.dropFirst(2).dropLast() }
    var result: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      if raw[index] == UInt8(ascii: "%"), index + 2 < raw.endIndex, let high = hexadecimal(raw[index + 1]),
        let low = hexadecimal(raw[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(raw[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

func hexadecimal(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
