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
  // Parts that need more from the system than GSL; `make` turns them on.
  traits: [
    .trait(name: "Journal", description: "storecast journal: needs libsqlite3-dev"),
    .trait(name: "Spreadsheets", description: "XLSX exports: needs libzip-dev"),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
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

    // Exports of a console to a history. The container of a spreadsheet is libzip's.
    .systemLibrary(name: "CZip"),
    .target(
      name: "ConsoleExports",
      dependencies: [
        "InputFiles", "Rules", "StoreModel",
        .target(name: "CZip", condition: .when(traits: ["Spreadsheets"])),
      ],
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
      dependencies: ["Rules", "Sampling", "StoreModel"],
      swiftSettings: strict
    ),

    // Forecasts kept, and held against what came true: SQLite behind one door.
    .target(
      name: "Journal",
      dependencies: [
        "Calibration", "Rules", "StoreModel",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Journal"])),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Reporting",
      dependencies: [
        "Calibration", "Forecasting", "Journal", "Rules", "StoreModel",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),

    // The command line.
    .executableTarget(
      name: "storecast",
      dependencies: [
        "Calibration", "ConsoleExports", "Forecasting", "InputFiles", "Journal", "Reporting",
        "Rules", "Simulation", "StoreModel",
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
      name: "ConsoleExportsTests",
      dependencies: [
        "ConsoleExports", "InputFiles", "StoreModel", "TestSupport",
        .target(name: "CZip", condition: .when(traits: ["Spreadsheets"])),
      ],
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
      dependencies: [
        "Calibration", "InputFiles", "Rules", "Sampling", "StoreModel", "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "JournalTests",
      dependencies: ["Calibration", "InputFiles", "Journal", "Rules", "StoreModel", "TestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Calibration", "Forecasting", "Reporting", "Rules", "Simulation", "StoreModel",
        "TestSupport",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Calibration", "InputFiles", "Journal", "Reporting", "Rules", "Sampling", "Simulation",
        "StoreModel", "TestSupport", "storecast",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
