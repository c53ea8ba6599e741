"""What ai1 must do at a server that others wrote."""

import concurrent.futures
import json
import os
import pathlib
import subprocess

ANSWER = "The proxy answers: 3 > 2, naïve, 今日は."
CALL_SECONDS = 20
AT_ONCE = 8
INPUT_PRICE, OUTPUT_PRICE = 1, 3  # US dollars per million tokens

SETTINGS = """
providers:
  upstream:
    base_url: {upstream}/v1
    dialect: openai
    key_env: INTEROP_KEY
    models: [{fast}]
  chat:
    base_url: {base}/v1
    dialect: openai
    key_env: INTEROP_KEY
    models: [{mock}, {relay_openai}, {relay_anthropic}, {relay_google}, {missing}]
  messages:
    base_url: {base}
    dialect: anthropic
    key_env: INTEROP_KEY
    models: [{mock}, {relay_openai}, {relay_anthropic}, {missing}]
  responses:
    base_url: {base}/v1
    dialect: openai-responses
    key_env: INTEROP_KEY
    models: [{mock}, {relay_openai}, {relay_anthropic}, {missing}]
tools:
  servers:
    time:
      command: {tool_server}
      args: [--local-timezone, Europe/Oslo]
"""


class Program:
    """ai1 with a home of its own."""

    def __init__(self, path, home, environment, key):
        self.path, self.home, self.environment, self.key = path, home, environment, key
        self.base = self.upstream = self.simulated = self.tool_server = None

    def run(self, *words, stdin=None, **variables):
        return subprocess.run(
            [self.path, *words], env=self.environment | variables, input=stdin, capture_output=True,
            stdin=subprocess.DEVNULL if stdin is None else None, timeout=CALL_SECONDS, cwd=self.home, check=False)

    def ask(self, model, *words, **variables):
        return self.run("ask", "-m", model, "--deadline", "15s", *words, INTEROP_KEY=self.key, **variables)

    def default_model(self, alias):
        """The id of the model that an alias stands for."""
        keys = {"OPENAI_API_KEY": "x", "ANTHROPIC_API_KEY": "x"}
        result = self.run("ask", "-m", alias, "--dry-run", "--json", "hi", **keys)
        return json.loads(result.stdout)["body"]["model"]

    def write_settings(self):
        def row(name):
            return (f"{{id: {name}, context: 100000, max_output: 4000, input_price: {INPUT_PRICE}, "
                    f"output_price: {OUTPUT_PRICE}, capabilities: [image, schema, tools]}}")

        rows = {name: row(name.replace("_", "-")) for name in (
            "mock", "relay_openai", "relay_anthropic", "relay_google", "missing", "fast")}
        folder = pathlib.Path(self.home, ".config/ai1")
        folder.mkdir(parents=True, mode=0o700)
        folder.joinpath("config.yaml").write_text(SETTINGS.format(
            base=self.base, upstream=self.upstream, tool_server=self.tool_server, **rows))
        # The sandbox answers the same to the same, so that what the proxy relayed can be compared octet by octet.
        self.simulated = self.ask("upstream/fast", PROMPT).stdout.decode().removesuffix("\n")


def expect(condition, what, result):
    if not condition:
        words = result.stderr.decode(errors="replace").strip() or result.stdout[-300:].decode(errors="replace")
        raise AssertionError(f"{what}; exit {result.returncode}: {words}")


def says(result, text=ANSWER):
    """Exit 0, exactly the answer and one newline, nothing on stderr."""
    expect(result.returncode == 0, "exit 0 was expected", result)
    expect(result.stdout == text.encode() + b"\n", "another answer was expected", result)
    expect(result.stderr == b"", "nothing was expected on stderr", result)


def relays(program, result):
    """Exactly what the sandbox says when nothing stands between."""
    assert "simulated" in program.simulated, program.simulated
    says(result, program.simulated)


def fails(result, code, target):
    """An exit code, nothing on stdout, and two lines that begin with the target's name."""
    expect(result.returncode == code, f"exit {code} was expected", result)
    expect(result.stdout == b"", "nothing was expected on stdout", result)
    lines = result.stderr.decode().splitlines()
    expect(lines[0].startswith(f"ai1: {target}: "), f"{target} should be named", result)
    expect(len(lines) == 2 and lines[1].startswith("hint: "), "a hint was expected as second line", result)


def counts(result, finish="stop"):
    """Usage as the server reported it, and a cost that is the price times it."""
    expect(result.returncode == 0, "exit 0 was expected", result)
    answer = json.loads(result.stdout)
    usage, cost = answer["usage"], answer["cost"]
    expect(usage["source"] == "reported", "reported usage was expected", result)
    expect(usage["input"] > 0 and usage["output"] > 0, "counted tokens were expected", result)
    nano = (usage["input"] * INPUT_PRICE + usage["output"] * OUTPUT_PRICE) * 1000
    expect(cost["nano_usd"] == nano, f"a cost of {nano} nano-US-dollars was expected", result)
    expect(answer["finish"] == finish and answer["error"] is None, "a regular end was expected", result)
    return answer


PROMPT = "How long is the bridge?"


def streamed_by_variables(program):
    variables = {"OPENAI_BASE_URL": program.base + "/v1", "OPENAI_API_KEY": program.key}
    says(program.run("ask", "-m", "gpt", PROMPT, **variables))


def whole_messages_by_variables(program):
    variables = {"ANTHROPIC_BASE_URL": program.base, "ANTHROPIC_API_KEY": program.key}
    says(program.run("ask", "-m", "claude", "--no-stream", PROMPT, **variables))


def piped_input(program):
    result = program.run(
        "ask", "-m", "chat/relay-openai", "Summarise this.", stdin=b"A bridge.\n", INTEROP_KEY=program.key)
    both = result.returncode == 0 and b"Summarise this. A bridge." in result.stdout
    expect(both, "both parts were expected", result)


def event_lines(program):
    result = program.ask("chat/relay-openai", "--jsonl", PROMPT)
    expect(result.returncode == 0, "exit 0 was expected", result)
    events = [json.loads(line) for line in result.stdout.splitlines()]
    text = "".join(event["text"] for event in events if event["type"] == "text")
    expect(events[0]["type"] == "start" and events[-1]["type"] == "end", "start and end were expected", result)
    expect(text == program.simulated, "the whole text was expected", result)


def schema(program):
    answer = counts(program.ask("chat/relay-openai", "--schema", "name, age int", "--json", "Invent a person."))
    assert set(answer["data"]) == {"name", "age"} and isinstance(answer["data"]["age"], int), answer["data"]


def length_limit(program):
    result = program.ask("chat/relay-openai", "--max-tokens", "5", "--json", PROMPT)
    expect(result.returncode == 100, "exit 100 was expected", result)
    expect(json.loads(result.stdout)["finish"] == "length", "the finish reason length was expected", result)


def rate_limit(program):
    fails(program.ask("chat/relay-google", "sandbox: fault=429,retry-after=60\n" + PROMPT), 75, "chat/relay-google")
    second = program.ask("chat/relay-google", PROMPT)
    expect(second.returncode == 75 and b"cooling down" in second.stderr, "a cool-down was expected", second)


def cut_stream(program):
    # Paced, so that text has been relayed when the upstream breaks off.
    result = program.ask("chat/relay-openai", "--no-fallback", "sandbox: pace=20,cut=2000\n" + PROMPT)
    expect(result.returncode == 76, "exit 76 was expected", result)
    expect(result.stdout != b"" and b"chat/relay-openai" in result.stderr, "a part was expected", result)


def added_provider(program):
    key = program.key.encode() + b"\n"
    result = program.run("route", "add", "added", "--base-url", program.base + "/v1", stdin=key)
    expect(result.returncode == 0, "exit 0 was expected", result)
    says(program.run("ask", "-m", "added/mock", PROMPT))


def many_at_once(program):
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        for result in pool.map(lambda _: program.ask("chat/mock", PROMPT), range(AT_ONCE)):
            says(result)


def closed_pipe(program):
    reader, writer = os.pipe()
    words = ["ask", "-m", "chat/relay-openai", "sandbox: bytes=2000000\n" + PROMPT]
    child = subprocess.Popen(
        [program.path, *words], env=program.environment | {"INTEROP_KEY": program.key}, stdin=subprocess.DEVNULL,
        stdout=writer, stderr=subprocess.PIPE, cwd=program.home)
    os.close(writer)
    try:
        os.read(reader, 5)
        os.close(reader)
        _, errors = child.communicate(timeout=CALL_SECONDS)
    finally:
        child.kill()
    assert child.returncode == -13 and errors == b"", f"exit {child.returncode}: {errors.decode(errors='replace')}"


CONVERSION = {"source_timezone": "UTC", "time": "12:00", "target_timezone": "Asia/Tokyo"}
CALLS = "sandbox: calls=" + json.dumps(
    [{"name": "time__convert_time", "arguments": CONVERSION}], separators=(",", ":")) + "\nHow late is it in Tokyo?"


def tool_granted(program, model):
    """The model of the sandbox calls the tool, the server of others converts, the model is told."""
    allowed = program.run("dev", "tools", "allow", "time/convert_time")
    expect(allowed.returncode == 0 and b"approved as it is" in allowed.stderr, "an approval was expected", allowed)
    result = program.ask(model, "--tools", "time", "--tool-approve", "never", "--json", CALLS)
    expect(result.returncode == 0, "exit 0 was expected", result)
    answer = json.loads(result.stdout)
    call = answer["tool_calls"][0]
    expect(call["tool"] == "time/convert_time" and call["approved"] and call["error"] is None, "a call was expected", result)
    expect("T21:00:00+09:00" in answer["text"], "the time in Tokyo was expected", result)
    expect(len(answer["attempts"]) == 2, "two rounds were expected", result)


def tool_denied(program, model):
    """Nobody can be asked, and the tool is not approved: the model is told so."""
    program.run("dev", "tools", "forget", "time/convert_time")
    result = program.ask(model, "--tools", "time", "--json", CALLS)
    expect(result.returncode == 0, "exit 0 was expected", result)
    answer = json.loads(result.stdout)
    call = answer["tool_calls"][0]
    expect(not call["approved"] and call["error"] == "the user denied this call", "a denial was expected", result)
    expect("the user denied this call" in answer["text"], "the model was to be told", result)


def tool_list(program):
    result = program.run("dev", "tools", "--json")
    expect(result.returncode == 0, "exit 0 was expected", result)
    names = sorted(tool["tool"] for tool in json.loads(result.stdout)["tools"])
    expect(names == ["convert_time", "get_current_time"], "two tools were expected", result)


CHECKS = [
    ("OpenAI chat: streamed, with OPENAI_BASE_URL and OPENAI_API_KEY", streamed_by_variables),
    ("OpenAI chat: in one piece", lambda program: says(program.ask("chat/mock", "--no-stream", PROMPT))),
    ("OpenAI chat: usage and cost of a stream", lambda program: counts(program.ask("chat/mock", "--json", PROMPT))),
    ("OpenAI chat: usage and cost of a whole answer",
     lambda program: counts(program.ask("chat/mock", "--json", "--no-stream", PROMPT))),
    ("OpenAI chat: relayed from an OpenAI upstream",
     lambda program: relays(program, program.ask("chat/relay-openai", PROMPT))),
    ("OpenAI chat: relayed from an Anthropic upstream",
     lambda program: relays(program, program.ask("chat/relay-anthropic", PROMPT))),
    ("OpenAI chat: relayed from a Google upstream",
     lambda program: relays(program, program.ask("chat/relay-google", PROMPT))),
    ("OpenAI chat: prompt and standard input joined", piped_input),
    ("OpenAI chat: events as JSON lines", event_lines),
    ("OpenAI chat: an answer by a schema", schema),
    ("OpenAI chat: a length limit is exit 100", length_limit),
    ("OpenAI chat: eight at once", many_at_once),
    ("OpenAI chat: a reader that leaves", closed_pipe),
    ("OpenAI chat: an unknown model",
     lambda program: fails(program.ask("chat/missing", PROMPT), 65, "chat/missing")),
    ("OpenAI chat: a stream that is cut", cut_stream),
    ("OpenAI chat: a rate limit, remembered by the next process", rate_limit),
    ("Anthropic messages: in one piece, with ANTHROPIC_BASE_URL and ANTHROPIC_API_KEY", whole_messages_by_variables),
    ("Anthropic messages: streamed, translated from an OpenAI upstream",
     lambda program: relays(program, program.ask("messages/relay-openai", PROMPT))),
    ("Anthropic messages: streamed, from an Anthropic upstream",
     lambda program: relays(program, program.ask("messages/relay-anthropic", PROMPT))),
    ("Anthropic messages: usage and cost of a stream",
     lambda program: counts(program.ask("messages/relay-anthropic", "--json", PROMPT))),
    ("Anthropic messages: an unknown model",
     lambda program: fails(program.ask("messages/missing", PROMPT), 65, "messages/missing")),
    ("OpenAI responses: in one piece", lambda program: says(program.ask("responses/mock", "--no-stream", PROMPT))),
    ("OpenAI responses: streamed, from an OpenAI upstream",
     lambda program: relays(program, program.ask("responses/relay-openai", PROMPT))),
    ("OpenAI responses: streamed, translated from an Anthropic upstream",
     lambda program: relays(program, program.ask("responses/relay-anthropic", PROMPT))),
    ("OpenAI responses: usage and cost of a stream",
     lambda program: counts(program.ask("responses/relay-openai", "--json", PROMPT))),
    ("Tools: an MCP server from PyPI is listed", tool_list),
    ("Tools: OpenAI chat, a call denied", lambda program: tool_denied(program, "chat/relay-openai")),
    ("Tools: OpenAI chat, a call granted", lambda program: tool_granted(program, "chat/relay-openai")),
    ("Tools: Anthropic messages, a call denied", lambda program: tool_denied(program, "messages/relay-anthropic")),
    ("Tools: Anthropic messages, a call granted", lambda program: tool_granted(program, "messages/relay-anthropic")),
    ("ai1 route add: the key from standard input, checked, models listed", added_provider),
]


def run_all(program):
    """Runs every check, one line each, and counts."""
    program.write_settings()
    passed = failed = 0
    for name, check in CHECKS:
        try:
            check(program)
        except (AssertionError, subprocess.TimeoutExpired, ValueError, KeyError, IndexError, OSError) as error:
            failed += 1
            print(f"failed: {name}: {str(error)[:600]}", flush=True)
        else:
            passed += 1
            print(f"ok: {name}", flush=True)
    return passed, failed
