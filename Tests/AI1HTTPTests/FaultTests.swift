import AI1Core
import Testing

@testable import AI1HTTP

@Suite("faults of a server", .timeLimit(.minutes(1)))
struct FaultTests {
    /// The fault of a GET to a server that reads the request and then does this.
    private func fault(
        limits: HTTPLimits = HTTPLimits(), after act: @escaping @Sendable (Connection) -> Void
    ) async -> ProviderFault? {
        let server = RawServer { connection in
            connection.readRequest()
            act(connection)
        }
        var request = HTTPRequest(method: .get, url: server.url())
        request.limits = limits
        return await AI1HTTPTests.fault { [request] in _ = try await makeTransport().fetch(request) }
    }

    @Test("a connection that is closed or reset without an answer is transient", arguments: [true, false])
    func noAnswer(_ isReset: Bool) async {
        let fault = await fault { if isReset { $0.reset() } }
        #expect(fault?.kind == .transient)
        #expect(fault?.underlying?.hasPrefix("curl (") == true)
    }

    @Test("a connection that ends within the head is transient: no answer has come")
    func cutHead() async {
        #expect(await fault { $0.send("HTTP/1.1 200 OK\r\nContent-Ty") }?.kind == .transient)
    }

    @Test(
        "a body that ends too early is cut",
        arguments: [
            "Content-Length: 10\r\n\r\n12345", "Transfer-Encoding: chunked\r\n\r\n",
            "Transfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n", "Transfer-Encoding: chunked\r\n\r\n5\r\n123",
        ])
    func cut(_ rest: String) async {
        let fault = await fault { $0.send("HTTP/1.1 200 OK\r\n" + rest) }
        #expect(fault?.kind == .cut)
        #expect(fault?.message == "the connection was lost before the answer was complete")
    }

    @Test("a reset within the body is cut, and what came before it is read")
    func resetBody() async throws {
        let gate = Gate()
        let server = RawServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
            gate.wait()
            connection.reset()
        }
        let response = try await makeTransport().send(HTTPRequest(method: .get, url: server.url()))
        var piece: [UInt8] = []
        #expect(try await response.body.next(into: &piece))
        #expect(piece == Array("12345".utf8))
        gate.open()
        let fault = await AI1HTTPTests.fault { _ = try await response.body.next(into: &piece) }
        #expect(fault?.kind == .cut)
    }

    @Test(
        "what is not HTTP is malformed",
        arguments: ["SSH-2.0-OpenSSH_9.2\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "\u{1}\u{2}\u{3}\r\n"])
    func notHTTP(_ text: String) async {
        #expect(await fault { $0.send(text) }?.kind == .malformed)
    }

    @Test("a head larger than 64 KiB is malformed, in one line or in many", arguments: [1, 100])
    func largeHead(_ lines: Int) async {
        let line = "X-Long: " + String(repeating: "a", count: 66_000 / lines) + "\r\n"
        let fault = await fault { $0.send("HTTP/1.1 200 OK\r\n" + String(repeating: line, count: lines) + "\r\n") }
        #expect(fault?.kind == .malformed)
        #expect(fault?.message == "the answer's head is larger than 64 KiB")
    }

    @Test("a head line beyond what libcurl itself takes is malformed")
    func hugeLine() async {
        let line = "X-Long: " + String(repeating: "a", count: 1_000_000) + "\r\n"
        #expect(await fault { $0.send("HTTP/1.1 200 OK\r\n" + line + "\r\n") }?.kind == .malformed)
    }

    @Test("no answer within the stall time-out is transient")
    func stallBeforeHead() async {
        let fault = await fault(limits: limits { $0.stallTimeoutMilliseconds = 200 }) { $0.waitForClose() }
        #expect(fault?.kind == .transient)
        #expect(fault?.message == "no answer within 200 ms")
    }

    @Test("interim answers do not make it an answer")
    func stallAfterInterim() async {
        let fault = await fault(limits: limits { $0.stallTimeoutMilliseconds = 200 }) {
            $0.send("HTTP/1.1 100 Continue\r\n\r\n")
            $0.waitForClose()
        }
        #expect(fault?.kind == .transient)
    }

    @Test("silence within the body is a stall")
    func stallInBody() async {
        let fault = await fault(limits: limits { $0.stallTimeoutMilliseconds = 200 }) {
            $0.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345")
            $0.waitForClose()
        }
        #expect(fault?.kind == .stalled)
        #expect(fault?.message == "nothing came for 200 ms")
    }

    @Test("the deadline ends an answer that is still coming", arguments: [true, false])
    func deadline(_ answers: Bool) async {
        let fault = await fault(limits: limits { $0.deadlineMilliseconds = 300 }) { connection in
            if answers {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n")
                while connection.send("x") {}
            }
            connection.waitForClose()
        }
        #expect(fault?.kind == .deadline)
        #expect(fault?.message == "no complete answer within 300 ms")
    }

    @Test("with a deadline that has passed nothing is sent")
    func deadlineOfZero() async {
        let server = RawServer { $0.waitForClose() }
        var request = HTTPRequest(method: .get, url: server.url())
        request.limits = limits { $0.deadlineMilliseconds = 0 }
        let late = request
        let fault = await AI1HTTPTests.fault { _ = try await makeTransport().fetch(late) }
        #expect(fault?.kind == .deadline)
        #expect(server.connections == 0)
    }

    @Test("a large body that the server reads slowly is no stall, however long it takes")
    func slowUpload() async throws {
        let server = RawServer { connection in
            connection.readSlowly(bodyOctets: 40_000_000, atOnce: 256 * 1024, pauseMicroseconds: 10_000)
            connection.send(answer("done"))
        }
        var request = HTTPRequest(method: .post, url: server.url(), body: [UInt8](repeating: 65, count: 40_000_000))
        request.limits = limits { $0.stallTimeoutMilliseconds = 1_000 }
        #expect(try await makeTransport().fetch(request).body == Array("done".utf8))
    }

    @Test("a port where nobody listens is unreachable, named, with curl's words")
    func refused() async {
        let port = RawServer.deafPort()
        let fault = await AI1HTTPTests.fault { _ = try await makeTransport().text("http://127.0.0.1:\(port)/") }
        #expect(fault?.kind == .unreachable)
        #expect(fault?.message == "cannot connect to 127.0.0.1:\(port)")
        #expect(fault?.underlying?.hasPrefix("curl (7): ") == true)
    }

    @Test("a host that does not exist is unreachable")
    func noHost() async {
        let fault = await AI1HTTPTests.fault { _ = try await makeTransport().text("https://no-such-host.invalid/") }
        #expect(fault?.kind == .unreachable)
    }
}
