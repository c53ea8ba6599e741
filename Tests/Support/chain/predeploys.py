"""Contracts that some chains have from the first block on."""

# Chains of the OP stack whose fee for publishing a transaction on Ethereum is told by a contract: Optimism and Base.
WITH_PUBLISHING_FEE = {10, 8_453}
ORACLE = bytes.fromhex("420000000000000000000000000000000000000f")
PUBLISHING_FEE = 10**12


def genesis_contracts(chain_id):
    """The code of each, by its address. The fee is told and not taken: a transaction costs its gas alone."""
    if chain_id not in WITH_PUBLISHING_FEE:
        return {}
    # PUSH32 the fee, PUSH0, MSTORE, PUSH1 32, PUSH0, RETURN: the same answer to every call.
    return {ORACLE: b"\x7f" + PUBLISHING_FEE.to_bytes(32, "big") + bytes.fromhex("5f5260205ff3")}
