import AI1Conversations
import AI1Core
import AI1TestSupport
import Testing

@Suite("Properties of window fitting")
struct WindowPropertyTests {
    /// Conversations of any shape: lengths, scripts, tools, images, cut answers, summaries.
    private func content(_ random: SeededRandom) -> WindowContent {
        func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
        func text() -> String {
            String(
                repeating: ["word ", "слово ", "字", "\u{1F600}"][below(4)],
                count: below(4) == 0 ? below(2_000) : below(80))
        }
        let turns = (0..<below(40)).map { _ -> ChatTurn in
            var turn = below(4) == 0 ? Sample.toolTurn(text()) : Sample.turn(text(), text())
            if below(5) == 0 { turn.user.parts.append(.image(Sample.image)) }
            if below(5) == 0 { turn.reply.removeLast(min(turn.reply.count, 1 + below(2))) }
            return turn
        }.numbered
        var content = WindowContent(system: text(), turns: turns, message: .user(text()))
        if below(3) == 0, !turns.isEmpty {
            content.summary = ChatSummary(
                text: text(), upTo: 1 + below(turns.count), time: Timestamp(millisecondsSinceEpoch: 0))
        }
        return content
    }

    @Test(
        "a larger window never keeps less, never fails where a smaller one did not, and never overflows",
        arguments: 0..<40)
    func monotone(_ seed: UInt64) throws {
        let content = content(SeededRandom(seed: seed))
        for capable in [true, false] {
            var before: FittedWindow?
            for window in stride(from: 512, through: 60_000, by: 487) {
                let target = Sample.model(window, reserve: 4_096, images: capable, tools: capable)
                guard let fitted = try? WindowFitting.fit(content, to: target) else {
                    #expect(before == nil, "seed \(seed): \(window) fails")
                    continue
                }
                #expect(fitted.estimatedTokens <= target.inputTokens ?? 0)
                #expect(fitted.keptTurns >= before?.keptTurns ?? 0, "seed \(seed): \(window) keeps less")
                #expect(fitted.leftOutTurns <= before?.leftOutTurns ?? .max)
                // What a smaller window keeps is the end of what a larger one does.
                if let before { #expect(Array(fitted.messages.suffix(before.messages.count)) == before.messages) }
                #expect(try WindowFitting.fit(content, to: target) == fitted)
                before = fitted
            }
        }
    }

    @Test("room for the input never shrinks when the window grows", arguments: [0, 100, 8_192, 32_768])
    func room(_ reserve: Int) {
        let rooms = (10...80_000).map { Sample.model($0, reserve: reserve).inputTokens ?? 0 }
        #expect(zip(rooms, rooms.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(zip(rooms, 10...).allSatisfy { $0 < $1 })
    }
}
