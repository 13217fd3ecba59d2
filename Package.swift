// swift-tools-version:6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "storecast",
  products: [
    .executable(name: "storecast", targets: ["storecast"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    // Nouns and rules: no input, no output, no randomness.
    .target(name: "StoreModel", swiftSettings: strict),
    .target(name: "Rules", dependencies: ["StoreModel"], swiftSettings: strict),

    // Text to values.
    .target(
      name: "InputFiles",
      dependencies: ["Rules", "StoreModel", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),

    // Random numbers: GSL behind one door.
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "CPhilox", dependencies: ["CGSL"]),
    .target(name: "Sampling", dependencies: ["CGSL", "CPhilox"], swiftSettings: strict),

    // Values to paths, paths to statements, statements to text.
    .target(
      name: "Simulation",
      dependencies: ["Rules", "Sampling", "StoreModel"],
      swiftSettings: strict
    ),
    .target(
      name: "Forecasting",
      dependencies: ["Rules", "Sampling", "Simulation", "StoreModel"],
      swiftSettings: strict
    ),
    .target(
      name: "Calibration",
      dependencies: ["Sampling", "StoreModel"],
      swiftSettings: strict
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "Calibration", "Forecasting", "Rules", "StoreModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),

    // The command line.
    .executableTarget(
      name: "storecast",
      dependencies: [
        "Calibration", "Forecasting", "InputFiles", "Reporting", "Rules", "Simulation",
        "StoreModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "ArchitectureTests",
      dependencies: ["TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "StoreModelTests",
      dependencies: ["StoreModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SamplingTests",
      dependencies: ["Sampling", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "RulesTests",
      dependencies: ["InputFiles", "Rules", "StoreModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "InputFilesTests",
      dependencies: ["InputFiles", "Rules", "StoreModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "InputFiles", "Rules", "Sampling", "Simulation", "StoreModel", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ForecastingTests",
      dependencies: [
        "Forecasting", "Rules", "Sampling", "Simulation", "StoreModel", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CalibrationTests",
      dependencies: ["Calibration", "Sampling", "StoreModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Calibration", "Forecasting", "Reporting", "Rules", "Simulation", "StoreModel", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "InputFiles", "Reporting", "Simulation", "StoreModel", "TestSupport", "storecast",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
