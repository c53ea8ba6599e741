"""Values of the contract interface, encoded by eth_abi."""

from eth_abi import encode

import randoms


def kind(random, depth=0):
    """The name of a type, with arrays and tuples in one another."""
    chance = random.random()
    if depth < 3 and chance < 0.25:
        return kind(random, depth + 1) + random.choice(["[]", "[]", f"[{random.randint(1, 3)}]"])
    if depth < 3 and chance < 0.4:
        return "(" + ",".join(kind(random, depth + 1) for _ in range(random.randint(1, 4))) + ")"
    bits = 8 * random.randint(1, 32)
    return random.choice(["address", "bool", "string", "bytes", f"uint{bits}", f"int{bits}", f"bytes{bits // 8}"])


def split(members):
    """The types of a tuple's inside."""
    parts, depth, start = [], 0, 0
    for place, character in enumerate(members):
        depth += (character == "(") - (character == ")")
        if character == "," and not depth:
            parts.append(members[start:place])
            start = place + 1
    return parts + [members[start:]]


def value(random, name):
    """A random value: what eth_abi takes, and the same in JSON."""
    if name.endswith("]"):
        inner, _, size = name[:-1].rpartition("[")
        pairs = [value(random, inner) for _ in range(int(size) if size else random.randint(0, 4))]
        return [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    if name.startswith("("):
        pairs = [value(random, each) for each in split(name[1:-1])]
        return tuple(pair[0] for pair in pairs), [pair[1] for pair in pairs]
    if name == "address":
        address = randoms.address(random)
        return address, address
    if name == "bool":
        truth = random.random() < 0.5
        return truth, truth
    if name == "string":
        text = randoms.text(random, 60)
        return text, text
    if name.startswith("bytes"):
        octets = randoms.octets(random, 100) if name == "bytes" else random.randbytes(int(name[5:]))
        return octets, randoms.hexed(octets)
    if name.startswith("uint"):
        number = randoms.number(random, int(name[4:]))
    else:
        number = randoms.number(random, int(name[3:]) - 1) * random.choice([1, -1]) - random.choice([0, 0, 1])
        number = max(number, -(2 ** (int(name[3:]) - 1)))
    return number, str(number)


def case(random):
    """One list of types with values and their encoding."""
    names = [kind(random) for _ in range(random.randint(1, 5))]
    pairs = [value(random, name) for name in names]
    return {
        "types": names,
        "values": [pair[1] for pair in pairs],
        "encoded": randoms.hexed(encode(names, [pair[0] for pair in pairs])),
    }
