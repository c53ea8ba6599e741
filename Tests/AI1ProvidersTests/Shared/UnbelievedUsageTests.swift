import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Providers

@Suite("Usage that cannot be true")
struct UnbelievedUsageTests {
    /// A whole answer of a dialect whose counts of input and output are these texts.
    struct Form: Sendable, CustomTestStringConvertible {
        let dialect: DialectName
        /// What stands around and between the two counts.
        let body: @Sendable (_ input: String, _ output: String) -> String
        let report: @Sendable (_ input: String, _ output: String) -> String

        var testDescription: String { dialect.rawValue }
    }

    static let forms: [Form] = [
        Form(dialect: .openAIChat) {
            #"{"choices":[{"message":{"content":"hi"},"finish_reason":"stop"}],"usage":\#(openAI($0, $1))}"#
        } report: {
            openAI($0, $1)
        },
        Form(dialect: .openAIResponses) {
            #"{"id":"r","status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"hi"}]}],"usage":\#(plain($0, $1))}"#
        } report: {
            plain($0, $1)
        },
        Form(dialect: .anthropic) {
            #"{"content":[{"type":"text","text":"hi"}],"stop_reason":"end_turn","usage":\#(plain($0, $1))}"#
        } report: {
            plain($0, $1)
        },
        Form(dialect: .google) {
            #"{"candidates":[{"content":{"parts":[{"text":"hi"}]},"finishReason":"STOP"}],"usageMetadata":\#(google($0, $1))}"#
        } report: {
            google($0, $1)
        },
        Form(dialect: .ollama) {
            #"{"message":{"content":"hi"},"done":true,"done_reason":"stop","prompt_eval_count":\#($0),"eval_count":\#($1)}"#
        } report: {
            #"{"prompt_eval_count":\#($0),"eval_count":\#($1)}"#
        },
        Form(dialect: .ai1net) {
            #"{"output":"hi","usage":\#(plain($0, $1))}"#
        } report: {
            plain($0, $1)
        },
    ]

    @Sendable private static func openAI(_ input: String, _ output: String) -> String {
        #"{"prompt_tokens":\#(input),"completion_tokens":\#(output)}"#
    }

    @Sendable private static func plain(_ input: String, _ output: String) -> String {
        #"{"input_tokens":\#(input),"output_tokens":\#(output)}"#
    }

    @Sendable private static func google(_ input: String, _ output: String) -> String {
        #"{"promptTokenCount":\#(input),"candidatesTokenCount":\#(output)}"#
    }

    private func decode(_ form: Form, _ input: String, _ output: String) -> DecodedAnswer {
        let body = Array(form.body(input, output).utf8)
        return DecodedAnswer.decoding(body, with: Dialects.named(form.dialect).decoder(for: Fixtures.ask()))
    }

    @Test("a million million tokens are no usage, and what was said is kept with its counts", arguments: forms)
    func huge(form: Form) {
        let answer = decode(form, "10", "1000000000000")
        #expect(answer.text == "hi" && answer.fault == nil && answer.usage == nil)
        #expect(answer.unbelievedUsage?.text == form.report("10", "1000000000000"))
        #expect(
            answer.unbelievedUsage?.usage == TokenUsage(uncachedInput: 10, visibleOutput: 1_000_000_000_000))
    }

    @Test("what is no count is kept without counts", arguments: forms)
    func noCount(form: Form) {
        for count in ["-5", "-0.5", "\"12\"", "true", "99999999999999999999", "9223372036854775807", "1e400"] {
            for (input, output) in [(count, "3"), ("3", count)] {
                let answer = decode(form, input, output)
                #expect(answer.text == "hi" && answer.usage == nil, "\(input) \(output)")
                #expect(answer.unbelievedUsage?.text == form.report(input, output))
                #expect(answer.unbelievedUsage?.usage == nil, "\(input) \(output)")
            }
        }
    }

    @Test("a fraction is rounded up, and nothing is disputed", arguments: forms)
    func fraction(form: Form) {
        let answer = decode(form, "10", "12.7")
        #expect(answer.usage == TokenUsage(uncachedInput: 10, visibleOutput: 13) && answer.unbelievedUsage == nil)
    }

    @Test("an absent report is neither", arguments: forms)
    func absent(form: Form) {
        let answer = decode(form, "null", "null")
        #expect(answer.text == "hi" && answer.usage == nil && answer.unbelievedUsage == nil)
    }

    @Test("in a stream the newest report counts, whether it can be true or not")
    func newest() {
        func event(_ type: String, _ rest: String) -> String { "data: {\"type\":\"\(type)\",\(rest)}\n\n" }
        let start = event("message_start", #""message":{"usage":{"input_tokens":10,"output_tokens":1}}"#)
        let text = event("content_block_delta", #""index":0,"delta":{"type":"text_delta","text":"hi"}"#)
        let stop = event("message_stop", #""x":1"#)
        for (count, isBelieved) in [("7", true), ("-7", false)] {
            let end = event("message_delta", #""delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":\#(count)}"#)
            for seed in 0..<50 {
                var random = SeededRandom(seed: UInt64(seed))
                let sizes = (0..<400).map { _ in Int.random(in: 1...40, using: &random) }
                let answer = DecodedAnswer.decoding(
                    Array((start + text + end + stop).utf8), sizes: sizes,
                    with: Dialects.named(.anthropic).decoder(for: Fixtures.ask()))
                #expect(answer.fault == nil && answer.text == "hi")
                #expect(answer.usage == (isBelieved ? TokenUsage(uncachedInput: 10, visibleOutput: 7) : nil))
                #expect(answer.unbelievedUsage?.text.contains("-7") == (isBelieved ? nil : true))
            }
        }
    }

    @Test("a long report is cut, and control characters are taken out")
    func cleaned() {
        let report = UnbelievedUsage(text: "a\u{1B}[31m" + String(repeating: "x", count: 1_000), usage: nil)
        #expect(report.text.count == 400 && !report.text.contains("\u{1B}"))
    }
}
