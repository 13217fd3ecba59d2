#if canImport(Glibc)
  import Glibc
#endif

/// Time that one thread computed, whatever else the machine did meanwhile.
enum ProcessorTime {
  /// Seconds of processor time that a synchronous body took.
  static func seconds(of body: () throws -> Void) rethrows -> Double {
    let start = now
    try body()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
