"""Messages of EIP-191, signed by eth-account."""

from eth_account import Account
from eth_account.messages import encode_defunct

import randoms


def case(random):
    """One message, text or not, with its key and its signature."""
    if random.random() < 0.5:
        message = randoms.text(random, 120).encode()
    else:
        message = randoms.octets(random, 400)
    key = randoms.key(random)
    signed = Account.sign_message(encode_defunct(primitive=message), key)
    return {
        "message": randoms.hexed(message),
        "key": key.hex(),
        "hash": randoms.hexed(signed.message_hash),
        "signature": randoms.hexed(signed.signature),
        "signer": Account.from_key(key).address,
    }
