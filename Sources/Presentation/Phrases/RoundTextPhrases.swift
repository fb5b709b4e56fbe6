/// What is asked of those who write a round's texts. What the paper itself asks for stands in `PaperPhrases`.
extension PaperPhrases {
  var directorProposal: String { self("Förbundschefens förslag", "The director's proposal") }
  var writtenSections: String { self("Egna avsnitt", "Sections of your own") }

  var writeMatter: String {
    self(
      "Hur ärendet har kommit upp. Antalet förslag och beloppen skriver programmet därefter.",
      "How the matter arose. The number of proposals and the amounts are written after it by the program.")
  }

  var writeAssessment: String {
    self(
      "Det som ska sägas före ordningen och bilderna.", "What is to be said before the order and the charts.")
  }

  var writeEconomy: String {
    self("Det som ska sägas före ramen.", "What is to be said before the frame.")
  }

  var writeSections: String {
    self(
      "Ett avsnitt utan text visar i underlaget vad någon ska skriva.",
      "A section without a text shows in the paper what somebody is to write.")
  }

  var writeDocuments: String {
    self(
      "Handlingar utöver ansökningarna och bilagorna, som programmet räknar upp.",
      "Documents beside the applications and the annexes, which the program lists.")
  }
}
