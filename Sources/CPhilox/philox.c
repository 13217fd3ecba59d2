#include "state.h"

#include <stdlib.h>

void storecast_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t block[4]) {
  philox_block(counter, key, block);
}

void storecast_philox_refill(philox_state *state) {
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

static unsigned long get(void *untyped) { return next_word(untyped); }

static double get_double(void *untyped) { return next_uniform(untyped); }

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

// Eight blocks of one position do not wait for one another, and fit into wide registers.
__attribute__((target_clones("avx2", "default"))) static void
eight_blocks(const philox_state *state, uint32_t words[words_in_block][lanes]) {
  uint32_t c0[lanes], c1[lanes], c2[lanes], c3[lanes];
  for (uint32_t lane = 0; lane < lanes; lane++) {
    c0[lane] = state->counter[0] + lane;
    c1[lane] = state->counter[1];
    c2[lane] = state->counter[2];
    c3[lane] = state->counter[3];
  }
  uint32_t k0 = state->key[0], k1 = state->key[1];
  for (int round = 0; round < rounds; round++) {
    for (uint32_t lane = 0; lane < lanes; lane++) {
      const uint64_t p0 = (uint64_t)0xD2511F53u * c0[lane];
      const uint64_t p1 = (uint64_t)0xCD9E8D57u * c2[lane];
      c0[lane] = (uint32_t)(p1 >> 32) ^ c1[lane] ^ k0;
      c1[lane] = (uint32_t)p1;
      c2[lane] = (uint32_t)(p0 >> 32) ^ c3[lane] ^ k1;
      c3[lane] = (uint32_t)p0;
    }
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  for (uint32_t lane = 0; lane < lanes; lane++) {
    words[0][lane] = c0[lane];
    words[1][lane] = c1[lane];
    words[2][lane] = c2[lane];
    words[3][lane] = c3[lane];
  }
}

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
    // The last blocks of a call are left to refill, which knows what comes after them.
    const uint32_t block = state->counter[0] & ((1u << block_bits) - 1);
    if (count - done < 4 || state->used != words_in_block || block + lanes >= (1u << block_bits)) {
      uniforms[done++] = next_uniform(state);
      continue;
    }
    uint32_t words[words_in_block][lanes];
    eight_blocks(state, words);
    const size_t blocks = count - done < 2 * lanes ? (count - done) / 2 : lanes;
    for (size_t lane = 0; lane < blocks; lane++) {
      uniforms[done++] = unit_interval(words[0][lane], words[1][lane]);
      uniforms[done++] = unit_interval(words[2][lane], words[3][lane]);
    }
    state->counter[0] += (uint32_t)blocks;
  }
}
