#include "CKeccak.h"

#include <cryptopp/keccak.h>
#include <cryptopp/ripemd.h>

// Crypto++ wipes its own state when an object ends.
void ai1_keccak256(const uint8_t *data, size_t count, uint8_t *output32) {
    CryptoPP::Keccak_256 hash;
    hash.Update(data, count);
    hash.Final(output32);
}

void ai1_keccak256_joined(
    const uint8_t *first, size_t first_count, const uint8_t *second, size_t second_count, uint8_t *output32) {
    CryptoPP::Keccak_256 hash;
    hash.Update(first, first_count);
    hash.Update(second, second_count);
    hash.Final(output32);
}

void ai1_ripemd160(const uint8_t *data, size_t count, uint8_t *output20) {
    CryptoPP::RIPEMD160 hash;
    hash.Update(data, count);
    hash.Final(output20);
}
