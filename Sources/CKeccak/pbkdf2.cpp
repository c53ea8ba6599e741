#include "CKeccak.h"

#include <cryptopp/pwdbased.h>
#include <cryptopp/sha.h>

namespace {

template <class Hash>
int derive(
    const uint8_t *password, size_t password_count, const uint8_t *salt, size_t salt_count, uint32_t rounds,
    uint8_t *output, size_t output_count) {
    // Nothing of C++ may be thrown through Swift.
    try {
        CryptoPP::PKCS5_PBKDF2_HMAC<Hash>().DeriveKey(
            output, output_count, 0, password, password_count, salt, salt_count, rounds);
        return 1;
    } catch (...) {
        return 0;
    }
}

}  // namespace

int ai1_pbkdf2_sha256(
    const uint8_t *password, size_t password_count, const uint8_t *salt, size_t salt_count, uint32_t rounds,
    uint8_t *output, size_t output_count) {
    return derive<CryptoPP::SHA256>(password, password_count, salt, salt_count, rounds, output, output_count);
}

int ai1_pbkdf2_sha512(
    const uint8_t *password, size_t password_count, const uint8_t *salt, size_t salt_count, uint32_t rounds,
    uint8_t *output, size_t output_count) {
    return derive<CryptoPP::SHA512>(password, password_count, salt, salt_count, rounds, output, output_count);
}
