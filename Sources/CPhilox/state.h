#ifndef STORECAST_PHILOX_STATE_H
#define STORECAST_PHILOX_STATE_H

#include "CPhilox.h"

enum { block_bits = 10, process_bits = 16, words_in_block = 4, rounds = 10, lanes = 8 };

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

// Fills `words` with the next block.
void storecast_philox_refill(philox_state *state);

static inline uint32_t next_word(philox_state *state) {
  if (state->used == words_in_block) storecast_philox_refill(state);
  return state->words[state->used++];
}

static inline double unit_interval(uint64_t high, uint64_t low) {
  const uint64_t bits = (high << 20) | (low >> 12);
  return ((double)bits + 0.5) * 0x1.0p-52;
}

static inline double next_uniform(philox_state *state) {
  const uint64_t high = next_word(state);
  const uint64_t low = next_word(state);
  return unit_interval(high, low);
}

#endif
