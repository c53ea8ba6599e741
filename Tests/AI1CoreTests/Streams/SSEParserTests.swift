import AI1Core
import AI1TestSupport
import Testing

@Suite("Server-sent events")
struct SSEParserTests {
    struct Event: Hashable {
        let type: String
        let data: String
    }

    private func events(_ pieces: [[UInt8]]) throws -> (events: [Event], ended: Bool) {
        var parser = SSEParser()
        var events: [Event] = []
        for piece in pieces {
            try piece.withUnsafeBytes { bytes in
                try parser.feed(bytes) { type, data in
                    events.append(
                        Event(type: String(decoding: type, as: UTF8.self), data: String(decoding: data, as: UTF8.self)))
                }
            }
        }
        return (events, parser.isBetweenEvents)
    }

    @Test(
        "the forms of the standard",
        arguments: [
            ("data: a\n\n", [Event(type: "", data: "a")]),
            ("data:a\r\n\r\n", [Event(type: "", data: "a")]),
            ("data: a\r\r", [Event(type: "", data: "a")]),
            ("\u{FEFF}data: a\n\n", [Event(type: "", data: "a")]),
            ("event: x\ndata: a\n\n", [Event(type: "x", data: "a")]),
            ("data: a\ndata: b\n\n", [Event(type: "", data: "a\nb")]),
            (": comment\n\ndata: a\nid: 1\nretry: 5\n\n", [Event(type: "", data: "a")]),
            ("data\n\n", [Event(type: "", data: "")]),
            ("event: lost\n\ndata: a\n\n", [Event(type: "", data: "a")]),
            ("data:  two\n\n", [Event(type: "", data: " two")]),
            ("database: no\n\n", []),
            ("data: unfinished\n", []),
        ])
    func forms(stream: String, expected: [Event]) throws {
        #expect(try events([Array(stream.utf8)]).events == expected)
    }

    @Test("pieces of any size give the same events")
    func anyPieces() throws {
        let random = SeededRandom(seed: 42)
        for round in 0..<300 {
            var stream = ""
            let breaks = ["\n", "\r\n", "\r"]
            for number in 0..<(1 + Int(random.next() % 8)) {
                let end = breaks[Int(random.next() % 3)]
                if random.next() % 3 == 0 { stream += "event: t\(number)\(end)" }
                for _ in 0..<(1 + Int(random.next() % 3)) {
                    stream += "data: é\(number)…😀\(String(repeating: "y", count: Int(random.next() % 30)))\(end)"
                }
                stream += end
            }
            let bytes = Array(stream.utf8)
            let whole = try events([bytes])
            let pieces = random.pieces(of: bytes, largest: 1 + round % 60)
            let split = try events(pieces)
            #expect(split.events == whole.events, "round \(round)")
            #expect(whole.events.isEmpty == false)
            #expect(split.ended)
        }
    }

    @Test("a data line that began in an earlier piece outlives the piece that ends it")
    func carriedLine() throws {
        let long = String(repeating: "x", count: 100_000)
        for line in ["abc", long] {
            let split = try events([
                Array("data: \(line)".utf8), Array("d\r\nevent: na".utf8), Array("me\n".utf8),
                Array("\ndata: e\n\n".utf8),
            ])
            #expect(split.events == [Event(type: "name", data: line + "d"), Event(type: "", data: "e")])
        }
    }

    @Test("an event beyond the limit is an error, one below it is not")
    func limit() throws {
        let line = [UInt8](repeating: 0x61, count: 1_000_000)
        let field = Array("data: ".utf8) + line + [0x0A]
        let seven = Array(repeatElement(field, count: 7).joined()) + [0x0A]
        #expect(try events([seven]).events.first?.data.utf8.count == 7_000_006)
        let nine = Array(repeatElement(field, count: 9).joined())
        #expect(throws: SSEParser.Failure.self) { _ = try events([nine]) }
        #expect(throws: SSEParser.Failure.self) {
            _ = try events(Array(repeating: line, count: 10))
        }
    }

    @Test("a stream that stops inside an event says so", arguments: ["data: a\n", "data: a", "event: x\n", "da"])
    func unfinished(stream: String) throws {
        #expect(try events([Array(stream.utf8)]).ended == false)
    }
}
