"""The methods with which a test steers the chain."""

import json
from pathlib import Path

from eth_abi import encode

import shapes
from accounts import faucet_address
from failures import RPCError

CONTRACTS = Path(__file__).resolve().parent / "contracts"
MAXIMUM_BLOCKS = 10_000


def mine(node, count=1):
    """Mines so many blocks, the first with what waits."""
    count = shapes.number(count)
    if not 0 < count <= MAXIMUM_BLOCKS:
        raise RPCError(f"between 1 and {MAXIMUM_BLOCKS} blocks at a time")
    for _ in range(count):
        node.mine()
    return hex(node.evm.head.header.block_number)


def set_automine(node, on):
    """Whether every transaction is mined at once."""
    node.automine = bool(on)
    if node.automine:
        node.mine_waiting()
    return True


def increase_time(node, seconds):
    """Lets the clock of the chain run ahead; a block shows it."""
    node.evm.seconds_ahead += shapes.number(seconds)
    node.mine()
    return hex(node.evm.seconds_ahead)


def snapshot(node):
    """Remembers the chain and the pool."""
    name = hex(len(node.snapshots) + 1)
    entries = [entry for waiting in node.pool.waiting.values() for entry in waiting.values()]
    node.snapshots[name] = (node.evm.head, entries, node.evm.seconds_ahead)
    return name


def revert(node, name):
    """Goes back to a snapshot: what came later never was."""
    if name not in node.snapshots:
        return False
    head, entries, seconds = node.snapshots[name]
    if node.block(shapes.octets(head.header.hash)) is None:
        return False
    node.cut(head.header.block_number)
    node.evm.seconds_ahead = seconds
    refill(node, entries)
    return True


def refill(node, entries):
    """Empties the pool and takes these transactions in, those that no longer fit aside."""
    node.pool.waiting.clear()
    node.pool.by_hash.clear()
    for entry in sorted(entries, key=lambda entry: entry.transaction.nonce):
        try:
            node.pool.add(entry, node.evm.state())
        except RPCError:
            continue


def reorganise(node, options):
    """Replaces the last blocks by empty ones, one more than before, as a reorganisation of that depth does.

    The transactions of the lost blocks go back to the pool, or are lost with `keep: false`. Nothing is mined
    from the pool until the next block, even when automine is on.
    """
    depth = shapes.number(options.get("depth", 1))
    height = node.evm.head.header.block_number - depth
    if depth < 1 or height < 0:
        raise RPCError("no so many blocks")
    waiting = [entry for mine in node.pool.waiting.values() for entry in mine.values()]
    lost = node.cut(height)
    for _ in range(depth + 1):
        node.append([])
    refill(node, waiting + (lost if options.get("keep", True) else []))
    return hex(node.evm.head.header.block_number)


def set_base_fee(node, wei):
    """The base fee of the next block, in wei."""
    node.evm.next_base_fee = shapes.number(wei)
    return True


def fund(node, address, wei):
    """Gives an account coins."""
    node.act(faucet_address(), shapes.data(address, 20), shapes.number(wei), b"")
    return True


def deploy(node, contract, arguments=(), sender=None):
    """Deploys a compiled test contract from a known account and gives its address."""
    path = CONTRACTS / f"{contract}.json"
    if path.parent != CONTRACTS or not path.is_file():
        raise RPCError(f"no such contract: {contract}")
    compiled = json.loads(path.read_text())
    types = [
        each["type"] for part in compiled["abi"] if part["type"] == "constructor" for each in part["inputs"]
    ]
    pairs = zip(types, arguments, strict=True)
    values = [int(str(each), 0) if kind.startswith("uint") else each for kind, each in pairs]
    data = bytes.fromhex(compiled["bytecode"].removeprefix("0x")) + encode(types, values)
    entry = node.act(shapes.data(sender, 20) if sender else node.accounts[0], b"", 0, data)
    return shapes.checksummed(entry.created)


def send_transaction(node, fields):
    """Signs a transaction of a known account and mines it in a block of its own; its receipt says how it went."""
    call = node.parsed({name: text for name, text in fields.items() if not name.endswith(("Price", "Gas"))})
    return node.act(call.sender, call.to, call.value, call.data, call.gas).hash


def pending(node):
    """The hashes of what waits in the pool."""
    return list(node.pool.by_hash)


def drop_pending(node, text=None):
    """Forgets one waiting transaction, or all of them."""
    entries = [entry for entry in list(node.pool.by_hash.values()) if text in (None, entry.hash)]
    for entry in entries:
        node.pool.remove(entry)
    return hex(len(entries))


def release(node):
    """Lets transactions go that a fault held in the pool."""
    for entry in node.pool.by_hash.values():
        entry.stuck = False
    if node.automine:
        node.mine_waiting()
    return True


def clear_log(node):
    """Forgets what was asked so far."""
    node.log.clear()
    node.raw_transactions.clear()
    return True


METHODS = {
    "eth_sendTransaction": send_transaction,
    "evm_mine": mine,
    "evm_setAutomine": set_automine,
    "evm_increaseTime": increase_time,
    "evm_snapshot": snapshot,
    "evm_revert": revert,
    "ai1_reorg": reorganise,
    "ai1_setBaseFee": set_base_fee,
    "ai1_fund": fund,
    "ai1_deploy": deploy,
    "ai1_pending": pending,
    "ai1_dropPending": drop_pending,
    "ai1_release": release,
    "ai1_log": lambda node: node.log,
    "ai1_rawTransactions": lambda node: node.raw_transactions,
    "ai1_count": lambda node, method: node.log.count(method),
    "ai1_clearLog": clear_log,
}
