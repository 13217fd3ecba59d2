internal import CGSL

/// GSL's error handling, which ends the program unless it is told not to.
enum ErrorHandler {
  /// Turns GSL's aborting handler off, once for the process; every door of this module asks for it.
  static func turnOff() { _ = isOff }

  // Errors cannot pass unseen for it: parameters are checked before GSL sees them.
  private static let isOff: Bool = {
    gsl_set_error_handler_off()
    return true
  }()
}
