"""A loopback server that is never the bottleneck of a measurement: every answer lies ready in memory.

Prints its port, serves until its standard input ends. The first part of a path names the answer:
/short a few words; /late the moment of sending, 150 ms after the request (t= and nanoseconds of the monotonic clock);
/stream 200,000 events of some 193 octets in chunks of 16 KiB; /single the same with a chunk for each event; /large
100 MB of text.
"""

import socket
import sys
import threading
import time

EVENTS = 200_000
EVENT_BYTES = 193
LARGE_BYTES = 100_000_000
LARGE_PIECE = 4_000
LATE_SECONDS = 0.15
CHUNK_BYTES = 16_384

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
FRAME = ('{"id":"chatcmpl-0123456789abcdef","object":"chat.completion.chunk","created":1767225600,'
         '"model":"gpt-benchmark","choices":[{"index":0,"delta":%s,"finish_reason":%s}]%s}')
USAGE = ',"usage":{"prompt_tokens":9,"completion_tokens":%d,"total_tokens":%d}'


def event(delta, finish="null", rest=""):
    return b"data: " + (FRAME % (delta, finish, rest)).encode() + b"\n\n"


def content(text):
    return event('{"content":"%s"}' % text)


def end(tokens):
    return event("{}", '"stop"', USAGE % (tokens, tokens + 9)) + b"data: [DONE]\n\n"


def chunk(data):
    return b"%x\r\n%s\r\n" % (len(data), data)


def chunked(body, size=CHUNK_BYTES):
    pieces = (body[start:start + size] for start in range(0, len(body), size))
    return b"".join(map(chunk, pieces)) + b"0\r\n\r\n"


def answers():
    text = "x" * (EVENT_BYTES - len(content("")))
    short = chunk(content("Hello, ")) + chunk(content("world.")) + chunk(end(4)) + b"0\r\n\r\n"
    large = content("y" * (LARGE_PIECE - 1) + "\\n") * (LARGE_BYTES // LARGE_PIECE)
    bodies = {
        "short": short, "stream": chunked(content(text) * EVENTS + end(EVENTS)),
        "single": chunk(content(text)) * EVENTS + chunk(end(EVENTS)) + b"0\r\n\r\n",
        "large": chunked(large + end(LARGE_BYTES // 4))}
    return {name: HEAD + body for name, body in bodies.items()}


def serve(connection, ready):
    """Answers one request after another until the client leaves."""
    with connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        pending = b""
        while True:
            while b"\r\n\r\n" not in pending:
                data = connection.recv(65_536)
                if not data:
                    return
                pending += data
            head, _, body = pending.partition(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            fields = dict(line.lower().split(": ", 1) for line in lines[1:])
            length = int(fields.get("content-length", 0))
            while len(body) < length:
                data = connection.recv(65_536)
                if not data:
                    return
                body += data
            pending = body[length:]
            name = lines[0].split("/")[1]
            if name == "late":
                connection.sendall(HEAD)
                time.sleep(LATE_SECONDS)
                connection.sendall(chunk(content(f"t={time.monotonic_ns()}\\n")))
                connection.sendall(ready["short"][len(HEAD):])
            else:
                connection.sendall(ready[name])


def serve_quietly(connection, ready):
    try:
        serve(connection, ready)
    except OSError:
        # The client left before the end: its right.
        pass


def main():
    ready = answers()
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=serve_quietly, args=(connection, ready), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
