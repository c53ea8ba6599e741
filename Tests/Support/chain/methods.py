"""The methods that every node has."""

import shapes
from failures import RPCError

GWEI = 10**9
MAXIMUM_HISTORY = 1_024
MAXIMUM_LOGS = 10_000


def block_shape(node, name, whole):
    """A block, or null."""
    mined = node.block(name)
    return shapes.block_shape(mined, bool(whole)) if mined else None


def transaction_count(node, address, name="latest"):
    """The next nonce of an account, with what waits in the pool for `pending`."""
    address = shapes.data(address, 20)
    if name == "pending":
        return hex(node.pool.next_nonce(address, node.evm.state()))
    return hex(node.state(name).get_nonce(address))


def transaction_by_hash(node, text):
    """A transaction of a block or of the pool, or null."""
    if text in node.places:
        mined, index = node.places[text]
        return shapes.transaction_shape(mined.entries[index], mined, index)
    entry = node.pool.by_hash.get(text)
    return shapes.transaction_shape(entry) if entry else None


def receipt(node, text):
    """The receipt of a mined transaction, or null."""
    place = node.places.get(text)
    return shapes.receipt_shape(*place) if place else None


def storage_at(node, address, slot, name="latest"):
    """A storage word."""
    value = node.state(name).get_storage(shapes.data(address, 20), shapes.number(slot))
    return shapes.octets(value.to_bytes(32, "big"))


def fee_history(node, count, newest="latest", percentiles=None):
    """Base fees, fullness and tips of the last blocks, and the base fee of the next one."""
    last = node.block(newest)
    if last is None:
        raise RPCError("request beyond head block")
    count = min(shapes.number(count), MAXIMUM_HISTORY)
    end = last.header.block_number + 1
    blocks = node.evm.blocks[max(0, end - count) : end]
    following = node.evm.blocks[end].header if end < len(node.evm.blocks) else node.evm.pending_header()
    history = {
        "oldestBlock": hex(blocks[0].header.block_number if blocks else 0),
        "baseFeePerGas": [hex(mined.header.base_fee_per_gas) for mined in blocks]
        + [hex(following.base_fee_per_gas)],
        "gasUsedRatio": [mined.header.gas_used / mined.header.gas_limit for mined in blocks],
    }
    if percentiles:
        history["reward"] = [[hex(tip) for tip in tips(mined, percentiles)] for mined in blocks]
    return history


def tips(mined, percentiles):
    """The tips at some percentiles of a block's gas; zeros for an empty block."""
    fee, before, paid = mined.header.base_fee_per_gas, 0, []
    for entry, made in zip(mined.entries, mined.receipts):
        paid.append((entry.price(fee) - fee, made.gas_used - before))
        before = made.gas_used
    paid.sort()
    found = []
    for percentile in percentiles:
        threshold, reached, tip = before * percentile / 100, 0, 0
        for tip, gas in paid:
            reached += gas
            if reached >= threshold:
                break
        found.append(tip)
    return found


def call(node, fields, name="latest"):
    """What a call returns."""
    mined = node.block(name)
    if mined is None:
        raise RPCError("header not found")
    return shapes.octets(node.evm.call(node.parsed(fields), mined))


def logs(node, fields):
    """The events of a range of blocks that fit a filter."""
    if fields.get("blockHash"):
        mined = node.block(fields["blockHash"])
        if mined is None:
            raise RPCError("unknown block")
        blocks = [mined]
    else:
        first, last = node.block(fields.get("fromBlock")), node.block(fields.get("toBlock"))
        start = first.header.block_number if first else len(node.evm.blocks)
        end = last.header.block_number if last else len(node.evm.blocks) - 1
        blocks = node.evm.blocks[start : end + 1]
    found = [shape for mined in blocks for _, shape in shapes.log_shapes(mined) if fits(shape, fields)]
    if len(found) > MAXIMUM_LOGS:
        raise RPCError(f"query returned more than {MAXIMUM_LOGS} results")
    return found


def fits(shape, fields):
    """Whether an event fits the addresses and topics of a filter."""
    wanted = fields.get("address")
    addresses = [wanted] if isinstance(wanted, str) else wanted
    if addresses and shape["address"] not in [address.lower() for address in addresses]:
        return False
    topics = fields.get("topics") or []
    if len(topics) > len(shape["topics"]):
        return False
    for want, have in zip(topics, shape["topics"]):
        choices = [want] if isinstance(want, str) else want
        if choices and have not in [choice.lower() for choice in choices]:
            return False
    return True


METHODS = {
    "eth_chainId": lambda node: hex(node.chain_id),
    "net_version": lambda node: str(node.chain_id),
    "web3_clientVersion": lambda node: "ai1-test-chain/1",
    "eth_syncing": lambda node: False,
    "eth_accounts": lambda node: [shapes.checksummed(address) for address in node.accounts],
    "eth_blockNumber": lambda node: hex(node.evm.head.header.block_number),
    "eth_getBlockByNumber": lambda node, name, whole=False: block_shape(node, name, whole),
    "eth_getBlockByHash": lambda node, name, whole=False: block_shape(node, name, whole),
    "eth_getBalance": lambda node, address, name="latest": hex(
        node.state(name).get_balance(shapes.data(address, 20))
    ),
    "eth_getCode": lambda node, address, name="latest": shapes.octets(
        node.state(name).get_code(shapes.data(address, 20))
    ),
    "eth_getStorageAt": storage_at,
    "eth_getTransactionCount": transaction_count,
    "eth_getTransactionByHash": transaction_by_hash,
    "eth_getTransactionReceipt": receipt,
    "eth_gasPrice": lambda node: hex(node.evm.pending_header().base_fee_per_gas + GWEI),
    "eth_maxPriorityFeePerGas": lambda node: hex(GWEI),
    "eth_feeHistory": fee_history,
    "eth_call": call,
    "eth_estimateGas": lambda node, fields, name="latest": hex(
        node.evm.estimate(node.parsed(fields), node.block(name))
    ),
    "eth_getLogs": logs,
    "eth_sendRawTransaction": lambda node, text: node.send(shapes.data(text)),
}
