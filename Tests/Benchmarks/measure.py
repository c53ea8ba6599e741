"""Runs programs and measures them: wall time, first octet, peak memory. Standard library only."""

import os
import pty
import re
import select
import statistics
import subprocess
import sys
import time
import tty

LIMIT_SECONDS = 60
READ_BYTES = 1 << 20

# A small process of its own starts the program: Linux counts a parent's memory before exec(2) into the child's peak.
PEAK_CODE = """
import os, sys
reader, writer = os.pipe()
child = os.fork()
if child == 0:
    os.dup2(writer, 1)
    os.execve(sys.argv[1], sys.argv[1:], os.environ)
os.close(writer)
while os.read(reader, 65536): pass
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss)
"""


class Failed(Exception):
    """A program that was to be measured did not do its work."""


class Runner:
    """Starts programs with an environment of their own."""

    def __init__(self, environment, folder):
        self.environment, self.folder = environment, folder
        self.nothing = os.open(os.devnull, os.O_RDWR)

    def _spawn(self, words, output, errors):
        actions = [(os.POSIX_SPAWN_DUP2, descriptor, number)
                   for descriptor, number in ((self.nothing, 0), (output, 1), (errors, 2))]
        return os.posix_spawn(words[0], words, self.environment, file_actions=actions)

    @staticmethod
    def _wait(child, words):
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        if code != 0:
            raise Failed(f"exit {code}: {' '.join(words)}")

    def wall(self, words):
        """Seconds from the start to the end; the output is thrown away."""
        started = time.perf_counter()
        self._wait(self._spawn(words, self.nothing, self.nothing), words)
        return time.perf_counter() - started

    def piped(self, words):
        """Seconds from the start to the end with a fast reader at a pipe, and the octets read."""
        reader, writer = os.pipe()
        started = time.perf_counter()
        child = self._spawn(words, writer, self.nothing)
        os.close(writer)
        count = 0
        while data := os.read(reader, READ_BYTES):
            count += len(data)
        os.close(reader)
        self._wait(child, words)
        return time.perf_counter() - started, count

    def first_token(self, words, terminal):
        """Seconds from the start, and from the server's sending, until the first token is at a pipe or a terminal.

        The token is the moment of sending. stderr is like stdout, but apart.
        """
        (reader, writer), (other, errors) = (self._channel(terminal) for _ in range(2))
        started = time.monotonic_ns()
        child = self._spawn(words, writer, errors)
        os.close(writer)
        os.close(errors)
        data, token = b"", None
        while not token:
            piece = os.read(reader, READ_BYTES)
            here = time.monotonic_ns()
            if not piece:
                raise Failed(f"no token came: {' '.join(words)}")
            data += piece
            token = re.search(rb"t=(\d+)[^\d]", data)
        self._drain([reader, other])
        self._wait(child, words)
        return (here - started) / 1e9, (here - int(token[1])) / 1e9

    @staticmethod
    def _channel(terminal):
        if not terminal:
            return os.pipe()
        reader, writer = pty.openpty()
        tty.setraw(writer)
        return reader, writer

    @staticmethod
    def _drain(readers):
        readers = set(readers)
        while readers:
            ready, _, _ = select.select(list(readers), [], [], LIMIT_SECONDS)
            if not ready:
                raise Failed("nothing came any more")
            for reader in ready:
                try:
                    data = os.read(reader, READ_BYTES)
                except OSError:
                    # What a terminal says when the other side has gone.
                    data = b""
                if not data:
                    os.close(reader)
                    readers.discard(reader)

    def peak(self, words):
        """The largest resident memory in octets, with stdout at a pipe that is read fast."""
        result = subprocess.run(
            [sys.executable, "-ISE", "-c", PEAK_CODE, *words], env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=LIMIT_SECONDS, check=True)
        code, size = map(int, result.stdout.split())
        if code != 0:
            raise Failed(f"exit {code}: {' '.join(words)}")
        return size if sys.platform == "darwin" else size * 1024


def pairs(count, first, second):
    """Interleaves two measurements A B A B, after one of each that does not count; gives both medians."""
    first(), second()
    results = [(first(), second()) for _ in range(count)]
    return median(result[0] for result in results), median(result[1] for result in results)


def median(results):
    """The median; of results that have parts, each part's."""
    results = list(results)
    if isinstance(results[0], tuple):
        return tuple(statistics.median(column) for column in zip(*results))
    return statistics.median(results)
