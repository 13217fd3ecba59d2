package import Foundation

/// The built `storecast` program, run as a user runs it.
package enum Program {
  /// What a finished run left behind.
  package struct Result: Sendable {
    /// Exit code.
    package var status: Int32
    /// Everything on standard output.
    package var output: String
    /// Everything on standard error.
    package var errors: String
  }

  /// The program beside the test bundle that is running.
  package static var url: URL {
    let runner = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = runner.deletingLastPathComponent()
    while folder.path.count > 1 {
      let candidate = folder.appending(path: "storecast")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        !candidate.hasDirectoryPath
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return Repository.root.appending(path: ".build/release/storecast")
  }

  /// Runs the program to its end.
  ///
  /// - Throws: What Foundation throws when the program cannot be started.
  package static func run(
    _ arguments: [String],
    in folder: URL = Repository.root,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LANG": "en_US.UTF-8", "NO_COLOR": "1"]) { $1 }
      .merging(environment) { $1 }
    let scratch = try TemporaryFolder()
    let output = scratch.url.appending(path: "output")
    let errors = scratch.url.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }
    let outputHandle = try FileHandle(forWritingTo: output)
    let errorHandle = try FileHandle(forWritingTo: errors)
    process.standardOutput = outputHandle
    process.standardError = errorHandle
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try outputHandle.close()
    try errorHandle.close()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8)
    )
  }
}

/// A folder that is removed when nobody needs it any more.
package final class TemporaryFolder: Sendable {
  /// Where it is.
  package let url: URL

  /// Creates an empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "storecast-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

/// Real histories that tests may use but that are no part of the project.
package enum SharedData {
  /// The folder named by `STORECAST_SHARED`, else `../shared` beside the project; `nil` without one.
  package static var folder: URL? {
    let named = ProcessInfo.processInfo.environment["STORECAST_SHARED"]
    let url =
      named.map { URL(filePath: $0) }
      ?? Repository.root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }
}
