"""Keystores and mnemonics, as eth-account makes and derives them."""

from eth_account import Account
from eth_account.hdaccount import Mnemonic

import randoms

Account.enable_unaudited_hdwallet_features()
ENTROPY_OCTETS = [16, 20, 24, 28, 32]
# Cheap ones: what is tested is the format. n of scrypt, c of PBKDF2.
COSTS = [("scrypt", 2**10), ("scrypt", 2**12), ("pbkdf2", 1_000), ("pbkdf2", 20_000)]


def keystore(random):
    """One encrypted key with its password."""
    kdf, cost = random.choice(COSTS)
    password = random.choice([randoms.text(random, 20), f"pass {random.getrandbits(40)}"]) or "x"
    key = randoms.key(random)
    return {
        "keystore": Account.encrypt(key, password, kdf=kdf, iterations=cost),
        "password": password,
        "key": key.hex(),
        "address": Account.from_key(key).address,
    }


def mnemonic(random):
    """One mnemonic with a passphrase, a path and the key there."""
    words = Mnemonic().to_mnemonic(random.randbytes(random.choice(ENTROPY_OCTETS)))
    passphrase = random.choice(["", "", "TREZOR", randoms.text(random, 12)])
    account, index = random.choice([0, 1, 2**31 - 1]), random.choice([0, 1, 7, random.getrandbits(31)])
    path = f"m/44'/60'/{account}'/0/{index}"
    made = Account.from_mnemonic(words, passphrase=passphrase, account_path=path)
    return {
        "words": words,
        "passphrase": passphrase,
        "path": path,
        "key": bytes(made.key).hex(),
        "address": made.address,
    }
