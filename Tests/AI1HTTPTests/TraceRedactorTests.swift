import AI1Core
import Testing

@testable import AI1HTTP

@Suite("the trace")
struct TraceRedactorTests {
    private func lines(_ text: String, headers: [HTTPHeader] = []) -> [String] {
        Array(text.utf8).withUnsafeBytes { TraceRedactor(headers: headers).lines($0, mark: ">") }
    }

    private let secret = Secret("sk-123", fingerprint: "f")

    @Test("a key is redacted wherever it is, and its scheme kept")
    func key() {
        let headers = [
            HTTPHeader("x-api-key", secret: secret), HTTPHeader("Authorization", prefix: "Bearer ", secret: secret),
        ]
        let text =
            "POST /?k=sk-123sk-123 HTTP/1.1\r\nx-api-key: sk-123\r\nauthorization: Bearer sk-123\r\n[x: sk-123]\r\n\r\n"
        #expect(
            lines(text, headers: headers) == [
                "> POST /?k=[redacted][redacted] HTTP/1.1", "> x-api-key: [redacted]",
                "> authorization: Bearer [redacted]", "> [x: [redacted]]",
            ])
    }

    @Test("a key in the URL is cut out of every line")
    func words() {
        let text = Array("POST /v2/KEY-12345 HTTP/1.1\r\n[:path: /v2/KEY-12345]\r\nx: abc".utf8)
        let words = ["KEY-12345", "abc"].map { Secret($0, fingerprint: "") }
        let lines = text.withUnsafeBytes { TraceRedactor(headers: [], words: words).lines($0, mark: ">") }
        // What is too short stands in other words by chance.
        #expect(lines == ["> POST /v2/[redacted] HTTP/1.1", "> [:path: /v2/[redacted]]", "> x: abc"])
    }

    @Test("credentials and cookies that others set are hidden by their field")
    func fields() {
        let text = [
            "Proxy-Authorization: Basic YTpi", "set-cookie: a=b", "authorization: x", "[authorization: Basic eDp5]",
            "other: y",
        ].joined(separator: "\r\n")
        #expect(
            lines(text) == [
                "> Proxy-Authorization: [redacted]", "> set-cookie: [redacted]", "> authorization: [redacted]",
                "> [authorization: [redacted]", "> other: y",
            ])
    }

    @Test("a very short key is hidden in its own field and spoils no other")
    func shortKey() {
        let headers = [HTTPHeader("x-api-key", secret: Secret("x", fingerprint: ""))]
        #expect(
            lines("x-api-key: x\r\naccept: text/html\r\n", headers: headers) == [
                "> x-api-key: [redacted]", "> accept: text/html",
            ])
    }

    @Test("an empty key hides nothing and a control character is not shown")
    func controls() {
        let empty = HTTPHeader("x-api-key", secret: Secret("", fingerprint: ""))
        #expect(lines("a: \u{1B}[31mred\u{7}\r\n", headers: [empty]) == ["> a: red"])
    }
}
