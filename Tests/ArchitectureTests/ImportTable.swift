/// Which module may import which: the direction in which data flows.
enum ImportTable {
  private static let numbers = ["Glibc", "Synchronization"]

  /// What each module may import, in the order of the flow.
  static let allowed: [String: Set<String>] = [
    "StoreModel": [],
    "Rules": Set(["StoreModel"] + numbers),
    "InputFiles": ["StoreModel", "Rules", "Yams", "Foundation", "Glibc"],
    "ConsoleExports": [
      "StoreModel", "Rules", "InputFiles", "CZip", "Foundation", "FoundationXML", "Glibc",
    ],
    "Sampling": ["CGSL", "CPhilox", "Glibc"],
    "Simulation": Set(["StoreModel", "Rules", "Sampling"] + numbers),
    "Forecasting": Set(["StoreModel", "Rules", "Sampling", "Simulation"] + numbers),
    "Calibration": Set(["StoreModel", "Rules", "Sampling", "Simulation", "Forecasting"] + numbers),
    "Journal": ["StoreModel", "Rules", "Calibration", "GRDB", "Foundation"],
    "Reporting": [
      "StoreModel", "Rules", "Forecasting", "Calibration", "Journal", "Foundation", "Crypto",
    ],
    "storecast": [
      "StoreModel", "Rules", "InputFiles", "ConsoleExports", "Simulation", "Forecasting",
      "Calibration", "Journal", "Reporting", "ArgumentParser", "Foundation", "Synchronization",
    ],
  ]

  /// What comes with the toolchain, which several modules may import.
  static let toolchain: Set<String> = ["Foundation", "Glibc", "Synchronization"]

  /// What a C module may include, by the start of the header's path.
  static let allowedHeaders: [String: [String]] = [
    "CGSL": ["gsl/"],
    "CZip": ["zip.h"],
    "CPhilox": [
      "gsl/gsl_randist.h", "gsl/gsl_rng.h", "stddef.h", "stdint.h", "math.h", "stdlib.h",
      "string.h", "CPhilox.h", "state.h",
    ],
  ]

  /// Returns the modules that a line of Swift imports, whatever stands before or after the word.
  static func imports(in line: String) -> [String] {
    guard line.contains("import") else { return [] }
    return line.split(separator: ";").compactMap { statement in
      let pattern =
        /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|actor|protocol|typealias|func|let|var|macro)\s+)?(\w+)/
      return statement.firstMatch(of: pattern).map { String($0.1) }
    }
  }

  /// Returns the header that a line of C includes.
  static func header(in line: String) -> String? {
    line.firstMatch(of: /^\s*#\s*include\s*[<"]([^>"]+)[>"]/).map { String($0.1) }
  }
}
