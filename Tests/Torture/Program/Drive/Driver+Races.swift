import AI1Core
import AI1Ledger
import AI1TestSupport

extension Driver {
    /// Workers are killed with -9 at random moments; one sweep must put everything right.
    func kill() async throws -> [Figure] {
        let kills = isFull ? 1_000 : 25
        let random = SeededRandom(seed: 20_261_122)
        var acknowledged = 0
        var bad: [String] = []
        var done = 0
        while done < kills {
            let root = try await ledger("kill\(done)", grant: 1_000_000_000_000)
            var told: [String] = []
            let batch = min(50, kills - done)
            for first in stride(from: 0, to: batch, by: 5) {
                var workers: [(RunningProgram, Int64)] = []
                for number in first..<min(first + 5, batch) {
                    let worker = try TortureProgram.start(["work", root, "\(done + number)", "1000000"])
                    workers.append((worker, Int64(random.next() % 400)))
                }
                let sweeper = try TortureProgram.start(["sweep", root])
                var waited: Int64 = 0
                for (worker, milliseconds) in workers.sorted(by: { $0.1 < $1.1 }) {
                    try await Task.sleep(for: .milliseconds(milliseconds - waited))
                    waited = milliseconds
                    worker.send(signal: 9)
                }
                for (worker, _) in workers { told.append(await worker.result().outputText.wholeLines) }
                let swept = await sweeper.result()
                if swept.status != 0 { bad.append("sweep: \(swept.errorText)") }
            }
            _ = try await self.done(["sweep", root])
            let (facts, wrongs) = try await wrongs(root, told)
            acknowledged += Int(facts["acknowledged"] ?? "") ?? 0
            bad += wrongs
            done += batch
        }
        for text in bad { Console.say(text) }
        return [
            Figure(
                what: "\(grouped(Int64(kills))) × kill -9 at random moments, five workers at a time",
                toReach: "0 acknowledged lost, 0 charged twice, no hold open after one sweep, full check clean",
                measured: bad.isEmpty
                    ? "0 of \(grouped(Int64(acknowledged))) acknowledged operations lost, 0 twice, 0 open, clean"
                    : "\(bad.count) batches with faults",
                isReached: bad.isEmpty && acknowledged > kills)
        ]
    }

    /// Many processes work at once under a budget that binds, while readers look.
    func crowd() async throws -> [Figure] {
        let (processes, jobs) = isFull ? (16, 1_000) : (6, 50)
        let cap = Int64(processes * jobs) * 8_000_000
        let root = try await ledger("crowd", grant: 1_000_000_000_000, cap: cap)
        var readers: [RunningProgram] = []
        for _ in 0..<2 { readers.append(try TortureProgram.start(["read", root], input: .held, timeoutSeconds: 600)) }
        var workers: [RunningProgram] = []
        for number in 0..<processes {
            workers.append(try TortureProgram.start(["work", root, "\(number)", "\(jobs)"], timeoutSeconds: 600))
        }
        var told: [String] = []
        var bad: [String] = []
        for worker in workers {
            let result = await worker.result()
            told.append(result.outputText)
            if result.status != 0 { bad.append("worker: \(result.errorText)") }
        }
        var reads = 0
        for reader in readers {
            reader.closeInput()
            let text = await reader.result().outputText
            reads += text.split(separator: "\n").last.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) } ?? 0
            if !text.contains("reads ") { bad.append("reader: \(text)") }
        }
        let (facts, wrongs) = try await wrongs(root, told)
        bad += wrongs
        let budget = try TortureLedger.open(root).state().budgets.first
        let spent = budget?.window.spent.amount ?? .max
        let refused = told.joined().split(separator: "\n").filter { $0.hasPrefix("N ") }.count
        if spent > cap || budget?.window.reserved != .zero { bad.append("spent \(spent) of \(cap)") }
        for text in bad { Console.say(text) }
        return [
            Figure(
                what: "\(processes) processes × \(grouped(Int64(jobs))) requests under one budget, with two readers",
                toReach: "Σ = 0, the budget kept, every full reading consistent",
                measured: bad.isEmpty
                    ? "Σ = 0, \(NanoUSD(spent).credits) of \(NanoUSD(cap).credits) spent, \(refused) refused, "
                        + "\(grouped(Int64(reads))) readings consistent, \(facts["holds"] ?? "?") holds"
                    : "\(bad.count) faults",
                isReached: bad.isEmpty && refused > 0 && reads > 0)
        ]
    }

    /// 1,000 holds of exactly $0.10 against a budget of $5.
    func cap() async throws -> [Figure] {
        let rounds = isFull ? 20 : 2
        var counts: [Int] = []
        for round in 0..<rounds {
            let root = try await ledger("cap\(round)", grant: 1_000_000_000_000, cap: 5_000_000_000)
            let output = try await together(16) { ["cap", root, "\($0 < 8 ? 63 : 62)", "100000000"] }
            counts.append(output.reduce(0) { $0 + (Int($1.split(separator: " ").last ?? "") ?? 1_000_000) })
        }
        return [
            Figure(
                what: "1,000 holds of exactly $0.10 by 16 processes against a budget of $5",
                toReach: "50 granted, each of \(rounds) times",
                measured: "\(Set(counts).sorted().map(String.init).joined(separator: ", ")) granted, \(rounds) times",
                isReached: counts.allSatisfy { $0 == 50 })
        ]
    }

    /// The same idempotency key from 32 processes, and once for another request.
    func key() async throws -> [Figure] {
        let rounds = isFull ? 20 : 2
        var bad: [String] = []
        for round in 0..<rounds {
            let root = try await ledger("key\(round)")
            let output = try await together(32) { _ in ["key", root, "k", "1"] }
            let asked = output.filter { $0 == "asked" }.count
            let answered = output.filter { $0 == "answered" }.count
            let other = try await together(1) { _ in ["key", root, "k", "2"] }
            let left = try TortureLedger.open(root).state().accounts[.promo]?.balance.amount
            if asked != 1 || answered != 31 || other != ["conflict"] || left != 5_000_000_000 - 777 {
                bad.append("asked \(asked), answered \(answered), other \(other), left \(left ?? 0)")
            }
        }
        for text in bad { Console.say(text) }
        return [
            Figure(
                what: "one idempotency key from 32 processes at once, then with another request",
                toReach: "one effect, 31 times its answer; a conflict; each of \(rounds) times",
                measured: bad.isEmpty ? "1 charged, 31 answered, a conflict, \(rounds) times" : "\(bad.count) faults",
                isReached: bad.isEmpty)
        ]
    }

    /// Starts processes that wait for a sign, gives it to all, and takes what each says last.
    func together(_ count: Int, _ words: (Int) -> [String]) async throws -> [String] {
        var processes: [RunningProgram] = []
        for number in 0..<count { processes.append(try TortureProgram.start(words(number), input: .held)) }
        for process in processes {
            guard try await process.waits(until: { $0.outputText == "open\n" }) else {
                throw UsageError(message: "a process did not open the ledger: \(await process.result().errorText)")
            }
        }
        for process in processes { process.closeInput() }
        var last: [String] = []
        for process in processes {
            let result = await process.result()
            last.append(
                result.status == 0
                    ? String(result.outputText.split(separator: "\n").last ?? "") : "failed: \(result.errorText)")
        }
        return last
    }
}

extension String {
    /// Without what a killed process had begun to say.
    var wholeLines: String { lastIndex(of: "\n").map { String(self[...$0]) } ?? "" }
}
