"""Transactions that wait: nonce gaps, replacement and the refusals that senders meet."""

from dataclasses import dataclass

from eth._utils.address import generate_contract_address
from eth_utils import keccak

from evm import BLOCK_GAS_LIMIT
from failures import RPCError
from shapes import octets

HALF_ORDER = 0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF5D576E7357A4501DDFE92F46681B20A0
# Fees must rise by a tenth to replace a transaction.
PRICE_BUMP_PERCENT = 10
MAXIMUM_RAW_OCTETS = 128 * 1024


@dataclass
class Entry:
    """A signed transaction with what was derived from it."""

    raw: bytes
    transaction: object
    kind: int
    chain_id: int
    sender: bytes
    hash: str
    stuck: bool = False

    @property
    def cap(self):
        """The most that is paid for a unit of gas, in wei."""
        return self.transaction.max_fee_per_gas

    @property
    def tip(self):
        """The most of it that goes to the block's maker, in wei."""
        return self.transaction.max_priority_fee_per_gas

    @property
    def created(self):
        """The address of the contract that it makes, if it makes one."""
        return generate_contract_address(self.sender, self.transaction.nonce)

    def price(self, base_fee):
        """What is paid for a unit of gas under a base fee, in wei."""
        return min(self.cap, base_fee + self.tip)


def decode(raw, builder):
    """Reads a signed transaction. Raises `RPCError`."""
    if len(raw) > MAXIMUM_RAW_OCTETS:
        raise RPCError(f"oversized data: transaction size {len(raw)}, limit {MAXIMUM_RAW_OCTETS}")
    if not raw:
        raise RPCError("typed transaction too short")
    kind = raw[0] if raw[0] < 0xC0 else 0
    if kind > 2 or raw[0] == 0:
        raise RPCError("transaction type not supported")
    try:
        transaction = builder.decode(raw)
    except Exception as error:  # py-evm and rlp raise many kinds for bad octets.
        raise RPCError(f"rlp: {error}") from None
    if kind:
        chain_id = transaction.chain_id
    elif transaction.v < 35:
        raise RPCError("only replay-protected (EIP-155) transactions allowed over RPC")
    else:
        chain_id = (transaction.v - 35) // 2
    if transaction.s > HALF_ORDER:
        raise RPCError("invalid transaction v, r, s values")
    try:
        sender = transaction.sender
    except Exception:  # eth_keys raises several kinds for a signature of nobody.
        raise RPCError("invalid sender") from None
    return Entry(raw, transaction, kind, chain_id, sender, octets(keccak(raw)))


class Pool:
    """Waiting transactions by sender and nonce."""

    def __init__(self, chain_id):
        self.chain_id = chain_id
        self.waiting = {}
        self.by_hash = {}

    def check(self, entry, state):
        """Raises `RPCError` with a node's words for a transaction that it would not take."""
        tx = entry.transaction
        if entry.chain_id != self.chain_id:
            have, want = entry.chain_id, self.chain_id
            raise RPCError(f"invalid sender: invalid chain id for signer: have {have} want {want}")
        if entry.tip > entry.cap:
            raise RPCError("max priority fee per gas higher than max fee per gas")
        if tx.gas > BLOCK_GAS_LIMIT:
            raise RPCError("exceeds block gas limit")
        if tx.gas < tx.intrinsic_gas:
            raise RPCError(f"intrinsic gas too low: gas {tx.gas}, minimum needed {tx.intrinsic_gas}")
        nonce, balance = state.get_nonce(entry.sender), state.get_balance(entry.sender)
        if tx.nonce < nonce:
            raise RPCError(f"nonce too low: next nonce {nonce}, tx nonce {tx.nonce}")
        cost = tx.gas * entry.cap + tx.value
        if balance < cost:
            raise RPCError(
                "insufficient funds for gas * price + value: "
                f"balance {balance}, tx cost {cost}, overshot {cost - balance}"
            )

    def add(self, entry, state):
        """Takes a transaction in. Raises `RPCError` when it is refused."""
        if entry.hash in self.by_hash:
            raise RPCError("already known")
        self.check(entry, state)
        mine = self.waiting.setdefault(entry.sender, {})
        old = mine.get(entry.transaction.nonce)
        if old:
            least = 100 + PRICE_BUMP_PERCENT
            if entry.tip * 100 < old.tip * least or entry.cap * 100 < old.cap * least:
                raise RPCError("replacement transaction underpriced")
            del self.by_hash[old.hash]
        mine[entry.transaction.nonce] = entry
        self.by_hash[entry.hash] = entry

    def remove(self, entry):
        """Forgets a transaction."""
        if self.by_hash.pop(entry.hash, None):
            del self.waiting[entry.sender][entry.transaction.nonce]

    def settle(self, mined):
        """Forgets what a block holds, and what it made impossible."""
        for entry in mined.entries:
            self.remove(entry)
            other = self.waiting.get(entry.sender, {}).get(entry.transaction.nonce)
            if other:
                self.remove(other)

    def executable(self, state, base_fee):
        """What may be mined now: without gaps, and the best tips first."""
        runs = []
        for sender, mine in self.waiting.items():
            nonce, run = state.get_nonce(sender), []
            while nonce in mine and mine[nonce].cap >= base_fee and not mine[nonce].stuck:
                run.append(mine[nonce])
                nonce += 1
            if run:
                runs.append(run)
        runs.sort(key=lambda run: -min(run[0].tip, run[0].cap - base_fee))
        return [entry for run in runs for entry in run]

    def next_nonce(self, sender, state):
        """The first nonce of a sender that neither the chain nor the pool has."""
        nonce, mine = state.get_nonce(sender), self.waiting.get(sender, {})
        while nonce in mine:
            nonce += 1
        return nonce
