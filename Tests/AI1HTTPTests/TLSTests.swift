import AI1Core
import Testing

@testable import AI1HTTP

@Suite(
    "TLS", .enabled(if: OpenSSL.isInstalled, "the openssl program is not installed"), .serialized,
    .timeLimit(.minutes(1)))
struct TLSTests {
    private func withServer(_ work: (OpenSSL) async throws -> Void) async throws {
        let server = try OpenSSL()
        defer { server.stop() }
        try await work(server)
    }

    @Test("a certificate that nobody vouches for is unreachable, with curl's words underneath")
    func selfSigned() async throws {
        try await withServer { server in
            let fault = await fault { _ = try await makeTransport().text("https://localhost:\(server.port)/") }
            #expect(fault?.kind == .unreachable)
            #expect(fault?.message == "TLS certificate problem with localhost")
            #expect(fault?.underlying?.hasPrefix("curl (60): ") == true)
            #expect(fault?.underlying?.contains("certificate") == true)
        }
    }

    @Test("the caller's own certificates are trusted in place of libcurl's")
    func ownBundle() async throws {
        try await withServer { server in
            let transport = makeTransport { $0.caBundle = server.certificatePath }
            let secret = HTTPHeader("x-api-key", secret: Secret("k", fingerprint: ""))
            let response = try await transport.send(
                HTTPRequest(method: .get, url: "https://localhost:\(server.port)/", headers: [secret]))
            #expect(response.head.status == 200)
            _ = try await response.body.collect(limit: 1_000_000)
            #expect(response.body.timings.tls >= response.body.timings.connect)
            #expect(response.body.timings.connect > 0)
        }
    }

    @Test("a certificate for another name is refused")
    func otherName() async throws {
        try await withServer { server in
            let transport = makeTransport { $0.caBundle = server.certificatePath }
            let fault = await fault { _ = try await transport.text("https://127.0.0.1:\(server.port)/") }
            #expect(fault?.kind == .unreachable)
            #expect(fault?.message == "TLS certificate problem with 127.0.0.1")
        }
    }

    @Test("a file of certificates that is not there is said to be so")
    func noBundle() async throws {
        try await withServer { server in
            let transport = makeTransport { $0.caBundle = "/nonexistent/ca.pem" }
            let fault = await fault { _ = try await transport.text("https://localhost:\(server.port)/") }
            #expect(fault?.kind == .unreachable)
            #expect(fault?.message == "the file of trusted certificates cannot be read")
            #expect(fault?.underlying?.contains("/nonexistent/ca.pem") == true)
        }
    }

    @Test("a server that does not speak TLS is unreachable")
    func noTLS() async throws {
        let server = RawServer { connection in
            connection.send("this is no TLS at all\r\n\r\n")
        }
        let fault = await fault { _ = try await makeTransport().text("https://127.0.0.1:\(server.port)/") }
        #expect(fault?.kind == .unreachable)
        #expect(fault?.message == "cannot agree on TLS with 127.0.0.1:\(server.port)")
    }

    @Test("a server that never answers the TLS greeting is given up after the connect time-out")
    func connectTimeout() async throws {
        let closed = Signal<Void>()
        let server = RawServer { connection in
            connection.waitForClose()
            closed.set(())
        }
        var request = HTTPRequest(method: .get, url: "https://127.0.0.1:\(server.port)/")
        request.limits = limits { ($0.connectTimeoutMilliseconds, $0.stallTimeoutMilliseconds) = (300, 100) }
        let hanging = request
        let fault = await fault { _ = try await makeTransport().fetch(hanging) }
        #expect(fault?.kind == .unreachable)
        #expect(fault?.message == "cannot connect to 127.0.0.1:\(server.port) within 300 ms")
        await closed.wait()
    }
}
