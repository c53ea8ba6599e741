import AI1Core
import AI1Engine
import AI1TestSupport
import Testing

@Suite("Pictures, speech and vectors")
struct MediaTests {
    private static let png = Base64.encode([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])

    private static func target(
        _ provider: String, _ dialect: DialectName = .openAIChat, unit: PriceUnit = .images,
        output: Int64 = 40_000_000_000
    ) -> PlannedTarget {
        let prices = PriceTable(
            base: TokenPrices(input: .free, output: TokenPrice(picoUSD: output)), unit: unit)
        let target = EngineBench.target(provider, largest: 6_240, prices: prices)
        var row = target.row
        row.dialect = dialect
        row.capabilities.outputs = .image
        return PlannedTarget(row: row, healthKey: target.healthKey, endpoint: target.endpoint)
    }

    private static func answer(_ images: String...) -> ScriptedTransport.Script {
        let data = images.map { "{\"b64_json\":\"\($0)\"}" }.joined(separator: ",")
        return .answer(status: 200, body: "{\"data\":[\(data)]}")
    }

    private static func link(_ url: String) -> ScriptedTransport.Script {
        .answer(status: 200, body: "{\"output\":{\"image_url\":\"\(url)\"}}")
    }

    private func ask(
        _ bench: EngineBench, _ targets: [PlannedTarget], count: Int = 1, keeps: Bool = false
    ) async -> AskOutcome {
        var request = EngineBench.request
        request.output = .image(.init(count: count))
        request.stream = false
        let plan = AskPlan(request: request, targets: targets, keepsAnswer: keeps)
        return await bench.engine.ask(plan, sink: bench.sink)
    }

    @Test("a picture comes whole in the outcome, is charged by the piece, and nothing of it goes to the sink")
    func picture() async {
        let ledger = RecordingLedger()
        let bench = EngineBench(["a": [Self.answer(Self.png, Self.png)]], ledger: ledger)
        let outcome = await ask(bench, [Self.target("a")], count: 2, keeps: true)
        #expect(outcome.error == nil && bench.sink.text.isEmpty)
        #expect(outcome.media.map(\.mediaType) == ["image/png", "image/png"])
        #expect(ledger.holds.map(\.amount) == [NanoUSD(80_000_000)])
        #expect(outcome.cost == NanoUSD(80_000_000) && outcome.usage.visibleOutput == 2 && outcome.unit == .images)
        #expect(ledger.bills.first?.answer?.media == outcome.media)
        #expect(ledger.bills.first?.attempts.first?.usage.source == .estimated)
    }

    @Test(
        "what is no whole picture falls back to the next candidate",
        arguments: [
            .answer(status: 200, body: #"{"data":[]}"#), .answer(status: 200, body: #"{"data":[{"b64_json":"?"}]}"#),
            .answer(status: 200, body: #"{"data":[{"b64_json":"aGVsbG8="}]}"#), .answer(status: 200, body: "<html>"),
            .stream([#"{"data":[{"b64_json":"iVBO"#]),
            .stream([#"{"data":["#], end: .failed(ProviderFault(.cut, message: "cut"))), Events.refusal(500),
        ] as [ScriptedTransport.Script])
    func fallsBack(_ script: ScriptedTransport.Script) async {
        let bench = EngineBench(["a": [script], "b": [Self.answer(Self.png)]])
        let outcome = await ask(bench, [Self.target("a"), Self.target("b")])
        #expect(outcome.error == nil && outcome.target?.provider == "b" && outcome.media.count == 1)
        #expect(outcome.attempts.first?.fault != nil)
    }

    @Test(
        "an address in an answer is fetched without a key, from the public Internet, within what is left of the limits")
    func fetched() async throws {
        let bytes = "GIF89a\u{1}\u{0}"
        let bench = EngineBench([
            "a": [Self.link("https://cdn/x.gif")], "cdn": [.answer(status: 200, body: bytes)],
        ])
        let outcome = await ask(bench, [Self.target("a", .ai1net)])
        #expect(outcome.media == [MediaPart(mediaType: "image/gif", bytes: Array(bytes.utf8))])
        let fetch = try #require(bench.transport.requests.last)
        #expect(fetch.policy == .publicFetch && fetch.method == .get && !fetch.headers.contains(where: \.isSecret))
        #expect(fetch.limits.bodyBytes == MediaPart.answerLimitBytes && fetch.limits.deadlineMilliseconds != nil)
    }

    @Test(
        "an address that cannot be fetched, or holds something else, is the provider's fault",
        arguments: [
            .answer(status: 404, body: "gone"), .answer(status: 200, body: "<html>not a picture</html>"),
            .fault(ProviderFault(.refusedLocally, message: "127.0.0.1 is no public address")),
            .fault(ProviderFault(.unreachable, message: "no such host")),
        ] as [ScriptedTransport.Script])
    func notFetched(_ script: ScriptedTransport.Script) async {
        let bench = EngineBench(["a": [Self.link("https://cdn/x.png")], "cdn": [script]])
        let outcome = await ask(bench, [Self.target("a", .ai1net)])
        #expect(outcome.error?.kind == .protocolFailure && outcome.media.isEmpty)
    }

    @Test("an address that holds the octets itself needs no fetching")
    func inline() async {
        let bench = EngineBench(["a": [Self.link("data:image/png;base64,\(Self.png)")]])
        let outcome = await ask(bench, [Self.target("a", .ai1net)])
        #expect(outcome.media.count == 1 && bench.transport.hosts == ["a"])
    }

    @Test("more than can be used is disputed: a picture by the token costs no more than was held for it")
    func disputed() async {
        let body = #"{"data":[{"b64_json":"\#(Self.png)"}],"usage":{"input_tokens":5,"output_tokens":900000}}"#
        let bench = EngineBench(["a": [.answer(status: 200, body: body)]], ledger: RecordingLedger())
        let outcome = await ask(bench, [Self.target("a", unit: .tokens, output: 40_000_000)])
        #expect(outcome.error == nil && outcome.usage.source == .estimated)
        #expect(outcome.attempts.first?.claim?.text.contains("900000") == true)
        #expect((outcome.cost?.amount ?? 0) <= (bench.ledger?.holds.first?.amount.amount ?? 0))
    }

    @Test("words in the place of a picture are told, and are no answer")
    func words() async {
        let body = #"{"output":"I cannot draw that."}"#
        let bench = EngineBench(["a": [.answer(status: 200, body: body)]])
        let outcome = await ask(bench, [Self.target("a", .ai1net)])
        #expect(outcome.error?.message.contains("I cannot draw that") == true && bench.sink.text.isEmpty)
        #expect(!outcome.canResume && bench.history.records.isEmpty)
    }
}
