import AI1Core
import Testing

@testable import AI1HTTP

@Suite("loading libcurl")
struct LibraryTests {
    @Test("the doctor learns the version of libcurl and its parts")
    func version() throws {
        #expect(try #require(CurlTransport.libraryVersion()).hasPrefix("libcurl/"))
    }

    @Test("a missing library is a clear error with the loader's words")
    func missing() throws {
        let fault = #expect(throws: ProviderFault.self) { try CurlLibrary.open(names: ["libnothing.so.9"]) }
        #expect(fault?.kind == .refusedLocally)
        #expect(fault?.message == "libcurl is not installed or cannot be loaded")
        #expect(fault?.hint == "install it, for example: apt install libcurl4")
        #expect(fault?.underlying?.contains("libnothing.so.9") == true)
    }

    @Test("a library that is not libcurl is told by the function it lacks")
    func other() throws {
        #if canImport(Darwin)
            let name = "/usr/lib/libz.1.dylib"
        #else
            let name = "libc.so.6"
        #endif
        let fault = #expect(throws: ProviderFault.self) { try CurlLibrary.open(names: [name]) }
        #expect(fault?.underlying == "it has no function curl_global_init")
    }

    @Test("when the engine cannot run, every send fails with the reason, before and after")
    func failedEngine() async throws {
        let reason = ProviderFault(.refusedLocally, message: "no libcurl")
        let mailbox = Mailbox()
        let exchange = { (continuation: CheckedContinuation<Exchange.Outcome, any Error>) in
            mailbox.post(
                .start(
                    Exchange(
                        id: mailbox.nextID(), request: HTTPRequest(method: .get, url: "http://a/"), url: "http://a/",
                        channel: ByteChannel(), clock: ExchangeClock(), continuation: continuation)))
        }
        let early = await fault {
            _ = try await withCheckedThrowingContinuation { continuation in
                exchange(continuation)
                mailbox.fail(reason)
            }
        }
        #expect(early == reason)
        let late = await fault { _ = try await withCheckedThrowingContinuation { exchange($0) } }
        #expect(late == reason)
    }

    @Test("the certificates of the environment: SSL_CERT_FILE before CURL_CA_BUNDLE, empty is unset")
    func bundle() {
        #expect(TransportSettings.caBundle(environment: [:]) == nil)
        #expect(TransportSettings.caBundle(environment: ["CURL_CA_BUNDLE": "/b"]) == "/b")
        #expect(TransportSettings.caBundle(environment: ["CURL_CA_BUNDLE": "/b", "SSL_CERT_FILE": "/a"]) == "/a")
        #expect(TransportSettings.caBundle(environment: ["CURL_CA_BUNDLE": "/b", "SSL_CERT_FILE": ""]) == "/b")
    }
}
