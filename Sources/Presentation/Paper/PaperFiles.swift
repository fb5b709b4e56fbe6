public import Diagnostics

extension RoundReport {
  /// The files of a paper but its PDF and its manifest, which lists them.
  ///
  /// - Parameter engine: for the page; nil for one that is only read.
  public func paperFiles(_ paper: Paper, engine: CarriedEngine?, _ language: Language) -> [SourceFile] {
    [
      SourceFile(path: "underlag.docx", bytes: paper.docx()),
      SourceFile(path: "underlag.html", bytes: Array(paper.html(engine: engine.map(pageEngine)).utf8)),
      SourceFile(path: "resultat.xlsx", bytes: workbook(language)),
      SourceFile(path: "resultat.csv", bytes: Array(rankingCSV(language).utf8)),
      SourceFile(path: "resultat.json", bytes: Array((rankingJSON().text() + "\n").utf8)),
    ]
  }

  /// All of them, with their manifest, as one ZIP archive.
  ///
  /// - Parameter inputs: the files that the round was read from.
  public func paperArchive(
    _ paper: Paper, inputs: [SourceFile], engine: CarriedEngine?, _ language: Language
  ) -> [UInt8] {
    let files = paperFiles(paper, engine: engine, language)
    let manifest = PaperManifest.text(
      self, inputs: inputs, outputs: files, engineVersion: Release.version, pdf: nil, language)
    var archive = ZIPArchive()
    for file in files { archive.add(file.path, file.bytes) }
    archive.add(PaperManifest.fileName, manifest)
    return archive.finished()
  }
}
