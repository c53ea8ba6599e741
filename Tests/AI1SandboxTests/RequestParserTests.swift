import AI1Sandbox
import AI1TestSupport
import Testing

@Suite("The HTTP request parser")
struct RequestParserTests {
    private func parse(_ pieces: [[UInt8]], _ limits: RequestParser.Limits = .init()) throws -> [RequestParser.Parsed] {
        var parser = RequestParser(limits: limits)
        var all: [RequestParser.Parsed] = []
        for piece in pieces {
            try piece.withUnsafeBytes { buffer in
                var position = 0
                while position < buffer.count {
                    let (used, parsed) = try parser.feed(UnsafeRawBufferPointer(rebasing: buffer[position...]))
                    position += used
                    if let parsed { all.append(parsed) }
                }
            }
        }
        return all
    }

    private func parse(_ text: String) throws -> [RequestParser.Parsed] { try parse([Array(text.utf8)]) }

    private static let two = Array(
        ("POST /v1/chat/completions?x=1&alt=sse HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nX-One:  two \r\n\r\nhello"
            + "GET /v1/models HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            + "POST /c HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n")
            .utf8)

    @Test("reads three requests that follow each other, byte by byte")
    func byteByByte() throws {
        let all = try parse(Self.two.map { [$0] })
        try #require(all.count == 3)
        #expect(all[0].request.method == "POST")
        #expect(all[0].request.path == "/v1/chat/completions")
        #expect(all[0].request.query == "x=1&alt=sse")
        #expect(all[0].request.parameter("alt") == "sse")
        #expect(all[0].request[header: "x-ONE"] == "two")
        #expect(all[0].request.body == Array("hello".utf8))
        #expect(all[0].keepAlive)
        #expect(!all[1].keepAlive)
        #expect(all[2].request.body == Array("abc0123456789".utf8))
    }

    @Test("gives the same for every way of cutting the octets", arguments: 0..<40)
    func randomPieces(seed: Int) throws {
        let whole = try parse([Self.two])
        let pieces = SeededRandom(seed: UInt64(seed)).pieces(of: Self.two, largest: 1 + seed)
        #expect(try parse(pieces).map(\.request) == whole.map(\.request))
    }

    @Test(
        "refuses what is no request",
        arguments: [
            ("GET / HTTP/2.0\r\n\r\n", 505), ("GET /\r\n\r\n", 400), ("GET a HTTP/1.1\r\n\r\n", 400),
            ("G(T / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/1.1\r\nbad\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\n : x\r\n\r\n", 400), ("GET / HTTP/1.1\r\nA : x\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nContent-Length: 1x\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n", 400),
            ("POST / HTTP/1.1\r\nContent-Length: 67108865\r\n\r\n", 413),
            ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4000001\r\n", 413),
        ])
    func refuses(text: String, status: Int) {
        #expect(throws: RequestParser.Failure.self) { _ = try parse(text) }
        do { _ = try parse(text) } catch { #expect((error as? RequestParser.Failure)?.status == status) }
    }

    @Test("refuses a head larger than its limit, and takes one of that size")
    func headLimit() throws {
        var limits = RequestParser.Limits()
        limits.headBytes = 64
        let head = "GET / HTTP/1.1\r\nA: "
        let fits = head + String(repeating: "x", count: 64 - head.utf8.count - 4) + "\r\n\r\n"
        #expect(try parse([Array(fits.utf8)], limits).count == 1)
        let tooLong = head + String(repeating: "x", count: 64 - head.utf8.count - 3) + "\r\n\r\n"
        #expect(throws: RequestParser.Failure(status: 431, message: "the header fields are larger than 64 bytes")) {
            _ = try parse([Array(tooLong.utf8)], limits)
        }
    }

    @Test("a body of chunks has the same limit as one of a given length")
    func bodyLimit() throws {
        var limits = RequestParser.Limits()
        limits.bodyBytes = 4
        let chunks = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
        #expect(throws: RequestParser.Failure(status: 413, message: "the body is larger than 4 bytes")) {
            _ = try parse([Array(chunks.utf8)], limits)
        }
    }

    @Test("says that a client waits for 100 Continue, once")
    func expectsContinue() throws {
        var parser = RequestParser()
        let head = Array("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n".utf8)
        let first = try head.withUnsafeBytes { try parser.feed($0).parsed }
        #expect(first == nil)
        #expect(parser.awaitsContinue)
        parser.continued()
        #expect(!parser.awaitsContinue)
        let done = try [UInt8](arrayLiteral: 0x61, 0x62).withUnsafeBytes { try parser.feed($0).parsed }
        #expect(done?.request.body.count == 2)
    }
}
