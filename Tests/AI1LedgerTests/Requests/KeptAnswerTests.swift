import AI1Core
import AI1Ledger
import AI1TestSupport
import Testing

@Suite("Kept answers")
struct KeptAnswerTests {
    private let folder: TemporaryFolder
    private let kept: KeptAnswerFolder

    init() throws {
        folder = try TemporaryFolder()
        kept = KeptAnswerFolder(folder.path("kept"))
    }

    @Test("an answer reads back octet for octet, whatever its text")
    func roundTrip() throws {
        for text in [
            "", "a", "\"\\\n\r\t\u{0}\u{1B}[31m", "\u{1F468}\u{200D}\u{1F469}\u{FEFF}",
            String(repeating: "é", count: 3_000_000),
        ] {
            let answer = RequestBench.answer(text)
            #expect(try kept.read(kept.write(answer, expires: 9, now: 1)) == answer)
        }
    }

    @Test("the file is the user's alone, and is named by its content")
    func file() throws {
        let hash = try kept.write(RequestBench.answer("a"), expires: 9, now: 1)
        #expect(hash.count == 32)
        let name = "kept/" + hash.map { hexadecimal(UInt64($0), width: 2) }.joined()
        #expect(folder.names.contains(name) && folder.mode(name) == 0o600 && folder.mode("kept") == 0o700)
        #expect(try kept.write(RequestBench.answer("a"), expires: 9, now: 1) == hash)
        #expect(folder.names.filter { $0.hasPrefix("kept/") }.count == 1)
    }

    @Test("a changed file is noticed, a missing one is named")
    func changed() throws {
        let hash = try kept.write(RequestBench.answer("a"), expires: 9, now: 1)
        let name = "kept/" + hash.map { hexadecimal(UInt64($0), width: 2) }.joined()
        var bytes = try #require(folder.read(name))
        bytes[bytes.count - 3] ^= 1
        try folder.write(name, String(decoding: bytes, as: UTF8.self))
        #expect(#expect(throws: LedgerError.self) { try kept.read(hash) }?.code == .audit)
        #expect(
            #expect(throws: LedgerError.self) { try kept.read([UInt8](repeating: 1, count: 32)) }?.code == .notFound)
    }

    @Test("only what is over is removed, and nothing that is not ours")
    func removal() throws {
        let old = try kept.write(RequestBench.answer("old"), expires: 10, now: 1)
        let young = try kept.write(RequestBench.answer("young"), expires: 30, now: 1)
        try folder.write("kept/notes.txt", "mine")
        _ = try kept.write(RequestBench.answer("new"), expires: 40, now: 10)
        #expect(throws: LedgerError.self) { try kept.read(old) }
        #expect(try kept.read(young).text == Array("young".utf8))
        #expect(folder.names.contains("kept/notes.txt"))
    }

    @Test("what is not UTF-8 is not kept")
    func notText() throws {
        var answer = RequestBench.answer("")
        answer.text = [0xFF, 0x61]
        #expect(throws: LedgerError.self) { try kept.write(answer, expires: 9, now: 1) }
    }

    @Test("requests that differ in any part have different digests")
    func digests() {
        func digest(_ parts: [(String, String?)]) -> [UInt8] {
            var digest = RequestDigest()
            for (name, value) in parts { digest.add(name, value) }
            return digest.hash
        }
        let forms: [[(String, String?)]] = [
            [("system", nil), ("text", "ab")], [("system", ""), ("text", "ab")], [("system", nil), ("text", "a")],
            [("system", nil), ("text", "a"), ("text", "b")], [("text", "ab"), ("system", nil)], [],
        ]
        #expect(Set(forms.map(digest)).count == forms.count)
        #expect(digest(forms[0]) == digest(forms[0]))
    }
}
