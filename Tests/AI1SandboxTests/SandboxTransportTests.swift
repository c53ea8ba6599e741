import AI1Core
import AI1Providers
import AI1TestSupport
import Testing

@Suite("The embedded sandbox")
struct SandboxTransportTests {
    private let id = RequestID(time: Timestamp(millisecondsSinceEpoch: 0), random: (1, 2))

    private func target(_ model: String = "fast") -> Target {
        let provider = SandboxCatalog.provider()
        let row =
            SandboxCatalog.models().first { $0.name.model == model }
            ?? ModelRow(
                name: TargetName(provider: "sandbox", model: model), title: model, family: model, dialect: .sandbox,
                prices: .free)
        return Target(row: row, endpoint: Endpoint(provider: provider.id, baseURL: provider.baseURL))
    }

    private struct Outcome {
        var batch = AnswerBatch()
        var status = 0
        var fault: ProviderFault?
        var pieces = 0
    }

    private func ask(
        _ text: String, model: String = "fast", clock: TestClock = TestClock(sleeping: .advances), stream: Bool = true,
        limits: HTTPLimits = HTTPLimits(), change: (inout ChatRequest) -> Void = { _ in }
    ) async throws -> Outcome {
        var request = ChatRequest(id: id, messages: [.user(text)], stream: stream)
        change(&request)
        let dialect = SandboxDialect()
        var wire = try dialect.encode(request, for: target(model))
        wire.limits = limits
        var outcome = Outcome()
        do {
            let response = try await SandboxTransport(clock: clock).send(wire)
            outcome.status = response.head.status
            if response.head.status != 200 {
                let body = try await response.body.collect(limit: 65_536)
                outcome.fault = dialect.fault(status: response.head.status, head: response.head, body: body)
                return outcome
            }
            var decoder = dialect.decoder(for: request)
            var piece: [UInt8] = []
            while try await response.body.next(into: &piece) {
                outcome.pieces += 1
                try piece.withUnsafeBytes { try decoder.feed($0, into: &outcome.batch) }
            }
            try decoder.finish(into: &outcome.batch)
        } catch let fault as ProviderFault {
            outcome.fault = fault
        }
        return outcome
    }

    @Test("answers with text, usage and an end, streamed or not")
    func answers() async throws {
        let streamed = try await ask("hello world")
        let whole = try await ask("hello world", stream: false)
        #expect(streamed.fault == nil)
        #expect(String(decoding: streamed.batch.text, as: UTF8.self).hasPrefix("This is a simulated answer"))
        #expect(streamed.batch.text == whole.batch.text)
        #expect(streamed.batch.finish == .stop)
        #expect(streamed.batch.usage == whole.batch.usage)
        #expect(streamed.batch.usage?.input == 7)
        #expect(streamed.batch.usage?.visibleOutput == TokenEstimate.tokens(bytes: streamed.batch.text.count))
        #expect(streamed.pieces > 20)
        #expect(whole.pieces == 1)
    }

    @Test("each model keeps its own first-token delay and pace")
    func latency() async throws {
        var totals: [Int64] = []
        for model in SandboxModel.allCases {
            let clock = TestClock(sleeping: .advances)
            _ = try await ask("hello", model: model.rawValue, clock: clock)
            #expect(clock.sleeps.first == Int64(model.speed.firstTokenMilliseconds))
            totals.append(clock.monotonicNanoseconds)
        }
        #expect(totals == totals.sorted() && Set(totals).count == 3)
    }

    @Test("a long answer is not paced, and is made while it is read")
    func long() async throws {
        let clock = TestClock()
        let outcome = try await ask("sandbox: bytes=20000000", clock: clock)
        #expect(outcome.fault == nil)
        #expect(outcome.batch.text.count == 20_000_000)
        #expect(clock.sleeps.isEmpty)
        #expect(outcome.pieces > 50)
    }

    @Test("a schema gets JSON that fits it")
    func schema() async throws {
        let outcome = try await ask("x") { request in
            request.schema = OutputSchema(
                name: "x", schema: ["type": "object", "properties": ["age": ["type": "integer"]]])
        }
        #expect(try JSONParser.parse(outcome.batch.text).text == #"{"age":1}"#)
    }

    @Test(
        "plays every refusal of the fault table",
        arguments: [
            ("401", FaultKind.keyRefused), ("403", .keyRefused), ("402", .quotaExhausted),
            ("429 code=insufficient_quota", .quotaExhausted), ("404", .modelNotFound), ("400", .badRequest),
            ("413", .badRequest), ("422", .badRequest), ("400 code=context_length_exceeded", .contextTooLong),
            ("400 code=content_filter", .contentFiltered), ("429", .rateLimited), ("408", .transient),
            ("409", .transient), ("425", .transient), ("500", .serverError), ("503", .serverError),
            ("reset", .transient), ("garbage", .transient), ("redirect=http://x/", .redirected), ("cut=10", .cut),
            ("cut=200", .cut), ("reset=200", .cut), ("stall=200", .stalled), ("malformed=before", .malformed),
            ("malformed", .malformed), ("error=before", .inBandError), ("error", .inBandError), ("no-end", .cut),
            ("delay=70000", .transient), ("first=70000", .stalled), ("nonsense", .badRequest),
        ])
    func faults(plan: String, kind: FaultKind) async throws {
        let outcome = try await ask("sandbox: \(plan)\nhello")
        #expect(outcome.fault?.kind == kind)
    }

    @Test("keeps what came before a fault in the middle")
    func partial() async throws {
        let after = try await ask("sandbox: error\nhello")
        #expect(!after.batch.text.isEmpty)
        let before = try await ask("sandbox: error=before\nhello")
        #expect(before.batch.text.isEmpty)
    }

    @Test("tells Retry-After in milliseconds")
    func retryAfter() async throws {
        let outcome = try await ask("sandbox: 429 retry-after=30\nhello")
        #expect(outcome.fault?.retryAfterMilliseconds == 30_000)
    }

    @Test("an answer cut by length or filter says so")
    func finishes() async throws {
        #expect(try await ask("sandbox: length\nx").batch.finish == .length)
        #expect(try await ask("sandbox: filter\nx").batch.finish == .contentFilter)
        #expect(try await ask("x") { $0.options.maxOutputTokens = 3 }.batch.finish == .length)
    }

    @Test("usage can be left out, be absurd, or be what the test says")
    func usage() async throws {
        #expect(try await ask("sandbox: usage=absent\nx").batch.usage == nil)
        #expect(try await ask(#"sandbox: usage={"input_tokens":-1,"output_tokens":2}"#).batch.usage == nil)
        let given = try await ask(#"sandbox: usage={"input_tokens":5,"output_tokens":7}"#).batch.usage
        #expect(given == TokenUsage(uncachedInput: 5, visibleOutput: 7))
        let absurd = try await ask(#"sandbox: usage={"input_tokens":5,"output_tokens":1000000000000}"#).batch
        #expect(absurd.usage == nil)
        #expect(absurd.unbelievedUsage?.usage == TokenUsage(uncachedInput: 5, visibleOutput: 1_000_000_000_000))
    }

    @Test("the deadline ends a wait before the stall time-out does")
    func deadline() async throws {
        var limits = HTTPLimits()
        limits.deadlineMilliseconds = 5_000
        let clock = TestClock(sleeping: .advances)
        let outcome = try await ask("sandbox: stall=100\nhello", clock: clock, limits: limits)
        #expect(outcome.fault?.kind == .deadline)
        #expect(clock.monotonicNanoseconds <= 5_000_000_000)
    }

    @Test("an unknown model is told apart from a bad request")
    func unknownModel() async throws {
        #expect(try await ask("x", model: "huge").fault?.kind == .modelNotFound)
    }

    @Test("cancelling the task ends a stalled exchange at once")
    func cancelledTask() async throws {
        let clock = TestClock(sleeping: .waits)
        let task = Task { try await ask("sandbox: bytes=9 stall=0", clock: clock) }
        #expect(try await Eventually.holds { clock.sleeperCount == 1 })
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
        #expect(clock.sleeperCount == 0)
    }

    @Test("cancelling the body from another task ends a stalled exchange at once")
    func cancelledBody() async throws {
        let clock = TestClock(sleeping: .waits)
        let request = ChatRequest(id: id, messages: [.user("sandbox: bytes=9 stall=0")])
        let wire = try SandboxDialect().encode(request, for: target())
        let response = try await SandboxTransport(clock: clock).send(wire)
        let task = Task {
            var piece: [UInt8] = []
            return try await response.body.next(into: &piece)
        }
        #expect(try await Eventually.holds { clock.sleeperCount == 1 })
        response.body.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }

    @Test("answers only sandbox URLs")
    func otherURL() async throws {
        let transport = SandboxTransport(clock: TestClock())
        await #expect(throws: ProviderFault.self) {
            _ = try await transport.send(HTTPRequest(method: .post, url: "http://127.0.0.1/"))
        }
    }

    @Test("the wire decodes the same byte by byte and in random pieces", arguments: 0..<10)
    func pieces(seed: Int) async throws {
        let request = ChatRequest(id: id, messages: [.user("größe € 😀 code")], stream: true)
        let wire = try SandboxDialect().encode(request, for: target("strong"))
        let response = try await SandboxTransport(clock: TestClock(sleeping: .advances)).send(wire)
        let body = try await response.body.collect(limit: 1 << 20)
        func decode(_ pieces: [[UInt8]]) throws -> AnswerBatch {
            var decoder = SandboxDialect().decoder(for: request)
            var batch = AnswerBatch()
            for piece in pieces { try piece.withUnsafeBytes { try decoder.feed($0, into: &batch) } }
            try decoder.finish(into: &batch)
            return batch
        }
        let whole = try decode([body])
        let random = try decode(SeededRandom(seed: UInt64(seed)).pieces(of: body, largest: 1 + seed * 7))
        #expect(whole.text == random.text && whole.usage == random.usage && whole.events == random.events)
    }

    @Test("the catalogue rows have prices, speeds and qualities that rise together")
    func catalog() throws {
        let all = SandboxCatalog.models()
        let rows = all.filter { $0.capabilities.outputs == .text }
        let others: [OutputKinds] = [.image, .speech, .transcript, .embedding]
        #expect(all.dropFirst(rows.count).map(\.capabilities.outputs) == others)
        #expect(rows.map(\.name.description) == ["sandbox/fast", "sandbox/balanced", "sandbox/strong"])
        #expect(rows.map(\.prices.base.output) == rows.map(\.prices.base.output).sorted())
        #expect(rows.allSatisfy { $0.prices.base.input > .free })
        #expect(rows.map(\.quality.overall) == rows.map(\.quality.overall).sorted())
    }
}
