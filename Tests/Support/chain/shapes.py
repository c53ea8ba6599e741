"""Values of the chain in the forms that JSON-RPC gives them."""

from eth_utils import to_checksum_address

from failures import RPCError

INVALID_PARAMETERS = -32602


def octets(value):
    """Octets as 0x-hex."""
    return "0x" + bytes(value).hex()


def number(text):
    """A number from its JSON form: 0x-hex, or a plain integer."""
    try:
        return int(text, 16) if isinstance(text, str) else int(text)
    except (TypeError, ValueError):
        raise RPCError(f"invalid argument: {text!r} is no number", INVALID_PARAMETERS) from None


def data(text, count=None):
    """Octets from 0x-hex, exactly `count` of them when that is given."""
    try:
        if not text.startswith("0x"):
            raise ValueError
        value = bytes.fromhex(text[2:])
    except (AttributeError, ValueError):
        raise RPCError(f"invalid argument: {text!r} is no hex data", INVALID_PARAMETERS) from None
    if count is not None and len(value) != count:
        raise RPCError(f"invalid argument: want {count} octets, have {len(value)}", INVALID_PARAMETERS)
    return value


def block_shape(mined, whole):
    """A block with its transactions, or with their hashes only."""
    header = mined.header
    return {
        "number": hex(header.block_number),
        "hash": octets(header.hash),
        "parentHash": octets(header.parent_hash),
        "timestamp": hex(header.timestamp),
        "gasLimit": hex(header.gas_limit),
        "gasUsed": hex(header.gas_used),
        "baseFeePerGas": hex(header.base_fee_per_gas),
        "miner": octets(header.coinbase),
        "difficulty": hex(header.difficulty),
        "extraData": octets(header.extra_data),
        "mixHash": octets(header.mix_hash),
        "nonce": octets(header.nonce),
        "stateRoot": octets(header.state_root),
        "transactionsRoot": octets(header.transaction_root),
        "receiptsRoot": octets(header.receipt_root),
        "logsBloom": octets(header.bloom.to_bytes(256, "big")),
        "sha3Uncles": octets(header.uncles_hash),
        "uncles": [],
        "transactions": [
            transaction_shape(entry, mined, index) if whole else entry.hash
            for index, entry in enumerate(mined.entries)
        ],
    }


def transaction_shape(entry, mined=None, index=None):
    """A transaction, of a block or still waiting."""
    tx = entry.transaction
    shape = {
        "hash": entry.hash,
        "type": hex(entry.kind),
        "from": octets(entry.sender),
        "to": octets(tx.to) if tx.to else None,
        "nonce": hex(tx.nonce),
        "gas": hex(tx.gas),
        "value": hex(tx.value),
        "input": octets(tx.data),
        "r": hex(tx.r),
        "s": hex(tx.s),
        "blockHash": octets(mined.header.hash) if mined else None,
        "blockNumber": hex(mined.header.block_number) if mined else None,
        "transactionIndex": hex(index) if mined else None,
        "gasPrice": hex(entry.price(mined.header.base_fee_per_gas) if mined else entry.cap),
    }
    if entry.kind == 0:
        return shape | {"v": hex(tx.v), "chainId": hex(entry.chain_id)}
    shape |= {"chainId": hex(entry.chain_id), "yParity": hex(tx.y_parity), "v": hex(tx.y_parity)}
    shape["accessList"] = [
        {"address": octets(item[0]), "storageKeys": [octets(key.to_bytes(32, "big")) for key in item[1]]}
        for item in tx.access_list
    ]
    if entry.kind == 2:
        shape |= {"maxFeePerGas": hex(entry.cap), "maxPriorityFeePerGas": hex(entry.tip)}
    return shape


def receipt_shape(mined, index):
    """The receipt of a mined transaction."""
    entry, receipt = mined.entries[index], mined.receipts[index]
    before = mined.receipts[index - 1].gas_used if index else 0
    return {
        "transactionHash": entry.hash,
        "transactionIndex": hex(index),
        "blockHash": octets(mined.header.hash),
        "blockNumber": hex(mined.header.block_number),
        "from": octets(entry.sender),
        "to": octets(entry.transaction.to) if entry.transaction.to else None,
        "type": hex(entry.kind),
        "status": "0x1" if mined.succeeded[index] else "0x0",
        "gasUsed": hex(receipt.gas_used - before),
        "cumulativeGasUsed": hex(receipt.gas_used),
        "effectiveGasPrice": hex(entry.price(mined.header.base_fee_per_gas)),
        "contractAddress": octets(entry.created) if not entry.transaction.to else None,
        "logsBloom": octets(receipt.bloom.to_bytes(256, "big")),
        "logs": [shape for place, shape in log_shapes(mined) if place == index],
    }


def log_shapes(mined):
    """The events of a block, each with the place of its transaction."""
    position = 0
    for index, receipt in enumerate(mined.receipts):
        for log in receipt.logs:
            yield index, {
                "address": octets(log.address),
                "topics": [octets(topic.to_bytes(32, "big")) for topic in log.topics],
                "data": octets(log.data),
                "blockNumber": hex(mined.header.block_number),
                "blockHash": octets(mined.header.hash),
                "transactionHash": mined.entries[index].hash,
                "transactionIndex": hex(index),
                "logIndex": hex(position),
                "removed": False,
            }
            position += 1


def checksummed(address):
    """An address in the form of EIP-55."""
    return to_checksum_address(address)
