// swift-tools-version: 6.2
import PackageDescription

// The core (Diagnostics … Presentation, Engine) imports no Foundation and compiles as Embedded Swift;
// `make engine` builds it for WebAssembly from this same package. Imports point up this list only.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func page(_ name: String, _ dependencies: [Target.Dependency], _ resources: [String]) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources.map { .embedInCode("Resources/" + $0) },
    swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], fixtures: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: fixtures, swiftSettings: strict)
}

let selfCheckResources = [
  "page.css", "state.js", "model.js", "fields.js", "lists.js", "documents.js",
  "form.js",
  "result.js", "keep.js", "files.js", "print.js", "page.js",
]
let workspaceResources = [
  "workspace.css", "state.js", "zip.js", "folder.js", "open.js", "round.js", "save.js", "files.js",
  "warming.js", "who.js", "typing.js", "memory.js", "submitted.js", "inbox.js", "ranking.js", "sheet.js",
  "assessment.js", "others.js", "texts.js", "paper.js", "page.js",
]

let package = Package(
  name: "beredning",
  products: [
    .executable(name: "beredning", targets: ["beredning"]),
    // For the packages of `Benchmarks` and `Fuzz`.
    .library(
      name: "BeredningCore",
      targets: ["Diagnostics", "ExactNumbers", "FEEL", "YAMLSource", "Criteria", "Scoring"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CLZMA", pkgConfig: "liblzma", providers: [.apt(["liblzma-dev"])]),
    module("Diagnostics"),
    module("ExactNumbers"),
    module("FEEL", ["Diagnostics", "ExactNumbers"]),
    module("YAMLSource", ["CLibYAML", "Diagnostics"]),
    module("Criteria", ["Diagnostics", "ExactNumbers", "FEEL", "YAMLSource"]),
    module("Scoring", ["Diagnostics", "ExactNumbers", "FEEL", "Criteria"]),
    module("Presentation", ["Diagnostics", "ExactNumbers", "FEEL", "Criteria", "Scoring"]),
    module("Engine", ["Diagnostics", "ExactNumbers", "Criteria", "Scoring", "Presentation"]),
    module(
      "Workbench",
      ["Diagnostics", "ExactNumbers", "FEEL", "YAMLSource", "Criteria", "Scoring", "Presentation"]),
    // Scripts and styles are files of their own, so that they are read and checked as what they are.
    page(
      "PageShell", ["CLZMA", "Diagnostics", "ExactNumbers", "Presentation"],
      [
        "base.css", "dom.js", "licences.js", "engine.js", "letters.js", "crc32.js", "lzma.js", "parts.js",
        "module.js",
        "worker.js",
      ]),
    page(
      "SelfCheckPage", ["Diagnostics", "ExactNumbers", "FEEL", "Criteria", "Presentation", "PageShell"],
      selfCheckResources),
    page(
      "WorkspacePage", ["Diagnostics", "ExactNumbers", "Criteria", "Presentation", "PageShell"],
      workspaceResources),
    .executableTarget(
      name: "beredning",
      dependencies: [
        "Diagnostics", "ExactNumbers", "FEEL", "YAMLSource", "Criteria", "Scoring", "Presentation",
        "Workbench", "SelfCheckPage", "WorkspacePage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    module("TestSupport", ["Diagnostics"]),
    tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
    tests("ExactNumbersTests", ["ExactNumbers", "TestSupport"], fixtures: ["Fixtures"]),
    tests("FEELTests", ["Diagnostics", "ExactNumbers", "FEEL", "TestSupport"]),
    tests("YAMLSourceTests", ["Diagnostics", "YAMLSource", "TestSupport"]),
    tests("CriteriaTests", ["Diagnostics", "ExactNumbers", "FEEL", "YAMLSource", "Criteria", "TestSupport"]),
    tests(
      "ScoringTests",
      ["Diagnostics", "ExactNumbers", "FEEL", "YAMLSource", "Criteria", "Scoring", "TestSupport"],
      fixtures: ["Fixtures"]),
    tests(
      "PresentationTests",
      [
        "Diagnostics", "ExactNumbers", "FEEL", "Criteria", "Scoring", "Presentation", "TestSupport",
      ],
      fixtures: ["Fixtures", "Snapshots"]),
    tests(
      "WorkbenchTests",
      [
        "Diagnostics", "ExactNumbers", "FEEL", "YAMLSource", "Criteria", "Scoring", "Presentation",
        "Workbench", "TestSupport",
      ]),
    tests(
      "SelfCheckPageTests",
      [
        "Diagnostics", "ExactNumbers", "FEEL", "YAMLSource", "Criteria", "Presentation", "PageShell",
        "SelfCheckPage", "TestSupport",
      ]),
    tests(
      "WorkspacePageTests",
      ["Diagnostics", "ExactNumbers", "Criteria", "Presentation", "WorkspacePage", "TestSupport"]),
    tests("EngineTests", ["Diagnostics", "ExactNumbers", "Engine", "TestSupport"]),
    tests("CommandTests", ["Diagnostics", "TestSupport"], fixtures: ["Snapshots"]),
  ]
)
