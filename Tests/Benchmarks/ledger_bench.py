"""Measures the ledger beside a C program that does the bare work on libsqlite3, in interleaved pairs on the same disk.

Used by bench.py; alone: ledger_bench.py --torture PATH [--ai1 PATH] [--quick]
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

SECONDS = 3
LIMIT_SECONDS = 1800
MILLION = 1_000_000


class Failed(Exception):
    """A program did not do what it should."""


def run(words, **options):
    return subprocess.run(
        [str(word) for word in words], capture_output=True, text=True, timeout=LIMIT_SECONDS, check=True,
        **options).stdout


class LedgerBench:
    """One run of all measurements; `rows` gets (what, to reach, ledger, C, measured, reached)."""

    def __init__(self, torture, ai1, folder, quick):
        self.torture, self.ai1, self.folder, self.quick = torture, ai1, pathlib.Path(folder), quick
        self.rows = []
        self.reference = self.folder / "ledger"
        source = pathlib.Path(__file__).with_name("ledger.c")
        run(["cc", "-O2", "-o", self.reference, source, "-lsqlite3"])

    def add(self, what, target, ledger, reference, figure, reached):
        self.rows.append((what, target, ledger, reference, figure, "yes" if reached else "**no**"))
        print(f"{what}: {figure} (to reach: {target}; ledger {ledger}, C {reference})", file=sys.stderr)

    def one(self, words):
        fields = run(words).split()
        if len(fields) != 9 or fields[-1] != "1":
            raise Failed(f"{words}: {fields}")
        rate, _, _, _, _, worst, least, most, _ = (float(field) for field in fields)
        return {"rate": rate, "worst": worst / 1e6, "least": least, "most": most}

    def pairs(self, processes, batch):
        """Five interleaved pairs."""
        seconds = 1 if self.quick else SECONDS
        ours, theirs = [], []
        for number in range(5):
            theirs.append(self.one([
                self.reference, self.folder / "c.db", "FULL", processes, seconds, batch, 2, "WAL"]))
            root = self.folder / f"bench-{processes}-{batch}-{number}"
            ours.append(self.one([self.torture, "bench", root, processes, seconds, batch]))
            shutil.rmtree(root)
        return ours, theirs

    def compare(self, what, processes, batch):
        ours, theirs = self.pairs(processes, batch)
        ratio = statistics.median(own["rate"] / other["rate"] for own, other in zip(ours, theirs))
        self.add(
            f"durable transfers, {what}", "≥ 80 % of the C program", f"{middle(ours, 'rate'):,.0f}/s",
            f"{middle(theirs, 'rate'):,.0f}/s", f"{ratio:.0%}", ratio >= 0.8)
        return ours, theirs

    def transfers(self):
        self.compare("one process", 1, 1)
        ours, theirs = self.compare("four processes", 4, 1)
        self.compare("one process, 100 a commit", 1, 100)

        def share(runs):
            return statistics.median(run["least"] * 4 / sum_of(run) for run in runs)

        def sum_of(run):
            return max(1, run["rate"] * (1 if self.quick else SECONDS))

        self.add(
            "the slowest of the four", "≥ 25 % of their mean", f"{share(ours):.0%}", f"{share(theirs):.0%}",
            f"{share(ours):.0%}", share(ours) >= 0.25)
        worst = statistics.median(run["worst"] for run in ours)
        self.add(
            "the longest wait of the four, median of the pairs", "< 1 s", milliseconds(worst),
            milliseconds(statistics.median(run["worst"] for run in theirs)), milliseconds(worst), worst < 1)

    def request(self):
        """What the file of a request, its hold, the note of its sending and its post take together, in one process."""
        count = 200 if self.quick else 1000
        hold, post, both = (int(field) for field in run(
            [self.torture, "bench-ask", self.folder / "ask", count]).split())
        self.add(
            "hold and post of a request, median", "≤ 3 ms", milliseconds(both / 1e6), "–",
            f"{both / 1000:.2f} ms (hold {hold / 1000:.2f}, post {post / 1000:.2f})", both <= 3000)

    def large(self):
        """A ledger of a million requests, made in memory where there is room, measured on the disk."""
        count = MILLION // 20 if self.quick else MILLION
        shared = pathlib.Path("/dev/shm")
        place = shared if shared.is_dir() and shutil.disk_usage(shared).free > 4 << 30 else self.folder
        with tempfile.TemporaryDirectory(prefix="ai1-bench-", dir=place) as made:
            run([self.torture, "fill", pathlib.Path(made) / "home", count])
            home = self.folder / "home"
            shutil.copytree(pathlib.Path(made) / "home", home)
        environment = {"AI1_HOME": str(home), "HOME": str(home), "TZ": "UTC", "LANG": "C.UTF-8"}

        def wall(*words):
            times = []
            for _ in range(1 if "--full" in words else 7):
                start = time.monotonic()
                subprocess.run(
                    [self.ai1, "credits", *words], env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                    timeout=LIMIT_SECONDS, check=True)
                times.append(time.monotonic() - start)
            return statistics.median(times)

        name = f"a ledger of {count:,} requests"
        for words, limit in ((["show"], 0.05), (["check"], 0.1), (["check", "--full"], 20)):
            seconds = wall(*words)
            shown = milliseconds(seconds) if seconds < 1 else f"{seconds:.1f} s"
            target = f"≤ {limit * 1000:.0f} ms" if limit < 1 else f"≤ {limit} s"
            self.add(f"`ai1 credits {' '.join(words)}` with {name}", target, shown, "–", shown, seconds <= limit)

    def run(self):
        self.transfers()
        self.request()
        if self.ai1:
            self.large()


def middle(runs, name):
    return statistics.median(run[name] for run in runs)


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


def measured(torture, ai1, quick):
    """All rows; measured on the disk of the temporary folder."""
    with tempfile.TemporaryDirectory(prefix="ai1-bench-") as folder:
        bench = LedgerBench(torture, ai1, folder, quick)
        bench.run()
        return bench.rows


HEAD = ["what", "to reach", "ledger", "C", "measured", "reached"]
WORDS = (
    "The ledger beside `Tests/Benchmarks/ledger.c`, which does the same durable transfers straight on libsqlite3 "
    "without triggers, events or hashes, writers waiting for each other by flock: five interleaved pairs, the median of their "
    "ratios. What a hold and a post take is measured inside a process, with everything that a request does for its "
    "money: its locked file, the hold, the note that it is sent, the post. The large ledger is made of requests that "
    "were held and posted one by one.")


def section(rows):
    lines = ["", "## The ledger", "", WORDS, "", "| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--torture", required=True, help="the release build of ledger-torture")
    options.add_argument("--ai1", help="the release binary, for the large ledger")
    options.add_argument("--quick", action="store_true", help="a third of the time, a small ledger")
    words = options.parse_args()
    try:
        print(section(measured(words.torture, words.ai1, words.quick)), end="")
    except (Failed, subprocess.SubprocessError) as error:
        sys.exit(f"ledger_bench: {error} {getattr(error, 'stderr', '')}")


if __name__ == "__main__":
    main()
