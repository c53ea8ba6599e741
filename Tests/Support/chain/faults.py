"""What goes wrong on demand: a queue of faults that tests fill with `ai1_fault`."""

import threading
from dataclasses import dataclass
from typing import Any

from failures import RPCError

# On the way: before anything is done, or after all is done and before it is told.
BEFORE = {"drop", "hang", "429", "503", "batchRefused"}
AFTER = {"dropAfter", "hangAfter", "truncated", "notJSON", "429After", "503After"}
# In the answer: the method is carried out as asked, or not at all, and something else is told.
REFUSALS = {
    "underpriced": "transaction underpriced",
    "replacementUnderpriced": "replacement transaction underpriced",
    "nonceTooLow": "nonce too low",
    "insufficientFunds": "insufficient funds for gas * price + value",
}
ANSWERS = {"wrongHash", "wrongChain", "baseFee", "gasEstimate", "decimals", "symbol", "error", "alreadyKnown", "stuck"}
MODES = BEFORE | AFTER | set(REFUSALS) | ANSWERS
DECIMALS_SELECTOR = "0x313ce567"
SYMBOL_SELECTOR = "0x95d89b41"
# Faults of the answer speak of one method each, whatever else is asked meanwhile.
OWN_METHODS = {
    "wrongHash": {"eth_sendRawTransaction"},
    "alreadyKnown": {"eth_sendRawTransaction"},
    "stuck": {"eth_sendRawTransaction"},
    "wrongChain": {"eth_chainId", "net_version"},
    "baseFee": {"eth_feeHistory", "eth_getBlockByNumber", "eth_getBlockByHash", "eth_gasPrice"},
    "gasEstimate": {"eth_estimateGas"},
    "decimals": {"eth_call"},
    "symbol": {"eth_call"},
} | {mode: {"eth_sendRawTransaction"} for mode in REFUSALS}


@dataclass
class Fault:
    """One thing that goes wrong so many times; -1 for always."""

    mode: str
    method: str | None
    times: int
    value: Any

    def concerns(self, request):
        """Whether it strikes a request."""
        method = str(request.get("method", ""))
        if method.startswith(("ai1_", "evm_")):
            return False
        if self.method is not None and self.method != method:
            return False
        if method not in OWN_METHODS.get(self.mode, {method}):
            return False
        selector = {"decimals": DECIMALS_SELECTOR, "symbol": SYMBOL_SELECTOR}.get(self.mode)
        return selector is None or call_data(request).startswith(selector)


def call_data(request):
    """The data of an `eth_call`, in lower case."""
    parameters = request.get("params") or [{}]
    call = parameters[0] if isinstance(parameters, list) and isinstance(parameters[0], dict) else {}
    return str(call.get("input") or call.get("data") or "").lower()


class Faults:
    """The queue. Thread-safe."""

    def __init__(self):
        self.lock = threading.Lock()
        self.queue = []

    def add(self, options):
        """Queues a fault of `{mode, method, times, value}`."""
        mode = str(options.get("mode"))
        if mode not in MODES:
            raise RPCError(f"no such fault: {mode}; there are {', '.join(sorted(MODES))}")
        fault = Fault(mode, options.get("method"), int(options.get("times", 1)), options.get("value"))
        with self.lock:
            self.queue.append(fault)

    def clear(self):
        """Forgets all faults."""
        with self.lock:
            self.queue.clear()

    def left(self):
        """How many strikes are still to come; -1 when one never ends."""
        with self.lock:
            counts = [fault.times for fault in self.queue]
        return -1 if -1 in counts else sum(counts)

    def take(self, requests, modes):
        """Uses up one strike of the first fault of these modes that concerns one of the requests."""
        with self.lock:
            for fault in self.queue:
                if fault.mode in modes and any(fault.concerns(request) for request in requests):
                    if fault.mode == "batchRefused" and len(requests) < 2:
                        continue
                    if fault.times > 0:
                        fault.times -= 1
                    if fault.times == 0:
                        self.queue.remove(fault)
                    return fault
        return None


def multiplied(text, factor):
    """A hex quantity times a factor."""
    return hex(int(text, 16) * factor)


def word(value):
    """A number as the ABI writes it."""
    return "0x" + int(value).to_bytes(32, "big").hex()


def abi_text(text):
    """A string as the ABI returns it."""
    raw = text.encode()
    padded = raw + bytes(-len(raw) % 32)
    return "0x" + (32).to_bytes(32, "big").hex() + len(raw).to_bytes(32, "big").hex() + padded.hex()


def falsified(fault, result):
    """A result as a lying node tells it."""
    if fault.mode == "wrongHash":
        return "0x" + "5a" * 32
    if fault.mode == "wrongChain":
        changed = int(fault.value or 1)
        return hex(changed) if str(result).startswith("0x") else str(changed)
    if fault.mode == "gasEstimate":
        return multiplied(result, int(fault.value or 100))
    if fault.mode == "decimals":
        return word(fault.value if fault.value is not None else 6)
    if fault.mode == "symbol":
        return abi_text(fault.value or "AI1\u202eTEN\x1b[31m")
    if fault.mode == "baseFee":
        return with_base_fee(result, int(fault.value or 10**6))
    return result


def with_base_fee(result, factor):
    """A price, a block or a history of fees with its base fees multiplied."""
    if isinstance(result, str):
        return multiplied(result, factor)
    if isinstance(result, dict):
        fee = result.get("baseFeePerGas")
        if isinstance(fee, list):
            return result | {"baseFeePerGas": [multiplied(each, factor) for each in fee]}
        if fee:
            return result | {"baseFeePerGas": multiplied(fee, factor)}
    return result
