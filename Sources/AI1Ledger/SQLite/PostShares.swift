internal import AI1Core

/// How the cost of a request's attempts is shared: what the user pays, what each provider gets, what is disputed. Pure.
struct PostShares {
    /// The most that is booked as disputed with one provider for one request: US$100,000. The claim itself is noted in full; but
    /// senseless claims must not fill the books' range of numbers.
    static let largestDispute: Int64 = 100_000_000_000_000

    struct Provider: Hashable {
        let name: String
        /// Pico-dollars that its attempts cost.
        var cost: Int128 = 0
        /// Nano-dollars that it gets of the charge.
        var paid: Int64 = 0
        /// Nano-dollars that it claims and does not get.
        var disputed: Int64 = 0
        /// Pico-dollars that are carried to its next charge.
        var carry: Int64 = 0
    }

    /// Nano-dollars that the user pays: the exact sum of all attempts, rounded up once, at most what is held.
    private(set) var charge: Int64 = 0
    /// In the order of their first attempt.
    private(set) var providers: [Provider] = []
    /// The charge without what providers get. Over time it is never negative: a provider's carry was paid by an earlier user.
    private(set) var rounding: Int64 = 0
    private let attempts: [AttemptCharge]

    /// - Parameters:
    ///   - held: what the charge may be at most
    ///   - carry: what a provider is owed beyond whole nano-dollars, in pico-dollars
    init(_ order: PostOrder, held: Int64, carry: (String) throws -> Int64) rethrows {
        attempts = order.attempts
        for attempt in attempts {
            let name = attempt.target.provider
            let index = providers.firstIndex { $0.name == name } ?? providers.count
            if index == providers.count { providers.append(Provider(name: name)) }
            providers[index].cost += Int128(max(0, attempt.costPicoUSD ?? 0))
            if let claimed = attempt.claim?.cost {
                let own = NanoUSD(roundingUpPicoUSD: Int128(max(0, attempt.costPicoUSD ?? 0)))
                // A claim may be any number.
                if claimed > own { providers[index].add(disputed: claimed.amount - own.amount) }
            }
        }
        let exact = NanoUSD(roundingUpPicoUSD: providers.reduce(Int128(0)) { $0 + $1.cost }).amount
        charge = min(exact, held)
        var rest = charge
        for index in providers.indices {
            let due = providers[index].cost + Int128(try carry(providers[index].name))
            let whole = Int64(clamping: due / 1_000)
            providers[index].carry = Int64(due % 1_000)
            // Only a charge that was cut to the hold cannot give every provider its due.
            providers[index].paid = exact > held ? min(whole, rest) : whole
            providers[index].add(disputed: whole - providers[index].paid)
            rest -= providers[index].paid
        }
        rounding = rest
    }

    /// Nano-dollars that providers claim beyond what they get.
    var disputed: Int64 { providers.reduce(Int64(0)) { $0 + $1.disputed } }

    var carries: [CarryPart] { providers.map { CarryPart(provider: $0.name, picoUSD: $0.carry) } }

    /// The charge by target. Each attempt but the last is rounded down, the last has the rest; the request counts there.
    func spends(reward: Int64) -> [SpendPart] {
        var parts: [SpendPart] = []
        var rest = charge
        for (number, attempt) in attempts.enumerated() {
            let isLast = number == attempts.count - 1
            let share = isLast ? rest : min(rest, max(0, attempt.costPicoUSD ?? 0) / 1_000)
            rest -= share
            let part = SpendPart(
                target: attempt.target.description, requests: isLast ? 1 : 0, input: max(0, attempt.usage.input),
                output: max(0, attempt.usage.output), charge: share, reward: isLast ? reward : 0,
                disputed: isLast ? disputed : 0)
            if let index = parts.firstIndex(where: { $0.target == part.target }) {
                parts[index].add(part)
            } else {
                parts.append(part)
            }
        }
        return parts
    }
}

extension PostShares.Provider {
    fileprivate mutating func add(disputed amount: Int64) {
        guard amount > 0 else { return }
        disputed = min(PostShares.largestDispute, disputed + min(amount, PostShares.largestDispute))
    }
}

extension SpendPart {
    fileprivate mutating func add(_ other: SpendPart) {
        requests += other.requests
        input = NanoUSD(input).adding(other.input)
        output = NanoUSD(output).adding(other.output)
        charge += other.charge
        reward += other.reward
        disputed += other.disputed
    }
}

extension NanoUSD {
    /// The sum; stops at the ends of Int64.
    fileprivate func adding(_ other: Int64) -> Int64 { (self + NanoUSD(other)).amount }
}

extension PriceTable {
    /// The prices as one text that only equal prices have: pico-dollars a token, parts in a fixed order.
    var canonicalText: String {
        let levels = [(Int64(0), base)] + tiers.map { ($0.aboveInputTokens, $0.prices) }
        let text = levels.map { above, prices in
            let parts: [(String, TokenPrice?)] = [
                ("in", prices.input), ("out", prices.output), ("read", prices.cacheRead),
                ("write5m", prices.cacheWrite5m),
                ("write1h", prices.cacheWrite1h), ("think", prices.reasoning), ("audio_in", prices.audioInput),
                ("audio_out", prices.audioOutput),
            ]
            let list = parts.compactMap { name, price in price.map { "\(name)=\($0.picoUSD)" } }.joined(separator: " ")
            return above == 0 ? list : ">\(above): \(list)"
        }.joined(separator: "; ")
        let counted = unit == .tokens ? text : text + "; of \(unit.rawValue)"
        return estimated ? counted + "; estimated" : counted
    }
}
