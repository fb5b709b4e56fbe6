/// The candidate that `word` most likely was meant to be, for "menade du …?", or nil when none is close.
///
/// Distance is Damerau–Levenshtein (optimal string alignment) over characters, in quarters of an edit: a lost
/// mark or another case (`atagande` for `åtagande`) and a different, missing or extra `_`, `-` or space cost a
/// quarter; any other insertion, deletion, replacement or swap of neighbours costs a whole edit. The cut-off is
/// about one edit in three characters of the longer word. Among equals the first in `candidates` wins.
///
/// Words longer than 80 characters are not compared.
public func nearest(_ word: String, among candidates: [String]) -> String? {
  let written = Array(word)
  guard !written.isEmpty, written.count <= longestCompared else { return nil }
  let writtenBare = written.map(LetterFolding.bare)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let meant = Array(candidate)
    guard !meant.isEmpty, meant.count <= longestCompared else { continue }
    let limit = cutOff(max(written.count, meant.count))
    if (abs(written.count - meant.count) * cheap) > limit { continue }
    let distance = alignment(written, writtenBare, meant, meant.map(LetterFolding.bare))
    guard distance <= limit else { continue }
    if let best, best.distance <= distance { continue }
    best = (candidate, distance)
  }
  return best?.candidate
}

private let longestCompared = 80
private let wholeEdit = 4
private let cheap = 1

/// Two letters allow only cheap differences; three to five allow one edit, then one more for every third letter.
private func cutOff(_ length: Int) -> Int {
  switch length {
  case ...2: 2 * cheap
  case ...5: wholeEdit + cheap
  default: min(length / 3, 4) * wholeEdit
  }
}

private func isSeparator(_ character: Character) -> Bool {
  character == "_" || character == "-" || character == " "
}

private func replacementCost(_ a: Character, _ aBare: Character, _ b: Character, _ bBare: Character) -> Int {
  if a == b { return 0 }
  if aBare == bBare || (isSeparator(a) && isSeparator(b)) { return cheap }
  return wholeEdit
}

/// Three rows of the usual table suffice: the swap of neighbours looks two rows back.
private func alignment(
  _ a: [Character], _ aBare: [Character], _ b: [Character], _ bBare: [Character]
) -> Int {
  var twoBack = [Int](repeating: 0, count: b.count + 1)
  var previous = twoBack
  var row = twoBack
  for j in 0..<b.count {
    previous[j + 1] = previous[j] + (isSeparator(b[j]) ? cheap : wholeEdit)
  }
  for i in 0..<a.count {
    let dropA = isSeparator(a[i]) ? cheap : wholeEdit
    row[0] = previous[0] + dropA
    for j in 0..<b.count {
      let dropB = isSeparator(b[j]) ? cheap : wholeEdit
      var cost = previous[j] + replacementCost(a[i], aBare[i], b[j], bBare[j])
      cost = min(cost, previous[j + 1] + dropA, row[j] + dropB)
      if i > 0, j > 0, aBare[i] == bBare[j - 1], aBare[i - 1] == bBare[j], aBare[i] != aBare[i - 1] {
        cost = min(cost, twoBack[j - 1] + wholeEdit)
      }
      row[j + 1] = cost
    }
    (twoBack, previous, row) = (previous, row, twoBack)
  }
  return previous[b.count]
}
