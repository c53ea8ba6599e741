import AI1Core
import AI1Engine
import AI1Providers
import AI1TestSupport
import Synchronization

/// An engine with doubles at every port, and targets to ask.
struct EngineBench {
    let transport: ScriptedTransport
    let clock: TestClock
    let health: MemoryHealthStore
    let ledger: RecordingLedger?
    let history: RecordingHistory
    let sink = RecordingSink()

    init(
        _ scripts: [String: [ScriptedTransport.Script]], sleeping: TestClock.Sleeping = .advances,
        health: MemoryHealthStore = MemoryHealthStore(), ledger: RecordingLedger? = nil
    ) {
        transport = ScriptedTransport(scripts)
        clock = TestClock(sleeping: sleeping)
        self.health = health
        self.ledger = ledger
        history = RecordingHistory()
    }

    var engine: AskEngine {
        AskEngine(
            transport: transport, dialect: { Dialects.named($0) }, health: health, clock: clock,
            random: SeededRandom(seed: 7), ledger: ledger, history: history)
    }

    func ask(_ targets: [PlannedTarget], policy: AskPolicy = AskPolicy()) async -> AskOutcome {
        await engine.ask(AskPlan(request: Self.request, targets: targets, policy: policy), sink: sink)
    }

    static let request = ChatRequest(
        id: RequestID(time: Timestamp(millisecondsSinceEpoch: 1_767_225_600_000), random: (1, 2)),
        messages: [.user("hello")])

    /// A target at a host of its own; a price of a micro-dollar a token unless said otherwise.
    static func target(
        _ provider: String, model: String = "m", input: Int64 = 1_000_000, output: Int64 = 1_000_000,
        context: Int = 100_000, largest: Int = 1_000, prices: PriceTable? = nil
    ) -> PlannedTarget {
        let row = ModelRow(
            name: TargetName(provider: provider, model: model), title: model, family: model, dialect: .openAIChat,
            contextTokens: context, maxOutputTokens: largest,
            prices: prices
                ?? PriceTable(
                    base: TokenPrices(input: TokenPrice(picoUSD: input), output: TokenPrice(picoUSD: output))))
        let key = HealthKey(provider: provider, model: model, baseURL: "http://\(provider)", keyFingerprint: "")
        return PlannedTarget(row: row, healthKey: key) { Endpoint(provider: provider, baseURL: "http://\(provider)") }
    }
}

/// Bodies in OpenAI's streamed form.
enum Events {
    static func text(_ text: String) -> String {
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\(text)\"},\"finish_reason\":null}]}\n\n"
    }

    static func end(_ reason: String = "stop") -> String {
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"\(reason)\"}]}\n\n"
    }

    static func usage(input: Int, output: Int) -> String {
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":\(input),\"completion_tokens\":\(output)}}\n\ndata: [DONE]\n\n"
    }

    static func answer(_ words: String) -> ScriptedTransport.Script {
        .stream([text(words), end(), usage(input: 10, output: 5)])
    }

    static func refusal(_ status: Int, retryAfter: Int? = nil, code: String = "x") -> ScriptedTransport.Script {
        .answer(
            status: status, headers: retryAfter.map { [(name: "retry-after", value: String($0))] } ?? [],
            body: "{\"error\":{\"message\":\"no\",\"code\":\"\(code)\"}}")
    }
}

/// Keeps what the engine says.
final class RecordingSink: AnswerSink {
    private struct State {
        var text: [UInt8] = []
        var notices: [AskNotice] = []
        var failure: EngineError?
    }

    private let state = Mutex(State())

    var text: String { String(decoding: state.withLock { $0.text }, as: UTF8.self) }
    var notices: [AskNotice] { state.withLock { $0.notices } }

    /// Makes every further write fail.
    func breakPipe() { state.withLock { $0.failure = EngineError(.readerGone, message: "gone") } }

    func write(_ text: [UInt8]) throws {
        try state.withLock { state in
            if let failure = state.failure { throw failure }
            state.text += text
        }
    }

    func writeReasoning(_ text: [UInt8]) throws {}
    func notice(_ notice: AskNotice) { state.withLock { $0.notices.append(notice) } }
}

/// Keeps the records of answers.
final class RecordingHistory: HistoryStore {
    private let log = Mutex<[AnswerRecord]>([])

    var records: [AnswerRecord] { log.withLock { $0 } }
    func finish(_ record: AnswerRecord) async { log.withLock { $0.append(record) } }
    func find(_ id: String?) async throws -> AnswerRecord? { records.last }
}
