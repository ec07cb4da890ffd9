// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for all our code: what the layers import stays visible, and no warning stays.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "nexus",
  products: [
    .library(name: "Nexus", targets: ["Nexus"]),
    .executable(name: "nexus", targets: ["NexusCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    // MARK: 0 C libraries of the system
    .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // MARK: 1 Graph core and linear algebra
    .target(name: "NexusGraph", swiftSettings: strict),
    .target(name: "NexusLinearAlgebra", dependencies: ["COpenBLAS"], swiftSettings: strict),

    // MARK: 2 Algorithms and model
    .target(
      name: "NexusAlgorithms", dependencies: ["NexusGraph", "NexusLinearAlgebra"], swiftSettings: strict),
    .target(
      name: "NexusModel", dependencies: ["NexusGraph"],
      // In the code, so that the command stays one file.
      resources: [.embedInCode("Resources/groupings.csv")], swiftSettings: strict),

    // MARK: 3 Doctrine, formats and pictures
    .target(
      name: "NexusRisk", dependencies: ["NexusModel", "NexusAlgorithms", "NexusGraph"],
      swiftSettings: strict),
    .target(
      name: "NexusFlows", dependencies: ["NexusModel", "NexusAlgorithms", "NexusGraph"],
      swiftSettings: strict),
    .target(
      name: "NexusInterchange",
      dependencies: ["NexusModel", "NexusGraph", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(
      name: "NexusRendering", dependencies: ["NexusModel", "NexusGraph", "CGraphviz"], swiftSettings: strict),
    // A reason of its own to change: how names are written, and what each agreement is worth.
    .target(name: "NexusResolution", dependencies: ["NexusModel", "NexusGraph"], swiftSettings: strict),

    // MARK: 4 Reports
    .target(
      name: "NexusReport",
      dependencies: [
        "NexusModel", "NexusGraph", "NexusAlgorithms", "NexusRisk", "NexusFlows", "NexusRendering",
        "NexusInterchange", "NexusResolution", .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [
        "report.css", "languages.json", "words.js", "data.js", "filters.js", "map.js", "keyboard.js",
        "cards.js",
        "search.js", "tables.js", "page.js",
      ].map { .embedInCode("Resources/\($0)") }, swiftSettings: strict),

    // MARK: 5 The public library
    .target(
      name: "Nexus",
      dependencies: [
        "NexusGraph", "NexusLinearAlgebra", "NexusAlgorithms", "NexusModel", "NexusRisk", "NexusFlows",
        "NexusInterchange", "NexusRendering", "NexusResolution", "NexusReport",
      ],
      swiftSettings: strict),

    // MARK: 6 The command
    .executableTarget(
      name: "NexusCLI",
      dependencies: ["Nexus", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),

    // MARK: Benchmarks, no product
    .executableTarget(
      name: "NexusBenchmarks",
      dependencies: [
        "NexusGraph", "NexusAlgorithms", "NexusFlows", "NexusInterchange", "NexusModel", "NexusRendering",
        "NexusReport", "CGraphviz",
      ],
      // The same tasks in Python, for the libraries that nexus is held against.
      exclude: ["peers"], swiftSettings: strict),

    // MARK: Fuzzing, no product: `make fuzz` links it with libFuzzer
    .target(
      name: "NexusFuzzing", dependencies: ["NexusInterchange", "NexusModel", "NexusGraph"],
      swiftSettings: strict),

    // MARK: Tests, the same tree as Sources
    .target(
      name: "NexusTestSupport", dependencies: ["NexusGraph", "NexusModel"], path: "Tests/NexusTestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "NexusGraphTests", dependencies: ["NexusGraph", "NexusTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NexusLinearAlgebraTests", dependencies: ["NexusLinearAlgebra", "NexusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NexusAlgorithmsTests", dependencies: ["NexusAlgorithms", "NexusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NexusModelTests", dependencies: ["NexusModel", "NexusTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NexusRiskTests", dependencies: ["NexusRisk", "NexusTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NexusFlowsTests", dependencies: ["NexusFlows", "NexusTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NexusInterchangeTests", dependencies: ["NexusInterchange", "NexusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NexusResolutionTests", dependencies: ["NexusResolution", "NexusTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "NexusRenderingTests", dependencies: ["NexusRendering", "NexusTestSupport"], swiftSettings: strict
    ),
    .testTarget(
      name: "NexusReportTests", dependencies: ["NexusReport", "NexusTestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NexusCLITests",
      dependencies: [
        "NexusCLI", "Nexus", "NexusTestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
