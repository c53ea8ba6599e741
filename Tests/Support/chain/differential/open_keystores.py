#!/usr/bin/env python3
"""Opens keystores with eth-account.

Reads one JSON object a line, `{"keystore", "password"}`, and answers one line each: the private key in hex, or
`error: ` and why.
"""

import json
import sys

from eth_account import Account


def opened(line):
    """The answer to one line."""
    try:
        case = json.loads(line)
        return bytes(Account.decrypt(case["keystore"], case["password"])).hex()
    except (ValueError, KeyError) as error:
        return f"error: {error}"


def main():
    """Answers every line."""
    for line in sys.stdin:
        print(opened(line), flush=True)


if __name__ == "__main__":
    main()
