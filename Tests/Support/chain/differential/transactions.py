"""Signed transactions of types 0, 1 and 2, as eth-account makes them."""

from eth_account import Account

import randoms

# EIP-2294: 2 · chain id + 36 must fit 64 bits for a legacy signature.
LARGEST_LEGACY_CHAIN = (2**64 - 1 - 36) // 2
LARGEST_NONCE = 2**64 - 2
EDGES = [1, 5, 127, 128, 31337, 2**47 - 1, 2**32]


def chain_id(random, kind):
    """A chain id of up to 47 bits, or one at an edge."""
    chance = random.random()
    if chance < 0.1:
        return LARGEST_LEGACY_CHAIN if kind == 0 else 2**64 - 1
    if chance < 0.4:
        return random.choice(EDGES)
    return max(1, random.getrandbits(random.randint(1, 47)))


def access_list(random):
    """An access list."""
    return [
        {
            "address": randoms.address(random),
            "storageKeys": [randoms.hexed(random.randbytes(32)) for _ in range(random.randint(0, 3))],
        }
        for _ in range(random.choice([0, 0, 1, 1, 2, 5]))
    ]


def case(random):
    """One transaction with its key and what it is signed to."""
    kind = random.choice([0, 1, 2])
    creates = random.random() < 0.1
    data = randoms.octets(random, 600)
    fields = {
        "chainId": chain_id(random, kind),
        "nonce": min(randoms.number(random, 64), LARGEST_NONCE),
        "gas": randoms.number(random, 64),
        "value": randoms.number(random, 256),
        "data": randoms.hexed(data or (b"\xfe" if creates else b"")),
    }
    if not creates:
        fields["to"] = randoms.address(random)
    if kind == 2:
        fields["maxFeePerGas"] = randoms.number(random, 256)
        fields["maxPriorityFeePerGas"] = random.choice([0, fields["maxFeePerGas"], fields["maxFeePerGas"] // 3])
    else:
        fields["gasPrice"] = randoms.number(random, 256)
    if kind:
        fields |= {"type": kind, "accessList": access_list(random)}
    key = randoms.key(random)
    signed = Account.sign_transaction(fields, key)
    numbers = {name: hex(value) for name, value in fields.items() if isinstance(value, int)}
    return fields | numbers | {
        "type": kind,
        "key": key.hex(),
        "raw": randoms.hexed(signed.raw_transaction),
        "hash": randoms.hexed(signed.hash),
        "sender": Account.from_key(key).address,
    }
