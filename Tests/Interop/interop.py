"""Sets up LiteLLM's proxy beside ai1's own sandbox and runs the checks of checks.py. Standard library only.

The proxy answers in two ways: with mock responses of its own, and by relaying to the sandbox server, so that it reads
ai1's simulation with its own clients and writes streams with its own code.
"""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import venv

import checks

PIN = "litellm[proxy]==1.106.2"
# A server of tools that others wrote.
TOOLS_PIN = "mcp-server-time==2026.10.19"
INSTALL_SECONDS = 150
READY_SECONDS = 45
LAST_SECONDS = 230
KEY = "sk-interop"

CONFIG = """
model_list:
  - model_name: "{openai}"
    litellm_params: {{model: openai/mock, api_key: none, mock_response: "{answer}"}}
  - model_name: "{anthropic}"
    litellm_params: {{model: openai/mock, api_key: none, mock_response: "{answer}"}}
  - model_name: mock
    litellm_params: {{model: openai/mock, api_key: none, mock_response: "{answer}"}}
  - model_name: relay-openai
    litellm_params: {{model: openai/fast, api_base: "{sandbox}/v1", api_key: none, max_retries: 0}}
  - model_name: relay-anthropic
    litellm_params: {{model: anthropic/fast, api_base: "{sandbox}", api_key: none, max_retries: 0}}
  - model_name: relay-google
    litellm_params: {{model: gemini/fast, api_base: "{sandbox}/v1beta", api_key: none, max_retries: 0}}
router_settings: {{num_retries: 0, disable_cooldowns: true}}
litellm_settings: {{telemetry: false, num_retries: 0}}
general_settings: {{master_key: "{key}"}}
"""


class Skip(Exception):
    """The other server cannot be had here."""


def skip_unless_installed(folder):
    """Makes the venv unless it is there with this very pin."""
    stamp = folder / "interop-pin"
    if stamp.exists() and stamp.read_text() == f"{PIN} {TOOLS_PIN}":
        return
    print(f"interop: installing {PIN} and {TOOLS_PIN}", file=sys.stderr)
    try:
        venv.create(folder, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, ImportError, OSError) as error:
        raise Skip(f"python3 cannot make a venv ({error})") from error
    command = [folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    command += ["--retries", "2", "--timeout", "30", PIN, TOOLS_PIN]
    with tempfile.TemporaryFile("w+") as log:
        try:
            code = run_bounded(command, INSTALL_SECONDS, log)
        except subprocess.TimeoutExpired as error:
            raise Skip(f"{PIN} was not installed within {INSTALL_SECONDS} s") from error
        log.seek(0)
        lines = [line for line in log.read().splitlines() if line.strip()]
    if code != 0:
        raise Skip(f"{PIN} cannot be installed: {lines[-1] if lines else f'pip ended with {code}'}")
    stamp.write_text(f"{PIN} {TOOLS_PIN}")


def run_bounded(command, seconds, log):
    """Runs a command with everything it starts in a group of its own, which ends with the time."""
    with process(command, dict(os.environ), log) as child:
        return child.wait(timeout=seconds)


@contextlib.contextmanager
def process(command, environment, log, folder=None):
    """A child in a group of its own; none of the group outlives the block."""
    child = subprocess.Popen(
        command, env=environment, cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
        start_new_session=True)
    try:
        yield child
    finally:
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=5)


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def wait_for_line(path, child, prefix):
    """The rest of the first line that begins so, as soon as the child has written it."""
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and child.poll() is None:
        for line in path.read_text().splitlines():
            if line.startswith(prefix):
                return line.removeprefix(prefix)
        time.sleep(0.02)
    raise RuntimeError("ai1 dev sandbox did not start: " + path.read_text()[-500:])


def wait_until_ready(url, child, log):
    # The proxy is on loopback: no proxy of the environment may stand between.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end and child.poll() is None:
        try:
            with opener.open(url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError("the proxy did not become ready: " + log.read_text()[-2000:])


def environment(home):
    """Nothing of the caller's but the path: no key, no proxy, no settings."""
    return {"HOME": str(home), "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LANG": "C.UTF-8"}


def run(ai1, folder):
    skip_unless_installed(folder)
    with tempfile.TemporaryDirectory(prefix="ai1-interop-") as name, contextlib.ExitStack() as stack:
        home = pathlib.Path(name)
        program = checks.Program(ai1, home, environment(home), KEY)
        sandbox_log, proxy_log = home / "sandbox.log", home / "proxy.log"
        log = stack.enter_context(sandbox_log.open("w"))
        sandbox = stack.enter_context(process([ai1, "dev", "sandbox"], environment(home), log))
        upstream = wait_for_line(sandbox_log, sandbox, "listening on ")
        port = free_port()
        config = home / "proxy.yaml"
        config.write_text(CONFIG.format(
            openai=program.default_model("gpt"), anthropic=program.default_model("claude"), answer=checks.ANSWER,
            sandbox=upstream, key=KEY))
        log = stack.enter_context(proxy_log.open("w"))
        # The price list comes with the package: nothing is fetched.
        own = environment(home) | {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "NO_PROXY": "127.0.0.1"}
        command = [folder / "bin/litellm", "--config", config, "--host", "127.0.0.1", "--port", str(port)]
        proxy = stack.enter_context(process(command, own, log, home))
        started = time.monotonic()
        wait_until_ready(f"http://127.0.0.1:{port}/health/readiness", proxy, proxy_log)
        print(f"interop: {PIN} ready after {time.monotonic() - started:.1f} s", file=sys.stderr)
        program.tool_server = folder / "bin/mcp-server-time"
        program.base, program.upstream = f"http://127.0.0.1:{port}", upstream
        return checks.run_all(program)


def main():
    ai1, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute()
    # Whatever ends this script early still unwinds the blocks above, which end the children.
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, lambda number, frame: sys.exit(f"interop: ended by {signal.Signals(number).name}"))
    signal.alarm(LAST_SECONDS)
    try:
        passed, failed = run(ai1, folder)
    except Skip as reason:
        print(f"interop: skipped: {reason}")
        return 0
    except RuntimeError as error:
        print(f"interop: {error}")
        passed, failed = 0, 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
