import AI1Core
import AI1Engine
import Testing

@testable import AI1Commands

/// What is done with a kept request after a sending.
@Suite struct QueueFateTests {
    private static let target = TargetName(provider: "a", model: "m")

    private static func outcome(
        _ faults: [ProviderFault?], error: EngineError?, charged: Bool = false, textBytes: Int = 0
    ) -> AskOutcome {
        var outcome = AskOutcome(requestID: RequestID(high: 1, low: 2))
        outcome.attempts = faults.map {
            AttemptRecord(
                target: target, fault: $0, usage: charged ? TokenUsage(source: .estimated) : nil, milliseconds: 1)
        }
        outcome.error = error
        outcome.textBytes = textBytes
        return outcome
    }

    private static func name(_ fate: QueueFate) -> String {
        switch fate {
        case .done: "done"
        case .failed: "failed"
        case .again(_, let wait): "again" + (wait.map { " after \($0)" } ?? "")
        case .later: "later"
        case .unknown: "unknown"
        case .back: "back"
        }
    }

    private static let failure = EngineError(.allFailed(.unavailable), message: "no")

    @Test("an answer is the end, whole or not")
    func answers() {
        #expect(Self.name(QueueFate(Self.outcome([nil], error: nil), problem: nil)) == "done")
        let mismatch = CommandError(.mismatch, message: "no")
        #expect(Self.name(QueueFate(Self.outcome([nil], error: nil), problem: mismatch)) == "failed")
        let cut = EngineError(.cut, message: "cut")
        let part = Self.outcome([ProviderFault(.cut, message: "cut")], error: cut, charged: true, textBytes: 5)
        #expect(Self.name(QueueFate(part, problem: cut)) == "failed")
    }

    @Test("a refusal that may pass is tried again, any other is not")
    func refusals() {
        func fate(_ faults: ProviderFault...) -> String {
            Self.name(QueueFate(Self.outcome(faults, error: Self.failure), problem: Self.failure))
        }
        #expect(fate(ProviderFault(.rateLimited, message: "", retryAfterMilliseconds: 9)) == "again after 9")
        #expect(fate(ProviderFault(.serverError, status: 503, message: "")) == "again")
        #expect(fate(ProviderFault(.badRequest, message: "")) == "failed")
        #expect(
            fate(ProviderFault(.badRequest, message: ""), ProviderFault(.serverError, status: 500, message: ""))
                == "again")
        #expect(fate(ProviderFault(.unreachable, message: "")) == "later")
        #expect(fate(ProviderFault(.unreachable, message: ""), ProviderFault(.rateLimited, message: "")) == "again")
    }

    @Test("what nobody can know is never tried again, whatever else happened")
    func open() {
        let reset = ProviderFault(.transient, message: "reset")
        let busy = ProviderFault(.serverError, status: 503, message: "")
        #expect(Self.name(QueueFate(Self.outcome([busy, reset], error: Self.failure), problem: nil)) == "unknown")
        let cancelled = EngineError(.cancelled, message: "cancelled")
        #expect(Self.name(QueueFate(Self.outcome([nil], error: cancelled, charged: true), problem: nil)) == "unknown")
        #expect(Self.name(QueueFate(Self.outcome([], error: cancelled), problem: nil)) == "back")
        #expect(Self.name(QueueFate(Self.outcome([busy], error: cancelled), problem: nil)) == "back")
    }

    @Test("what lies here waits, what lies in the request fails", arguments: ErrorKind.allCases)
    func before(kind: ErrorKind) {
        let fate = Self.name(QueueFate(beforeSending: CommandError(.answer(kind), message: "x")))
        let expected =
            switch kind {
            case .tryLater, .keyRefused, .configuration, .cannotCreate, .inputOutput, .creditsRefused: "later"
            case .unavailable: "again"
            case .interrupted, .terminated: "back"
            default: "failed"
            }
        #expect(fate == expected)
        #expect(Self.name(QueueFate(beforeSending: CommandError(.credits, message: "--max-cost"))) == "failed")
    }
}
