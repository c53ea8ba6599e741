import AI1Core
import AI1Ledger
import AI1Storage
import AI1TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How fast the ledger is.
enum BenchModes {
    private static let accounts = 100

    /// `bench ROOT PROCESSES SECONDS TRANSFERS_PER_COMMIT`: durable transfers between a hundred accounts by as many
    /// processes. Prints what `Tests/Benchmarks/ledger.c` prints: transfers per second, commits, microseconds of a
    /// commit (median, 95th and 99th hundredth, largest), fewest and most transfers of a process, 1 when everything
    /// sums up.
    static func transfers(_ words: Words) throws {
        let root = try words.text(1, "ROOT")
        let processes = try words.number(2, "PROCESSES")
        let ledger = try TortureLedger.open(root)
        try ledger.transfer((0..<accounts).map { transfer(from: $0, to: ($0 + 1) % accounts, amount: 1) })
        let before = try count(ledger)
        let start = TortureClock.nanoseconds(CLOCK_MONOTONIC) + 300_000_000
        let child = [try words.text(3, "SECONDS"), try words.text(4, "TRANSFERS_PER_COMMIT"), "\(start)"]
        var children: [pid_t] = []
        for number in 0..<processes {
            guard let id = spawn(["bench-child", root, "\(number)"] + child) else {
                throw UsageError(message: "a process cannot be started")
            }
            children.append(id)
        }
        var failures = 0
        for id in children {
            var status: Int32 = 0
            waitpid(id, &status, 0)
            if status != 0 { failures += 1 }
        }
        let seconds = Double(TortureClock.nanoseconds(CLOCK_MONOTONIC) - start) / 1e9
        let times = (0..<processes).map { samples(root, $0) }
        let all = times.flatMap(\.self).sorted()
        let batch = try words.number(4, "TRANSFERS_PER_COMMIT")
        let each = times.map { $0.count * batch }
        let sum = each.reduce(0, +)
        let isSound = try failures == 0 && count(ledger) - before == Int64(sum) && sumsUp(ledger)
        let points = [all.count / 2, all.count * 95 / 100, all.count * 99 / 100, all.count - 1].map { all[max(0, $0)] }
        Console.say(
            "\(Int(Double(sum) / seconds)) \(all.count) \(points.map(String.init).joined(separator: " ")) "
                + "\(each.min() ?? 0) \(each.max() ?? 0) \(isSound ? 1 : 0)")
    }

    /// `bench-child ROOT NUMBER SECONDS BATCH START`: one of these processes; writes its times to a file.
    static func child(_ words: Words) throws {
        let root = try words.text(1, "ROOT")
        let ledger = try TortureLedger.open(root)
        let batch = try words.number(4, "BATCH")
        guard let seconds = Double(try words.text(3, "SECONDS")) else {
            throw UsageError(message: "SECONDS is no number")
        }
        let start = Int64(try words.number(5, "START"))
        let random = SeededRandom(seed: UInt64(getpid()))
        var times: [UInt32] = []
        times.reserveCapacity(500_000)
        while TortureClock.nanoseconds(CLOCK_MONOTONIC) < start { usleep(50) }
        let end = start + Int64(seconds * 1e9)
        while true {
            let begun = TortureClock.nanoseconds(CLOCK_MONOTONIC)
            guard begun < end else { break }
            try ledger.transfer(
                (0..<batch).map { _ in
                    let from = Int(random.next() % UInt64(accounts))
                    return transfer(
                        from: from, to: (from + 1 + Int(random.next() % UInt64(accounts - 1))) % accounts,
                        amount: 1 + Int64(random.next() % 1_000))
                })
            times.append(UInt32(clamping: (TortureClock.nanoseconds(CLOCK_MONOTONIC) - begun) / 1_000))
        }
        Disk.put(times.withUnsafeBytes { Array($0) }, at: "\(root)/times-\(try words.text(2, "NUMBER"))")
    }

    /// `bench-ask ROOT COUNT`: what paying adds to a request: its file, the hold, the note that it is sent, the post.
    /// Prints the medians of hold, post and all in microseconds.
    static func ask(_ words: Words) throws {
        let ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        let inflight = InflightFolder(ledger.files.inflight)
        var times: [[Int64]] = [[], [], []]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<(try words.number(2, "COUNT")) {
            let request = RequestID(time: TortureClock().now, random: (generator.next(), generator.next()))
            let attempt = attempt(cost: 777_777)
            let start = TortureClock.nanoseconds(CLOCK_MONOTONIC)
            let file = try inflight.begin(LedgerID(request))
            _ = try ledger.hold(order(request))
            file.write([attempt])
            let held = TortureClock.nanoseconds(CLOCK_MONOTONIC)
            _ = try ledger.post(PostOrder(hold: LedgerID(request), attempts: [attempt], rewardBasisPoints: 1_000))
            file.remove()
            let posted = TortureClock.nanoseconds(CLOCK_MONOTONIC)
            for (index, time) in [held - start, posted - held, posted - start].enumerated() {
                times[index].append(time)
            }
        }
        Console.say(times.map { String($0.sorted()[$0.count / 2] / 1_000) }.joined(separator: " "))
    }

    /// `fill ROOT COUNT`: requests that were held and posted, as many as asked for.
    static func fill(_ words: Words) throws {
        let ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        try ledger.apply(
            .grant(id: LedgerID(high: 9, low: 9), to: .declared, amount: NanoUSD(10_000_000_000_000), memo: "bench"))
        var generator = SystemRandomNumberGenerator()
        for number in 0..<(try words.number(2, "COUNT")) {
            let request = RequestID(time: TortureClock().now, random: (generator.next(), generator.next()))
            _ = try ledger.hold(order(request))
            _ = try ledger.post(
                PostOrder(
                    hold: LedgerID(request), attempts: [attempt(cost: Int64(number % 5_000) * 1_001)], task: .chat))
        }
    }

    private static func order(_ request: RequestID) -> HoldOrder {
        HoldOrder(
            id: LedgerID(request), purse: .credits, amount: NanoUSD(10_000), request: request,
            target: TortureLedger.targets[Int(request.low % 3)])
    }

    private static func attempt(cost: Int64) -> AttemptCharge {
        AttemptCharge(
            target: TortureLedger.targets[0], usage: TokenUsage(uncachedInput: 100, visibleOutput: 200),
            costPicoUSD: cost,
            prices: PriceTable(base: TokenPrices(input: TokenPrice(picoUSD: 3), output: TokenPrice(picoUSD: 15))))
    }

    private static func transfer(from: Int, to: Int, amount: Int64) -> Transfer {
        var generator = SystemRandomNumberGenerator()
        return Transfer(
            id: LedgerID(high: generator.next(), low: generator.next()), memo: "",
            legs: [
                (AccountPath("treasury:bench\(from)"), NanoUSD(-amount)),
                (AccountPath("treasury:bench\(to)"), NanoUSD(amount)),
            ])
    }

    private static func count(_ ledger: SQLiteLedger) throws -> Int64 {
        try ledger.read { try $0.integer("SELECT count(*) FROM transfer") ?? 0 }
    }

    private static func sumsUp(_ ledger: SQLiteLedger) throws -> Bool {
        try ledger.read { connection in
            try connection.integer("SELECT sum(balance) FROM account WHERE asset = 1") == 0
                && connection.integer("SELECT sum(amount) FROM entry") == 0
        }
    }

    private static func samples(_ root: String, _ number: Int) -> [UInt32] {
        Disk.bytes("\(root)/times-\(number)").withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    }

    /// Starts this program with other words.
    private static func spawn(_ words: [String]) -> pid_t? {
        var id: pid_t = 0
        let all = ([CommandLine.arguments[0]] + words).map { strdup($0) } + [nil]
        defer { for word in all { free(word) } }
        return posix_spawn(&id, CommandLine.arguments[0], nil, nil, all, nil) == 0 ? id : nil
    }
}
