#!/usr/bin/env python3
"""Writes what the libraries of others make of random cases, for the wallet to be compared with.

    generate.py CACHE

Prints the folder of the files, one JSON object a line. The same programs and versions always give the same files: a
folder that is there already is taken as it is.
"""

import hashlib
import json
import random
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import contract_values
import messages
import secrets_kept
import transactions
import typed_data

SEED = 20_240_229
# Cases of a kind, and how many of them one piece of work makes.
KINDS = {
    "transactions": (transactions.case, 4_000),
    "typed-data": (typed_data.case, 3_000),
    "messages": (messages.case, 3_000),
    "contract-values": (contract_values.case, 2_000),
    "keystores": (secrets_kept.keystore, 12),
    "mnemonics": (secrets_kept.mnemonic, 200),
}
PIECE = 250
PROCESSES = 2


def digest():
    """What the cases depend on: these programs and the versions that they use."""
    here = Path(__file__).resolve().parent
    total = hashlib.sha256()
    for path in sorted(here.glob("*.py")) + [here.parent / "requirements.txt"]:
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


def piece(kind, index, count):
    """So many cases of a kind, as lines. The seed tells them, whoever makes them."""
    source = random.Random(f"{SEED} {kind} {index}")
    make = KINDS[kind][0]
    return "".join(json.dumps(make(source), separators=(",", ":")) + "\n" for _ in range(count))


def pieces():
    """The work, in the order of the files."""
    for kind, (_, total) in KINDS.items():
        for index, start in enumerate(range(0, total, PIECE)):
            yield kind, index, min(PIECE, total - start)


def write(folder):
    """Writes all files into a folder."""
    work = list(pieces())
    with ProcessPoolExecutor(PROCESSES) as pool:
        for (kind, _, _), lines in zip(work, pool.map(piece, *zip(*work))):
            with open(folder / f"{kind}.jsonl", "a", encoding="utf-8") as file:
                file.write(lines)


def main():
    """Prints the folder, after making it where it is missing."""
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    cache = Path(sys.argv[1])
    target = cache / f"cases-{digest()}"
    if not target.is_dir():
        # Whole or not there: another run may look meanwhile.
        folder = Path(tempfile.mkdtemp(prefix="making-", dir=cache))
        try:
            write(folder)
            folder.rename(target)
            for old in cache.glob("cases-*"):
                if old != target:
                    shutil.rmtree(old, ignore_errors=True)
        except OSError:
            if not target.is_dir():
                raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
