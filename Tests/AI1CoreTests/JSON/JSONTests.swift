import AI1Core
import AI1TestSupport
import Testing

@Suite("JSON")
struct JSONTests {
    @Test(
        "what is no JSON is refused",
        arguments: [
            "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{a:1}", "01", "1.", ".5", "+1", "1e", "nul", "NaN", "\"a",
            "\"\u{1}\"",
            "\"\\x\"", "\"\\u12\"", "[1 2]", "{\"a\" 1}", "1 1", "'a'", "[", "-", "--1", "\u{FEFF}1",
        ])
    func refused(text: String) {
        #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(text) }
    }

    @Test("octets that are not UTF-8 are refused")
    func notUTF8() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(bytes) }
        }
    }

    @Test("numbers and the order of members stay as they were written")
    func exact() throws {
        let text = "{\"z\":0.70,\"a\":1e400,\"m\":[-0,123456789012345678901234567890]}"
        #expect(try JSONParser.parse(text).text == text)
    }

    @Test("of two members of one name the later one is taken, or both are refused where that is asked for")
    func repeatedNames() throws {
        let text = #"{"a":1,"b":{"c":2,"c":3},"a":4}"#
        #expect(try JSONParser.parse(text).text == #"{"a":4,"b":{"c":3}}"#)
        for repeated in [text, #"{"a":1,"a":1}"#, #"[{"a":{"b":1,"\u0062":1}}]"#] {
            #expect(throws: JSONParser.Failure.self) {
                try JSONParser.parse(Array(repeated.utf8), refusingRepeatedNames: true)
            }
        }
        let once = #"{"a":{"a":1},"b":[{"a":1},{"a":2}]}"#
        #expect(try JSONParser.parse(Array(once.utf8), refusingRepeatedNames: true).text == once)
    }

    @Test("escapes are undone: surrogate pairs, unpaired surrogates, control characters")
    func escapes() throws {
        #expect(try JSONParser.parse(#""\u00e9\ud83d\ude00\n\/\"\\""#) == .string("é😀\n/\"\\"))
        #expect(try JSONParser.parse(#""\ud83d!\udc00""#) == .string("\u{FFFD}!\u{FFFD}"))
        #expect(JSONValue.string("\u{1}\u{7F}é\"").text == "\"\\u0001\u{7F}é\\\"\"")
    }

    @Test("nesting is bounded, so that hostile input is an error and not a crash")
    func depth() {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)
        #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(deep) }
        let allowed = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(throws: Never.self) { try JSONParser.parse(allowed) }
    }

    @Test("random values come back the same, compact and indented")
    func roundTrip() throws {
        let random = SeededRandom(seed: 5)
        for _ in 0..<500 {
            let value = Self.value(random, depth: 4)
            #expect(try JSONParser.parse(value.encoded()) == value)
            #expect(try JSONParser.parse(value.prettyEncoded()) == value)
        }
    }

    @Test("a broken text never reads as a value: every prefix of an object fails")
    func prefixes() throws {
        let bytes = Array(#"{"a":[1,2.5,{"b":"x\u00e9"}],"c":null,"d":true}"#.utf8)
        for end in 0..<bytes.count {
            #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(Array(bytes[..<end])) }
        }
        #expect(throws: Never.self) { try JSONParser.parse(bytes) }
    }

    private static func value(_ random: SeededRandom, depth: Int) -> JSONValue {
        switch random.next() % (depth > 0 ? 7 : 5) {
        case 0: return .null
        case 1: return .bool(random.next() % 2 == 0)
        case 2: return .number(JSONNumber(Int64(truncatingIfNeeded: random.next())))
        case 3: return .number(JSONNumber("-12.50e-3") ?? JSONNumber(0))
        case 4: return .string(text(random))
        case 5: return .array((0..<(random.next() % 4)).map { _ in value(random, depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<(random.next() % 4) { object[text(random)] = value(random, depth: depth - 1) }
            return .object(object)
        }
    }

    private static func text(_ random: SeededRandom) -> String {
        let alphabet: [Character] = ["a", "\"", "\\", "\n", "é", "😀", "\u{0}", "\u{1F}", "/", "\u{2028}"]
        return String((0..<(random.next() % 6)).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] })
    }
}
