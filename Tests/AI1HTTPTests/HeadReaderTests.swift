import AI1Core
import Testing

@testable import AI1HTTP

@Suite("reading an answer's head")
struct HeadReaderTests {
    private func read(_ lines: [String], limit: Int = 1_000) -> [HeadReader.Step] {
        var reader = HeadReader(limit: limit)
        var steps: [HeadReader.Step] = []
        for line in lines { Array((line + "\r\n").utf8).withUnsafeBytes { steps.append(reader.feed($0)) } }
        return steps
    }

    private func complete(_ lines: [String]) -> HTTPHead? {
        if case .complete(let head) = read(lines).last { head } else { nil }
    }

    @Test("status and fields are read, names in lower case, in order, twice where twice")
    func fields() throws {
        let head = try #require(complete(["HTTP/1.1 200 OK", "X-B:  two words \t", "x-a:", "X-B: again", ""]))
        #expect(head.status == 200)
        #expect(head.headers.map(\.name) == ["x-b", "x-a", "x-b"])
        #expect(head.headers.map(\.value) == ["two words", "", "again"])
        #expect(head["x-b"] == "two words")
    }

    @Test("HTTP/2 has no reason phrase")
    func http2() {
        #expect(complete(["HTTP/2 429 ", "retry-after: 3", ""])?.status == 429)
    }

    @Test("interim answers are skipped")
    func interim() throws {
        let lines = [
            "HTTP/1.1 100 Continue", "", "HTTP/1.1 103 Early Hints", "Link: x", "", "HTTP/1.1 204 Gone", "A: b", "",
        ]
        let head = try #require(complete(lines))
        #expect(head.status == 204)
        #expect(head.headers.map(\.name) == ["a"])
    }

    @Test("a folded line goes on with the field before it")
    func folded() {
        #expect(complete(["HTTP/1.1 200 OK", "A: one", "  two", " ", ""])?["a"] == "one two ")
    }

    @Test(
        "what is not HTTP is malformed",
        arguments: ["", "hello", "HTTP/1.1", "HTTP/1.1 OK", "HTTP/1.1 20 OK", "ICY 200 OK"])
    func malformed(_ line: String) {
        guard case .malformed = read([line]).last else { return #expect(Bool(false), "\(line) was read") }
    }

    @Test("a field without a colon is malformed")
    func noColon() {
        guard case .malformed = read(["HTTP/1.1 200 OK", "nonsense"]).last else { return #expect(Bool(false)) }
    }

    @Test("all lines count towards the limit, also those of interim answers")
    func limit() {
        let lines = ["HTTP/1.1 100 Continue", "A: 12345", "", "HTTP/1.1 200 OK", ""]
        let octets = lines.reduce(0) { $0 + $1.utf8.count + 2 }
        guard case .complete = read(lines, limit: octets).last else { return #expect(Bool(false)) }
        guard case .tooLarge = read(lines, limit: octets - 1).last else { return #expect(Bool(false)) }
    }
}
