import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("What is written down while an answer comes")
struct ProgressTests {
    @Test("the request is noted as sent before it is, and then every piece of the answer")
    func pieces() async throws {
        let ledger = RecordingLedger()
        let pieces = ["one two ", "three four ", "five six "].map(Events.text)
        let bench = EngineBench(["a": [.stream(pieces + [Events.end()])]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a")])
        let first = try #require(ledger.progress.first)
        #expect(first.count == 1)
        #expect(first.first?.usage.source == .estimated && first.first?.usage.output == 0)
        #expect((first.first?.usage.input ?? 0) > 0)
        #expect(first.first?.costPicoUSD == (first.first?.usage.input ?? 0) * 1_000_000)
        let outputs = ledger.progress.compactMap { $0.first?.usage.output }
        #expect(outputs == outputs.sorted())
        #expect(Set(outputs).isSuperset(of: [0, 2, 5, 7]))
        #expect(ledger.bills.first?.attempts == ledger.progress.last)
    }

    @Test("an attempt that failed for nothing stands there no more when the next one is sent")
    func failedAttempt() async throws {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Events.refusal(503)], "b": [Events.answer("hi")]], ledger: ledger)
        _ = await bench.ask([EngineBench.target("a"), EngineBench.target("b")])
        #expect(ledger.progress.map { $0.map(\.target.provider) }.prefix(3) == [["a"], [], ["b"]])
    }

    @Test("a hedge is noted beside the attempt that is slow, and both are charged for")
    func hedge() async throws {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [.silence], "b": [Events.answer("hi")]], ledger: ledger)
        var policy = AskPolicy()
        policy.hedges = true
        let outcome = await bench.ask([EngineBench.target("a"), EngineBench.target("b")], policy: policy)
        #expect(outcome.error == nil)
        #expect(ledger.progress.contains { Set($0.map(\.target.provider)) == ["a", "b"] })
        let held = try #require(ledger.holds.first).amount
        #expect(ledger.raises.first?.amount == held + held)
        #expect(Set(try #require(ledger.bills.first).attempts.map(\.target.provider)) == ["a", "b"])
    }

    @Test("a request whose key could not be had is not noted as sent")
    func notSent() async {
        let ledger = RecordingLedger()
        let bench = EngineBench([:], ledger: ledger)
        let target = EngineBench.target("a")
        let keyless = PlannedTarget(row: target.row, healthKey: target.healthKey) {
            throw EngineError(.noKey, message: "no key for a")
        }
        _ = await bench.ask([keyless])
        #expect(ledger.progress.isEmpty)
        #expect(ledger.calls.last == .void)
    }
}
