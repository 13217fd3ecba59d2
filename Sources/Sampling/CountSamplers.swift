/// Which samplers draw binomials and Poissons; both are exact, and they draw other numbers.
package enum CountSamplers: String, CaseIterable, Sendable {
  /// Those of the GNU Scientific Library: BTPE, and a recursion through gammas.
  case gsl
  /// Transformed rejection (BTRS, PTRS: Hörmann 1993) from 14 expected events on, below it the
  /// inversion of one uniform, mirrored above p = 1/2. Less time a draw.
  case fast
}
