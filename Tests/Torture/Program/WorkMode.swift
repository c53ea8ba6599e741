import AI1Core
import AI1Ledger
import AI1TestSupport

/// `work ROOT SEED JOBS`: requests one after the other, each with its file in the folder of those under way. Every
/// operation
/// is told after it has returned, so that whoever reads the lines knows what must never be lost:
///
///     H ID AMOUNT     held            S ID PICO       the use so far is noted, of that cost
///     R ID AMOUNT     raised          P ID CHARGE     posted
///     V ID            released        N ID            refused for lack of credits
///
/// After an error it tells whether reading still works, and ends.
struct WorkMode {
    private let ledger: SQLiteLedger
    private let inflight: InflightFolder
    private let random: SeededRandom
    private let jobs: Int

    init(_ words: Words) throws {
        ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        inflight = InflightFolder(ledger.files.inflight)
        random = SeededRandom(seed: UInt64(try words.number(2, "SEED")))
        jobs = try words.number(3, "JOBS")
    }

    func run() throws {
        do {
            for _ in 0..<jobs { try job() }
        } catch {
            do {
                _ = try ledger.state()
                Console.say("READ ok")
            } catch let failure as LedgerError {
                Console.say("READ \(failure.code.name)")
            }
            throw error
        }
    }

    private func job() throws {
        let request = RequestID(time: TortureClock().now, random: (random.next(), random.next()))
        let id = LedgerID(request)
        let file = try inflight.begin(id)
        let target = TortureLedger.targets[Int(random.next() % 3)]
        let amount = 1_000 + Int64(random.next() % 50_000_000)
        let cost = Int64(random.next() % UInt64(amount * 1_100))
        let order = HoldOrder(
            id: id, purse: .credits, amount: NanoUSD(amount), ifSent: NanoUSD(amount / 2), request: request,
            target: target, job: "work")
        do {
            _ = try ledger.hold(order)
        } catch let error as LedgerError where error.kind == .creditsRefused {
            Console.say("N \(id)")
            return file.remove()
        }
        Console.say("H \(id) \(amount)")
        if random.next() % 8 == 0 {
            try ledger.void(id)
            Console.say("V \(id)")
            return file.remove()
        }
        file.write([attempt(target, cost)])
        Console.say("S \(id) \(cost)")
        if random.next() % 4 == 0 { try raise(order, by: amount) }
        let settlement = try ledger.post(
            PostOrder(hold: id, attempts: [attempt(target, cost)], task: .chat, rewardBasisPoints: 1_000))
        Console.say("P \(id) \(settlement.charge.amount)")
        file.remove()
    }

    private func raise(_ order: HoldOrder, by amount: Int64) throws {
        var order = order
        order.amount = order.amount + NanoUSD(amount)
        order.least = order.amount
        do {
            let held = try ledger.raise(order)
            Console.say("R \(order.id) \(held.amount)")
        } catch let error as LedgerError where error.kind == .creditsRefused {}
    }

    private func attempt(_ target: TargetName, _ cost: Int64) -> AttemptCharge {
        AttemptCharge(
            target: target, usage: TokenUsage(uncachedInput: 12, visibleOutput: 34), costPicoUSD: cost,
            prices: PriceTable(base: TokenPrices(input: TokenPrice(picoUSD: 3), output: TokenPrice(picoUSD: 15))))
    }
}
