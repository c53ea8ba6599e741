import AI1Core
import AI1Router
import Testing

@Suite("Conditions of rules")
struct RuleConditionTests {
    private func holds(_ text: String, _ facts: RuleFacts) throws -> Bool { try RuleCondition(text).holds(for: facts) }

    private var code: RuleFacts {
        var features = features(.code, difficulty: 0.8, input: 25_000, output: 500)
        features.needs.imageInput = true
        return RuleFacts(features: features, job: "nightly brief")
    }

    @Test(
        "a request meets what is true of it",
        arguments: [
            ("task == code", true), ("task != code", false), ("task in [chat, code]", true),
            ("task in [chat]", false), ("tokens > 20k", true), ("tokens > 25000", false), ("tokens >= 25000", true),
            ("tokens == 25k", true), ("tokens < 1m", true), ("tokens <= 24999", false), ("output != 500", false),
            ("difficulty >= 0.75", true), ("images", true), ("tools", false), ("not schema", true),
            ("job == \"nightly brief\"", true), ("job == 'other'", false), ("always", true), ("not always", false),
            ("task == code and tokens > 20k", true), ("task == chat or images and not tools", true),
            ("(task == chat or images) and tools", false), ("not (task == chat or tools)", true),
            ("not not images", true), ("task==code and(tokens>20k)", true),
        ])
    func truth(_ text: String, _ expected: Bool) throws { #expect(try holds(text, code) == expected) }

    @Test(
        "a mistake is told with its column and a way out",
        arguments: [
            ("tusk == code", 1, "no field is called tusk", "did you mean task?"),
            ("task = code", 6, "\u{2018}=\u{2019} has no meaning here", "equality is written =="),
            ("task == cod", 9, "no task is called cod", "did you mean code?"),
            ("task > 5", 6, "task is a text: ==, != or in is expected here", "for example: task == code"),
            ("tokens", 7, "tokens is a number: a comparison is expected here", "for example: tokens > 20k"),
            ("tokens > many", 10, "a number is expected here", "such as 0.5, 8000, 20k or 1m"),
            ("task == code task == chat", 14, "the condition should end here", "join conditions with and, or"),
            ("(images", 8, "a closing ) is missing", nil),
            ("task in code", 9, "a list is expected here", "such as [code, math]"),
            ("task in [code", 14, "a closing ] is missing", nil),
            ("job == \"brief", 8, "the text that begins here has no end", nil),
            (
                "images and", 11, "a field is expected here",
                "one of task, job, tokens, output, difficulty, images, tools, schema"
            ),
            ("", 1, "a field is expected here", "one of task, job, tokens, output, difficulty, images, tools, schema"),
        ] as [(String, Int, String, String?)])
    func mistakes(_ text: String, _ column: Int, _ message: String, _ hint: String?) throws {
        let error = try #require(throws: RuleError.self) { try RuleCondition(text) }
        #expect(error.column == column)
        #expect(error.message == message)
        #expect(error.hint == hint)
    }

    @Test("neither length nor depth brings the reader down")
    func hostile() {
        #expect(throws: RuleError.self) { try RuleCondition(String(repeating: "(", count: 900)) }
        #expect(throws: RuleError.self) { try RuleCondition(String(repeating: "not ", count: 200) + "images") }
        #expect(throws: RuleError.self) { try RuleCondition(String(repeating: "images or ", count: 5_000) + "images") }
    }

    @Test("the first rule that holds decides")
    func first() throws {
        let rules = [
            RoutingRule(condition: try RuleCondition("tools"), use: ["a"], place: "c:1"),
            RoutingRule(condition: try RuleCondition("task == code"), use: ["b"], place: "c:2"),
            RoutingRule(condition: try RuleCondition("always"), use: ["c"], place: "c:3"),
        ]
        #expect(RoutingRule.first(of: rules, for: code)?.use == ["b"])
        #expect(RoutingRule.first(of: Array(rules.prefix(1)), for: code) == nil)
    }
}
