// Crypto++'s Keccak-256, the hash of Ethereum (not SHA3-256: the padding differs), and RIPEMD-160.
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#pragma clang assume_nonnull begin

/// Keccak-256 of one piece of data. `data` may be null when `count` is 0.
void ai1_keccak256(const uint8_t *_Nullable data, size_t count, uint8_t *output32);

/// Keccak-256 of two pieces, one behind the other.
void ai1_keccak256_joined(
    const uint8_t *_Nullable first, size_t first_count, const uint8_t *_Nullable second, size_t second_count,
    uint8_t *output32);

/// RIPEMD-160.
void ai1_ripemd160(const uint8_t *_Nullable data, size_t count, uint8_t *output20);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
