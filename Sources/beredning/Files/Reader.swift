import Criteria
import Diagnostics
import YAMLSource

/// Reads the files of a run, and collects what there is to say about those that cannot be read.
struct Reader {
  /// Files that could not be read, for the places of their findings.
  var sources = SourceMap()
  var findings = Findings()

  mutating func file(
    _ path: String, limit: Int = YAMLLimits.maximumFileBytes, hints: [Text] = []
  ) -> SourceFile? {
    do {
      return SourceFile(path: path, bytes: try ReadFile.bytes(path, limit: limit))
    } catch {
      report(error, hints: hints)
      return nil
    }
  }

  /// Many files, on all cores.
  mutating func files(_ paths: [String]) -> [SourceFile] {
    let results = SideBySide.map(paths.count) { index in
      do throws(FileError) {
        return Result<SourceFile, FileError>.success(
          SourceFile(path: paths[index], bytes: try ReadFile.bytes(paths[index])))
      } catch {
        return .failure(error)
      }
    }
    var files: [SourceFile] = []
    for result in results {
      switch result {
      case .success(let file): files.append(file)
      case .failure(let error): report(error)
      }
    }
    return files
  }

  mutating func names(_ folder: String) -> [String]? {
    do {
      return try ListFolder.names(folder)
    } catch {
      report(error)
      return nil
    }
  }

  mutating func report(_ error: FileError, hints: [Text] = []) {
    var finding = error.finding(&sources)
    finding.hints += hints
    findings.add(finding)
  }

  mutating func report(_ finding: Finding) { findings.add(finding) }
}
