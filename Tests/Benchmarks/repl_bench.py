"""The REPL on a pseudo-terminal: ready, typed at while an answer streams, and what that takes."""
import fcntl
import http.server
import json
import multiprocessing
import os
import pathlib
import pty
import random
import select
import struct
import tempfile
import termios
import time

LINES = 10_000
TOKENS_A_SECOND = 2_000
TOKEN_OCTETS = 4
COLUMNS, ROWS = 80, 40
LONGEST_SECONDS = 300
KEYS = 300


def markdown(lines):
    """Prose, lists, code and tables, always the same."""
    dice = random.Random(1)
    words = "the quick brown fox jumps over a lazy dog while tokens arrive and rows are painted".split()

    def phrase(count):
        return " ".join(dice.choice(words) for _ in range(count))

    out = []
    while len(out) < lines:
        kind = dice.random()
        if kind < 0.4:
            out += [phrase(9) for _ in range(4)] + [""]
        elif kind < 0.6:
            out += [f"- item {n} **bold** `code` {phrase(5)}" for n in range(8)] + [""]
        elif kind < 0.8:
            out += ["```python"] + [f"def f{n}(x): return x + {n}  # comment" for n in range(15)] + ["```", ""]
        elif kind < 0.9:
            out += ["| a | b | c |", "|---|--:|---|"] + [f"| cell {n} | {n * 7} | words |" for n in range(8)] + [""]
        else:
            out += [f"## Heading {len(out)}", ""]
    return "\n".join(out[:lines]) + "\n"


def serve(port, text):
    """A model that sends so many tokens a second; runs in a process of its own."""
    tokens = [text[at:at + TOKEN_OCTETS] for at in range(0, len(text), TOKEN_OCTETS)]

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            start = time.monotonic()

            def event(choices, usage=None):
                body = {"id": "x", "object": "chat.completion.chunk", "model": "bench-1", "choices": choices}
                if usage:
                    body["usage"] = usage
                self.wfile.write(b"data: " + json.dumps(body).encode() + b"\n\n")

            for number, token in enumerate(tokens, 1):
                event([{"index": 0, "delta": {"content": token}}])
                ahead = start + number / TOKENS_A_SECOND - time.monotonic()
                if ahead > 0:
                    self.wfile.flush()
                    time.sleep(ahead)
            event([{"index": 0, "delta": {}, "finish_reason": "stop"}])
            event([], {"prompt_tokens": 10, "completion_tokens": len(tokens), "total_tokens": 10 + len(tokens)})
            self.wfile.write(b"data: [DONE]\n\n")

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    port.value = server.server_address[1]
    server.serve_forever()


class Session:
    """ai1 alone on a pseudo-terminal."""

    def __init__(self, ai1, home, port):
        settings = pathlib.Path(home, ".config", "ai1")
        settings.mkdir(parents=True, exist_ok=True)
        settings.joinpath("config.yaml").write_text(
            "model: bench-1\nproviders:\n  bench:\n    base_url: http://127.0.0.1:%d/v1\n    dialect: openai\n"
            "    models:\n      - {id: bench-1, context: 10000000, max_output: 5000000, input_price: 1, output_price: 2}\n"
            % port)
        variables = {"HOME": str(home), "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        start = time.monotonic()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.execve(ai1, [ai1], variables)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.seen = b""
        while "› ".encode() not in self.seen and time.monotonic() - start < LONGEST_SECONDS:
            self.read(1)
        self.ready = time.monotonic() - start

    def read(self, seconds):
        if not select.select([self.terminal], [], [], seconds)[0]:
            return 0
        piece = os.read(self.terminal, 1 << 16)
        self.seen += piece
        return len(piece)

    def processor_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_mib(self):
        status = pathlib.Path(f"/proc/{self.process}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def leave(self):
        os.write(self.terminal, b"\x15\x04")
        os.waitpid(self.process, 0)
        os.close(self.terminal)

    def stream(self):
        """One answer, typed at meanwhile: seconds, seconds of a processor, octets written, delays of echoes."""
        time.sleep(0.3)
        self.read(0.1)
        dice = random.Random(2)
        before, start = self.processor_seconds(), time.monotonic()
        os.write(self.terminal, b"go\r")
        written, delays, waited, tail, next_key = 0, [], None, b"", start + 1
        while time.monotonic() - start < LONGEST_SECONDS:
            self.seen = b"" if waited is None else self.seen
            count = self.read(0.0005 if waited else 0.01)
            written += count
            now = time.monotonic()
            if waited and count and waited[0] in self.seen:
                delays.append(now - waited[1])
                waited = None
            if waited is None and now > next_key and len(delays) < KEYS:
                # A letter that no answer has.
                letter = chr(0x430 + len(delays) % 30).encode()
                if len(delays) % 20 == 19:
                    os.write(self.terminal, b"\x15")
                self.seen = b""
                waited = (letter, time.monotonic())
                os.write(self.terminal, letter)
                next_key = now + dice.uniform(0.05, 0.12)
            tail = (tail + self.seen)[-400:]
            if b" tok " in tail and "bench-1 ·".encode() in tail:
                break
        return time.monotonic() - start, self.processor_seconds() - before, written, sorted(delays)


def measured(ai1, quick):
    text = markdown(LINES // 5 if quick else LINES)
    port = multiprocessing.Value("i", 0)
    child = multiprocessing.Process(target=serve, args=(port, text), daemon=True)
    child.start()
    while port.value == 0:
        time.sleep(0.01)
    with tempfile.TemporaryDirectory(prefix="ai1-bench-") as home:
        try:
            starts = []
            for _ in range(9):
                session = Session(ai1, home, port.value)
                starts.append(session.ready)
                session.leave()
            session = Session(ai1, home, port.value)
            seconds, processor, written, delays = session.stream()
            peak = session.peak_mib()
            session.leave()
        finally:
            child.kill()
    if not delays:
        raise ValueError("no key was echoed")
    tokens = len(text) / TOKEN_OCTETS
    return [
        ("the first prompt, median of nine", 60, sorted(starts)[4] * 1e3, "ms"),
        ("key press to echo while an answer streams, 99th percentile", 5, delays[int(len(delays) * 0.99)] * 1e3, "ms"),
        (f"an answer of {text.count(chr(10)):,} lines at {TOKENS_A_SECOND:,} tokens/s, of one core", 25,
         100 * processor / seconds, "%"),
        ("its peak memory", 60, peak, "MB"),
        ("octets written to the terminal a token of four octets, echoes included", 24, written / tokens, "octets"),
    ]


def section(rows):
    lines = ["", "## The terminal", "",
             "`ai1` alone on a pseudo-terminal of 80 columns, before a server that sends prose, lists, code and tables at an "
             "even pace; keys are pressed meanwhile.", "",
             "| what | to reach | measured | reached |", "|---|---|---|---|"]
    for what, most, value, unit in rows:
        lines.append(f"| {what} | ≤ {most} {unit} | {value:.2f} {unit} | {'yes' if value <= most else 'no'} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    import sys
    print(section(measured(os.path.abspath(sys.argv[1]), "--quick" in sys.argv)))
