import AI1Core
import AI1Ledger
import AI1Settings
import AI1Terminal
import AI1TestSupport

@testable import AI1Commands

/// Books with a known past, shown on a terminal of a known width.
struct BooksBench {
    let folder: TemporaryFolder
    let clock: TestMachineClock
    let books: CreditsBooks

    /// - Parameters:
    ///   - width: columns of the terminal; nil for a pipe
    ///   - settings: of the user's file
    init(width: Int? = 80, locale: String = "C.UTF-8", settings: String = "") throws {
        folder = try TemporaryFolder()
        for name in ["data", "config", "state"] { try folder.makeFolder(name) }
        try folder.write("config/config.yaml", settings)
        // The 22nd of November 2026, 21:00 where the person is.
        clock = TestMachineClock(wall: 1_795_377_600_000)
        var environment = ["AI1_HOME": folder.path, "HOME": folder.path, "LC_ALL": locale, "TERM": "dumb"]
        environment["COLUMNS"] = width.map(String.init)
        let context = CommandContext(
            environment: environment, workingDirectory: folder.path,
            output: OutputStream(descriptor: -1, isTerminal: width != nil),
            errors: OutputStream(descriptor: -1, isTerminal: false), input: -1, inputIsTerminal: false,
            clock: TestClock(start: clock.now), random: SeededRandom(seed: 1), transport: NoTransport())
        let files = LedgerFiles(
            data: folder.path("data"), config: folder.path("config"), state: folder.path("state"))
        let ledger = try SQLiteLedger.open(files, clock: clock, calendar: LocalCalendar(offsetSeconds: 3_600))
        books = CreditsBooks(live: try Composition(context), ledger: ledger)
    }

    private struct NoTransport: HTTPTransport {
        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            throw ProviderFault(.refusedLocally, message: "nothing is sent in this test")
        }
    }

    /// A request whose id ends in these digits, from its hold to its charge.
    func ask(
        _ digits: UInt64, _ target: String, cost: Int64, job: String? = nil, task: TaskKind? = nil,
        purse: Purse = .credits, usage: TokenUsage = TokenUsage(uncachedInput: 1_204, visibleOutput: 58),
        claim: UsageClaim? = nil, manner: PostOrder.Manner = .posted
    ) throws {
        let id = try hold(digits, target, amount: 300_000_000, job: job, purse: purse)
        let attempt = AttemptCharge(
            target: Self.target(target), usage: usage, costPicoUSD: cost * 1_000, prices: .unknown, claim: claim)
        _ = try books.ledger.post(
            PostOrder(hold: id, attempts: [attempt], manner: manner, task: task, rewardBasisPoints: 1_000))
    }

    @discardableResult
    func hold(
        _ digits: UInt64, _ target: String, amount: Int64, job: String? = nil, purse: Purse = .credits
    ) throws -> LedgerID {
        clock.advance(milliseconds: 1_000)
        let request = RequestID(time: clock.now, random: (0, digits << 2))
        _ = try books.ledger.hold(
            HoldOrder(
                id: LedgerID(request), purse: purse, amount: NanoUSD(amount), request: request,
                target: Self.target(target), job: job))
        return LedgerID(request)
    }

    private static func target(_ text: String) -> TargetName {
        let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
        return TargetName(provider: parts[0], model: parts[1])
    }

    /// When the ledger was made, in microseconds since 1970.
    var start: Int64 { 1_795_377_600_000_000 + 100 }

    /// Three days of work, and two requests under way.
    func work() throws {
        let day: Int64 = 86_400_000
        try ask(0xA1, "openai/gpt-5.4-mini", cost: 40_000_000)
        clock.advance(milliseconds: day)
        try ask(0xA2, "anthropic/claude-sonnet-5", cost: 210_000_000, job: "brief", task: .code)
        clock.advance(milliseconds: day)
        try books.ledger.apply(.setBudget(.account, per: .day, cap: NanoUSD(500_000_000)))
        try books.ledger.apply(.setBudget(.job("brief"), per: .month, cap: NanoUSD(210_000_000)))
        try ask(0xA3, "anthropic/claude-sonnet-5", cost: 91_000_000, task: .code)
        try ask(
            0xA4, "google/gemini-3.5-flash", cost: 2_100_000,
            usage: TokenUsage(uncachedInput: 14, visibleOutput: 380, source: .estimated),
            claim: UsageClaim(text: "1000000000000", cost: NanoUSD(900_000_000)))
        try ask(0xA5, "sandbox/strong", cost: 150_000, purse: .play)
        try books.ledger.void(try hold(0xA6, "openai/gpt-5.4-mini", amount: 500_000))
        try books.ledger.apply(
            .grant(
                id: LedgerID(high: 1, low: 0xFEED), to: .declared, amount: NanoUSD(991_100_000), memo: "credits added"))
        try hold(0xA7, "openai/gpt-5.4-mini", amount: 8_400_000)
        try hold(0xA8, "openai/gpt-5.4-mini", amount: 70_000)
    }

    func render(_ table: TextTable) -> String {
        table.render(width: books.live.outputFacts.columns, style: .plain)
    }
}
