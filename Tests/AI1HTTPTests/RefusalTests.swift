import AI1Core
import Testing

@testable import AI1HTTP

@Suite("what is refused before it is sent", .timeLimit(.minutes(1)))
struct RefusalTests {
    private let key = HTTPHeader("x-api-key", secret: Secret("k", fingerprint: ""))

    private func refusal(
        _ url: String, headers: [HTTPHeader] = [], policy: HTTPPolicy = .provider
    ) async -> ProviderFault? {
        await fault {
            _ = try await makeTransport().fetch(
                HTTPRequest(
                    method: .get, url: url, headers: headers, limits: limits { $0.connectTimeoutMilliseconds = 5_000 },
                    policy: policy))
        }
    }

    @Test(
        "a URL that is invalid or of another scheme",
        arguments: [
            "", "x", "http://", "http:// /", "http://a b/", "file:///etc/passwd", "ftp://127.0.0.1/",
            "gopher://127.0.0.1/",
            "ws://127.0.0.1/", "http://[::1/", "http://127.0.0.1:99999/", "//127.0.0.1/",
        ])
    func url(_ url: String) async {
        #expect(await refusal(url)?.kind == .refusedLocally)
    }

    @Test("a URL with a control character")
    func controlCharacters() async {
        for character in ["\u{0}", "\r\n", "\u{7F}", "\t"] {
            #expect(await refusal("http://127.0.0.1/a\(character)b")?.kind == .refusedLocally)
            #expect(await refusal("http://127.0.0.1\(character)/")?.kind == .refusedLocally)
        }
    }

    @Test(
        "a key over plain http to another machine, however it is written",
        arguments: [
            "http://192.0.2.1/", "http://example.com/", "http://localhost.example.com/",
            "http://127.0.0.1.example.com/",
            "http://127.0.0.1@192.0.2.1/", "http://192.0.2.1#127.0.0.1", "http://192.0.2.1?localhost",
            "HTTP://10.0.0.1/",
            "http://[::2]/", "http://[::ffff:192.0.2.1]/", "http://0.0.0.0/", "http://128.0.0.1",
        ])
    func keyOverPlainHTTP(_ url: String) async {
        let fault = await refusal(url, headers: [key])
        #expect(fault?.kind == .refusedLocally)
        #expect(fault?.message.hasPrefix("a key is never sent over plain http to ") == true)
    }

    @Test("a user and password in a URL are a key")
    func userInfo() async {
        #expect(await refusal("http://user:pass@192.0.2.1/")?.kind == .refusedLocally)
    }

    @Test(
        "a key goes over plain http to this machine",
        arguments: ["127.0.0.1", "localhost", "LOCALHOST", "127.1", "0x7f.1", "2130706433", "user:pw@127.0.0.1"])
    func keyToLoopback(_ host: String) async throws {
        let server = RawServer { connection in
            connection.readRequest()
            connection.send(answer("ok"))
        }
        _ = try await makeTransport().fetch(
            HTTPRequest(method: .get, url: "http://\(host):\(server.port)/", headers: [key]))
        #expect(try #require(server.requests.first).contains("x-api-key: k\r\n"))
    }

    @Test(
        "header fields that would change the message",
        arguments: [
            ("a\r\nb", "c"), ("a b", "c"), ("", "c"), ("a:", "c"), ("a", "b\r\nc: d"), ("a", "b\nc"), ("a", "b\u{0}c"),
            ("Content-Length", "3"), ("transfer-encoding", "chunked"), ("Connection", "close"),
            ("Expect", "100-continue"),
        ])
    func header(_ name: String, _ value: String) async {
        let server = RawServer { $0.waitForClose() }
        #expect(await refusal(server.url(), headers: [HTTPHeader(name, value)])?.kind == .refusedLocally)
        #expect(server.connections == 0)
    }

    @Test("a message about a header does not tell its value")
    func quietMessage() async throws {
        let secret = HTTPHeader("x-api-key", secret: Secret("sk-1\nx", fingerprint: ""))
        let fault = try #require(await refusal("https://127.0.0.1:1/", headers: [secret]))
        #expect(fault.kind == .refusedLocally)
        #expect(!fault.message.contains("sk-1"))
    }

    @Test(
        "a public fetch of an address that is not public, however it is written",
        arguments: [
            "127.0.0.1", "localhost", "127.1", "0x7f.1", "2130706433", "0177.0.0.1", "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]", "0.0.0.0", "[::]",
        ])
    func privateAddress(_ host: String) async {
        let server = RawServer { $0.waitForClose() }
        let fault = await refusal("http://\(host):\(server.port)/", policy: .publicFetch)
        #expect(fault?.kind == .refusedLocally)
        #expect(fault?.message.hasSuffix("is not a public address") == true)
        #expect(server.connections == 0)
    }

    @Test(
        "a public fetch with credentials",
        arguments: ["http://user@example.com/", "http://user:pw@example.com/", "https://:pw@example.com/"])
    func credentials(_ url: String) async {
        #expect(
            await refusal(url, policy: .publicFetch)?.message
                == "a URL that is fetched must not carry a user, password or key")
        #expect(await refusal("https://example.com/", headers: [key], policy: .publicFetch)?.kind == .refusedLocally)
    }
}
