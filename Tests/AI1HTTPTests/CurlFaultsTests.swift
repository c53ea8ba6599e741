import AI1Core
import CCurl
import Testing

@testable import AI1HTTP

@Suite("what curl's results mean")
struct CurlFaultsTests {
    private func fault(_ code: CURLcode, connected: Bool, head: Bool) -> ProviderFault {
        CurlFaults(
            context: CurlFaults.Context(
                destination: "h:1", host: "h", isConnected: connected, hasHead: head,
                connectTimeoutMilliseconds: 1_500, bodyLimit: 3 << 20)
        ).fault(code, text: "words\u{1B}[0m of curl")
    }

    @Test("every result is a row of the fault table by how far the exchange was")
    func table() {
        let rows: [(CURLcode, FaultKind, FaultKind, FaultKind)] = [
            (CURLE_URL_MALFORMAT, .refusedLocally, .refusedLocally, .refusedLocally),
            (CURLE_COULDNT_RESOLVE_HOST, .unreachable, .unreachable, .unreachable),
            (CURLE_COULDNT_RESOLVE_PROXY, .unreachable, .unreachable, .unreachable),
            (CURLE_COULDNT_CONNECT, .unreachable, .unreachable, .unreachable),
            (CURLE_PROXY, .unreachable, .unreachable, .unreachable),
            (CURLE_OPERATION_TIMEDOUT, .unreachable, .unreachable, .unreachable),
            (CURLE_SSL_CONNECT_ERROR, .unreachable, .unreachable, .unreachable),
            (CURLE_PEER_FAILED_VERIFICATION, .unreachable, .unreachable, .unreachable),
            (CURLE_SSL_CACERT_BADFILE, .unreachable, .unreachable, .unreachable),
            (CURLE_GOT_NOTHING, .unreachable, .transient, .cut),
            (CURLE_SEND_ERROR, .unreachable, .transient, .cut),
            (CURLE_RECV_ERROR, .unreachable, .transient, .cut),
            (CURLE_PARTIAL_FILE, .unreachable, .transient, .cut),
            (CURLE_HTTP2, .unreachable, .transient, .cut),
            (CURLE_HTTP2_STREAM, .unreachable, .transient, .cut),
            (CURLE_WEIRD_SERVER_REPLY, .malformed, .malformed, .malformed),
            (CURLE_UNSUPPORTED_PROTOCOL, .malformed, .malformed, .malformed),
            (CURLE_BAD_CONTENT_ENCODING, .malformed, .malformed, .malformed),
            (CURLE_FILESIZE_EXCEEDED, .malformed, .malformed, .malformed),
            (CURLE_OUT_OF_MEMORY, .malformed, .malformed, .malformed),
        ]
        for (code, connecting, waiting, reading) in rows {
            #expect(fault(code, connected: false, head: false).kind == connecting, "\(code)")
            #expect(fault(code, connected: true, head: false).kind == waiting, "\(code)")
            #expect(fault(code, connected: true, head: true).kind == reading, "\(code)")
        }
    }

    @Test("curl's words are underlying, cleaned, and its number with them")
    func underlying() {
        #expect(fault(CURLE_RECV_ERROR, connected: true, head: true).underlying == "curl (56): words of curl")
    }

    @Test("messages name the destination and the limits")
    func messages() {
        #expect(fault(CURLE_COULDNT_CONNECT, connected: false, head: false).message == "cannot connect to h:1")
        #expect(
            fault(CURLE_OPERATION_TIMEDOUT, connected: false, head: false).message
                == "cannot connect to h:1 within 1500 ms")
        #expect(
            fault(CURLE_FILESIZE_EXCEEDED, connected: true, head: false).message == "the answer is larger than 3 MiB")
        #expect(CurlFaults.duration(60_000) == "60 s")
        #expect(CurlFaults.tooLarge(100) == "the answer is larger than 100 bytes")
    }
}
