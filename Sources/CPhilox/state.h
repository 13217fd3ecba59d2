#ifndef STORECAST_PHILOX_STATE_H
#define STORECAST_PHILOX_STATE_H

#include "CPhilox.h"

enum { block_bits = 10, process_bits = 16, words_in_block = 4, rounds = 10, lanes = 8 };

// Blocks side by side: word w of block b stands at [w][b].
typedef uint32_t philox_blocks[words_in_block][lanes];

// The first block of a call on the day that is lived, computed before anybody asks.
typedef struct {
  uint32_t call, process;
  // The days, by ``philox_state.lived``, for which it was computed and on which it was asked for last.
  uint32_t computed, asked;
  uint32_t words[words_in_block];
} foretold_block;

enum { foretold_bits = 10, foretold_slots = 1 << foretold_bits };

typedef struct {
  uint32_t key[2];
  // Of the next block.
  uint32_t counter[4];
  philox_blocks words;
  // Words taken from `words`, and those that stand there.
  uint32_t used;
  uint32_t filled;
  // The first blocks of `ahead_count` calls from `ahead_call` on, at this day, process and replication.
  philox_blocks ahead;
  uint32_t ahead_call;
  uint32_t ahead_count;
  // The day that is lived, its replication, and its number, from 1 on; 0 before the first.
  uint32_t day, replication, lived;
  // First blocks by a hash of their address, and the places of those that were asked for on this day.
  foretold_block foretold[foretold_slots];
  uint16_t asked[foretold_slots];
  uint32_t asked_count;
} philox_state;

// Puts the next words into `words`.
void storecast_philox_refill(philox_state *state);

static inline uint32_t next_word(philox_state *state) {
  if (state->used == state->filled) storecast_philox_refill(state);
  const uint32_t word = state->used++;
  return state->words[word % words_in_block][word / words_in_block];
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
