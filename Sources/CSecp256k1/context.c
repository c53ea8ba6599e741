#include "CSecp256k1.h"

secp256k1_context *ai1_secp256k1_context(const unsigned char *seed32) {
    secp256k1_context *context = secp256k1_context_create(SECP256K1_CONTEXT_SIGN | SECP256K1_CONTEXT_VERIFY);
    if (context == NULL) return NULL;
    if (!secp256k1_context_randomize(context, seed32)) {
        secp256k1_context_destroy(context);
        return NULL;
    }
    return context;
}

void ai1_secp256k1_serialize(
    const secp256k1_context *context, const secp256k1_pubkey *key, int compressed, unsigned char *output) {
    size_t length = compressed ? 33 : 65;
    secp256k1_ec_pubkey_serialize(
        context, output, &length, key, compressed ? SECP256K1_EC_COMPRESSED : SECP256K1_EC_UNCOMPRESSED);
}
