import AI1Evaluation
import AI1TestSupport
import Testing

@Suite("Comma-separated values")
struct CSVReaderTests {
    /// All records of a text that comes in pieces.
    private func records(_ pieces: [[UInt8]]) throws -> [[String]] {
        var reader = CSVReader()
        var records: [[String]] = []
        func take() {
            records.append((0..<reader.count).map { reader.withField($0) { String(decoding: $0, as: UTF8.self) } })
        }
        for piece in pieces {
            try piece.withUnsafeBufferPointer { bytes in
                var position = 0
                while try reader.read(bytes, from: &position) { take() }
            }
        }
        if try reader.finish() { take() }
        return records
    }

    private func records(_ text: String) throws -> [[String]] { try records([Array(text.utf8)]) }

    @Test(
        "Fields are read as RFC 4180 says",
        arguments: [
            ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
            ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,b\n", [["a", "b"]]),
            ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
            ("\"a\nb\r\nc\",d\r\n", [["a\nb\r\nc", "d"]]),
            ("\n\r\na\n\n", [["a"]]),
            (",\n", [["", ""]]),
            ("\"\"\n", [[""]]),
            ("a,\"\"", [["a", ""]]),
            ("", []),
            ("\u{FEFF}", []),
            ("ä,\"日\n本\"\n", [["ä", "日\n本"]]),
        ] as [(String, [[String]])])
    func fields(_ text: String, _ expected: [[String]]) throws {
        #expect(try records(text) == expected)
        // Whatever the boundaries of the pieces are.
        #expect(try records(Array(text.utf8).map { [$0] }) == expected)
    }

    @Test("Pieces of any size give the same records")
    func pieces() throws {
        let text = "\u{FEFF}id,\"a \"\"b\"\"\r\n,c\"\r\n\r\n1,\"x,\ny\"\n2,z"
        let whole = try records(text)
        #expect(whole == [["id", "a \"b\"\r\n,c"], ["1", "x,\ny"], ["2", "z"]])
        for seed in 1...50 as ClosedRange<UInt64> {
            let pieces = SeededRandom(seed: seed).pieces(of: Array(text.utf8), largest: 7)
            #expect(try records(pieces) == whole, "seed \(seed)")
        }
    }

    @Test("The line of a record is the one on which it begins")
    func lines() throws {
        var reader = CSVReader()
        var lines: [Int] = []
        try Array("a\n\"b\nb\"\n\nc\n".utf8).withUnsafeBufferPointer { bytes in
            var position = 0
            while try reader.read(bytes, from: &position) { lines.append(reader.line) }
        }
        #expect(lines == [1, 2, 5])
    }

    @Test(
        "What is no CSV is refused with its line",
        arguments: [
            ("a\n\"b", "line 2: a quotation mark is opened and never closed"),
            ("a\nb\"c\n", "line 2: a quotation mark within a field that does not begin with one"),
            ("a\n\"b\"c\n", "line 2: text after a closing quotation mark"),
            ("a\nb\rc\n", "line 2: a carriage return that ends no line"),
        ])
    func errors(_ text: String, _ message: String) {
        let error = #expect(throws: EvaluationError.self) { try records(text) }
        #expect(error?.message == message && error?.code == .syntax && error?.hint != nil)
    }

    @Test("A record without end is refused before it fills the memory")
    func endless() {
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        let error = #expect(throws: EvaluationError.self) {
            try records([[UInt8(ascii: "\"")]] + [[UInt8]](repeating: piece, count: 33))
        }
        #expect(error?.code == .tooLarge)
        let commas = [UInt8](repeating: UInt8(ascii: ","), count: 2_000)
        #expect(throws: EvaluationError.self) { try records([commas]) }
    }
}
