import AI1Core
import AI1Engine
import Testing

@testable import AI1Commands

@Suite("A vote about compared answers")
struct CompareVoteTests {
    private static let now = Timestamp(millisecondsSinceEpoch: 1_795_629_600_000)

    private func answer(_ model: String, answered: Bool = true) -> ComparedAnswer {
        let id = RequestID(time: Self.now, random: (UInt64(model.utf8.first ?? 0), 1))
        var outcome = AskOutcome(requestID: id)
        outcome.target = answered ? TargetName(provider: "p", model: model) : nil
        return ComparedAnswer(
            name: model, task: .code, request: ChatRequest(id: id, messages: [.user("x")]), outcome: outcome, text: [])
    }

    @Test("says as much for the best as against all others together, each of its own request")
    func weights() {
        let answers = [answer("a"), answer("b"), answer("c"), answer("d", answered: false)]
        let signals = CompareVote.signals(answers, best: 1, at: Self.now)
        #expect(signals.map(\.1.target.model) == ["a", "b", "c"])
        #expect(signals.map(\.1.reward) == [0, 1, 0])
        #expect(signals.map(\.1.weight) == [0.5, 1, 0.5])
        #expect(signals.allSatisfy { $0.1.source == .vote && $0.1.task == .code })
        #expect(signals.map(\.0) == answers.prefix(3).map(\.request.id))
    }

    @Test("says nothing when only one answered")
    func alone() {
        #expect(CompareVote.signals([answer("a"), answer("b", answered: false)], best: 0, at: Self.now).isEmpty)
    }
}
