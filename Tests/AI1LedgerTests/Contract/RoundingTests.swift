import AI1Core
import AI1TestSupport
import Testing

@testable import AI1Ledger

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A number of 192 bits, by its own rules, to compare with.
private struct Wide: Equatable {
    var limbs: [UInt64] = [0, 0, 0]

    init(_ value: Int64) { limbs[0] = UInt64(value) }

    mutating func add(_ left: Int64, times right: Int64) {
        let product = UInt64(left).multipliedFullWidth(by: UInt64(right))
        var carry: UInt64 = 0
        for (index, part) in [product.low, product.high, 0].enumerated() {
            let (sum, first) = limbs[index].addingReportingOverflow(part)
            let (total, second) = sum.addingReportingOverflow(carry)
            limbs[index] = total
            carry = (first ? 1 : 0) + (second ? 1 : 0)
        }
    }

    /// Quotient and remainder.
    func divided(by divisor: UInt64) -> (Wide, UInt64) {
        var quotient = Wide(0)
        var rest: UInt64 = 0
        for index in [2, 1, 0] { (quotient.limbs[index], rest) = divisor.dividingFullWidth((rest, limbs[index])) }
        return (quotient, rest)
    }

    /// Divided by 1,000 and rounded up; stops at Int64.max.
    var thousandsUp: Int64 {
        var (quotient, rest) = divided(by: 1_000)
        if rest > 0 { quotient.add(1, times: 1) }
        return quotient.limbs[2] == 0 && quotient.limbs[1] == 0 ? Int64(clamping: quotient.limbs[0]) : .max
    }
}

@Suite("Rounding")
struct RoundingTests {
    /// `AI1_ROUNDING` asks for more.
    private static let count = getenv("AI1_ROUNDING").flatMap { Int(String(cString: $0)) } ?? 100_000

    /// A random number of a random size.
    private static func number(_ random: SeededRandom, bits: UInt64) -> Int64 {
        Int64((random.next() >> (64 - bits)) >> (random.next() % bits))
    }

    @Test("The cost of a usage is the exact sum of its parts, rounded up once")
    func cost() {
        let random = SeededRandom(seed: 1)
        for _ in 0..<Self.count {
            let counts = (0..<8).map { _ in Self.number(random, bits: 50) }
            let prices = (0..<8).map { _ in Self.number(random, bits: 63) }
            let usage = TokenUsage(
                uncachedInput: counts[0], cacheRead: counts[1], cacheWrite5m: counts[2], cacheWrite1h: counts[3],
                visibleOutput: counts[4], reasoning: counts[5], audioInput: counts[6], audioOutput: counts[7])
            let table = PriceTable(
                base: TokenPrices(
                    input: TokenPrice(picoUSD: prices[0]), output: TokenPrice(picoUSD: prices[4]),
                    cacheRead: TokenPrice(picoUSD: prices[1]), cacheWrite5m: TokenPrice(picoUSD: prices[2]),
                    cacheWrite1h: TokenPrice(picoUSD: prices[3]), reasoning: TokenPrice(picoUSD: prices[5]),
                    audioInput: TokenPrice(picoUSD: prices[6]), audioOutput: TokenPrice(picoUSD: prices[7])))
            var exact = Wide(0)
            for (count, price) in zip(counts, prices) { exact.add(count, times: price) }
            guard table.cost(of: usage).amount != exact.thousandsUp else { continue }
            Issue.record("\(usage) at \(table) is \(table.cost(of: usage).amount), exactly \(exact.thousandsUp)")
            return
        }
    }

    @Test("A charge and its split among providers lose and gain nothing, down to the pico-dollar")
    func shares() throws {
        let random = SeededRandom(seed: 2)
        let providers = ["north", "south", "west"]
        var carries: [String: Int64] = [:]
        var rounding: Int64 = 0
        for number in 0..<Self.count {
            let attempts = (0..<(random.next() % 4)).map { _ in
                AttemptCharge(
                    target: TargetName(provider: providers[Int(random.next() % 3)], model: "m"), usage: TokenUsage(),
                    costPicoUSD: random.next() % 9 == 0 ? nil : Self.number(random, bits: 48), prices: .free)
            }
            var exact = Wide(0)
            for attempt in attempts { exact.add(attempt.costPicoUSD ?? 0, times: 1) }
            let due = exact.thousandsUp
            let held = random.next() % 3 == 0 ? Self.number(random, bits: 40) : due + Int64(random.next() % 5)
            let before = carries
            let order = PostOrder(hold: LedgerID(high: 0, low: UInt64(number)), attempts: attempts)
            let shares = PostShares(order, held: held) { before[$0] ?? 0 }
            rounding += shares.rounding
            for carry in shares.carries { carries[carry.provider] = carry.picoUSD }
            try #require(shares.charge == min(due, held))
            try #require(shares.providers.reduce(0) { $0 + $1.paid } + shares.rounding == shares.charge)
            try #require(
                shares.spends(reward: 0).reduce(0) { $0 + $1.charge } == (attempts.isEmpty ? 0 : shares.charge))
            for share in shares.providers {
                // Paid, disputed and carried together are what was due, to the pico-dollar.
                var given = Wide(share.carry)
                given.add(share.paid, times: 1_000)
                given.add(share.disputed, times: 1_000)
                var owed = Wide(before[share.name] ?? 0)
                for attempt in attempts where attempt.target.provider == share.name {
                    owed.add(attempt.costPicoUSD ?? 0, times: 1)
                }
                try #require(given == owed && (0..<1_000).contains(share.carry) && share.paid >= 0)
                try #require(due <= held ? share.disputed == 0 : share.paid <= shares.charge)
            }
            try #require(rounding >= 0)
        }
    }

    @Test("Every split of a reward is rounded down, so that parts never exceed the whole")
    func rewards() {
        let random = SeededRandom(seed: 3)
        for _ in 0..<Self.count {
            let parts = (0..<3).map { _ in Self.number(random, bits: 60) }
            let points = Int64(random.next() % 10_001)
            var whole: Int64 = 0
            for part in parts {
                var exact = Wide(0)
                exact.add(part, times: points)
                let reward = SQLiteLedger.reward(of: part, basisPoints: points)
                guard exact.divided(by: 10_000).0 == Wide(reward) else {
                    Issue.record("\(points) of \(part) is \(reward)")
                    return
                }
                whole += reward
            }
            #expect(whole <= parts.reduce(0, +))
        }
    }
}
