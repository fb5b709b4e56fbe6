// swift-tools-version: 6.2
import PackageDescription

// Measuring programs, apart from the tests: what they say depends on the machine.
let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "beredning", path: "..")],
  targets: [
    .executableTarget(
      name: "RankAcceptabilityBenchmark",
      dependencies: [.product(name: "BeredningCore", package: "beredning")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("InternalImportsByDefault")])
  ]
)
