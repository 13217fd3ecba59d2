#include "state.h"

#include <stdlib.h>
#include <string.h>

void storecast_philox_block(const uint32_t counter[4], const uint32_t key[2], uint32_t block[4]) {
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

// Counters of blocks side by side: word w of block b stands at [w][b], in 64 bits whose lower half counts,
// since that is what a wide multiplication reads.
typedef uint64_t philox_counters[words_in_block][lanes];

// Blocks do not wait for one another and fit into wide registers: eight of them take little longer than one.
static inline __attribute__((always_inline)) void
turn_blocks(philox_counters c, const uint32_t key[2], philox_blocks words) {
  uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < rounds; round++) {
    for (uint32_t lane = 0; lane < lanes; lane++) {
      const uint64_t p0 = 0xD2511F53u * (c[0][lane] & UINT32_MAX);
      const uint64_t p1 = 0xCD9E8D57u * (c[2][lane] & UINT32_MAX);
      c[0][lane] = (p1 >> 32) ^ c[1][lane] ^ k0;
      c[1][lane] = p1;
      c[2][lane] = (p0 >> 32) ^ c[3][lane] ^ k1;
      c[3][lane] = p0;
    }
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  for (uint32_t lane = 0; lane < lanes; lane++) {
    for (int word = 0; word < words_in_block; word++) words[word][lane] = (uint32_t)c[word][lane];
  }
}

// Blocks whose counters differ in their first word, by `step`.
__attribute__((target_clones("avx2", "default"))) static void
eight_blocks(const philox_state *state, uint32_t step, philox_blocks words) {
  philox_counters c;
  for (uint32_t lane = 0; lane < lanes; lane++) {
    c[0][lane] = state->counter[0] + lane * step;
    c[1][lane] = state->counter[1];
    c[2][lane] = state->counter[2];
    c[3][lane] = state->counter[3];
  }
  turn_blocks(c, state->key, words);
}

// First blocks, on the day that is lived, of the calls at some places of the table.
__attribute__((target_clones("avx2", "default"))) static void
foretell_eight(philox_state *state, const uint16_t places[lanes]) {
  philox_counters c;
  philox_blocks words;
  for (uint32_t lane = 0; lane < lanes; lane++) {
    const foretold_block *block = &state->foretold[places[lane]];
    c[0][lane] = block->call << block_bits;
    c[1][lane] = state->day;
    c[2][lane] = block->process;
    c[3][lane] = state->replication;
  }
  turn_blocks(c, state->key, words);
  for (uint32_t lane = 0; lane < lanes; lane++) {
    foretold_block *block = &state->foretold[places[lane]];
    block->computed = state->lived;
    for (int word = 0; word < words_in_block; word++) block->words[word] = words[word][lane];
  }
}

void storecast_philox_live(gsl_rng *rng, uint32_t day, uint32_t replication) {
  philox_state *state = rng->state;
  state->day = day;
  state->replication = replication;
  if (++state->lived == 0) {
    // Numbers begin anew, so that what is left of the old ones must not be found.
    memset(state->foretold, 0, sizeof state->foretold);
    state->asked_count = 0;
    state->lived = 1;
  }
  for (uint32_t first = 0; first < state->asked_count; first += lanes) {
    uint16_t places[lanes];
    for (uint32_t lane = 0; lane < lanes; lane++) {
      const uint32_t index = first + lane < state->asked_count ? first + lane : first;
      places[lane] = state->asked[index];
    }
    foretell_eight(state, places);
  }
  state->asked_count = 0;
}

static uint32_t next_block(const philox_state *state) {
  return state->counter[0] & ((1u << block_bits) - 1);
}

// Computes the first block of a call, with those of the next calls, by which it is mostly followed.
static void compute_first_block(philox_state *state, uint32_t call, uint32_t words[words_in_block]) {
  uint32_t lane = call - state->ahead_call;
  if (lane >= state->ahead_count) {
    eight_blocks(state, 1u << block_bits, state->ahead);
    state->ahead_call = call;
    state->ahead_count = lanes;
    lane = 0;
  }
  for (int word = 0; word < words_in_block; word++) words[word] = state->ahead[word][lane];
}

// Takes the first block of a call: on the day that is lived, from the foretold ones, where each day finds
// what the day before has asked for.
static void take_first_block(philox_state *state, uint32_t words[words_in_block]) {
  const uint32_t call = state->counter[0] >> block_bits, process = state->counter[2];
  if (state->lived == 0 || state->counter[1] != state->day || state->counter[3] != state->replication) {
    compute_first_block(state, call, words);
    return;
  }
  const uint32_t place = (call * 0x9E3779B1u ^ process * 0x85EBCA6Bu) >> (32 - foretold_bits);
  foretold_block *block = &state->foretold[place];
  if (block->computed != state->lived || block->call != call || block->process != process) {
    block->call = call;
    block->process = process;
    block->computed = state->lived;
    compute_first_block(state, call, block->words);
  }
  if (block->asked != state->lived) {
    block->asked = state->lived;
    state->asked[state->asked_count++] = (uint16_t)place;
  }
  for (int word = 0; word < words_in_block; word++) words[word] = block->words[word];
}

void storecast_philox_refill(philox_state *state) {
  const uint32_t block = next_block(state);
  uint32_t blocks = 1;
  if (block == 0 && state->counter[2] >> process_bits == 0) {
    uint32_t words[words_in_block];
    take_first_block(state, words);
    for (int word = 0; word < words_in_block; word++) state->words[word][0] = words[word];
  } else if (block > 1 && block + lanes <= 1u << block_bits) {
    eight_blocks(state, 1, state->words);
    blocks = lanes;
  } else {
    // Who asks for a second block, a rejection mostly, seldom asks for more.
    uint32_t words[words_in_block];
    storecast_philox_block(state->counter, state->key, words);
    for (int word = 0; word < words_in_block; word++) state->words[word][0] = words[word];
  }
  state->used = 0;
  state->filled = blocks * words_in_block;
  state->counter[0] += blocks;
  if (next_block(state) != 0) return;
  // The blocks of this call are used up: go on where no process number can reach.
  state->counter[0] -= 1u << block_bits;
  state->counter[2] += 1u << process_bits;
  // 2^28 words at one position: repeating them in silence would be worse than stopping.
  if ((state->counter[2] >> process_bits) == 0) abort();
}

static void set(void *untyped, unsigned long seed) {
  philox_state *state = untyped;
  memset(state, 0, sizeof *state);
  state->key[0] = (uint32_t)seed;
  state->key[1] = (uint32_t)((uint64_t)seed >> 32);
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

void storecast_philox_seek(gsl_rng *rng, uint32_t call, uint32_t day, uint32_t process,
                           uint32_t replication) {
  philox_state *state = rng->state;
  if (state->counter[1] != day || state->counter[2] != process ||
      state->counter[3] != replication) {
    state->counter[1] = day;
    state->counter[2] = process;
    state->counter[3] = replication;
    state->ahead_count = 0;
  }
  state->counter[0] = call << block_bits;
  state->used = state->filled;
}

// Sixteen uniforms from eight blocks; each has its bits put behind those of 1 and the 1 taken away.
__attribute__((target_clones("avx2", "default"))) static void
sixteen_uniforms(philox_blocks words, double uniforms[2 * lanes]) {
  for (int lane = 0; lane < lanes; lane++) {
    for (int half = 0; half < 2; half++) {
      const uint64_t high = words[2 * half][lane];
      const uint64_t bits = UINT64_C(0x3FF) << 52 | high << 20 | words[2 * half + 1][lane] >> 12;
      double one_to_two;
      memcpy(&one_to_two, &bits, sizeof bits);
      uniforms[2 * lane + half] = one_to_two - (1 - 0x1.0p-53);
    }
  }
}

void storecast_philox_uniforms(gsl_rng *rng, double *uniforms, size_t count) {
  philox_state *state = rng->state;
  size_t done = 0;
  while (done < count) {
    // The last blocks of a call are left to refill, which knows what comes after them.
    if (count - done < 4 || state->used != state->filled ||
        next_block(state) + lanes >= 1u << block_bits) {
      uniforms[done++] = next_uniform(state);
      continue;
    }
    philox_blocks words;
    double drawn[2 * lanes];
    eight_blocks(state, 1, words);
    sixteen_uniforms(words, drawn);
    const size_t blocks = count - done < 2 * lanes ? (count - done) / 2 : lanes;
    memcpy(uniforms + done, drawn, 2 * blocks * sizeof *drawn);
    done += 2 * blocks;
    state->counter[0] += (uint32_t)blocks;
  }
}
