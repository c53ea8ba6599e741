import AI1Core
import AI1History
import AI1TestSupport

/// A history in a folder of its own, and records to put into it.
struct HistoryFixture {
    let folder: TemporaryFolder
    let history: HistoryFile

    init() throws {
        folder = try TemporaryFolder()
        history = try HistoryFile.open(folder.path + "/" + HistoryFile.name)
    }

    var path: String { folder.path + "/" + HistoryFile.name }
}

enum Example {
    static let now = Timestamp(millisecondsSinceEpoch: 1_795_600_000_000)
    static let day: Int64 = 20_261_125
    static let mini = TargetName(provider: "openai", model: "gpt-5-mini")
    static let sonnet = TargetName(provider: "anthropic", model: "claude-sonnet-5")

    static func id(_ number: UInt64, at time: Timestamp = now) -> RequestID {
        RequestID(time: time, random: (number &* 0x9E37_79B9_7F4A_7C15, number &* 0xBF58_476D_1CE4_E5B9 &+ 7))
    }

    static func observation(
        _ target: TargetName = mini, task: TaskKind = .chat, at time: Timestamp = now,
        _ result: AttemptObservation.Result = .succeeded, first: Double? = 300, total: Double = 1_300,
        output: Int64 = 101, cost: NanoUSD? = NanoUSD(2_000_000)
    ) -> AttemptObservation {
        AttemptObservation(
            target: target, task: task, time: time, result: result, fault: result == .failed ? .serverError : nil,
            firstTokenMilliseconds: first, totalMilliseconds: total, inputTokens: 40, outputTokens: output, cost: cost)
    }

    /// An answered request with its words.
    static func record(
        _ number: UInt64, at time: Timestamp = now, target: TargetName = mini, task: TaskKind = .chat,
        prompt: String = "what is a monad?", answer: String = "A monoid in the category of endofunctors."
    ) -> RequestRecord {
        var record = RequestRecord(
            id: id(number, at: time), time: time, day: day, task: task, state: .complete, totalMilliseconds: 1_300)
        record.difficulty = 0.25
        record.objective = .balanced
        record.target = target
        record.servedModel = target.model + "-2026-01"
        record.finish = .stop
        record.usage = TokenUsage(uncachedInput: 40, visibleOutput: 101)
        record.cost = NanoUSD(2_000_000)
        record.charge = NanoUSD(2_000_000)
        record.firstTokenMilliseconds = 300
        record.textBytes = answer.utf8.count
        record.attempts = [
            RequestRecord.Attempt(
                target: target, usage: record.usage, cost: record.cost, firstTokenMilliseconds: 300,
                totalMilliseconds: 1_300)
        ]
        record.decision = ["v": 1, "summary": "the only one"]
        record.digest = [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: 16)
        var timing = StreamTiming()
        timing.add(bytes: 8, atMilliseconds: 300)
        timing.add(bytes: max(0, answer.utf8.count - 8), atMilliseconds: 1_290)
        record.content = RequestRecord.Content(prompt: prompt, answer: Array(answer.utf8), timing: timing)
        record.observations = [observation(target, task: task, at: time)]
        return record
    }
}
