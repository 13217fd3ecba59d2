#include "state.h"

#include <gsl/gsl_randist.h>
#include <math.h>
#include <string.h>

// Below this mean a count is found by inversion, which is as quick there; the rejections are proven from
// 10 on. An inverted count beyond the cut-off has a chance below 1e-60.
static const double smallest_rejection_mean = 14;
enum { cut_off = 110 }; // and with 0 a multiple of the steps made at once

// A product replaces the division of every step.
static const double reciprocal[cut_off + 2] = {
    0, 1. / 1, 1. / 2, 1. / 3, 1. / 4, 1. / 5, 1. / 6, 1. / 7, 1. / 8, 1. / 9, 1. / 10, 1. / 11,
    1. / 12, 1. / 13, 1. / 14, 1. / 15, 1. / 16, 1. / 17, 1. / 18, 1. / 19, 1. / 20, 1. / 21,
    1. / 22, 1. / 23, 1. / 24, 1. / 25, 1. / 26, 1. / 27, 1. / 28, 1. / 29, 1. / 30, 1. / 31,
    1. / 32, 1. / 33, 1. / 34, 1. / 35, 1. / 36, 1. / 37, 1. / 38, 1. / 39, 1. / 40, 1. / 41,
    1. / 42, 1. / 43, 1. / 44, 1. / 45, 1. / 46, 1. / 47, 1. / 48, 1. / 49, 1. / 50, 1. / 51,
    1. / 52, 1. / 53, 1. / 54, 1. / 55, 1. / 56, 1. / 57, 1. / 58, 1. / 59, 1. / 60, 1. / 61,
    1. / 62, 1. / 63, 1. / 64, 1. / 65, 1. / 66, 1. / 67, 1. / 68, 1. / 69, 1. / 70, 1. / 71,
    1. / 72, 1. / 73, 1. / 74, 1. / 75, 1. / 76, 1. / 77, 1. / 78, 1. / 79, 1. / 80, 1. / 81,
    1. / 82, 1. / 83, 1. / 84, 1. / 85, 1. / 86, 1. / 87, 1. / 88, 1. / 89, 1. / 90, 1. / 91,
    1. / 92, 1. / 93, 1. / 94, 1. / 95, 1. / 96, 1. / 97, 1. / 98, 1. / 99, 1. / 100, 1. / 101,
    1. / 102, 1. / 103, 1. / 104, 1. / 105, 1. / 106, 1. / 107, 1. / 108, 1. / 109, 1. / 110,
    1. / 111,
};

// log k! - (log sqrt(2 pi) + (k + 1/2) log(k + 1) - (k + 1)), Stirling's correction at k + 1.
static double stirling(double k) {
  static const double small[] = {
      0.08106146679532726, 0.04134069595540929, 0.02767792568499834, 0.02079067210376509,
      0.01664469118982119, 0.01387612882307075, 0.01189670994589177, 0.01041126526197209,
      0.009255462182712733, 0.008330563433362871,
  };
  if (k < 10) return small[(int)k];
  const double next = k + 1;
  const double square = next * next;
  return (1. / 12 - (1. / 360 - 1. / 1260 / square) / square) / next;
}

// x where the bit is 1, else 1; written so that no branch comes of it.
static inline double one_or(double x, uint32_t bit) {
  const uint64_t one = UINT64_C(0x3FF) << 52;
  uint64_t bits;
  memcpy(&bits, &x, sizeof bits);
  bits = one ^ ((one ^ bits) & -(uint64_t)bit);
  memcpy(&x, &bits, sizeof x);
  return x;
}

// q to the power n by squaring. Multiplying by 1 spares a branch on each bit, which no processor foresees.
static inline double power(double q, uint32_t n) {
  double product = one_or(q, n & 1);
  for (n >>= 1; n > 0; n >>= 1) {
    q *= q;
    product *= one_or(q, n & 1);
  }
  return product;
}

// Steps of an inversion that are made without asking whether the number is found: from then on what is
// left of it is negative, so that counting the steps before costs one guess in place of three.
enum { steps_at_once = 3 };

static uint32_t invert_binomial(philox_state *state, double p, uint32_t n, int is_mirrored) {
  const double q = 1 - p;
  const double odds = p / q;
  const double none = power(q, n);
  while (1) {
    const double drawn = next_uniform(state);
    double u = is_mirrored ? 1 - drawn : drawn;
    double f = none;
    for (uint32_t k = 0; k <= cut_off; k += steps_at_once) {
      uint32_t passed = 0;
      for (uint32_t step = k; step < k + steps_at_once; step++) {
        passed += u >= f;
        u -= f;
        f *= odds * ((double)n - step) * reciprocal[step + 1];
      }
      if (passed < steps_at_once) return k + passed;
    }
  }
}

// BTRS of Hormann, "The generation of binomial random variates", J. Stat. Comput. Simul. 46 (1993).
static uint32_t reject_binomial(philox_state *state, double p, uint32_t n, int is_mirrored) {
  const double q = 1 - p;
  const double deviation = sqrt(n * p * q);
  const double b = 1.15 + 2.53 * deviation;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double center = n * p + 0.5;
  const double box = 0.92 - 4.2 / b;
  while (1) {
    const double drawn = next_uniform(state) - 0.5;
    const double u = is_mirrored ? -drawn : drawn;
    double v = next_uniform(state);
    const double us = 0.5 - fabs(u);
    const double k = floor((2 * a / us + b) * u + center);
    if (us >= 0.07 && v <= box) return (uint32_t)k;
    if (k < 0 || k > n) continue;
    const double odds = p / q;
    const double mode = floor((n + 1.) * p);
    v = log(v * (2.83 + 5.1 / b) * deviation / (a / (us * us) + b));
    const double bound =
        (mode + 0.5) * log((mode + 1) / (odds * (n - mode + 1))) +
        (n + 1.) * log((n - mode + 1) / (n - k + 1)) +
        (k + 0.5) * log(odds * (n - k + 1) / (k + 1)) + stirling(mode) + stirling(n - mode) -
        stirling(k) - stirling(n - k);
    if (v <= bound) return (uint32_t)k;
  }
}

uint32_t storecast_binomial(gsl_rng *rng, double p, uint32_t n) {
  philox_state *state = rng->state;
  const int is_mirrored = p > 0.5;
  const double rare = is_mirrored ? 1 - p : p;
  const uint32_t k = rare * n < smallest_rejection_mean
                         ? invert_binomial(state, rare, n, is_mirrored)
                         : reject_binomial(state, rare, n, is_mirrored);
  return is_mirrored ? n - k : k;
}

uint32_t storecast_gsl_binomial(gsl_rng *rng, double p, uint32_t n) {
  const double rare = p > 0.5 ? 1 - p : p;
  if (rare * n >= smallest_rejection_mean) return gsl_ran_binomial(rng, p, n);
  const uint32_t k = invert_binomial(rng->state, rare, n, 0);
  return p > 0.5 ? n - k : k;
}

// PTRS of Hormann, "The transformed rejection method for generating Poisson random variables",
// Insurance: Mathematics and Economics 12 (1993).
static uint32_t reject_poisson(philox_state *state, double mean) {
  const double b = 0.931 + 2.53 * sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double box = 0.9277 - 3.6224 / (b - 2);
  while (1) {
    const double u = next_uniform(state) - 0.5;
    const double v = next_uniform(state);
    const double us = 0.5 - fabs(u);
    const double k = floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= box) return (uint32_t)k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const double ratio = v * (1.1239 + 1.1328 / (b - 3.4)) / (a / (us * us) + b);
    // log of mean^k exp(-mean) / k!; log sqrt(2 pi) = 0.9189...
    const double bound = k * log(mean / (k + 1)) + (k + 1 - mean) - 0.5 * log(k + 1) -
                         0.91893853320467274178 - stirling(k);
    if (log(ratio) <= bound) return (uint32_t)k;
  }
}

uint32_t storecast_poisson(gsl_rng *rng, double mean) {
  philox_state *state = rng->state;
  if (mean >= smallest_rejection_mean) return reject_poisson(state, mean);
  const double none = exp(-mean);
  while (1) {
    double u = next_uniform(state);
    double f = none;
    for (uint32_t k = 0; k <= cut_off; k++) {
      if (u < f) return k;
      u -= f;
      f *= mean * reciprocal[k + 1];
    }
  }
}

int storecast_sum_from_last(const double *weights, size_t cells, double *sums) {
  double sum = 0;
  double least = 0;
  size_t cell = cells;
  // Sums of four do not wait for the cells after them.
  for (; cell >= 4; cell -= 4) {
    const double a = weights[cell - 1], b = weights[cell - 2];
    const double c = weights[cell - 3], d = weights[cell - 4];
    const double ab = a + b, abc = ab + c, abcd = abc + d;
    const double ab_least = a < b ? a : b, cd_least = c < d ? c : d;
    const double all_least = ab_least < cd_least ? ab_least : cd_least;
    least = least < all_least ? least : all_least;
    sums[cell - 1] = sum + a;
    sums[cell - 2] = sum + ab;
    sums[cell - 3] = sum + abc;
    sum += abcd;
    sums[cell - 4] = sum;
  }
  for (; cell > 0; cell--) {
    least = least < weights[cell - 1] ? least : weights[cell - 1];
    sums[cell - 1] = sum += weights[cell - 1];
  }
  return least == 0 && sum > 0 && sum < INFINITY;
}

enum { at_once = 64, side_by_side = 8 };

// How many of the numbers are at most `limit`; their count is a multiple of eight.
static inline uint64_t count_up_to(const double *numbers, uint32_t count, double limit) {
  uint64_t found = 0;
  for (uint32_t i = 0; i < count; i++) found += numbers[i] <= limit;
  return found;
}

// Adds one count a cell for numbers that are uniform up to the first sum: one that is at most the sum from
// a cell on lies in that cell or after it. Comparing all numbers with all sums costs less than looking
// for each one's cell, which no processor foresees.
__attribute__((target_clones("avx2", "default"))) static void
count_by_cell(const double *numbers, uint32_t count, uint32_t padded, const double *sums, size_t cells,
              long *counts) {
  uint64_t reach = count;
  for (size_t cell = 1; cell < cells && reach > 0; cell++) {
    const uint64_t beyond = count_up_to(numbers, padded, sums[cell]);
    counts[cell - 1] += reach - beyond;
    reach = beyond;
    if (cell + 1 == cells) counts[cell] += reach;
  }
  if (cells == 1) counts[0] += reach;
}

void storecast_spread(gsl_rng *rng, uint32_t trials, const double *sums, size_t cells, long *counts) {
  double numbers[at_once];
  for (size_t cell = 0; cell < cells; cell++) counts[cell] = 0;
  while (trials > 0) {
    const uint32_t drawn = trials < at_once ? trials : at_once;
    storecast_philox_uniforms(rng, numbers, drawn);
    const uint32_t padded = (drawn + side_by_side - 1) / side_by_side * side_by_side;
    for (uint32_t i = 0; i < drawn; i++) numbers[i] = (1 - numbers[i]) * sums[0];
    for (uint32_t i = drawn; i < padded; i++) numbers[i] = INFINITY;
    count_by_cell(numbers, drawn, padded, sums, cells, counts);
    trials -= drawn;
  }
}

// A binomial takes as long as some three things that are placed one by one.
enum { placed_per_cell = 3, most_placed = 48 };

void storecast_multinomial(gsl_rng *rng, int is_fast, const storecast_position *first, uint32_t trials,
                           const double *weights, const double *sums, size_t size, long *counts) {
  size_t cells = size;
  while (cells > 0 && weights[cells - 1] == 0) cells--;
  for (size_t cell = 0; cell < size; cell++) counts[cell] = 0;
  uint32_t left = trials;
  for (size_t cell = 0; cell < cells && left > 0; cell++) {
    if (weights[cell] == 0) continue;
    const double share = weights[cell] / sums[cell];
    if (share >= 1) {
      // Nothing but zeros, or less than a double can tell from them, comes after.
      counts[cell] = left;
      return;
    }
    const size_t after = cells - 1 - cell;
    const int is_placed = left <= most_placed && left <= placed_per_cell * after;
    // No binomial is drawn at the last cell's position.
    const uint32_t call = first->call + (uint32_t)(is_placed ? cells - 1 : cell);
    storecast_philox_seek(rng, call, first->day, first->process, first->replication);
    if (is_placed) {
      storecast_spread(rng, left, sums + cell, cells - cell, counts + cell);
      return;
    }
    const uint32_t count = is_fast ? storecast_binomial(rng, share, left)
                                   : storecast_gsl_binomial(rng, share, left);
    counts[cell] = count;
    left -= count;
  }
}
