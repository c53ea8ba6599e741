"""Measures what the router, the synced catalogue and the history cost a command.

Used by bench.py; alone: route_bench.py --ai1 PATH --bench PATH --history PATH [--quick]
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

LIMIT_SECONDS = 900
PROVIDERS, MODELS = 147, 36


def catalogue():
    """A public catalogue of full size in the shape of models.dev's api.json."""
    providers = {}
    for number in range(PROVIDERS):
        name = f"provider{number}"
        models = {}
        for index in range(MODELS):
            model = f"organisation{index % 7}/model-{number}-{index}"
            models[model] = {
                "id": model, "name": f"Model {number} {index}", "reasoning": index % 3 == 0, "tool_call": index % 2 == 0,
                "temperature": True, "release_date": "2026-05-01", "modalities": {"input": ["text"], "output": ["text"]},
                "limit": {"context": 128000, "output": 16384},
                "cost": {"input": 0.1 + index / 10, "output": 0.4 + index / 5}}
        providers[name] = {
            "id": name, "name": name.title(), "npm": "@ai-sdk/openai-compatible", "env": [f"PROVIDER{number}_API_KEY"],
            "api": f"https://api.provider{number}.example/v1", "doc": "https://provider.example", "models": models}
    return json.dumps(providers)


class RouteBench:
    """One run of all measurements; `rows` gets (what, to reach, measured, reached)."""

    def __init__(self, ai1, bench, history, folder, quick):
        self.ai1, self.bench, self.history = ai1, bench, history
        self.folder, self.quick = pathlib.Path(folder), quick
        self.environment = {
            "AI1_HOME": str(self.folder / "home"), "HOME": str(self.folder), "LANG": "C.UTF-8", "TZ": "UTC",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "OPENAI_API_KEY": "x", "GROQ_API_KEY": "x"}
        self.rows = []

    def add(self, what, limit_ms, milliseconds):
        figure = f"{milliseconds:.2f} ms" if milliseconds < 10 else f"{milliseconds:.0f} ms"
        self.rows.append((what, f"≤ {limit_ms:,} ms", figure, "yes" if milliseconds <= limit_ms else "**no**"))
        print(f"{what}: {figure} (to reach: ≤ {limit_ms} ms)", file=sys.stderr)

    def wall(self, *words, count=15):
        times = []
        for _ in range(3 if self.quick else count):
            start = time.monotonic()
            subprocess.run(
                [self.ai1, *words], env=self.environment, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=LIMIT_SECONDS, check=True)
            times.append((time.monotonic() - start) * 1000)
        return statistics.median(times)

    def decision(self):
        fields = subprocess.run(
            [self.bench, "decide", "5000", "300"], capture_output=True, text=True, timeout=LIMIT_SECONDS,
            check=True).stdout.split()
        if fields[2] != "5000":
            raise ValueError(f"only {fields[2]} of 5,000 candidates were ranked")
        self.add("a decision over 5,000 candidates, all of which may serve", 1, int(fields[0]) / 1000)

    def fill(self):
        count = 5_000 if self.quick else 100_000
        data = self.folder / "home" / "data"
        data.mkdir(parents=True, mode=0o700)
        subprocess.run(
            [self.history, "fill", str(data / "history.db"), str(count)], capture_output=True, timeout=LIMIT_SECONDS,
            check=True)
        return f"{count:,} requests"

    def run(self):
        self.decision()
        document = self.folder / "api.json"
        document.write_text(catalogue())
        filled = self.fill()
        models = f"{PROVIDERS * MODELS:,} models"
        self.add(f"`ai1 route sync --from FILE` of {models}", 1000, self.wall("route", "sync", "--from", str(document), "--yes", count=5))
        prompt = "prove that the square root of two is irrational"
        self.add(f"`ai1 route explain` with {models} synced and {filled} recorded", 60, self.wall("route", "explain", prompt))
        self.add(f"`ai1 route models --names` (a completion) with {models} synced", 50, self.wall("route", "models", "--names"))
        self.add(f"`ai1 route log --search` over {filled}", 100, self.wall("route", "log", "--search", "w12 w30"))
        self.add(f"`ai1 route log` over {filled}", 60, self.wall("route", "log"))


def measured(ai1, bench, history, quick):
    """All rows; measured on the disk of the temporary folder."""
    with tempfile.TemporaryDirectory(prefix="ai1-bench-") as folder:
        route = RouteBench(ai1, bench, history, folder, quick)
        route.run()
        return route.rows


HEAD = ["what", "to reach", "measured", "reached"]
WORDS = (
    "The decision is measured inside a process; the others are whole processes, medians of fifteen. The catalogue is one of "
    "full size in the shape of models.dev's; two providers have a key.")


def section(rows):
    lines = ["", "## The router", "", WORDS, "", "| " + " | ".join(HEAD) + " |", "|" + "---|" * len(HEAD)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--ai1", required=True, help="the release binary")
    options.add_argument("--bench", required=True, help="the release build of ai1-bench")
    options.add_argument("--history", required=True, help="the release build of history-bench")
    options.add_argument("--quick", action="store_true", help="fewer runs, a small history")
    words = options.parse_args()
    print(section(measured(words.ai1, words.bench, words.history, words.quick)), end="")


if __name__ == "__main__":
    main()
