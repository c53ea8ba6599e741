import AI1TestSupport
import Testing

@testable import AI1Terminal

@Suite("Keys and pastes of a terminal")
struct InputSplitterTests {
    private static let paste = "\u{1B}[200~"
    private static let end = "\u{1B}[201~"

    private static func feed(_ text: String) -> [InputSplitter.Piece] {
        var splitter = InputSplitter()
        return splitter.feed(Array(text.utf8)) + splitter.timeOut()
    }

    @Test("a paste is one piece, with whatever lies in it, and keys around it stay keys")
    func paste() {
        let pieces = Self.feed("ab\(Self.paste)one\r\n\r\ntwo \u{1B}[31m\u{1B}[20\(Self.end)cd\r")
        #expect(
            pieces == [
                .keys(Array("ab".utf8)), .paste(Array("one\r\n\r\ntwo \u{1B}[31m\u{1B}[20".utf8)),
                .keys(Array("cd\r".utf8)),
            ])
    }

    @Test("boundaries of reads change nothing")
    func boundaries() {
        let random = SeededRandom(seed: 3)
        let parts = ["a", "\u{1B}", "[", "20", "0~", "1~", "é", "\r", Self.paste, Self.end, "\u{1B}[A", "\u{1B}\r"]
        for round in 0..<2_000 {
            let text = (0..<12).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
            var splitter = InputSplitter()
            var pieces: [InputSplitter.Piece] = []
            for piece in random.pieces(of: Array(text.utf8), largest: 4) { pieces += splitter.feed(piece) }
            pieces += splitter.timeOut()
            #expect(Self.joined(pieces) == Self.joined(Self.feed(text)), "round \(round): \(text.debugDescription)")
        }
    }

    /// Keys that were cut by a read are as good as one piece.
    private static func joined(_ pieces: [InputSplitter.Piece]) -> [InputSplitter.Piece] {
        pieces.reduce(into: []) { joined, piece in
            if case .keys(let more) = piece, case .keys(let keys)? = joined.last {
                joined[joined.count - 1] = .keys(keys + more)
            } else {
                joined.append(piece)
            }
        }
    }

    @Test("Escape alone is held back until nothing more has come")
    func escape() {
        var splitter = InputSplitter()
        #expect(splitter.feed([0x1B]) == [])
        #expect(splitter.patienceMilliseconds == InputSplitter.sequenceMilliseconds)
        #expect(splitter.timeOut() == [.keys([0x1B])])
        #expect(splitter.patienceMilliseconds == nil)
    }

    @Test("Alt-Enter becomes a key of its own")
    func altEnter() {
        #expect(Self.feed("a\u{1B}\rb") == [.keys(Array("a\u{1B}[27;3;13~b".utf8))])
        #expect(Self.feed("\u{1B}\n") == [.keys(Array("\u{1B}[27;3;13~".utf8))])
    }

    @Test("a paste whose end never comes ends by itself")
    func endless() {
        var splitter = InputSplitter()
        #expect(splitter.feed(Array("\(Self.paste)one\u{1B}[20".utf8)) == [])
        #expect(splitter.patienceMilliseconds == InputSplitter.pasteMilliseconds)
        #expect(splitter.timeOut() == [.paste(Array("one\u{1B}[20".utf8))])
        #expect(splitter.feed([0x61]) == [.keys([0x61])])
    }

    @Test("a paste over the limit is refused as a whole, and the next one is not")
    func tooLarge() {
        var splitter = InputSplitter(limit: 4)
        let text = "\(Self.paste)12345\(Self.end)\(Self.paste)1234\(Self.end)x"
        #expect(splitter.feed(Array(text.utf8)) == [.tooLarge, .paste(Array("1234".utf8)), .keys([0x78])])
    }

    @Test(
        "several lines at once are no typing, one line may be",
        arguments: [
            ("a\rb", true), ("a\rb\r", true), ("a\r", false), ("\r", false), ("abc", false), ("\u{1B}[A\rx", false),
        ])
    func burst(text: String, isBurst: Bool) {
        #expect(InputSplitter.isBurst(Array(text.utf8)) == isBurst)
    }
}
