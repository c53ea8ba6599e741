import AI1Core
import AI1Engine
import Testing

@Suite struct PatternTests {
    private func matches(_ pattern: String, _ text: String) throws -> Bool {
        try JSONSchemaCheck(["pattern": .string(pattern)]).violations(in: .string(text)).isEmpty
    }

    @Test(
        "expressions of ECMA-262 match where they should and nowhere else",
        arguments: [
            ("", ["", "x"], []),
            ("abc", ["abc", "xabcx"], ["ab", "abd"]),
            ("^abc$", ["abc"], ["abcd", "xabc", "abc\n"]),
            ("a|b|", ["a", "b", ""], []),
            ("^(a|bc)d$", ["ad", "bcd"], ["abcd", "d"]),
            ("^(?:a|(?<n>b))+?$", ["ab", "b"], ["", "c"]),
            ("^a{2}$", ["aa"], ["a", "aaa"]),
            ("^a{2,}$", ["aa", "aaaaa"], ["a"]),
            ("^a{1,3}b*$", ["a", "aaabb"], ["aaaa", "b"]),
            ("^(a*)*$", ["", "aaa"], ["b"]),
            ("^(){1000}$", [""], ["a"]),
            ("^.$", ["x", "👍", "é"], ["\n", "", "e\u{301}", "\u{2028}"]),
            ("^[a-c_\\-]+$", ["abc_-"], ["d", "", "\\"]),
            ("^[^a-c]$", ["d", "^"], ["a", "b"]),
            ("^[a^-]$", ["a", "^", "-"], ["b"]),
            ("^[\\d.]+$", ["1.2.3"], ["1a", "١"]),
            ("^[^\\D5]$", ["4"], ["5", "a"]),
            ("^[\\D5]$", ["a", "5"], ["4"]),
            ("^[]$", [], ["", "a"]),
            ("^[^]$", ["a", "\n"], [""]),
            ("^\\w+\\W\\s\\S$", ["ab! x"], ["ab x", "é! x"]),
            ("^\\s$", [" ", "\u{A0}", "\u{3000}", "\u{FEFF}"], ["x", "\u{200B}"]),
            ("\\bcat\\b", ["a cat.", "cat"], ["cats", "concat"]),
            ("\\Bcat", ["concat"], ["cat"]),
            ("^\\t\\n\\r\\f\\v\\0\\x41\\u0042\\u{1F44D}\\cA\\/\\.$", ["\t\n\r\u{C}\u{B}\0AB👍\u{1}/."], ["x"]),
            ("^\\ud83d\\udc4d$", ["👍"], ["👎"]),
            ("^\\p{Lu}\\p{L}+\\P{L}$", ["Ångström!"], ["ångström!", "Åx1x"]),
            ("^[\\p{Nd}-]$", ["٣", "-"], ["x"]),
            ("^\\d{4}-\\d{2}-\\d{2}$", ["2024-01-31"], ["2024-1-31", "x2024-01-31"]),
            ("^[\\w.+-]+@[\\w-]+\\.[\\w.]+$", ["a.b+c@d-e.org"], ["a@b", "@x.y"]),
        ] as [(String, [String], [String])])
    func table(pattern: String, good: [String], bad: [String]) throws {
        for text in good { #expect(try matches(pattern, text), "\(pattern) should match \(text.debugDescription)") }
        for text in bad { #expect(try !matches(pattern, text), "\(pattern) should not match \(text.debugDescription)") }
    }

    @Test(
        "what is no expression, or not supported, says why",
        arguments: [
            ("(", "not closed"), (")", "unmatched"), ("[", "not closed"), ("[a", "not closed"),
            ("[z-a]", "out of order"),
            ("[\\d-x]", nil), ("[a-\\d]", "single characters"), ("*", "nothing to repeat"),
            ("a**", "nothing to repeat"),
            ("a{2,1}", "out of order"), ("a{", "number"), ("a{2", "not closed"), ("{", "nothing to repeat"),
            ("]", "must be written"), ("\\", "too early"), ("\\1", "back references"), ("\\k<a>", "back references"),
            ("(?=a)", "look-ahead"), ("(?<!a)", "look-behind"), ("(?i)a", "unknown kind"), ("\\q", "unknown escape"),
            ("\\u12", "too early"), ("\\ud800", "surrogate"), ("\\u{110000}", "beyond"),
            ("\\p{Script=Latin}", "general categories"),
            ("\\p{}", "general categories"), ("\\01", "octal"), ("^*", "assertion"),
            ("((a{1000}){1000}){1000}", "too large"),
            ("(((((){10000}){10000}){10000}){10000}){10000}", nil), ("a{99999}", "above"),
        ] as [(String, String?)])
    func failures(pattern: String, reason: String?) throws {
        guard let reason else {
            #expect(throws: Never.self) { try JSONSchemaCheck(["pattern": .string(pattern)]) }
            return
        }
        let error = #expect(throws: SchemaError.self) { try JSONSchemaCheck(["pattern": .string(pattern)]) }
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test("groups that are nested too deeply are refused instead of overflowing the stack")
    func deepGroups() throws {
        let pattern = String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000)
        #expect(throws: SchemaError.self) { try JSONSchemaCheck(["pattern": .string(pattern)]) }
    }

    @Test("an expression that takes others exponential time takes a number of steps linear in the text")
    func noBacktracking() throws {
        let check = try JSONSchemaCheck(["pattern": "^(a+)+$"], workLimit: 20_000)
        #expect(try !check.violations(in: .string(String(repeating: "a", count: 20_000) + "b")).isEmpty)
    }
}
