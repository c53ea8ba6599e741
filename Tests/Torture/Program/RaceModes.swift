import AI1Core
import AI1Ledger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What many processes do at the same instant. Each opens the ledger, says so, and waits for the sign.
enum RaceModes {
    /// `cap ROOT COUNT AMOUNT`: so many holds of exactly that amount, which stay open.
    static func cap(_ words: Words) throws {
        let ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        let count = try words.number(2, "COUNT")
        let amount = NanoUSD(Int64(try words.number(3, "AMOUNT")))
        Console.say("open")
        Console.wait()
        var granted = 0
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<count {
            let request = RequestID(time: TortureClock().now, random: (generator.next(), generator.next()))
            do {
                _ = try ledger.hold(
                    HoldOrder(
                        id: LedgerID(request), purse: .credits, amount: amount, request: request,
                        target: TortureLedger.targets[0]))
                granted += 1
            } catch let error as LedgerError where error.kind == .creditsRefused {}
        }
        Console.say("granted \(granted)")
    }

    /// `key ROOT KEY HASH`: asks once under an idempotency key, as the program does, and tells what came of it.
    static func key(_ words: Words) throws {
        let ledger = try TortureLedger.open(try words.text(1, "ROOT"))
        let hash = UInt8(clamping: try words.number(3, "HASH"))
        let claim = KeyClaim(
            scope: "key", key: try words.text(2, "KEY"), requestHash: [UInt8](repeating: hash, count: 32),
            expires: .max)
        Console.say("open")
        Console.wait()
        var generator = SystemRandomNumberGenerator()
        let request = RequestID(time: TortureClock().now, random: (generator.next(), generator.next()))
        while true {
            do {
                let outcome = try ledger.hold(
                    HoldOrder(
                        id: try ledger.nextKeyedHold(claim), purse: .credits, amount: NanoUSD(1_000), request: request,
                        target: TortureLedger.targets[0], key: claim))
                switch outcome {
                case .granted(let id, _):
                    let attempt = AttemptCharge(
                        target: TortureLedger.targets[0], usage: TokenUsage(visibleOutput: 1), costPicoUSD: 777_000,
                        prices: .free)
                    _ = try ledger.post(
                        PostOrder(hold: id, attempts: [attempt], result: [UInt8](repeating: hash, count: 32)))
                    return Console.say("asked")
                case .answered(let result):
                    return Console.say(result == [UInt8](repeating: hash, count: 32) ? "answered" : "wrong answer")
                case .underWay: usleep(500)
                }
            } catch let error as LedgerError where error.code == .holdClosed {
                // Another process took the attempt between the look and the order.
                continue
            } catch let error as LedgerError where error.code == .keyConflict {
                return Console.say("conflict")
            }
        }
    }
}
