import AI1Core
import Testing

@testable import AI1HTTP

@Suite("the bytes on the wire", .timeLimit(.minutes(1)))
struct WireTests {
    private func echoServer(_ body: String = "hello", headers: [String] = []) -> RawServer {
        RawServer { connection in
            while connection.readRequest() != nil { connection.send(answer(body, headers: headers)) }
        }
    }

    @Test("a GET is sent as asked, with the case of its header names, and the answer comes back")
    func get() async throws {
        let server = echoServer("hello", headers: ["X-Thing: One", "x-thing: two"])
        let headers = [HTTPHeader("X-CaSe", "a  b"), HTTPHeader("X-Empty", ""), HTTPHeader("Accept", "text/plain")]
        let (head, body) = try await makeTransport().fetch(
            HTTPRequest(method: .get, url: server.url("/a/b?c=d%20e"), headers: headers))
        #expect(head.status == 200)
        #expect(head.headers.map(\.name) == ["content-length", "x-thing", "x-thing"])
        #expect(head.headers.map(\.value) == ["5", "One", "two"])
        #expect(String(decoding: body, as: UTF8.self) == "hello")
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("GET /a/b?c=d%20e HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n"))
        for line in ["User-Agent: ai1-test", "X-CaSe: a  b", "X-Empty:", "Accept: text/plain"] {
            #expect(request.contains("\r\n\(line)\r\n"), "\(line) is missing in \(request)")
        }
        #expect(request.contains("\r\nAccept-Encoding: "))
        #expect(request.contains("gzip"))
        #expect(!request.lowercased().contains("cookie"))
    }

    @Test("a POST is sent with its body and nothing that curl would add", arguments: [0, 1, 65_536, 65_537, 1_000_000])
    func post(_ size: Int) async throws {
        let server = echoServer()
        let body = (0..<size).map { UInt8(97 + $0 % 26) }
        let secret = Secret("sk-1", fingerprint: "")
        _ = try await makeTransport().fetch(
            HTTPRequest(
                method: .post, url: server.url(),
                headers: [HTTPHeader("Authorization", prefix: "Bearer ", secret: secret)],
                body: body))
        let request = try #require(server.requests.first)
        let parts = request.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts[0].hasPrefix("POST / HTTP/1.1\r\n"))
        #expect(parts[0].contains("\r\nAuthorization: Bearer sk-1"))
        #expect(parts[0].contains("\r\nContent-Length: \(size)"))
        #expect(!parts[0].lowercased().contains("expect"))
        #expect(!parts[0].lowercased().contains("content-type"))
        #expect(parts[1] == String(decoding: body, as: UTF8.self)[...])
    }

    @Test("interim answers are skipped")
    func interim() async throws {
        let server = RawServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n")
            connection.send(answer("late", status: "201 Created"))
        }
        let (head, body) = try await makeTransport().fetch(HTTPRequest(method: .post, url: server.url()))
        #expect(head.status == 201)
        #expect(head["link"] == nil)
        #expect(String(decoding: body, as: UTF8.self) == "late")
    }

    @Test("an answer without a body ends at once", arguments: ["204 No Content", "429 Too Many Requests"])
    func empty(_ status: String) async throws {
        let server = RawServer { connection in
            connection.readRequest()
            connection.send(status.hasPrefix("204") ? "HTTP/1.1 \(status)\r\n\r\n" : answer("", status: status))
            connection.waitForClose()
        }
        let (head, body) = try await makeTransport().fetch(HTTPRequest(method: .get, url: server.url()))
        #expect(head.status == Int(status.prefix(3)))
        #expect(body.isEmpty)
    }

    @Test("a compressed body is decoded")
    func gzip() async throws {
        // printf 'compressed compressed compressed' | gzip -n
        let packed: [UInt8] = [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x4B, 0xCE, 0xCF, 0x2D, 0x28, 0x4A,
            0x2D, 0x2E, 0x4E, 0x4D, 0x51, 0x48, 0xC6, 0xC6, 0x04, 0x00, 0x27, 0x63, 0x9A, 0x1C, 0x20, 0x00,
            0x00, 0x00,
        ]
        let server = RawServer { connection in
            connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.count)\r\n\r\n")
            connection.send(packed)
        }
        #expect(try await makeTransport().text(server.url()) == "compressed compressed compressed")
    }

    @Test("a compressed body that is damaged is malformed")
    func damagedGzip() async throws {
        let server = RawServer { connection in
            connection.readRequest()
            connection.send(answer("this is not gzip at all", headers: ["Content-Encoding: gzip"]))
        }
        let fault = await fault { _ = try await makeTransport().text(server.url()) }
        #expect(fault?.kind == .malformed)
        #expect(fault?.underlying?.hasPrefix("curl (") == true)
    }

    @Test("the trace shows the exchange and never the key")
    func trace() async throws {
        let server = echoServer()
        let lines = Lines()
        let transport = makeTransport { $0.trace = { lines.append($0) } }
        let secret = Secret("sk-very-secret", fingerprint: "")
        _ = try await transport.fetch(
            HTTPRequest(method: .get, url: server.url("/p"), headers: [HTTPHeader("x-api-key", secret: secret)]))
        let all = lines.all
        #expect(all.contains("> GET /p HTTP/1.1"))
        #expect(all.contains("> x-api-key: [redacted]"))
        #expect(all.contains("< HTTP/1.1 200 OK"))
        #expect(!all.contains { $0.contains("very-secret") })
    }

    @Test("the phases of an exchange are told, and a kept connection has none of connecting")
    func timings() async throws {
        let server = echoServer()
        let transport = makeTransport()
        let response = try await transport.send(HTTPRequest(method: .get, url: server.url()))
        let early = response.body.timings
        #expect(early.firstByte > 0)
        #expect(early.total >= early.firstByte)
        _ = try await response.body.collect(limit: 100)
        let first = response.body.timings
        #expect(first.connect > 0)
        #expect(first.tls == 0)
        #expect(first.firstByte >= first.connect)
        #expect(first.total >= first.firstByte)
        #expect(first.reusedConnection == false)
        #expect(response.body.timings == first)
        let again = try await transport.send(HTTPRequest(method: .get, url: server.url()))
        _ = try await again.body.collect(limit: 100)
        #expect(again.body.timings.reusedConnection)
        #expect(again.body.timings.connect == 0)
        #expect(again.body.timings.firstByte > 0)
        #expect(server.connections == 1)
    }
}
