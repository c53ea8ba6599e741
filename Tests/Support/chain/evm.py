"""A chain of blocks over py-evm, kept in a list so that it can be cut and grown again."""

import os
import time
from dataclasses import dataclass, field

import rlp
from eth.chains.base import MiningChain
from eth.constants import POST_MERGE_DIFFICULTY, POST_MERGE_MIX_HASH, POST_MERGE_NONCE
from eth.db.atomic import AtomicDB
from eth.exceptions import Revert
from eth.vm.forks import PragueVM
from eth.vm.spoof import SpoofTransaction
from eth_utils import ValidationError

from failures import RPCError, reverted

BLOCK_GAS_LIMIT = 30_000_000
TRANSFER_GAS = 21_000
# geth adds the stipend of a call and the 63/64 that a call passes on to what a first run used.
CALL_STIPEND = 2_300


@dataclass
class Mined:
    """A block with what became of its transactions."""

    header: object
    entries: list = field(default_factory=list)
    receipts: list = field(default_factory=list)
    succeeded: list = field(default_factory=list)


class EVM:
    """Blocks, states and calls. Not thread-safe: its owner takes a lock."""

    def __init__(self, chain_id, balances, contracts):
        chain_class = type(
            "TestChain", (MiningChain,), {"chain_id": chain_id, "vm_configuration": ((0, PragueVM),)}
        )
        parameters = {
            "difficulty": POST_MERGE_DIFFICULTY,
            "mix_hash": POST_MERGE_MIX_HASH,
            "nonce": POST_MERGE_NONCE,
            "gas_limit": BLOCK_GAS_LIMIT,
            "extra_data": b"",
            "coinbase": bytes(20),
            "timestamp": int(time.time()) - 3_600,
        }
        state = {
            address: {"balance": balance, "nonce": 0, "code": b"", "storage": {}}
            for address, balance in balances.items()
        } | {
            address: {"balance": 0, "nonce": 1, "code": code, "storage": {}}
            for address, code in contracts.items()
        }
        self.chain = chain_class.from_genesis(AtomicDB(), parameters, state)
        self.blocks = [Mined(self.chain.get_canonical_block_header_by_number(0))]
        self.seconds_ahead = 0
        self.next_base_fee = None

    @property
    def head(self):
        """The last block."""
        return self.blocks[-1]

    def pending_header(self):
        """The header of the block that would come next."""
        parent = self.head.header
        timestamp = max(parent.timestamp + 1, int(time.time()) + self.seconds_ahead)
        header = self.chain.create_header_from_parent(parent, gas_limit=BLOCK_GAS_LIMIT, timestamp=timestamp)
        return header.copy(base_fee_per_gas=self.next_base_fee) if self.next_base_fee else header

    def mine(self, entries):
        """Appends a block with those of the entries that are valid and fit, in their order."""
        header = self.pending_header()
        vm = self.chain.get_vm(header)
        mined = Mined(header)
        for entry in entries:
            if header.gas_used + entry.transaction.gas > header.gas_limit:
                continue
            snapshot = vm.state.snapshot()
            try:
                receipt, computation = vm.apply_transaction(header, entry.transaction)
            except ValidationError:
                vm.state.revert(snapshot)
                continue
            header = vm.add_receipt_to_header(header, receipt)
            mined.entries.append(entry)
            mined.receipts.append(receipt)
            mined.succeeded.append(not computation.is_error)
        transactions = tuple(entry.transaction for entry in mined.entries)
        block = vm.set_block_transactions_and_withdrawals(vm.get_block(), header, transactions, tuple(mined.receipts))
        mined.header = vm.mine_block(block, mix_hash=os.urandom(32)).block.header
        # Contracts read hashes of earlier blocks from the database.
        self.chain.chaindb.db.set(mined.header.hash, rlp.encode(mined.header))
        self.next_base_fee = None
        self.blocks.append(mined)
        return mined

    def cut(self, height):
        """Forgets the blocks above a height and gives them back."""
        lost = self.blocks[height + 1 :]
        del self.blocks[height + 1 :]
        return lost

    def state(self, mined=None):
        """The state after a block; the last one when none is named."""
        return self.chain.get_vm((mined or self.head).header).state

    def run(self, call, mined=None, gas=None):
        """Executes a call on the state after a block and leaves no trace.

        The sender pays for no gas: it is given what it would pay.
        """
        state = self.state(mined)
        gas = min(gas or call.gas or BLOCK_GAS_LIMIT, BLOCK_GAS_LIMIT)
        if state.get_balance(call.sender) < call.value:
            raise RPCError("insufficient funds for transfer")
        price = state.base_fee
        unsigned = self.chain.get_vm((mined or self.head).header).create_unsigned_transaction(
            nonce=state.get_nonce(call.sender),
            gas_price=price,
            gas=gas,
            to=call.to,
            value=call.value,
            data=call.data,
        )
        snapshot = state.snapshot()
        state.delta_balance(call.sender, gas * price)
        try:
            return state.apply_transaction(SpoofTransaction(unsigned, from_=call.sender))
        except ValidationError as error:
            raise RPCError(f"err: {error} (supplied gas {gas})") from None
        finally:
            state.revert(snapshot)

    def call(self, call, mined=None):
        """What a call returns. Raises `RPCError` when it reverts."""
        computation = self.run(call, mined)
        raise_for(computation)
        return computation.output

    def estimate(self, call, mined=None):
        """The smallest gas limit with which a call succeeds, within one per cent."""
        if not call.data and call.to and not self.state(mined).get_code(call.to):
            self.run(call, mined)
            return TRANSFER_GAS
        limit = min(call.gas or BLOCK_GAS_LIMIT, BLOCK_GAS_LIMIT)
        computation = self.run(call, mined, limit)
        raise_for(computation)
        low = TRANSFER_GAS - 1
        used = computation.get_gas_used() + TRANSFER_GAS
        guess = min(limit, (used + computation.get_gas_refund() + CALL_STIPEND) * 64 // 63 + len(call.data) * 16)
        high = guess if self.succeeds(call, mined, guess) else limit
        while (high - low) * 100 > high:
            middle = (high + low) // 2
            if self.succeeds(call, mined, middle):
                high = middle
            else:
                low = middle
        return high

    def succeeds(self, call, mined, gas):
        """Whether a call succeeds with so much gas."""
        try:
            return not self.run(call, mined, gas).is_error
        except RPCError:
            return False


def raise_for(computation):
    """Raises `RPCError` when a computation failed."""
    if not computation.is_error:
        return
    error = computation.error
    if isinstance(error, Revert):
        raise reverted(error.args[0] if error.args else b"")
    names = {"OutOfGas": "out of gas", "InvalidInstruction": "invalid opcode: INVALID"}
    raise RPCError(names.get(type(error).__name__, f"{type(error).__name__}: {error}"))
