#ifndef STORECAST_CPHILOX_H
#define STORECAST_CPHILOX_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

/// Philox4x32-10 (Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3",
/// SC'11): a bijection of a 128-bit counter, chosen by a 64-bit key. Any block of any stream is
/// reached in constant time.
///
/// Writes the block of four words that belongs to `counter` under `key` to `block`.
void storecast_philox_block(const uint32_t counter[_Nonnull 4], const uint32_t key[_Nonnull 2],
                            uint32_t block[_Nonnull 4]);

/// The generator as GSL knows it. Its integers are 32-bit words; its uniforms take two words and
/// lie on the grid (k + 1/2) / 2^52, so they are never 0 or 1 and u and 1 - u are equally exact.
/// Seeding sets the key and goes to counter 0.
const gsl_rng_type *_Nonnull storecast_philox_type(void);

/// Goes to block 0 of the stream named by (call, day, process, replication), keeping the key.
/// `call` < 2^22 and `process` < 2^16, checked by the caller: the counter's first word is
/// call << 10 | block, and the upper half of its third word counts what runs over 2^10 blocks, so
/// no stream, however long, enters another.
void storecast_philox_seek(gsl_rng *_Nonnull rng, uint32_t call, uint32_t day, uint32_t process,
                           uint32_t replication);

/// Says that a day of a replication is lived from now on: most of what it draws stands where the day lived
/// before has drawn, so the first blocks of these calls are computed side by side. Changes no draw.
void storecast_philox_live(gsl_rng *_Nonnull rng, uint32_t day, uint32_t replication);

/// Draws `count` uniforms, the same as as many calls of `gsl_rng_uniform`, in less time.
void storecast_philox_uniforms(gsl_rng *_Nonnull rng, double *_Nonnull uniforms, size_t count);

/// Draws a binomial; p in (0, 1), n > 0 and a variance of at most 4e6.
///
/// Below 14 expected rarer outcomes it is the inversion of one uniform, from 14 on transformed
/// rejection (BTRS). Where success is the likelier outcome the uniform is mirrored, so that neighbouring
/// probabilities stay coupled across 1/2.
uint32_t storecast_binomial(gsl_rng *_Nonnull rng, double p, uint32_t n);

/// Draws the binomial of `gsl_ran_binomial`; below 14 expected rarer outcomes, where GSL inverts one
/// uniform, in less time.
uint32_t storecast_gsl_binomial(gsl_rng *_Nonnull rng, double p, uint32_t n);

/// Draws a Poisson count with a mean in (0, 1e8]: by inversion of one uniform below 14, by transformed
/// rejection (PTRS) from 14 on.
uint32_t storecast_poisson(gsl_rng *_Nonnull rng, double mean);

/// Draws the standard normal of `gsl_ran_gaussian_ziggurat`, in less time.
double storecast_normal(gsl_rng *_Nonnull rng);

/// Fills `numbers` with exp(zeta + sigma z) of the normals that `gsl_ran_gaussian_ziggurat` would draw;
/// |zeta| + 15 sigma is at most 700. The exponential is good to one part in 2^52, in less time than libm's.
void storecast_log_normals(gsl_rng *_Nonnull rng, double zeta, double sigma, double *_Nonnull numbers,
                           size_t count);

/// Writes the sum of each weight and all after it. Returns whether the weights are finite, none negative
/// and one positive.
int storecast_sum_from_last(const double *_Nonnull weights, size_t cells, double *_Nonnull sums);

/// Gives each of `trials` things a cell, one uniform each, and counts them: `counts` receives one
/// count a cell. `sums` holds, for each of the `cells`, its weight and those of all cells after it.
void storecast_spread(gsl_rng *_Nonnull rng, uint32_t trials, const double *_Nonnull sums,
                      size_t cells, long *_Nonnull counts);

/// A position of ``storecast_philox_seek``.
typedef struct {
  uint32_t call, day, process, replication;
} storecast_position;

/// Spreads `trials`, at most 16 million, over cells: one binomial a cell, at the call of `first` for the
/// first cell and so on, until few things are left, which are placed one by one.
///
/// `sums` holds the sum of each weight and all after it, `counts` receives one count a cell. Binomials are
/// ``storecast_binomial``'s where `is_fast`, else ``storecast_gsl_binomial``'s.
void storecast_multinomial(gsl_rng *_Nonnull rng, int is_fast, const storecast_position *_Nonnull first,
                           uint32_t trials, const double *_Nonnull weights,
                           const double *_Nonnull sums, size_t size, long *_Nonnull counts);

#endif
