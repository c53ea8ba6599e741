import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Chain

@Suite("URLs of endpoints")
struct RPCEndpointTests {
    @Test(
        "Only scheme and host are shown",
        arguments: [
            ("https://eth.example/v2/SECRETKEY", "https://eth.example"),
            ("HTTPS://user:password@ETH.example:8443?key=SECRETKEY", "https://eth.example:8443"),
            ("http://127.0.0.1:8545", "http://127.0.0.1:8545"), ("http://localhost/x", "http://localhost"),
            ("http://[::1]:8545/", "http://[::1]:8545"), ("http://127.9.8.7", "http://127.9.8.7"),
        ])
    func shown(url: String, shown: String) throws {
        #expect(try RPCEndpoint(url).shown == shown)
    }

    @Test(
        "Plain http to another machine is refused",
        arguments: [
            "http://eth.example", "http://128.0.0.1", "http://127.0.0.1.example", "http://localhost.example",
            "http://user:SECRETPASS@eth.example/SECRETKEY", "http://127.1", "http://0x7f000001", "http://[::2]",
            "http://127.0.0.1@eth.example",
        ])
    func remote(url: String) throws {
        let error = try #require(throws: ChainError.self) { try RPCEndpoint(url) }
        #expect(error.code == .configuration)
        #expect(error.message.hasPrefix("plain http to another machine is refused"))
        #expect(!error.message.contains("SECRET") && !(error.hint ?? "").contains("SECRET"))
    }

    @Test(
        "What is no URL is refused without being quoted",
        arguments: [
            "", "SECRET", "ftp://SECRET", "https://", "https:///SECRET", "https://a b/SECRET", "https://a\\@b/SECRET",
            "https://a@b@c/SECRET", "https://a:b@c:99999/SECRET", "https://a:+80/SECRET", "https://a#SECRET",
            "https://bücher.example/SECRET", "https://[::1/SECRET", "https://[zz::]/SECRET", "https://a:/SECRET",
        ])
    func invalid(url: String) throws {
        let error = try #require(throws: ChainError.self, "\(url)") { try RPCEndpoint(url) }
        #expect(error.code == .configuration)
        #expect(!error.message.contains("SECRET"))
    }

    @Test("Keys are cut out of what others say")
    func keys() throws {
        let endpoint = try RPCEndpoint("https://user:password1@eth.example/v2/SECRETKEY?token=OTHERKEY")
        let text = endpoint.cleaned("bad key SECRETKEY\u{1B}[31m\nor OTHERKEY or password1")
        #expect(text == "bad key [redacted] or [redacted] or [redacted]")
        #expect("\(endpoint)".contains("SECRETKEY") == false)
    }

    @Test("The transport is told which words of the URL are keys")
    func hiddenWords() async throws {
        let nodes = ScriptedNodes(["one.example": Clients.node { _, _, _ in .result("0x1") }])
        _ = try await Clients.client(nodes).blockNumber()
        #expect(nodes.all.allSatisfy { $0.request.hiddenWords.map { $0.reveal() } == ["0123456789secret"] })
        #expect(nodes.all[0].request.url == Clients.one)
    }
}
