import AI1Core
import AI1Ledger
import AI1TestSupport
import Synchronization

/// A ledger in a folder of its own, with a clock that moves only when somebody sleeps.
struct RequestBench {
    let scratch: ScratchLedger
    let ledger: SQLiteLedger
    let machine = TestMachineClock()
    let clock = TestClock(sleeping: .advances)

    static let lab = TargetName(provider: "lab", model: "m")
    static let sandbox = TargetName(provider: "sandbox", model: "fast")
    /// A micro-dollar a token.
    static let prices = PriceTable(
        base: TokenPrices(input: TokenPrice(picoUSD: 1_000_000), output: TokenPrice(picoUSD: 1_000_000)))

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open(clock: machine)
    }

    var inflight: InflightFolder { InflightFolder(scratch.files.inflight) }
    var kept: KeptAnswerFolder { KeptAnswerFolder(scratch.files.kept) }

    func request(_ tags: RequestTags = RequestTags(), reward: Int64 = 0) -> PaidRequest {
        ledger.paidRequest(tags, clock: clock, rewardBasisPoints: reward)
    }

    static func wish(
        _ number: UInt64, credits: Int64, least: Int64? = nil, target: TargetName = lab, wait: Int64 = 0
    ) -> HoldWish {
        HoldWish(
            request: RequestID(
                time: Timestamp(millisecondsSinceEpoch: 1_767_225_600_000), random: (number, number << 8)),
            target: target, amount: NanoUSD(credits * NanoUSD.perCredit),
            least: least.map { NanoUSD($0 * NanoUSD.perCredit) }, ifSent: NanoUSD(1_000), waitMilliseconds: wait)
    }

    static func charge(_ tokens: Int64, target: TargetName = lab) -> AttemptCharge {
        let usage = TokenUsage(uncachedInput: tokens)
        return AttemptCharge(target: target, usage: usage, costPicoUSD: prices.costPicoUSD(of: usage), prices: prices)
    }

    static func answer(_ text: String, target: TargetName = lab) -> KeptAnswer {
        KeptAnswer(
            request: wish(1, credits: 0).request, target: target, servedModel: "m-1", finish: .stop,
            text: Array(text.utf8), usage: TokenUsage(uncachedInput: 3, visibleOutput: 4, source: .estimated))
    }

    /// A key that stays for a day.
    static func claim(_ key: String, hash: [UInt8]? = nil) -> KeyClaim {
        KeyClaim(scope: "once", key: key, requestHash: hash, expires: (1_767_225_600 + 86_400) * 1_000_000)
    }

    var openHolds: Int { get throws { try ledger.state().holds.count } }
    var freeCredits: NanoUSD? { get throws { try ledger.state().free(.credits) } }
    var files: [String] { scratch.folder.names.filter { $0.contains("inflight/") } }
}
