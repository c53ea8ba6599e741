import AI1Core
import AI1Ledger
import AI1TestSupport

/// Somebody who asks models and pays for it, in a ledger of a test.
struct Spender {
    let scratch: ScratchLedger
    let clock: TestMachineClock
    let ledger: SQLiteLedger

    /// - Parameter start: milliseconds since 1970; the first of January 2026, an hour after local midnight
    init(start: Int64 = 1_767_225_600_000) throws {
        scratch = try ScratchLedger()
        clock = TestMachineClock(wall: start)
        ledger = try scratch.open(clock: clock)
    }

    /// A request, in the state that it has before it is sent.
    func hold(
        _ target: TargetName, amount: Int64 = 1_000_000_000, job: String? = nil, purse: Purse = .credits
    ) throws -> (hold: LedgerID, request: RequestID) {
        clock.advance(milliseconds: 1_000)
        let request = RequestID(
            time: clock.now, random: (UInt64.random(in: 0...UInt64.max), .random(in: 0...UInt64.max)))
        let id = LedgerID(request)
        _ = try ledger.hold(
            HoldOrder(id: id, purse: purse, amount: NanoUSD(amount), request: request, target: target, job: job))
        return (id, request)
    }

    /// A request from its hold to its charge.
    /// - Parameter cost: nano-dollars
    @discardableResult
    func ask(
        _ target: TargetName, cost: Int64, job: String? = nil, task: TaskKind? = nil, purse: Purse = .credits,
        usage: TokenUsage = TokenUsage(uncachedInput: 100, visibleOutput: 20), claim: UsageClaim? = nil,
        manner: PostOrder.Manner = .posted, rewardBasisPoints: Int64 = 1_000
    ) throws -> RequestID {
        let (id, request) = try hold(target, job: job, purse: purse)
        let attempt = AttemptCharge(
            target: target, usage: usage, costPicoUSD: cost * 1_000, prices: .unknown, claim: claim)
        _ = try ledger.post(
            PostOrder(
                hold: id, attempts: [attempt], manner: manner, task: task, rewardBasisPoints: rewardBasisPoints))
        return request
    }

    static let claude = TargetName(provider: "anthropic", model: "claude-sonnet-5")
    static let gpt = TargetName(provider: "openai", model: "gpt-5.4-mini")
    static let sandbox = TargetName(provider: "sandbox", model: "echo")
}
