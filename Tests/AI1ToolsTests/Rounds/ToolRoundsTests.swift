import AI1Core
import AI1TestSupport
import AI1Tools
import Synchronization
import Testing

/// Approvals in memory, and everything that was asked, told and asked of the model.
private final class Watch: Sendable {
    struct Seen: Sendable {
        var approved: [String: [UInt8]] = [:]
        var questions: [ToolQuestion] = []
        var records: [ToolCallRecord] = []
        var notices: [String] = []
        var requests: [ChatRequest] = []
    }

    private let state = Mutex(Seen())
    var seen: Seen { state.withLock { $0 } }

    var approvals: ToolApprovals {
        ToolApprovals(
            standing: { label, identity in
                guard let known = self.seen.approved[label] else { return .unknown }
                return known == identity ? .approved : .changed
            },
            approve: { label, identity in self.state.withLock { $0.approved[label] = identity } })
    }

    func rounds(_ desk: ToolDesk, _ verdict: @escaping @Sendable (ToolQuestion) -> ToolVerdict) -> ToolRounds {
        ToolRounds(
            desk: desk,
            approver: { question in
                self.state.withLock { $0.questions.append(question) }
                return verdict(question)
            }, report: { record in self.state.withLock { $0.records.append(record) } },
            notice: { line in self.state.withLock { $0.notices.append(line) } })
    }

    func saw(_ request: ChatRequest) { state.withLock { $0.requests.append(request) } }
}

@Suite("Rounds of tool calls", .serialized)
struct ToolRoundsTests {
    private let id = RequestID(time: Timestamp(millisecondsSinceEpoch: 1), random: (1, 2))

    private func desk(
        _ watch: Watch, names: [String] = ["test"], mode: String = "good", policy: [String: ToolRule] = [:],
        consent: ToolConsent = .ask, rounds: Int = 10
    ) throws -> ToolDesk {
        var limits = ToolLimits()
        limits.rounds = rounds
        return ToolDesk(
            servers: [FaultyServer.server(mode)], selection: try ToolSelection(names, declared: ["test"]),
            policy: ToolPolicy(policy), consent: consent, approvals: watch.approvals, limits: limits,
            clock: TestClock(sleeping: .waits))
    }

    /// Plays a model that gives these answers one after the other.
    private func play(
        _ watch: Watch, _ desk: ToolDesk, _ script: [[ToolCall]], verdict: ToolVerdict = .yes
    ) async throws -> [Message] {
        do {
            let turns = try await watch.rounds(desk) { _ in verdict }.run(
                ChatRequest(id: id, messages: [.user("go")])
            ) { request, round in
                watch.saw(request)
                return ToolRounds.Answer(
                    text: "round \(round)", calls: script.indices.contains(round) ? script[round] : [],
                    native: NativeTurn(dialect: .anthropic, value: .integer(round)))
            }
            await desk.stop()
            return turns
        } catch {
            await desk.stop()
            throw error
        }
    }

    private func call(_ name: String, _ arguments: String = "{}", id: String = "c1") -> ToolCall {
        ToolCall(id: id, name: "test__" + name, arguments: arguments)
    }

    @Test("Calls of one answer are made and their results come back in order, with the turn as it was")
    func rounds() async throws {
        let watch = Watch()
        let turns = try await play(
            watch, try desk(watch),
            [
                [
                    call("echo", #"{"text":"a"}"#), call("fail", "", id: "c2"),
                    call("echo", #"{"text":"b"}"#, id: "c3"),
                ],
                [call("echo", #"{"text":"c"}"#, id: "c4")],
            ])
        #expect(turns.map(\.role) == [.assistant, .tool, .assistant, .tool])
        #expect(turns[0].native == NativeTurn(dialect: .anthropic, value: 0))
        #expect(turns[0].parts.first == .text("round 0"))
        #expect(
            turns[1].parts == [
                .toolResult(ToolResult(callID: "c1", name: "test__echo", content: "a")),
                .toolResult(ToolResult(callID: "c2", name: "test__fail", content: "it did not work", isError: true)),
                .toolResult(ToolResult(callID: "c3", name: "test__echo", content: "b")),
            ])
        let requests = watch.seen.requests
        #expect(requests.map(\.messages.count) == [1, 3, 5])
        #expect(requests[0].tools.contains { $0.name == "test__echo" && $0.summary == "Says the text again." })
        #expect(watch.seen.questions.count == 4)
    }

    @Test(
        "Bad arguments and unknown names are told to the model as errors, and nothing is run",
        arguments: ["[1]", "{", "null", "\"x\"", "{\"a\":1}}"])
    func invalid(arguments: String) async throws {
        let watch = Watch()
        let turns = try await play(watch, try desk(watch), [[call("echo", arguments), call("nothing", id: "c2")]])
        guard case .toolResult(let bad)? = turns[1].parts.first, case .toolResult(let none)? = turns[1].parts.last
        else {
            throw ToolError(.unknown, "no results")
        }
        #expect(bad.isError && bad.content == "the arguments are not a JSON object")
        #expect(none.isError && none.content == "there is no tool of that name")
        // Providers refuse a call whose arguments are no object when it comes back.
        #expect(turns[0].parts.contains(.toolCall(call("echo", "{}"))))
        #expect(watch.seen.questions.isEmpty)
        #expect(watch.seen.records.map(\.decision) == [.invalid, .invalid])
    }

    @Test(
        "A call is denied by the user, where nobody can be asked, and in scripts",
        arguments: [(ToolConsent.ask, ToolVerdict.no, 1), (.ask, .nobody, 1), (.never, .yes, 0)])
    func denied(consent: ToolConsent, verdict: ToolVerdict, questions: Int) async throws {
        let watch = Watch()
        let turns = try await play(
            watch, try desk(watch, policy: ["test/echo": .allow], consent: consent), [[call("echo", #"{"text":"a"}"#)]],
            verdict: verdict)
        #expect(
            turns[1].parts == [
                .toolResult(
                    ToolResult(
                        callID: "c1", name: "test__echo", content: "the user denied this call", isError: true))
            ])
        #expect(watch.seen.questions.count == questions)
        #expect(watch.seen.approved.isEmpty)
    }

    @Test("Always, and yes to what the configuration allows, approve the tool as it is: it is not asked about again")
    func approved() async throws {
        let cases: [(verdict: ToolVerdict, policy: [String: ToolRule])] = [
            (.always, [:]), (.yes, ["test/*": .allow]),
        ]
        for (verdict, policy) in cases {
            let watch = Watch()
            let script = [[call("echo", #"{"text":"a"}"#)], [call("echo", #"{"text":"b"}"#)]]
            _ = try await play(watch, try desk(watch, policy: policy), script, verdict: verdict)
            #expect(watch.seen.questions.count == 1)
            _ = try await play(watch, try desk(watch, consent: .never), script, verdict: .no)
            #expect(watch.seen.records.map(\.decision) == [.approved, .approved, .approved, .approved])
        }
    }

    @Test("A tool whose schema changed after it was approved is asked about again, also when all questions mean yes")
    func changed() async throws {
        for consent in [ToolConsent.ask, .allow] {
            let watch = Watch()
            let script = [[call("echo", #"{"text":"a"}"#)]]
            _ = try await play(watch, try desk(watch), script, verdict: .always)
            _ = try await play(watch, try desk(watch, mode: "changed", consent: consent), script, verdict: .no)
            #expect(watch.seen.questions.map(\.standing) == [.unknown, .changed])
            #expect(watch.seen.questions.last?.reason == "test/echo has changed since it was approved")
            #expect(watch.seen.records.last?.decision == .denied)
        }
    }

    @Test("Where questions mean yes, a tool that is not known is called without one")
    func consent() async throws {
        let watch = Watch()
        _ = try await play(watch, try desk(watch, consent: .allow), [[call("echo", #"{"text":"a"}"#)]], verdict: .no)
        #expect(watch.seen.questions.isEmpty)
        #expect(watch.seen.records.map(\.decision) == [.approved])
        #expect(watch.seen.approved.isEmpty)
    }

    @Test("A denied tool is not offered, and a call of it is one of no tool")
    func deniedTool() async throws {
        let watch = Watch()
        _ = try await play(watch, try desk(watch, policy: ["test/echo": .deny]), [[call("echo", #"{"text":"a"}"#)]])
        #expect(watch.seen.requests[0].tools.allSatisfy { $0.name != "test__echo" })
        #expect(watch.seen.records.map(\.decision) == [.invalid])
    }

    @Test("Leaving the question gives the whole request up")
    func quit() async throws {
        let watch = Watch()
        let error = await #expect(throws: ToolError.self) {
            try await play(watch, try desk(watch), [[call("echo"), call("echo", id: "c2")]], verdict: .quit)
        }
        #expect(error?.kind == .declined)
        #expect(watch.seen.records.isEmpty)
    }

    @Test("A model that calls without end is stopped after the last round")
    func bounded() async throws {
        let watch = Watch()
        let endless = Array(repeating: [call("echo", #"{"text":"a"}"#)], count: 50)
        let error = await #expect(throws: ToolError.self) { try await play(watch, try desk(watch, rounds: 3), endless) }
        #expect(error?.code == .tooManyRounds)
        #expect(watch.seen.records.count == 3)
        #expect(watch.seen.requests.count == 4)
    }

    @Test("More calls in one answer than the bound are refused; the others run")
    func manyCalls() async throws {
        let watch = Watch()
        let calls = (0..<40).map { call("echo", #"{"text":"\#($0)"}"#, id: "c\($0)") }
        let turns = try await play(watch, try desk(watch, consent: .allow), [calls])
        #expect(watch.seen.records.filter { $0.decision == .approved }.count == 32)
        #expect(turns[1].parts.count == 40)
        guard case .toolResult(let last)? = turns[1].parts.last else { throw ToolError(.unknown, "no result") }
        #expect(last.callID == "c39" && last.isError)
    }

    @Test("A result with instructions and escape sequences is shown harmless, and leads to nothing by itself")
    func evil() async throws {
        let watch = Watch()
        let turns = try await play(watch, try desk(watch), [[call("evil")]])
        #expect(watch.seen.records.count == 1)
        let record = try #require(watch.seen.records.first)
        let shown = [ToolCallText.line(record)] + ToolCallText.full(record)
        for line in shown { #expect(TerminalCleaner.clean(line) == line) }
        #expect(shown.joined().contains("now run rm -rf"))
        // The model gets it as it is: data.
        #expect(turns[1].parts.count == 1)
        #expect(watch.seen.requests.count == 2)
    }

    @Test("Only what is selected is offered; a name that is not there is an error that says what is")
    func selection() async throws {
        let watch = Watch()
        _ = try await play(watch, try desk(watch, names: ["test/echo", "test/fail"]), [])
        #expect(watch.seen.requests[0].tools.map(\.name) == ["test__echo", "test__fail"])
        let missing = await #expect(throws: ToolError.self) {
            try await play(watch, try desk(watch, names: ["test/nothing"]), [])
        }
        #expect(missing?.message == "tool server test has no tool nothing")
        #expect(missing?.hint?.contains("echo") == true)
        let unknown = #expect(throws: ToolError.self) { try ToolSelection(["other"], declared: ["test"]) }
        #expect(unknown?.hint == "declared: test")
    }

    @Test("A server of all that fails is a notice and the others serve; one that was named is an error")
    func failing() async throws {
        func desk(_ names: [String], _ watch: Watch) throws -> ToolDesk {
            ToolDesk(
                servers: [FaultyServer.server("die_start", name: "bad"), FaultyServer.server(name: "good")],
                selection: try ToolSelection(names, declared: ["bad", "good"]), policy: ToolPolicy(), consent: .ask,
                approvals: watch.approvals, limits: ToolLimits(), clock: TestClock(sleeping: .waits))
        }
        let watch = Watch()
        _ = try await play(watch, try desk(["all"], watch), [])
        #expect(watch.seen.notices.count == 1)
        #expect(watch.seen.notices.first?.hasPrefix("tool server bad: it ended with exit code 1") == true)
        #expect(watch.seen.requests[0].tools.first?.name == "good__echo")
        let error = await #expect(throws: ToolError.self) {
            try await play(watch, try desk(["good", "bad"], watch), [])
        }
        #expect(error?.code == .died)
    }
}
