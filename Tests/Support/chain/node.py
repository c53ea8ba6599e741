"""The node: one chain, one pool, and a lock around both."""

import threading
from dataclasses import dataclass

import shapes
from accounts import genesis_balances, known_keys
from evm import EVM
from failures import RPCError
from pool import Pool, decode
from predeploys import genesis_contracts

MAXIMUM_LOGGED = 100_000
# What the node's own transactions pay and may use.
TIP_WEI = 10**9
DEFAULT_GAS = 3_000_000


@dataclass
class Call:
    """The first parameter of `eth_call` and `eth_estimateGas`."""

    sender: bytes
    to: bytes
    value: int
    data: bytes
    gas: int | None


class Node:
    """What the methods of the server work on."""

    def __init__(self, chain_id):
        self.chain_id = chain_id
        self.lock = threading.RLock()
        self.evm = EVM(chain_id, genesis_balances(), genesis_contracts(chain_id))
        self.pool = Pool(chain_id)
        self.automine = True
        self.snapshots = {}
        self.places = {}
        self.log = []
        self.raw_transactions = []
        self.keys = known_keys()
        self.accounts = list(self.keys)[:-1]

    # Blocks

    def block(self, name):
        """The block of a number, a tag or a hash; None when there is none."""
        if isinstance(name, dict):
            name = name.get("blockHash") or name.get("blockNumber")
        if name in (None, "latest", "pending", "safe", "finalized"):
            return self.evm.head
        if name == "earliest":
            return self.evm.blocks[0]
        if isinstance(name, str) and len(name) == 66:
            return next((mined for mined in self.evm.blocks if shapes.octets(mined.header.hash) == name), None)
        height = shapes.number(name)
        return self.evm.blocks[height] if 0 <= height < len(self.evm.blocks) else None

    def state(self, name):
        """The state after a named block."""
        mined = self.block(name)
        if mined is None:
            raise RPCError("header not found")
        return self.evm.state(mined)

    def mine(self):
        """Mines a block with what may be mined."""
        header = self.evm.pending_header()
        entries = self.pool.executable(self.evm.state(), header.base_fee_per_gas)
        return self.append(entries)

    def append(self, entries):
        """Mines a block with these transactions."""
        mined = self.evm.mine(entries)
        self.pool.settle(mined)
        for index, entry in enumerate(mined.entries):
            self.places[entry.hash] = (mined, index)
        return mined

    def mine_waiting(self):
        """Mines as long as something can be mined."""
        while self.mine_if_any():
            pass

    def mine_if_any(self):
        """Mines a block if it would hold something."""
        base_fee = self.evm.pending_header().base_fee_per_gas
        return bool(self.pool.executable(self.evm.state(), base_fee)) and bool(self.mine().entries)

    def cut(self, height):
        """Forgets the blocks above a height and gives their transactions."""
        lost = [entry for mined in self.evm.cut(height) for entry in mined.entries]
        for entry in lost:
            self.places.pop(entry.hash, None)
        return lost

    # Transactions

    def send(self, raw, stuck=False):
        """Takes a raw transaction and gives its hash."""
        entry = decode(raw, self.evm.chain.get_vm(self.evm.head.header).get_transaction_builder())
        if entry.hash in self.places:
            raise RPCError("already known")
        entry.stuck = stuck
        self.pool.add(entry, self.evm.state())
        if self.automine:
            self.mine_waiting()
        return entry.hash

    def act(self, sender, to, value, data, gas=None):
        """Signs a transaction for an account whose key is known, and mines it in a block of its own."""
        key = self.keys.get(sender)
        if key is None:
            raise RPCError("unknown account")
        builder = self.evm.chain.get_vm(self.evm.head.header).get_transaction_builder()
        unsigned = builder.create_unsigned_transaction(
            nonce=self.evm.state().get_nonce(sender),
            gas_price=self.evm.pending_header().base_fee_per_gas + TIP_WEI,
            gas=gas or DEFAULT_GAS,
            to=to,
            value=value,
            data=data,
        )
        entry = decode(unsigned.as_signed_transaction(key, self.chain_id).encode(), builder)
        self.pool.check(entry, self.evm.state())
        self.append([entry])
        return entry

    def parsed(self, fields):
        """A call from its JSON form."""
        if not isinstance(fields, dict):
            raise RPCError("missing call", shapes.INVALID_PARAMETERS)
        gas = fields.get("gas")
        price = fields.get("maxFeePerGas") or fields.get("gasPrice")
        call = Call(
            sender=shapes.data(fields.get("from") or "0x" + "00" * 20, 20),
            to=shapes.data(fields["to"], 20) if fields.get("to") else b"",
            value=shapes.number(fields.get("value") or 0),
            data=shapes.data(fields.get("input") or fields.get("data") or "0x"),
            gas=shapes.number(gas) if gas else None,
        )
        if price:
            self.check_price(call, shapes.number(price))
        return call

    def check_price(self, call, price):
        """A call with a price must be able to pay it."""
        sender, fee = shapes.checksummed(call.sender), self.evm.head.header.base_fee_per_gas
        if price < fee:
            raise RPCError(
                f"max fee per gas less than block base fee: address {sender}, maxFeePerGas: {price}, baseFee: {fee}"
            )
        have, want = self.evm.state().get_balance(call.sender), (call.gas or 0) * price + call.value
        if have < want:
            raise RPCError(
                f"insufficient funds for gas * price + value: address {sender} have {have} want {want}"
            )

    # The log

    def note(self, method, parameters):
        """Remembers a request."""
        if method.startswith(("ai1_", "evm_")) or len(self.log) >= MAXIMUM_LOGGED:
            return
        self.log.append(method)
        if method == "eth_sendRawTransaction" and parameters:
            self.raw_transactions.append(parameters[0])
