"""Measures the wallet beside eth-account and libsodium.

Used by bench.py; alone: wallet_bench.py --ai1 PATH --wallet PATH --python PATH [--quick]
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

LIMIT_SECONDS = 900
RUNS = 5

# The same transfer of a token as in WalletBench.swift, by eth-account.
PEER = """
import sys, time
from eth_account import Account
count = int(sys.argv[1])
key = Account.create().key
def fields(nonce):
    return {"type": 2, "chainId": 8453, "nonce": nonce, "gas": 65000, "maxFeePerGas": 30 * 10 ** 9,
            "maxPriorityFeePerGas": 10 ** 9, "to": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "value": 0,
            "data": "0xa9059cbb" + "11" * 64}
Account.sign_transaction(fields(0), key)
start = time.perf_counter()
for nonce in range(1, count + 1):
    Account.sign_transaction(fields(nonce), key)
print(time.perf_counter() - start)
"""


class WalletBench:
    """One run of all measurements; `rows` gets (what, to reach, measured, beside it, figure, reached)."""

    def __init__(self, ai1, wallet, python, quick):
        self.ai1, self.wallet, self.python, self.quick = ai1, wallet, python, quick
        self.rows = []

    def add(self, what, target, own, peer, figure, reached):
        self.rows.append((what, target, own, peer, figure, "yes" if reached else "**no**"))
        print(f"{what}: {figure} (to reach: {target})", file=sys.stderr)

    def numbers(self, *words):
        out = subprocess.run(
            [self.wallet, *words], capture_output=True, text=True, timeout=LIMIT_SECONDS, check=True).stdout
        return [float(word) for word in out.split()]

    def sign(self):
        what, target, count = "1,000 signed transactions of type 2", "≥ 20 × eth-account", 1_000
        own, peer = [], []
        for _ in range(1 if self.quick else 3):
            own.append(self.numbers("sign", str(count))[0])
            out = subprocess.run(
                [self.python, "-c", PEER, str(count)], capture_output=True, text=True, timeout=LIMIT_SECONDS,
                check=True).stdout
            peer.append(float(out))
        own, peer = statistics.median(own), statistics.median(peer)
        self.add(what, target, f"{own * 1000:.0f} ms", f"eth-account {peer * 1000:,.0f} ms", f"{peer / own:.0f} ×",
                 peer / own >= 20)

    def decode(self):
        count = 300_000
        runs = [self.numbers("decode", str(count)) for _ in range(RUNS)]
        rate = count / statistics.median(run[0] for run in runs)
        self.add("RLP decoding of a raw transaction of type 2", "≥ 100,000 a second",
                 f"{rate:,.0f}/s", "–", f"{rate:,.0f}/s", rate >= 100_000)
        whole = count / statistics.median(run[1] for run in runs)
        self.add("the same, with fields checked and the sender recovered", "–", f"{whole:,.0f}/s", "–",
                 f"{whole:,.0f}/s", True)

    def unlock(self):
        own, sodium = self.numbers("unlock", "3" if self.quick else "5")
        self.add("opening a keystore (scrypt n = 2¹⁸, r = 8)", "≤ 1.2 × libsodium's scrypt", f"{own * 1000:.0f} ms",
                 f"libsodium {sodium * 1000:.0f} ms", f"{own / sodium:.2f} ×", own / sodium <= 1.2)

    def listing(self):
        with tempfile.TemporaryDirectory(prefix="ai1-bench-") as folder:
            home = pathlib.Path(folder)
            environment = {"HOME": folder, "AI1_HOME": folder, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
            words = dict(env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT_SECONDS)
            password = home / "password"
            password.write_text("correct horse battery")
            password.chmod(0o600)
            for number in range(2):
                subprocess.run(
                    [self.ai1, "wallet", "create", f"a{number}", "--no-mnemonic", "--password-file", password],
                    check=True, **words)
            for number in range(1, 101):
                subprocess.run(
                    [self.ai1, "wallet", "import", f"w{number}", "--watch", f"0x{number:040x}"], check=True, **words)
            times = []
            for _ in range(30):
                start = time.perf_counter()
                subprocess.run([self.ai1, "wallet", "list"], check=True, **words)
                times.append((time.perf_counter() - start) * 1000)
        figure = statistics.median(times)
        self.add("`ai1 wallet list` of 102 accounts", "≤ 30 ms", f"{figure:.1f} ms", "–", f"{figure:.1f} ms",
                 figure <= 30)

    def run(self):
        if self.python and os.access(self.python, os.X_OK):
            self.sign()
        self.decode()
        self.unlock()
        self.listing()


def measured(ai1, wallet, python, quick):
    """All rows."""
    bench = WalletBench(ai1, wallet, python, quick)
    bench.run()
    return bench.rows


HEAD = ["what", "to reach", "ai1", "beside it", "figure", "reached"]
WORDS = (
    "Signatures, decoding and opening are measured inside one process, medians; `wallet list` is whole processes. What "
    "stands beside it ran in the same minute.")


def section(rows):
    lines = ["", "## The wallet", "", WORDS, "", "| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--ai1", required=True, help="the release binary")
    options.add_argument("--wallet", required=True, help="the release build of wallet-bench")
    options.add_argument("--python", help="a Python that has eth-account")
    options.add_argument("--quick", action="store_true", help="fewer runs")
    words = options.parse_args()
    print(section(measured(os.path.abspath(words.ai1), words.wallet, words.python, words.quick)), end="")


if __name__ == "__main__":
    main()
