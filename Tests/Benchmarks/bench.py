"""Measures ai1 beside curl, and its ledger beside a C program, on this machine, and writes the tables to a file.

Usage: bench.py --ai1 PATH [--torture PATH] [--write FILE] [--quick]
"""

import argparse
import contextlib
import datetime
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import ledger_bench  # noqa: E402
import measure  # noqa: E402
import repl_bench  # noqa: E402
import route_bench  # noqa: E402
import server  # noqa: E402
import wallet_bench  # noqa: E402

PROMPT = "Say hello to the world."
AT_ONCE = 64
MEGABYTE = 1e6


class Bench:
    """One run of all measurements."""

    def __init__(self, ai1, home, port, quick):
        self.ai1, self.home, self.port, self.quick = ai1, home, port, quick
        self.curl = shutil.which("curl") or sys.exit("curl is needed")
        # Nothing of the caller's but the path: no key, no proxy, no settings.
        self.environment = {
            "HOME": str(home), "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8",
            "TERM": "xterm-256color", "OPENAI_API_KEY": "x"}
        self.rows = []

    def count(self, number):
        return max(3, number // 5) if self.quick else number

    def add(self, what, target, ai1, curl, figure, reached):
        self.rows.append((what, target, ai1, curl, figure, "yes" if reached else "**no**"))
        print(f"{what}: {figure} (to reach: {target}; ai1 {ai1}, curl {curl})", file=sys.stderr)

    def runner(self, answer):
        base = f"http://127.0.0.1:{self.port}/{answer}/v1"
        return measure.Runner(self.environment | {"OPENAI_BASE_URL": base}, self.home)

    def ask(self, *words):
        return [self.ai1, "ask", "-m", "gpt", *words, PROMPT]

    def curl_words(self, runner, *flags):
        """curl with the very request that ai1 would send."""
        shown = subprocess.run(
            self.ask("--dry-run", "--json"), env=runner.environment, stdin=subprocess.DEVNULL, capture_output=True,
            timeout=measure.LIMIT_SECONDS, check=True)
        request = json.loads(shown.stdout)
        body = self.home / "body.json"
        body.write_text(json.dumps(request["body"], separators=(",", ":")))
        headers = []
        for name, value in request["headers"].items():
            headers += ["-H", f"{name}: {value.replace('[redacted]', 'x')}"]
        return [self.curl, "-q", *flags, "-X", request["method"], *headers, "--data-binary", f"@{body}", request["url"]]

    def version(self):
        runner = measure.Runner(self.environment, self.home)
        ai1, curl = measure.pairs(
            self.count(60), lambda: runner.wall([self.ai1, "--version"]),
            lambda: runner.wall([self.curl, "--version"]))
        ratio = ai1 / curl
        self.add("`ai1 --version`, wall", "≤ 0.65 × `curl --version`", milliseconds(ai1), milliseconds(curl),
                 f"{ratio:.2f} ×", ratio <= 0.65)

    def one_shot(self):
        runner = self.runner("short")
        words = self.curl_words(runner, "-sS")
        ai1, curl = measure.pairs(
            self.count(60), lambda: runner.wall(self.ask()), lambda: runner.wall(words))
        ratio = ai1 / curl
        self.add("one-shot ask to a loopback server, wall", "≤ 1.8 × curl, same request", milliseconds(ai1),
                 milliseconds(curl), f"{ratio:.2f} ×", ratio <= 1.8)

    def first_token(self, terminal):
        runner = self.runner("late")
        words = self.curl_words(runner, "-sSN")
        ai1, curl = measure.pairs(
            self.count(30), lambda: runner.first_token(self.ask(), terminal),
            lambda: runner.first_token(words, terminal))
        where = "terminal" if terminal else "pipe"
        rows = f"first token at a {where}, sent 150 ms after the request; from the start", "the same, from its sending"
        for index, what in enumerate(rows):
            added = ai1[index] - curl[index]
            self.add(what, "≤ 3 ms added over `curl -N`", milliseconds(ai1[index]), milliseconds(curl[index]),
                     f"{added * 1000:+.1f} ms", added <= 0.003)

    def stream(self, answer, how):
        runner = self.runner(answer)
        words = self.curl_words(runner, "-sSN")
        length = server.EVENT_BYTES - len(server.content(""))

        def ask():
            seconds, count = runner.piped(self.ask())
            if count != server.EVENTS * length + 1:
                raise measure.Failed(f"{count} octets of answer came, not {server.EVENTS * length + 1}")
            return seconds

        ai1, curl = measure.pairs(self.count(31), ask, lambda: runner.piped(words)[0])
        rate, ratio = server.EVENTS / ai1, ai1 / curl
        self.add(f"stream of {server.EVENTS:,} events to a pipe, {how}", "≥ 1,500,000 events/s", f"{rate:,.0f}/s",
                 f"{server.EVENTS / curl:,.0f}/s", f"{rate:,.0f}/s", rate >= 1_500_000)
        self.add("the same, wall", "≤ 1.2 × `curl -sN`", milliseconds(ai1), milliseconds(curl), f"{ratio:.2f} ×",
                 ratio <= 1.2)

    def memory(self):
        large = self.home / "large.txt"
        for what, answer, words, limit in (
                ("one-shot ask", "short", [], 35), ("that stream", "stream", [], 40),
                ("a 100 MB answer to a file", "large", ["-o", str(large)], 60)):
            runner = self.runner(answer)
            ai1 = max(runner.peak(self.ask(*words)) for _ in range(3)) / MEGABYTE
            flags = ["-sSN", *words]
            curl = max(runner.peak(self.curl_words(runner, *flags)) for _ in range(3)) / MEGABYTE
            self.add(f"peak memory, {what}", f"≤ {limit} MB", f"{ai1:.1f} MB", f"{curl:.1f} MB", f"{ai1:.1f} MB",
                     ai1 <= limit)
        runner.wall(self.ask("-o", str(large)))
        size = large.stat().st_size
        large.unlink()
        if abs(size - server.LARGE_BYTES) > 1:
            raise measure.Failed(f"the large answer has {size} octets, not {server.LARGE_BYTES}")

    def at_once(self):
        runner = self.runner("short")
        runner.wall(self.ask())
        before = self.files()
        started = datetime.datetime.now()
        with subprocess.Popen(
                ["xargs", "-P", str(AT_ONCE), "-I{}", self.ai1, "ask", "-m", "gpt", "--no-stdin", "{}"],
                env=runner.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                start_new_session=True) as child:
            prompts = "".join(f"prompt number {number}\n" for number in range(AT_ONCE))
            output, _ = child.communicate(prompts.encode(), timeout=measure.LIMIT_SECONDS)
        seconds = (datetime.datetime.now() - started).total_seconds()
        # They share a pipe, so that their pieces may alternate, but none may be missing.
        answers = min(output.count(piece) for piece in (b"Hello, ", b"world.", b"\n"))
        clean = len(output) == AT_ONCE * len(b"Hello, world.\n")
        try:
            os.killpg(child.pid, 0)
            left = "a process left"
        except ProcessLookupError:
            left = "no process left"
        files = sorted(self.files() - before)
        whole = child.returncode == 0 and answers == AT_ONCE and clean and not files and left == "no process left"
        self.add(f"{AT_ONCE} asks at once by `xargs -P {AT_ONCE}`", "all succeed, no file or process left",
                 f"{answers} in {seconds:.2f} s", "–",
                 f"{answers} succeeded, {len(files)} files and {left}", whole)

    def fill_purse(self):
        """The long answers cost more than there is to start with."""
        subprocess.run(
            [self.ai1, "credits", "add", "1000000"], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
            check=True)

    def files(self):
        return {str(path.relative_to(self.home)) for path in self.home.rglob("*")}

    def run(self):
        self.fill_purse()
        self.version()
        self.one_shot()
        self.first_token(terminal=True)
        self.first_token(terminal=False)
        self.stream("stream", "in chunks of 16 KiB")
        self.stream("single", "a chunk for each event")
        self.memory()
        self.at_once()


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms"


def first_line(words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def processor():
    with contextlib.suppress(OSError):
        for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    if sys.platform == "darwin":
        return first_line(["sysctl", "-n", "machdep.cpu.brand_string"])
    return platform.machine()


def report(bench):
    head = ["what", "to reach", "ai1", "curl", "measured", "reached"]
    lines = ["# Benchmarks", "",
             "Written by `make bench`: ai1 beside curl, in the same minute on the same machine, in interleaved pairs; "
             "times are medians, memory is the largest of three runs. Both send the very same request to a loopback "
             "server whose answers lie ready in memory; the reader of a pipe throws everything away. Memory below some "
             "11 MB cannot be told apart: so much the process has that starts the program. A figure that was not "
             "reached is written as such.", "",
             f"- Machine: {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.release()}",
             f"- Date: {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC",
             f"- Versions: {first_line([bench.ai1, '--version'])}; "
             f"{' '.join(first_line([bench.curl, '--version']).split()[:2])}; Python {platform.python_version()}", ""]
    if bench.quick:
        lines += ["A quick run: a fifth of the pairs.", ""]
    lines += ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(row) + " |" for row in bench.rows]
    return "\n".join(lines) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--ai1", required=True, help="the release binary")
    options.add_argument("--torture", help="the release build of ledger-torture; without it the ledger is left out")
    options.add_argument("--bench", help="the release build of ai1-bench; with --history, the router is measured")
    options.add_argument("--history", help="the release build of history-bench")
    options.add_argument("--wallet", help="the release build of wallet-bench")
    options.add_argument("--python", help="a Python that has eth-account")
    options.add_argument("--write", help="the file for the table")
    options.add_argument("--quick", action="store_true", help="a fifth of the pairs")
    words = options.parse_args()
    own = pathlib.Path(__file__).with_name("server.py")
    with tempfile.TemporaryDirectory(prefix="ai1-bench-") as home, subprocess.Popen(
            [sys.executable, "-B", own], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        try:
            bench = Bench(os.path.abspath(words.ai1), pathlib.Path(home), int(child.stdout.readline()), words.quick)
            bench.run()
        except (measure.Failed, subprocess.SubprocessError) as error:
            sys.exit(f"bench: {error}")
        finally:
            child.kill()
    text = report(bench)
    if words.torture:
        try:
            text += ledger_bench.section(ledger_bench.measured(words.torture, words.ai1, words.quick))
        except (ledger_bench.Failed, subprocess.SubprocessError) as error:
            sys.exit(f"bench: {error} {getattr(error, 'stderr', '')}")
    if words.bench and words.history:
        try:
            text += route_bench.section(
                route_bench.measured(os.path.abspath(words.ai1), words.bench, words.history, words.quick))
        except (ValueError, subprocess.SubprocessError) as error:
            sys.exit(f"bench: {error} {getattr(error, 'stderr', '')}")
    try:
        text += repl_bench.section(repl_bench.measured(os.path.abspath(words.ai1), words.quick))
    except (ValueError, OSError) as error:
        sys.exit(f"bench: {error}")
    if words.wallet:
        try:
            text += wallet_bench.section(
                wallet_bench.measured(os.path.abspath(words.ai1), words.wallet, words.python, words.quick))
        except (ValueError, subprocess.SubprocessError) as error:
            sys.exit(f"bench: {error} {getattr(error, 'stderr', '')}")
    print(text, end="")
    if words.write:
        pathlib.Path(words.write).write_text(text)


if __name__ == "__main__":
    main()
