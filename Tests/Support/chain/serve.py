#!/usr/bin/env python3
"""A node of an EVM chain on 127.0.0.1, for tests only.

    serve.py [--port N] [--chain-id N] [--lifetime SECONDS] [--keep] [--block-time SECONDS]

Prints `ready PORT` once it listens. It ends when its standard input ends (unless --keep is given) and in any case
after its lifetime.
"""

import argparse
import os
import sys
import threading
import time

from node import Node
from server import Server

DEFAULT_LIFETIME_SECONDS = 900


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description="A node of an EVM chain on 127.0.0.1, for tests only.")
    parser.add_argument("--port", type=int, default=0, help="the port; 0 for a free one")
    parser.add_argument("--chain-id", type=int, default=31337)
    parser.add_argument("--lifetime", type=float, default=DEFAULT_LIFETIME_SECONDS, help="seconds until it ends")
    parser.add_argument("--keep", action="store_true", help="do not end with standard input")
    parser.add_argument("--block-time", type=float, help="mine every so many seconds, in place of at once")
    return parser.parse_args()


def end_after(seconds):
    """Ends the program after so many seconds."""
    time.sleep(seconds)
    os._exit(0)


def end_with_input():
    """Ends the program when its standard input ends."""
    while sys.stdin.buffer.read1(4_096):
        pass
    os._exit(0)


def mine_every(node, seconds):
    """Mines a block every so many seconds."""
    while True:
        time.sleep(seconds)
        with node.lock:
            node.mine()


def start(work, *parameters):
    """Runs work in a thread that does not keep the program alive."""
    threading.Thread(target=work, args=parameters, daemon=True).start()


def main():
    """Serves until the end."""
    options = arguments()
    start(end_after, options.lifetime)
    if not options.keep:
        start(end_with_input)
    node = Node(options.chain_id)
    if options.block_time:
        node.automine = False
        start(mine_every, node, options.block_time)
    server = Server(options.port, node)
    print(f"ready {server.server_port}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
