// libsecp256k1 with its recovery module, and what its macros hide from Swift.
#pragma once

#include <secp256k1.h>
#include <secp256k1_recovery.h>
#include <stddef.h>

#pragma clang assume_nonnull begin

/// A context for signing and verifying, its side-channel protection seeded with 32 octets of the system's randomness;
/// null when memory is short.
secp256k1_context *_Nullable ai1_secp256k1_context(const unsigned char *seed32);

/// Serialises a public key: 33 octets compressed, 65 otherwise. Cannot fail for a key that was parsed or made.
void ai1_secp256k1_serialize(
    const secp256k1_context *context, const secp256k1_pubkey *key, int compressed, unsigned char *output);

#pragma clang assume_nonnull end
