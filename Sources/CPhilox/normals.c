#include "state.h"

#include <gsl/gsl_randist.h>
#include <string.h>

// GSL's ziggurat (Marsaglia and Tsang 2000) takes a layer and a place in it from one word, and is done
// unless the place lies beyond where the layer is wholly under the curve: once in eighty draws. Widths and
// ends of its layers are learned from the function itself, so that the first step can be made here.
enum { layers = 128, sign_bit = 0x80, place_shift = 8 };

static const uint32_t places = 1u << 24;
static double width[layers];
static uint32_t end[layers];

// A generator that hands out one word, and tells whether more was asked for.
typedef struct {
  uint32_t word;
  int is_asked_for_more;
} probe;

static unsigned long probe_word(void *untyped) { return ((probe *)untyped)->word; }

static double probe_uniform(void *untyped) {
  ((probe *)untyped)->is_asked_for_more = 1;
  // Just above the foot of the layer, where every place but those at its very end is taken.
  return 0x1p-30;
}

static const gsl_rng_type probe_type = {
    .name = "storecast-probe",
    .max = 0xFFFFFFFFul,
    .min = 0,
    .size = sizeof(probe),
    .get = probe_word,
    .get_double = probe_uniform,
};

__attribute__((constructor)) static void learn_layers(void) {
  probe asked;
  gsl_rng rng = {.type = &probe_type, .state = &asked};
  for (uint32_t layer = 0; layer < layers; layer++) {
    asked = (probe){.word = 1u << place_shift | sign_bit | layer};
    width[layer] = gsl_ran_gaussian_ziggurat(&rng, 1);
    uint32_t low = 0, high = places - 1;
    while (low < high) {
      const uint32_t middle = (low + high) / 2;
      asked = (probe){.word = middle << place_shift | sign_bit | layer};
      gsl_ran_gaussian_ziggurat(&rng, 1);
      if (asked.is_asked_for_more) high = middle;
      else low = middle + 1;
    }
    end[layer] = low;
  }
}

static inline double next_normal(gsl_rng *rng) {
  philox_state *state = rng->state;
  const uint32_t word = next_word(state);
  const uint32_t layer = word % layers, place = word >> place_shift;
  if (place >= end[layer]) {
    // GSL reads the word again and goes on.
    state->used--;
    return gsl_ran_gaussian_ziggurat(rng, 1);
  }
  // The sign is a coin toss: a table spares a branch.
  static const double sign[2] = {-1, 1};
  return sign[(word & sign_bit) / sign_bit] * (place * width[layer]);
}

double storecast_normal(gsl_rng *rng) { return next_normal(rng); }

// e to each of some powers between -700 and 700, to 1 part in 2^52: x = k ln 2 + r, and the series of e^r.
// Only products and sums, each rounded by itself, so that registers of every width give the same bits.
__attribute__((target_clones("avx2", "default"))) static void
exponentials(double *numbers, size_t count, double zeta, double sigma) {
#pragma STDC FP_CONTRACT OFF
  // Added and taken away, it leaves the nearest whole number.
  const double shift = 0x1.8p52;
  for (size_t i = 0; i < count; i++) {
    const double x = zeta + sigma * numbers[i];
    const double shifted = x * 0x1.71547652b82fep0 + shift;
    const double k = shifted - shift;
    const double r = (x - k * 0x1.62e42fefa3800p-1) - k * 0x1.ef35793c76730p-45;
    const double r2 = r * r, r4 = r2 * r2;
    const double low = (1. / 6 + r * (1. / 24)) + r2 * (1. / 120 + r * (1. / 720));
    const double middle = (1. / 5040 + r * (1. / 40320)) + r2 * (1. / 362880 + r * (1. / 3628800));
    const double high = (1. / 39916800 + r * (1. / 479001600)) + r2 * (1. / 6227020800);
    const double series = 1 + (r + (r2 * 0.5 + r * r2 * ((low + r4 * middle) + r4 * r4 * high)));
    uint64_t bits, power;
    memcpy(&bits, &series, sizeof bits);
    memcpy(&power, &shifted, sizeof power);
    bits += power << 52;
    memcpy(&numbers[i], &bits, sizeof bits);
  }
}

void storecast_log_normals(gsl_rng *rng, double zeta, double sigma, double *numbers, size_t count) {
  for (size_t i = 0; i < count; i++) numbers[i] = next_normal(rng);
  exponentials(numbers, count, zeta, sigma);
}
