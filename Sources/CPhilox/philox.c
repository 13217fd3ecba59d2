#include "CPhilox.h"

#include <stdlib.h>

enum { block_bits = 10, process_bits = 16, words_in_block = 4, rounds = 10, lanes = 4 };

typedef struct {
  uint32_t key[2];
  uint32_t counter[4];
  uint32_t words[words_in_block];
  uint32_t used;
} philox_state;

static inline void philox_block(const uint32_t counter[4], const uint32_t key[2],
                                uint32_t block[4]) {
  uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
  uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < rounds; round++) {
    const uint64_t p0 = (uint64_t)0xD2511F53u * c0;
    const uint64_t p1 = (uint64_t)0xCD9E8D57u * c2;
    c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)p1;
    c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)p0;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}

void storecast_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t block[4]) {
  philox_block(counter, key, block);
}

static void refill(philox_state *state) {
  philox_block(state->counter, state->key, state->words);
  state->used = 0;
  state->counter[0]++;
  if ((state->counter[0] & ((1u << block_bits) - 1)) != 0) return;
  // The blocks of this call are used up: go on where no process number can reach.
  state->counter[0] -= 1u << block_bits;
  state->counter[2] += 1u << process_bits;
  // 2^28 words at one position: repeating them in silence would be worse than stopping.
  if ((state->counter[2] >> process_bits) == 0) abort();
}

static void set(void *untyped, unsigned long seed) {
  *(philox_state *)untyped = (philox_state){
      .key = {(uint32_t)seed, (uint32_t)((uint64_t)seed >> 32)},
      .used = words_in_block,
  };
}

static inline uint32_t next_word(philox_state *state) {
  if (state->used == words_in_block) refill(state);
  return state->words[state->used++];
}

static unsigned long get(void *untyped) { return next_word(untyped); }

static inline double unit_interval(uint64_t high, uint64_t low) {
  const uint64_t bits = (high << 20) | (low >> 12);
  return ((double)bits + 0.5) * 0x1.0p-52;
}

static double get_double(void *untyped) {
  const uint64_t high = next_word(untyped);
  const uint64_t low = next_word(untyped);
  return unit_interval(high, low);
}

static const gsl_rng_type type = {
    .name = "storecast-philox4x32-10",
    .max = 0xFFFFFFFFul,
    .min = 0,
    .size = sizeof(philox_state),
    .set = set,
    .get = get,
    .get_double = get_double,
};

const gsl_rng_type *storecast_philox_type(void) { return &type; }

void storecast_philox_seek(gsl_rng *rng, uint32_t call, uint32_t day, uint32_t process,
                           uint32_t replication) {
  philox_state *state = rng->state;
  state->counter[0] = call << block_bits;
  state->counter[1] = day;
  state->counter[2] = process;
  state->counter[3] = replication;
  state->used = words_in_block;
}

void storecast_philox_uniforms(gsl_rng *rng, double *uniforms, size_t count) {
  philox_state *state = rng->state;
  size_t done = 0;
  while (done < count) {
    // Four blocks at a time do not wait for one another; the last of a call are left to refill.
    const uint32_t block = state->counter[0] & ((1u << block_bits) - 1);
    if (count - done < 2 * lanes || state->used != words_in_block ||
        block + lanes >= (1u << block_bits)) {
      uniforms[done++] = get_double(state);
      continue;
    }
    uint32_t words[lanes][words_in_block];
    for (uint32_t lane = 0; lane < lanes; lane++) {
      const uint32_t counter[4] = {state->counter[0] + lane, state->counter[1], state->counter[2],
                                   state->counter[3]};
      philox_block(counter, state->key, words[lane]);
    }
    state->counter[0] += lanes;
    for (uint32_t lane = 0; lane < lanes; lane++) {
      uniforms[done++] = unit_interval(words[lane][0], words[lane][1]);
      uniforms[done++] = unit_interval(words[lane][2], words[lane][3]);
    }
  }
}
