import AI1Core
import AI1History
import AI1TestSupport
import Testing

@Suite struct SearchTests {
    private static let texts = [
        ("explain tail recursion in Swift", "A call in tail position needs no frame."),
        ("日本語の文法を説明してください", "助詞は名詞の後に置きます。"),
        ("한국어 문법 설명", "조사는 명사 뒤에 옵니다."),
        ("what does \"AND\" mean in FTS5?", "NEAR(a b) AND NOT c*"),
        ("Où est le café à la crème?", "Près de l'église."),
        ("ภาษาไทยเขียนอย่างไร", "ไม่มีช่องว่าง"),
        ("C++ and C# or a.b.c", "std::vector<int> x{1, 2};"),
    ]

    private static func fixture() throws -> HistoryFixture {
        let fixture = try HistoryFixture()
        for (number, text) in texts.enumerated() {
            try fixture.history.record(Example.record(UInt64(number), prompt: text.0, answer: text.1))
        }
        return fixture
    }

    private static func found(_ text: String, _ fixture: HistoryFixture) throws -> [Int] {
        let rows = try fixture.history.list(HistoryFilter(search: SearchQuery(text)))
        return rows.compactMap { row in texts.firstIndex { $0.0 == row.opening } }
    }

    @Test(
        "words, phrases, beginnings and writing without spaces are found",
        arguments: [
            ("recursion", [0]), ("RECURSION tail", [0]), ("\"tail recursion\"", [0]), ("\"recursion tail\"", []),
            ("recurs", []), ("recurs*", [0]), ("frame explain", [0]), ("frame café", []),
            ("文法", [1]), ("文", [1]), ("法文", []), ("名詞", [1]), ("日本語 助詞", [1]),
            ("문법", [2]), ("명사", [2]), ("cafe", [4]), ("CAFÉ crème", [4]), ("église", [4]), ("ไทย", [5]), ("ช่อง", [5]),
            ("a b", [3, 6]), ("vector", [6]),
        ])
    func found(query: String, expected: [Int]) throws {
        let fixture = try Self.fixture()
        #expect(try Self.found(query, fixture).sorted() == expected, "\(query)")
    }

    @Test(
        "nothing that is typed is an error of syntax",
        arguments: [
            "AND", "a AND", "OR OR", "NOT x", "NEAR(a b)", "\"open", "col:x", "prompt:tail", "^tail", "a+b", "(",
            "{a b}", "-x",
            "*a", "a*b*", "'; DROP TABLE request; --", "\"\" tail", "tail \"", "a\u{0}b", "\\", "%_", "a\"b\"c",
            "“tail recursion”",
        ])
    func syntax(query: String) throws {
        let fixture = try Self.fixture()
        do {
            _ = try Self.found(query, fixture)
        } catch let error as HistoryError {
            #expect(error.code == .nothingToSearch, "\(query): \(error)")
        }
        #expect(try fixture.history.count(HistoryFilter()) == Self.texts.count)
    }

    @Test("any text can be searched for", arguments: UInt64(1)...20)
    func random(seed: UInt64) throws {
        let fixture = try Self.fixture()
        let random = SeededRandom(seed: seed)
        let characters = Array("ab\"'*()^:-+{}AND OR 文\u{0}\u{200B}é\u{301}😀\\\n")
        for _ in 0..<50 {
            let text = String(
                (0..<(random.next() % 12)).map { _ in characters[Int(random.next() % UInt64(characters.count))] })
            do {
                _ = try Self.found(text, fixture)
            } catch let error as HistoryError {
                #expect(error.code == .nothingToSearch, "seed \(seed), \(text): \(error)")
            }
        }
    }

    @Test(
        "what has no word in it cannot be searched for, and is said", arguments: ["", "  ", "?!", "\"\"", "***", "😀"])
    func nothing(query: String) {
        let error = #expect(throws: HistoryError.self) { try SearchQuery(query) }
        #expect(error?.code == .nothingToSearch)
        #expect(error?.kind == .usage)
    }

    @Test("words of the index stay the same for ever, since they must be taken out again")
    func frozen() throws {
        let fixture = try Self.fixture()
        try fixture.history.delete(HistoryFilter())
        #expect(!fixture.hasBytes("recursion") && !fixture.hasBytes("église"))
        for text in Self.texts.map(\.0) { #expect(try Self.found(text, fixture).isEmpty, "\(text)") }
    }
}
