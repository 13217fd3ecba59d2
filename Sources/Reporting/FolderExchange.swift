import Foundation

/// Lets two folders exchange their names in one step, so that nobody ever sees half of one.
enum FolderExchange {
  private typealias Renameat2 =
    @convention(c) (
      CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt
    ) -> CInt

  /// The system's `renameat2`, which Glibc's module map leaves out; `nil` where there is none.
  private static let renameat2: Renameat2? = dlsym(nil, "renameat2").map {
    unsafeBitCast($0, to: Renameat2.self)
  }

  /// Exchanges two names of one file system; false where the system cannot.
  static func swap(_ first: String, _ second: String) -> Bool {
    let exchangeBothNames: CUnsignedInt = 2
    return renameat2.map { $0(AT_FDCWD, first, AT_FDCWD, second, exchangeBothNames) == 0 } ?? false
  }
}
