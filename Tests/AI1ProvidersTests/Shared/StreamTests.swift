import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("Long and strange streams")
struct StreamTests {
    private func decode(_ body: [UInt8], sizes: [Int] = [], _ name: DialectName = .openAIChat) -> DecodedAnswer {
        DecodedAnswer.decoding(body, sizes: sizes, with: Dialects.named(name).decoder(for: Fixtures.ask()))
    }

    @Test("an event of 6 MiB comes whole, one above 8 MiB is refused with one message")
    func huge() {
        func body(_ count: Int) -> [UInt8] {
            let text = String(repeating: "漢\\n", count: count)
            return Array(Fixtures.events(#"{"choices":[{"delta":{"content":"\#(text)"}}]}"#, "[DONE]").utf8)
        }
        let whole = decode(body(1_200_000), sizes: Array(repeating: 16_384, count: 500))
        #expect(whole.fault == nil && whole.text.utf8.count == 4_800_000)
        let refused = decode(body(1_800_000), sizes: Array(repeating: 65_536, count: 200))
        #expect(refused.fault?.kind == .malformed && refused.fault?.message == "an event is larger than 8 MiB")
    }

    @Test("a document above 64 MiB is refused")
    func hugeDocument() {
        let body = [UInt8](repeating: 0x20, count: 1_024 * 1_024)
        var decoder = Dialects.named(.ai1net).decoder(for: Fixtures.ask())
        var batch = AnswerBatch()
        #expect {
            try Array(#"{"output":""#.utf8).withUnsafeBytes { try decoder.feed($0, into: &batch) }
            for _ in 0..<64 { try body.withUnsafeBytes { try decoder.feed($0, into: &batch) } }
        } throws: { ($0 as? ProviderFault)?.message == "the answer is larger than 64 MiB" }
    }

    @Test("100,000 events in random pieces give every token once")
    func many() {
        var body: [UInt8] = []
        var expected = ""
        for index in 0..<100_000 {
            expected += "é\(index) "
            body += Array(
                "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"é\(index) \"}}]}\n\n".utf8)
        }
        body += Array("data: [DONE]\n\n".utf8)
        var random = SeededRandom(seed: 9)
        let sizes = (0..<200_000).map { _ in Int.random(in: 1...60, using: &random) }
        let answer = decode(body, sizes: sizes)
        #expect(answer.text == expected && answer.fault == nil && answer.events == 100_001)
    }

    @Test("white space and a byte order mark before the first event do not matter, an empty body is a cut")
    func beginnings() {
        let body = Fixtures.events(#"{"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}"#)
        for start in ["\n\n", "\r\n", "\u{FEFF}", ": hello\n\n", "retry: 3\n\n", "data:\n\n", "data: \n\n"] {
            #expect(decode(Array((start + body).utf8)).text == "a", "\(start.debugDescription)")
        }
        for name in FaultTableTests.networked {
            #expect(decode([], name).fault?.kind == .cut)
            #expect(decode([0x20, 0x0A], name).fault?.kind == .cut)
        }
    }

    @Test(
        "a web page instead of an answer is a cut or malformed, never an answer", arguments: FaultTableTests.networked)
    func page(name: DialectName) {
        let answer = decode(Array("<!DOCTYPE html>\n<html><body>hello</body></html>\n\n".utf8), name)
        #expect(answer.finish == nil && (answer.fault?.kind == .cut || answer.fault?.kind == .malformed))
    }
}
