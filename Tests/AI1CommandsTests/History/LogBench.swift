import AI1Core
import AI1History
import AI1Terminal
import AI1TestSupport

@testable import AI1Commands

/// A history with a known past, shown on a terminal of a known width.
struct LogBench {
    let folder: TemporaryFolder
    let clock: TestClock
    let books: LogBooks

    /// - Parameter width: columns of the terminal; nil for a pipe
    init(width: Int? = 80) throws {
        folder = try TemporaryFolder()
        for name in ["data", "config", "state"] { try folder.makeFolder(name) }
        // The 25th of November 2026, 18:00 in UTC.
        clock = TestClock(start: Timestamp(millisecondsSinceEpoch: 1_795_629_600_000))
        var environment = ["AI1_HOME": folder.path, "HOME": folder.path, "LC_ALL": "C.UTF-8", "TERM": "dumb"]
        environment["COLUMNS"] = width.map(String.init)
        let context = CommandContext(
            environment: environment, workingDirectory: folder.path,
            output: OutputStream(descriptor: -1, isTerminal: width != nil),
            errors: OutputStream(descriptor: -1, isTerminal: false), input: -1, inputIsTerminal: false,
            clock: clock, random: SeededRandom(seed: 1), transport: NoTransport())
        books = try LogBooks(context)
    }

    private struct NoTransport: HTTPTransport {
        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            throw ProviderFault(.refusedLocally, message: "nothing is sent in this test")
        }
    }

    static let mini = TargetName(provider: "openai", model: "gpt-5.4-mini")
    static let sonnet = TargetName(provider: "anthropic", model: "claude-sonnet-5")

    /// A request whose id ends in these digits, asked some days ago.
    func ask(
        _ digits: UInt64, _ target: TargetName?, daysAgo: Int64 = 0, task: TaskKind = .chat,
        state: RequestState = .complete, prompt: String = "explain borrow checking to a C programmer",
        answer: String = "It is ownership.\n", total: Double = 1_300, job: String? = nil, good: Double? = nil
    ) throws {
        let time = clock.now.advanced(byMilliseconds: -daysAgo * 86_400_000)
        var record = RequestRecord(
            id: RequestID(time: time, random: (0, digits << 2)), time: time, day: books.live.day(of: time), task: task,
            state: state, totalMilliseconds: total)
        record.job = job
        record.difficulty = 0.5
        record.objective = .balanced
        record.target = target
        record.finish = state == .complete ? .stop : nil
        record.usage = TokenUsage(uncachedInput: 1_204, visibleOutput: 58)
        record.cost = NanoUSD(2_100_000)
        record.charge = NanoUSD(2_100_000)
        record.firstTokenMilliseconds = target == nil ? nil : total / 4
        record.textBytes = answer.utf8.count
        record.exit = state == .complete ? 0 : 76
        record.decision = [
            "v": 1,
            "ranked": [
                [
                    "target": "openai/gpt-5.4-mini", "cost": ["nano_usd": 1_900_000], "first_token_ms": 380,
                    "total_ms": 3_100, "quality": .number(JSONNumber(uncheckedText: "0.81")),
                    "score": .number(JSONNumber(uncheckedText: "0.78")),
                ]
            ], "rejected": [], "summary": "gpt-5.4-mini: quality is close to the best at less than half the price.",
        ]
        var timing = StreamTiming()
        timing.add(bytes: 6, atMilliseconds: 300)
        timing.add(bytes: answer.utf8.count - 6, atMilliseconds: 1_250)
        record.content = RequestRecord.Content(
            system: "Be brief.", prompt: prompt, answer: Array(answer.utf8), timing: timing)
        if let target { try show(target, &record, good) }
        try books.history.record(record)
    }

    private func show(_ target: TargetName, _ record: inout RequestRecord, _ good: Double?) throws {
        let result: AttemptObservation.Result = record.state == .complete ? .succeeded : .cut
        record.attempts = [
            RequestRecord.Attempt(
                target: target, fault: result == .cut ? .stalled : nil, usage: record.usage, cost: record.cost,
                firstTokenMilliseconds: record.firstTokenMilliseconds, totalMilliseconds: record.totalMilliseconds)
        ]
        record.observations = [
            AttemptObservation(
                target: target, task: record.task, time: record.time, result: result,
                firstTokenMilliseconds: record.firstTokenMilliseconds, totalMilliseconds: record.totalMilliseconds,
                inputTokens: 1_204, outputTokens: 58, cost: record.cost)
        ]
        if let good {
            record.signals = [
                QualitySignal(
                    target: target, task: record.task, time: record.time, source: .match, reward: good, weight: 1)
            ]
        }
    }

    /// Two weeks of work.
    func work() throws {
        for day in Int64(0)..<6 {
            try ask(0xA0 + UInt64(day), Self.mini, daysAgo: 12 - 2 * day, good: 1)
        }
        try ask(
            0xB1, Self.sonnet, daysAgo: 1, task: .code, prompt: "write\na\u{1B}[31m parser", total: 6_200, job: "brief")
        try ask(0xB2, Self.sonnet, state: .cut, answer: "It is ow", total: 9_100, good: 0)
        try ask(0xB3, nil, state: .failed, answer: "      ", total: 12)
        try ask(0xB4, Self.mini, task: .math, total: 420)
    }

    func render(_ table: TextTable) -> String {
        table.render(width: books.live.outputFacts.columns, style: .plain)
    }
}
