"""Typed data of EIP-712 with random structures, signed by eth-account."""

import json

from eth_account import Account
from eth_account.messages import encode_typed_data

import randoms

LARGEST_PLAIN_NUMBER = 2**53
# The order in which EIP-712 lists what a domain may have.
DOMAIN = [
    ("name", "string"),
    ("version", "string"),
    ("chainId", "uint256"),
    ("verifyingContract", "address"),
    ("salt", "bytes32"),
]


def elementary(random):
    """The name of a type that is no structure."""
    bits = 8 * random.randint(1, 32)
    return random.choice(
        ["address", "bool", "string", "bytes", f"uint{bits}", f"int{bits}", f"bytes{bits // 8}", "uint256", "bytes32"]
    )


def arrayed(random, name):
    """A type, or an array of it with one or two dimensions, fixed or not."""
    for _ in range(random.choice([0, 0, 0, 1, 1, 2])):
        name += random.choice(["[]", f"[{random.randint(1, 3)}]"])
    return name


def structures(random):
    """Types of which the first refers to all others, straight or through others."""
    count = random.choice([1, 2, 2, 3, 4])
    names = [random.choice("ABXYZabz_") + f"{random.choice(['', 'Kind', '$'])}{index}" for index in range(count)]
    types = {
        name: [arrayed(random, elementary(random)) for _ in range(random.randint(0 if index else 1, 5))]
        for index, name in enumerate(names)
    }
    for index in range(1, count):
        user = names[random.randrange(index)]
        types[user].insert(random.randint(0, len(types[user])), arrayed(random, names[index]))
    if random.random() < 0.1:
        types[names[-1]].append(names[-1] + "[]")
    return names[0], {
        name: [{"name": f"{random.choice('abcxyz')}{place}", "type": kind} for place, kind in enumerate(members)]
        for name, members in types.items()
    }


def value(random, kind, types, depth=0):
    """A random value of a type in JSON."""
    if kind.endswith("]"):
        inner, _, size = kind[:-1].rpartition("[")
        # A structure that holds an array of its own kind must end somewhere.
        count = int(size) if size else (0 if depth > 3 else random.randint(0, 3))
        return [value(random, inner, types, depth + 1) for _ in range(count)]
    if kind in types:
        return {member["name"]: value(random, member["type"], types, depth + 1) for member in types[kind]}
    if kind == "address":
        return randoms.address(random)
    if kind == "bool":
        return random.random() < 0.5
    if kind == "string":
        return randoms.text(random, 40)
    if kind == "bytes":
        return randoms.hexed(randoms.octets(random, 80))
    if kind.startswith("bytes"):
        return randoms.hexed(random.randbytes(int(kind[5:])))
    if kind.startswith("uint"):
        return spelled(random, randoms.number(random, int(kind[4:])))
    bits = int(kind[3:])
    return spelled(random, randoms.number(random, bits - 1) * random.choice([1, -1]) - random.choice([0, 0, 1]))


def domain_value(random, name, kind):
    """A random value of the domain. A chain id is a number of at most 64 bits, as in transactions."""
    return spelled(random, randoms.number(random, 64)) if name == "chainId" else value(random, kind, {})


def spelled(random, number):
    """A number as wallets meet it: plain, as decimal text, or as hex text."""
    if abs(number) < LARGEST_PLAIN_NUMBER and random.random() < 0.5:
        return number
    return str(number) if number < 0 or random.random() < 0.7 else hex(number)


def case(random):
    """One document with its key, its hash and its signature."""
    primary, types = structures(random)
    domain = [each for each in DOMAIN if random.random() < 0.7] or DOMAIN[:1]
    document = {
        "types": {"EIP712Domain": [{"name": name, "type": kind} for name, kind in domain]} | types,
        "primaryType": primary,
        "domain": {name: domain_value(random, name, kind) for name, kind in domain},
        "message": value(random, primary, types),
    }
    key = randoms.key(random)
    # What eth-account reads has been written and read, as what the wallet reads.
    signed = Account.sign_message(encode_typed_data(full_message=json.loads(json.dumps(document))), key)
    return {
        "document": document,
        "key": key.hex(),
        "hash": randoms.hexed(signed.message_hash),
        "signature": randoms.hexed(signed.signature),
    }
