import AI1Core
import AI1TestSupport
import Testing

@Suite("Lines of a stream")
struct LineSplitterTests {
    private func lines(_ pieces: [[UInt8]], limit: Int = 1_000, loneCR: Bool = false) throws -> [String] {
        var splitter = LineSplitter(limit: limit, loneCR: loneCR)
        var lines: [String] = []
        for piece in pieces {
            try piece.withUnsafeBytes { try splitter.feed($0) { lines.append(String(decoding: $0, as: UTF8.self)) } }
        }
        try splitter.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
        return lines
    }

    @Test("line ends of NDJSON: LF and CR LF, and a last line without one")
    func ndjson() throws {
        #expect(try lines([Array("a\r\nb\nc\rd\ne".utf8)]) == ["a", "b", "c\rd", "e"])
    }

    @Test("a CR LF cut in two is one line end")
    func cutCRLF() throws {
        #expect(try lines([Array("a\r".utf8), Array("\nb\r".utf8), Array("c".utf8)], loneCR: true) == ["a", "b", "c"])
        #expect(try lines([Array("a\r".utf8), Array("\nb".utf8)]) == ["a", "b"])
    }

    @Test("pieces of any size give the same lines")
    func anyPieces() throws {
        let random = SeededRandom(seed: 9)
        for round in 0..<300 {
            let bytes = (0..<200).map { _ in [0x61, 0x62, 0x0A, 0x0D][Int(random.next() % 4)] as UInt8 }
            for loneCR in [true, false] {
                let pieces = random.pieces(of: bytes, largest: 1 + round % 9)
                #expect(try lines(pieces, loneCR: loneCR) == lines([bytes], loneCR: loneCR))
            }
        }
    }

    @Test("a line beyond the limit is an error, at the limit it is not")
    func limit() throws {
        #expect(try lines([Array("12345\n".utf8)], limit: 5) == ["12345"])
        #expect(throws: LineSplitter.Failure.self) { try lines([Array("123456\n".utf8)], limit: 5) }
        #expect(throws: LineSplitter.Failure.self) { try lines([Array("123".utf8), Array("456".utf8)], limit: 5) }
    }
}
