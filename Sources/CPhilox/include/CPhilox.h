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

/// Draws `count` uniforms, the same as as many calls of `gsl_rng_uniform`, in less time.
void storecast_philox_uniforms(gsl_rng *_Nonnull rng, double *_Nonnull uniforms, size_t count);

#endif
