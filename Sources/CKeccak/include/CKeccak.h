// Crypto++'s Keccak-256, the hash of Ethereum (not SHA3-256: the padding differs), RIPEMD-160 and PBKDF2.
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

/// PBKDF2 with HMAC-SHA-256 (RFC 8018), written straight into the caller's memory; Crypto++ wipes what it held itself.
/// 0 when memory is short.
int ai1_pbkdf2_sha256(
    const uint8_t *password, size_t password_count, const uint8_t *salt, size_t salt_count, uint32_t rounds,
    uint8_t *output, size_t output_count);

/// PBKDF2 with HMAC-SHA-512; otherwise the same.
int ai1_pbkdf2_sha512(
    const uint8_t *password, size_t password_count, const uint8_t *salt, size_t salt_count, uint32_t rounds,
    uint8_t *output, size_t output_count);

#pragma clang assume_nonnull end
#ifdef __cplusplus
}
#endif
