import AI1Core
import AI1History
import AI1TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Fills a history and measures it: `history-bench fill FILE COUNT`, `history-bench record FILE COUNT SEED`,
/// `history-bench measure FILE`.
@main enum HistoryBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 3 else { return print("history-bench fill|record|measure FILE [COUNT [SEED]]") }
        let count = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1_000
        let seed = arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1
        let start = clock()
        let history = try HistoryFile.open(arguments[2])
        let opened = clock()
        history.prepareRecording()
        print("open \(text(opened - start)), prepare \(text(clock() - opened))")
        switch arguments[1] {
        case "fill", "record": try record(history, count, seed)
        default: try measure(history)
        }
    }

    /// Records requests and tells how long each took.
    private static func record(_ history: HistoryFile, _ count: Int, _ seed: UInt64) throws {
        var maker = RecordMaker(seed: seed)
        var times: [Int64] = []
        let first = Timestamp(millisecondsSinceEpoch: 1_795_600_000_000)
        for number in 0..<count {
            let record = maker.record(at: first.advanced(byMilliseconds: Int64(number) * 20_000))
            let start = clock()
            try history.record(record)
            times.append(clock() - start)
        }
        show("record", times)
    }

    private static func measure(_ history: HistoryFile) throws {
        var maker = RecordMaker(seed: 99)
        let now = Timestamp(millisecondsSinceEpoch: 1_797_600_000_000)
        try time("record", 500) { number in
            try history.record(maker.record(at: now.advanced(byMilliseconds: Int64(number) * 1_000)))
        }
        try time("snapshot", 200) { _ in _ = try history.snapshot(at: now) }
        print("targets \(try history.snapshot(at: now).byTarget.count)")
        try time("list 20", 50) { _ in _ = try history.list(HistoryFilter(limit: 20)) }
        try time("list state", 20) { _ in _ = try history.list(HistoryFilter(states: [.failed], limit: 20)) }
        for words in ["w12", "w7 w30", "w19000", "\"w3 w4\"", "w19*", "w190*", "nothing", "w5 w18000"] {
            let query = try SearchQuery(words)
            try time("search \(words)", 10) { _ in
                _ = try history.list(HistoryFilter(search: query, limit: 20))
            }
        }
        try time("report", 10) { _ in
            _ = try history.report(by: .pair, days: [20_261_112, 20_261_125], at: now)
        }
        let id = try history.list(HistoryFilter(limit: 1))[0].id
        try time("resolve", 20) { _ in _ = try history.resolve(id.short) }
    }

    private static func time(_ name: String, _ rounds: Int, _ body: (Int) throws -> Void) rethrows {
        var times: [Int64] = []
        for round in 0..<rounds {
            let start = clock()
            try body(round)
            times.append(clock() - start)
        }
        show(name, times)
    }

    private static func show(_ name: String, _ times: [Int64]) {
        let sorted = times.sorted()
        guard let last = sorted.last else { return }
        print(
            "\(name): median \(text(sorted[sorted.count / 2])), p99 \(text(sorted[sorted.count * 99 / 100])), "
                + "first \(text(times[0])), most \(text(last))")
    }

    private static func text(_ nanoseconds: Int64) -> String { "\(Double(nanoseconds / 1_000) / 1_000) ms" }

    private static func clock() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

/// Makes requests whose words are as unevenly frequent as those of a language.
struct RecordMaker {
    private var random: SeededRandom
    private var number: UInt64 = 0

    init(seed: UInt64) { random = SeededRandom(seed: seed) }

    mutating func record(at time: Timestamp) -> RequestRecord {
        number += 1
        let target = TargetName(provider: "p\(random.next() % 10)", model: "model-\(random.next() % 5)")
        let task = TaskKind.allCases[Int(random.next() % 3)]
        let didFail = random.next() % 50 == 0
        var record = RequestRecord(
            id: RequestID(time: time, random: (random.next(), random.next())), time: time, day: 20_261_125, task: task,
            state: didFail ? .failed : .complete, totalMilliseconds: Double(random.next() % 5_000))
        let answer = Array(words(220).utf8)
        record.target = target
        record.usage = TokenUsage(uncachedInput: 60, visibleOutput: 300)
        record.cost = NanoUSD(1_000_000)
        record.charge = NanoUSD(1_000_000)
        record.firstTokenMilliseconds = Double(random.next() % 900)
        record.textBytes = answer.count
        record.attempts = [
            RequestRecord.Attempt(
                target: target, usage: record.usage, cost: record.cost, totalMilliseconds: record.totalMilliseconds)
        ]
        record.decision = ["v": 1, "ranked": [], "summary": .string(words(12))]
        record.digest = [UInt8](repeating: UInt8(truncatingIfNeeded: random.next()), count: 16)
        var timing = StreamTiming()
        for piece in 0..<120 { timing.add(bytes: 12, atMilliseconds: Int64(300 + piece * 20)) }
        record.content = RequestRecord.Content(prompt: words(45), answer: answer, timing: timing)
        record.observations = [
            AttemptObservation(
                target: target, task: task, time: time, result: didFail ? .failed : .succeeded,
                firstTokenMilliseconds: record.firstTokenMilliseconds, totalMilliseconds: record.totalMilliseconds,
                inputTokens: 60, outputTokens: 300, cost: record.cost)
        ]
        return record
    }

    private mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in
            // The product of two even numbers is small much more often than large.
            let first = Double(random.next() % 10_000) / 10_000
            let second = Double(random.next() % 10_000) / 10_000
            return "w\(Int(first * second * second * 20_000))"
        }.joined(separator: " ")
    }
}
