"""JSON-RPC 2.0 over HTTP on loopback."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import control
import faults
import methods
import shapes
from failures import RPCError

MAXIMUM_BODY = 16 * 1024 * 1024
DEFAULT_HANG_SECONDS = 60
DEFAULT_RETRY_AFTER_SECONDS = 1
NOT_JSON = b"<html><body>502 Bad Gateway</body></html>"


class Service:
    """Carries out requests on a node, with faults."""

    def __init__(self, node):
        self.node = node
        self.faults = faults.Faults()
        self.closing = threading.Event()

    def carry_out(self, method, parameters):
        """The result of one method."""
        if method == "ai1_fault":
            self.faults.add(parameters[0])
            return True
        if method == "ai1_clearFaults":
            self.faults.clear()
            return True
        if method == "ai1_faultsLeft":
            return self.faults.left()
        work = methods.METHODS.get(method) or control.METHODS.get(method)
        if work is None:
            raise RPCError(f"the method {method} does not exist/is not available", -32601)
        with self.node.lock:
            return work(self.node, *parameters)

    def result(self, request):
        """The result of a request, as a fault may have it."""
        method, parameters = request.get("method"), request.get("params") or []
        fault = self.faults.take([request], set(faults.REFUSALS) | faults.ANSWERS)
        if fault is None:
            return self.carry_out(method, parameters)
        if fault.mode in faults.REFUSALS:
            raise RPCError(faults.REFUSALS[fault.mode])
        if fault.mode == "error":
            error = fault.value or {}
            raise RPCError(error.get("message", "internal error"), error.get("code", -32603), error.get("data"))
        if fault.mode == "stuck":
            with self.node.lock:
                return self.node.send(shapes.data(parameters[0]), stuck=True)
        result = self.carry_out(method, parameters)
        if fault.mode == "alreadyKnown":
            raise RPCError("already known")
        return faults.falsified(fault, result)

    def answer(self, request):
        """The answer to one request object."""
        if not isinstance(request, dict):
            return {"jsonrpc": "2.0", "id": None, "error": {"code": -32600, "message": "invalid request"}}
        answer = {"jsonrpc": "2.0", "id": request.get("id")}
        try:
            answer["result"] = self.result(request)
        except RPCError as error:
            answer["error"] = error.object()
        except TypeError as error:
            answer["error"] = {"code": shapes.INVALID_PARAMETERS, "message": f"invalid parameters: {error}"}
        except Exception as error:  # A fault of ours must be seen by the test and not end the node.
            answer["error"] = {"code": -32603, "message": f"{type(error).__name__}: {error}"}
        return answer


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def do_POST(self):
        """Answers one request or one batch."""
        count = int(self.headers.get("content-length", 0))
        if not 0 < count <= MAXIMUM_BODY:
            return self.respond(413, b"")
        try:
            body = json.loads(self.rfile.read(count))
        except ValueError:
            return self.respond_json({"id": None, "error": {"code": -32700, "message": "parse error"}})
        requests = [each for each in (body if isinstance(body, list) else [body]) if isinstance(each, dict)]
        for request in requests:
            self.server.service.node.note(str(request.get("method")), request.get("params"))
        fault = self.server.service.faults.take(requests, faults.BEFORE)
        if fault:
            return self.fail(fault)
        service = self.server.service
        answers = [service.answer(each) for each in body] if isinstance(body, list) else service.answer(body)
        fault = service.faults.take(requests, faults.AFTER)
        return self.fail(fault, answers) if fault else self.respond_json(answers)

    def fail(self, fault, answers=None):
        """Lets the transport fail."""
        mode = fault.mode.removesuffix("After")
        if mode == "hang":
            self.server.service.closing.wait(float(fault.value or DEFAULT_HANG_SECONDS))
        if mode in ("hang", "drop"):
            self.close_connection = True
        elif mode == "429":
            seconds = DEFAULT_RETRY_AFTER_SECONDS if fault.value is None else fault.value
            self.respond(429, b"", [("Retry-After", str(seconds))])
        elif mode == "503":
            self.respond(503, b"")
        elif mode == "batchRefused":
            error = {"code": -32600, "message": "batch requests are not supported"}
            self.respond_json({"jsonrpc": "2.0", "id": None, "error": error})
        elif mode == "truncated":
            whole = json.dumps(answers, separators=(",", ":")).encode()
            self.respond(200, whole[: len(whole) // 2])
        elif mode == "notJSON":
            self.respond(200, NOT_JSON, [("Content-Type", "text/html")])

    def respond_json(self, value):
        """Answers with a JSON value."""
        body = json.dumps(value, separators=(",", ":")).encode()
        self.respond(200, body, [("Content-Type", "application/json")])

    def respond(self, status, body, fields=()):
        """Answers with octets."""
        self.send_response(status)
        for name, value in fields:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def log_message(self, *_):
        """Says nothing on standard error."""


class Server(ThreadingHTTPServer):
    """The server of one node."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, port, node):
        super().__init__(("127.0.0.1", port), Handler)
        self.service = Service(node)

    def handle_error(self, request, client_address):
        """A client that goes away is none of the node's business."""
