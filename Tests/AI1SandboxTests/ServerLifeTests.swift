import AI1Core
import AI1Providers
import AI1Sandbox
import AI1TestSupport
import Testing

@Suite("The life of the server")
struct ServerLifeTests {
    @Test("listens on loopback only")
    func loopback() {
        var configuration = SandboxServerConfiguration()
        configuration.host = "0.0.0.0"
        let server = SandboxServer(configuration: configuration)
        do {
            _ = try server.start()
            Issue.record("it listened")
        } catch { #expect((error as? SandboxError)?.code == .notLoopback) }
    }

    @Test("says when a port is taken")
    func taken() throws {
        let first = try FaultServer()
        var configuration = SandboxServerConfiguration()
        configuration.port = first.port
        do {
            _ = try SandboxServer(configuration: configuration).start()
            Issue.record("it listened")
        } catch { #expect((error as? SandboxError)?.code == .cannotListen) }
    }

    @Test("serves one request after the other on a connection, and those sent ahead")
    func keepAlive() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            for dialect in DialectShapeTests.calls.map(\.dialect) { DialectShapeTests.send(client, dialect) }
            for _ in DialectShapeTests.calls { #expect(client.readResponse().status == 200) }
            let isDone = try await server.waits { $0.completed == 6 && $0.open == 0 }
            let statistics = server.statistics
            #expect(isDone && statistics.acceptedConnections == 1)
            #expect(statistics.requests == 6 && statistics.aborted == 0)
            #expect(statistics.requestsByPath["/v1/messages"] == 1)
            #expect(statistics.bytes > 1_000)
        }
    }

    @Test("closes when asked, and speaks to HTTP/1.0 without chunks")
    func closes() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.get("/v1/models", headers: ["Connection: close"])
            #expect(client.readResponse()["connection"] == "close")
            #expect(client.read().end == .closed)
            let old = try RawClient(port: server.port)
            let body = #"{"model":"fast","messages":[{"role":"user","content":"x"}]}"#
            old.send("POST /api/chat HTTP/1.0\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            let response = old.readResponse()
            #expect(response["transfer-encoding"] == nil && response.end == .closed)
            #expect(response.text.contains("\"done\":true"))
        }
    }

    @Test("keeps the newest requests as they were on the wire")
    func records() async throws {
        try await withFaultServer(configure: { $0.recordedRequests = 2 }) { server in
            for prompt in ["a", "b", "c"] {
                _ = try DialectShapeTests.ask(server.port, .ai1net, prompt: prompt, headers: ["X-Test: \(prompt)"])
            }
            #expect(server.requests.map(\.order) == [2, 3])
            #expect(server.requests.map { $0[header: "x-test"] } == ["b", "c"])
            #expect(server.requests.last?.body == Array(#"{"input":"c","parameters":{"max_tokens":9000}}"#.utf8))
        }
    }

    @Test("refuses a body that is too large before it has come, and lets the client read the refusal")
    func tooLarge() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.send("POST /v1/messages HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n")
            client.send([UInt8](repeating: 0x20, count: 1_000_000))
            let response = client.readResponse()
            #expect(response.status == 413 && response["connection"] == "close")
        }
    }

    @Test("tells a client that waits to go on")
    func continues() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.send("POST /v1/generate HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 13\r\n\r\n")
            #expect(client.read(until: "\r\n\r\n").bytes == Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
            client.send(#"{"input":"x"}"#)
            #expect(client.readResponse().status == 200)
        }
    }

    @Test("answers a malformed request with 400 and closes")
    func malformed() async throws {
        try await withFaultServer { server in
            let client = try RawClient(port: server.port)
            client.send("nonsense\r\n\r\n")
            #expect(client.readResponse().status == 400)
            #expect(client.read().end == .closed)
        }
    }

    @Test("turns connections beyond its bound away with 503")
    func bounded() async throws {
        try await withFaultServer("stall=0", configure: { $0.maximumConnections = 3 }) { server in
            let held = try (0..<3).map { _ in try RawClient(port: server.port) }
            for client in held { DialectShapeTests.send(client, .openAIChat) }
            #expect(try await server.waits { $0.open == 3 })
            let response = try DialectShapeTests.ask(server.port, .openAIChat)
            #expect(response.status == 503 && response.text.contains("too many connections"))
            #expect(server.statistics.refusedConnections == 1)
            withExtendedLifetime(held) {}
        }
    }

    @Test("a place is free again when a client has left")
    func freed() async throws {
        try await withFaultServer(configure: { $0.maximumConnections = 1 }) { server in
            for _ in 0..<20 {
                let status = try DialectShapeTests.ask(server.port, .ai1net).status
                let isFree = try await server.waits { $0.connections == 0 }
                #expect(status == 200 && isFree)
            }
        }
    }

    @Test("counts a client that leaves in the middle of a transfer")
    func aborted() async throws {
        try await withFaultServer { server in
            do {
                let client = try RawClient(port: server.port)
                DialectShapeTests.send(client, .openAIChat, prompt: "sandbox: bytes=50000000")
                #expect(client.read(limit: 5).bytes.count == 5)
            }
            #expect(try await server.waits { $0.aborted == 1 && $0.open == 0 })
            #expect(server.statistics.completed == 0)
            #expect(server.statistics.bytes < 50_000_000)
        }
    }

    @Test("stop ends idle, stalled, waiting and sending connections and every thread")
    func stops() async throws {
        let server = try FaultServer()
        var clients: [RawClient] = []
        for plan in ["stall=10", "delay=80000000", "bytes=4000000000", "first=80000000"] {
            let client = try RawClient(port: server.port)
            DialectShapeTests.send(client, .openAIChat, prompt: "sandbox: \(plan)\nx")
            clients.append(client)
        }
        clients.append(try RawClient(port: server.port))
        #expect(try await server.waits { $0.open == 4 && $0.connections == 5 })
        server.stop()
        #expect(server.statistics.open == 0 && server.statistics.connections == 0)
        #expect(server.statistics.aborted == 0)
        #expect(clients.allSatisfy { $0.readToEnd().end != .timedOut })
        server.stop()
    }

    @Test("can be started again after a stop")
    func restarts() throws {
        let server = SandboxServer(configuration: SandboxServerConfiguration())
        for _ in 0..<3 {
            let port = try server.start()
            #expect(try DialectShapeTests.ask(port, .ai1net).status == 200)
            #expect(throws: SandboxError.self) { _ = try server.start() }
            server.stop()
        }
    }

    @Test("many clients at once all get their own answers")
    func concurrent() async throws {
        try await withFaultServer { server in
            let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
                for number in 0..<64 {
                    group.addTask {
                        let dialect = DialectShapeTests.calls[number % 6].dialect
                        return (
                            number,
                            try DialectShapeTests.ask(server.port, dialect, prompt: "number\(number)x", stream: false)
                                .text
                        )
                    }
                }
                var found: [Int: String] = [:]
                for try await (number, text) in group { found[number] = text }
                return found
            }
            #expect(texts.count == 64)
            #expect(texts.allSatisfy { $0.value.contains("number\($0.key)x") })
        }
    }

    @Test("a prerendered stream is the stream of its plan, every time")
    func prerendered() async throws {
        try await withFaultServer("events=2000,event-bytes=5", configure: { $0.prerendered = true }) { server in
            let first = try DialectShapeTests.ask(server.port, .openAIChat)
            let second = try DialectShapeTests.ask(server.port, .openAIChat, prompt: "other")
            #expect(first.body == second.body && first.end == nil)
            let events = try DialectShapeTests.events(first)
            #expect(events.count == 2_003)
            #expect(DialectShapeTests.text(.openAIChat, events).utf8.count == 10_000)
        }
    }
}
