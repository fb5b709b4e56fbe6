/// A FEEL context: entries in the order in which they were written, and where in the users' data it came from.
public struct Context: Sendable {
  public private(set) var entries: [(key: String, value: Value)] = []
  /// Of the keys, in the same order.
  private var fingerprints: [UInt32] = []
  /// The path of the proposal's data that this context stands for, where it does.
  public var origin: FieldPath?

  public init(origin: FieldPath? = nil) { self.origin = origin }

  /// The last of several values for one key counts, at the place of the first.
  public init(_ entries: [(key: String, value: Value)], origin: FieldPath? = nil) {
    self.origin = origin
    self.entries.reserveCapacity(entries.count)
    fingerprints.reserveCapacity(entries.count)
    for entry in entries { set(entry.value, for: NameKey(entry.key)) }
  }

  /// Keys prepared once for many contexts that have them, and no others, in this order.
  public struct Keys: Sendable {
    fileprivate let fingerprints: [UInt32]

    /// The caller knows that they are different.
    public init(_ keys: [String]) { fingerprints = keys.map { NameKey($0).fingerprint } }
  }

  /// INVARIANT: `keys` are those of the entries.
  public init(_ entries: [(key: String, value: Value)], keys: Keys, origin: FieldPath? = nil) {
    self.entries = entries
    self.origin = origin
    fingerprints = keys.fingerprints
  }

  public subscript(key: String) -> Value? {
    get { value(of: NameKey(key)) }
    set {
      let name = NameKey(key)
      if let newValue {
        set(newValue, for: name)
      } else if let place = place(of: name) {
        entries.remove(at: place)
        fingerprints.remove(at: place)
      }
    }
  }

  /// Adds an entry whose key the caller knows is not there yet.
  public mutating func append(_ key: String, _ value: Value) { append(NameKey(key), value) }

  /// Adds entries of which the caller knows that none is there yet.
  ///
  /// INVARIANT: `keys` are those of the entries.
  public mutating func append(contentsOf more: [(key: String, value: Value)], keys: Keys) {
    entries.append(contentsOf: more)
    fingerprints.append(contentsOf: keys.fingerprints)
  }

  private mutating func append(_ name: NameKey, _ value: Value) {
    entries.append((name.text, value))
    fingerprints.append(name.fingerprint)
  }

  private mutating func set(_ value: Value, for name: NameKey) {
    if let place = place(of: name) {
      entries[place].value = value
    } else {
      append(name, value)
    }
  }

  func value(of name: NameKey) -> Value? { place(of: name).map { entries[$0].value } }

  private func place(of name: NameKey) -> Int? {
    for index in fingerprints.indices
    where name.mayEqual(fingerprints[index]) && entries[index].key == name.text {
      return index
    }
    return nil
  }
}

/// A name with a number by which most other names are told from it without looking at their letters.
///
/// Names are equal by canonical equivalence: å may be one code point, or an a and a ring. Comparing and hashing
/// texts with å, ä and ö so costs much more than comparing bytes, and looking up names is most of what an evaluation
/// does.
struct NameKey: Sendable {
  let text: String
  let fingerprint: UInt32

  init(_ text: String) {
    self.text = text
    fingerprint = Self.fingerprint(of: text)
  }

  @inline(__always)
  func mayEqual(_ other: UInt32) -> Bool { other == fingerprint || other == 0 || fingerprint == 0 }

  /// INVARIANT: equal for names that are canonically equivalent, or 0, which tells nothing apart.
  /// Counted are the ASCII characters that no mark follows: a letter with marks may be written as one code point
  /// outside ASCII, which is not counted either. Beyond U+033F names may be equivalent in other ways.
  private static func fingerprint(of text: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    var pending: UInt8 = 0
    let bytes = text.utf8Span.span
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        if pending != 0 { hash = (hash ^ UInt32(pending)) &* 16_777_619 }
        pending = byte
      } else if byte >= 0xCD {
        return 0
      } else if byte == 0xCC {
        // U+0300…U+033F, marks on the letter before.
        pending = 0
      }
    }
    if pending != 0 { hash = (hash ^ UInt32(pending)) &* 16_777_619 }
    return hash == 0 ? 1 : hash
  }
}
