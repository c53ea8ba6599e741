"""Random values that like the edges."""

from eth_utils import to_checksum_address

ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
# Ranges of characters whose encodings differ: ASCII, Latin, Greek, combining marks, CJK, bidi controls, emoji.
ALPHABETS = [
    (0x20, 0x7E),
    (0xA1, 0x17F),
    (0x370, 0x3FF),
    (0x300, 0x36F),
    (0x4E00, 0x9FFF),
    (0x200B, 0x202E),
    (0x1F300, 0x1F6FF),
]


def hexed(octets):
    """Octets as 0x-hex."""
    return "0x" + bytes(octets).hex()


def number(random, bits):
    """A number below 2^bits, of any length and often at an edge."""
    chance = random.random()
    if chance < 0.1:
        return 0
    if chance < 0.2:
        return 2**bits - 1
    if chance < 0.3:
        return min(2**bits - 1, 2 ** random.randrange(bits) + random.choice([-1, 0]))
    return random.getrandbits(random.randint(1, bits))


def octets(random, largest):
    """Octets of a length up to a largest one, often short."""
    length = random.choice([0, 1, 31, 32, 33, 55, 56, random.randint(0, largest)])
    return random.randbytes(min(length, largest))


def address(random):
    """An address in the form of EIP-55, rarely the zero one."""
    return to_checksum_address(bytes(20) if random.random() < 0.05 else random.randbytes(20))


def key(random):
    """A private key: 32 octets."""
    chance = random.random()
    if chance < 0.01:
        return (1).to_bytes(32, "big")
    if chance < 0.02:
        return (ORDER - 1).to_bytes(32, "big")
    return random.randrange(1, ORDER).to_bytes(32, "big")


def text(random, longest):
    """Text of many scripts."""
    count = random.randint(0, longest)
    return "".join(chr(random.randint(*random.choice(ALPHABETS))) for _ in range(count))
