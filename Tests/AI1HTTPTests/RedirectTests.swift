import AI1Core
import Testing

@testable import AI1HTTP

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

@Suite("redirects", .timeLimit(.minutes(1)))
struct RedirectTests {
    /// A server that answers each path with what the table says.
    private func server(
        address: String = "127.0.0.1", _ answers: @escaping @Sendable (_ path: Substring) -> String
    ) -> RawServer {
        RawServer(address: address) { connection in
            while let request = connection.readRequest() {
                connection.send(answers(request.split(separator: " ")[1]))
            }
        }
    }

    private func redirect(to location: String, status: String = "302 Found") -> String {
        answer("elsewhere", status: status, headers: ["Location: \(location)"])
    }

    /// A transport for which 127.0.0.1 is the public Internet.
    private func lenient() -> CurlTransport {
        makeTransport { $0.isPublic = { $0 == IPAddress("127.0.0.1") } }
    }

    private func request(_ url: String, method: HTTPRequest.Method = .get) -> HTTPRequest {
        HTTPRequest(method: method, url: url, body: method == .post ? [65] : [], policy: .publicFetch)
    }

    @Test(
        "a provider's redirect is never followed, and the host it wanted is named",
        arguments: [301, 302, 303, 307, 308])
    func provider(_ status: Int) async throws {
        let other = server { _ in answer("stolen") }
        let first = server { _ in redirect(to: "http://localhost:\(other.port)/x", status: "\(status) Moved") }
        let secret = HTTPHeader("x-api-key", secret: Secret("k", fingerprint: ""))
        let fault = await fault {
            _ = try await makeTransport().send(
                HTTPRequest(method: .post, url: first.url(), headers: [secret], body: [1]))
        }
        #expect(fault?.kind == .redirected)
        #expect(fault?.status == status)
        #expect(fault?.message == "answered with a redirect to localhost, which is never followed")
        #expect(other.connections == 0)
        #expect(first.requests.count == 1)
    }

    @Test(
        "a redirect without or with a senseless destination is one too", arguments: ["300 Choices", "304 Not Modified"])
    func noDestination(_ status: String) async throws {
        for headers in [[], ["Location: http://[/"]] {
            let server = RawServer { connection in
                connection.readRequest()
                connection.send("HTTP/1.1 \(status)\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n")
            }
            let fault = await fault { _ = try await makeTransport().text(server.url()) }
            #expect(fault?.kind == .redirected)
            #expect(fault?.message == "answered with a redirect (status \(status.prefix(3))), which is never followed")
        }
    }

    @Test("a public fetch follows redirects, also relative ones, up to five")
    func followed() async throws {
        let server = server { path in
            let number = Int(path.split(separator: "/").last ?? "") ?? 0
            return number == 0 ? answer("there") : redirect(to: "../n/\(number - 1)")
        }
        let (head, body) = try await lenient().fetch(request(server.url("/n/5")))
        #expect(head.status == 200)
        #expect(String(decoding: body, as: UTF8.self) == "there")
        #expect(server.requests.count == 6)
        let fault = await fault { _ = try await lenient().fetch(request(server.url("/n/6"))) }
        #expect(fault?.kind == .redirected)
        #expect(fault?.message == "more than 5 redirects")
    }

    @Test("a hop to an address that is not public is refused, though the first was allowed")
    func privateHop() async throws {
        let inner = server(address: "127.0.0.2") { _ in answer("secret") }
        let first = server { _ in redirect(to: inner.url("/latest/meta-data")) }
        let fault = await fault { _ = try await lenient().fetch(request(first.url())) }
        #expect(fault?.kind == .refusedLocally)
        #expect(fault?.message == "127.0.0.2 is not a public address")
        #expect(inner.connections == 0)
        #expect(first.requests.count == 1)
    }

    @Test("a connection that a provider call left open is not used by a public fetch")
    func noBorrowedConnection() async throws {
        let server = server { _ in answer("local") }
        let transport = makeTransport()
        #expect(try await transport.text(server.url()) == "local")
        let fault = await fault { _ = try await transport.fetch(request(server.url())) }
        #expect(fault?.kind == .refusedLocally)
        #expect(server.requests.count == 1)
    }

    @Test(
        "a hop to another scheme or with a password is refused",
        arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "http://u:p@127.0.0.1/"])
    func badHop(_ location: String) async throws {
        let first = server { _ in redirect(to: location) }
        #expect(await fault { _ = try await lenient().fetch(request(first.url())) }?.kind == .refusedLocally)
        #expect(first.requests.count == 1)
    }

    @Test("a POST that is redirected becomes a GET, except by 307 and 308", arguments: [301, 302, 303, 307, 308])
    func method(_ status: Int) async throws {
        let server = server { $0 == "/a" ? redirect(to: "/b", status: "\(status) Moved") : answer("") }
        _ = try await lenient().fetch(request(server.url("/a"), method: .post))
        #expect(server.requests.last?.hasPrefix(status < 307 ? "GET /b " : "POST /b ") == true)
    }

    @Test("from https to plain http is no way")
    func downgrade() throws {
        let library = try CurlLibrary.open()
        let here = try Destination("https://example.com/a", library: library)
        let head = HTTPHead(status: 302, headers: [("location", "http://example.com/b")])
        #expect(throws: ProviderFault.self) {
            _ = try RedirectRules.outcome(of: head, to: request("https://example.com/a"), from: here)
        }
        let relative = HTTPHead(status: 302, headers: [("location", "b?c")])
        let outcome = try RedirectRules.outcome(of: relative, to: request("https://example.com/a"), from: here)
        guard case .redirect("https://example.com/b?c", false) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("the deadline counts over all hops together")
    func deadline() async throws {
        let server = server { path in
            usleep(100_000)
            return path == "/aaaaa" ? answer("there") : redirect(to: path + "a")
        }
        var request = request(server.url())
        request.limits.deadlineMilliseconds = 250
        let slow = request
        #expect(await fault { _ = try await lenient().fetch(slow) }?.kind == .deadline)
        #expect(server.requests.count < 6)
    }
}
