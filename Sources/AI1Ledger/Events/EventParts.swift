/// An account and an amount in its asset's quantum: an entry of a transfer, or a part of a hold.
struct Leg: EventPart, Sendable, Hashable {
    var account: Int64
    var amount: Int64

    init(account: Int64, amount: Int64) {
        self.account = account
        self.amount = amount
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(account)
        encoder.write(amount)
    }

    init(from decoder: inout EventDecoder) throws {
        account = try decoder.integer()
        amount = try decoder.integer()
    }
}

/// A part of a budget's window: reserved by a hold, or spent by a post.
struct WindowShare: EventPart, Sendable, Hashable {
    var budget: Int64
    var start: Int64
    var stop: Int64
    var amount: Int64

    init(budget: Int64, start: Int64, stop: Int64, amount: Int64) {
        self.budget = budget
        self.start = start
        self.stop = stop
        self.amount = amount
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(budget)
        encoder.write(start)
        encoder.write(stop)
        encoder.write(amount)
    }

    init(from decoder: inout EventDecoder) throws {
        budget = try decoder.integer()
        start = try decoder.integer()
        stop = try decoder.integer()
        amount = try decoder.integer()
    }
}

/// What a provider's carry is from now on: 0 to 999 pico-US-dollars.
struct CarryPart: EventPart, Sendable, Hashable {
    var provider: String
    var picoUSD: Int64

    init(provider: String, picoUSD: Int64) {
        self.provider = provider
        self.picoUSD = picoUSD
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(provider)
        encoder.write(picoUSD)
    }

    init(from decoder: inout EventDecoder) throws {
        provider = try decoder.text()
        picoUSD = try decoder.integer()
    }
}

/// A row of the table `usage`.
struct UsagePart: EventPart, Sendable, Hashable {
    var target: String
    /// In the table's order: uncached input, cache read, cache write 5m, 1h, visible output, reasoning, audio in, audio out.
    var tokens: [Int64]
    var source: String
    var costPicoUSD: Int64?
    var price: Int64?
    var claim: String?
    var claimNanoUSD: Int64?

    func encode(into encoder: inout EventEncoder) {
        encoder.write(target)
        for count in tokens { encoder.write(count) }
        encoder.write(source)
        encoder.write(costPicoUSD)
        encoder.write(price)
        encoder.write(claim)
        encoder.write(claimNanoUSD)
    }

    init(from decoder: inout EventDecoder) throws {
        target = try decoder.text()
        tokens = []
        for _ in 0..<8 { tokens.append(try decoder.integer()) }
        source = try decoder.text()
        costPicoUSD = try decoder.optionalInteger()
        price = try decoder.optionalInteger()
        claim = try decoder.optionalText()
        claimNanoUSD = try decoder.optionalInteger()
    }

    init(
        target: String, tokens: [Int64], source: String, costPicoUSD: Int64?, price: Int64?, claim: String?,
        claimNanoUSD: Int64?
    ) {
        self.target = target
        self.tokens = tokens
        self.source = source
        self.costPicoUSD = costPicoUSD
        self.price = price
        self.claim = claim
        self.claimNanoUSD = claimNanoUSD
    }
}

/// A row of the table `spend` that a post adds to.
struct SpendPart: EventPart, Sendable, Hashable {
    var target: String
    var requests: Int64
    var input: Int64
    var output: Int64
    var charge: Int64
    var reward: Int64
    var disputed: Int64

    func encode(into encoder: inout EventEncoder) {
        encoder.write(target)
        for number in [requests, input, output, charge, reward, disputed] { encoder.write(number) }
    }

    init(from decoder: inout EventDecoder) throws {
        target = try decoder.text()
        requests = try decoder.integer()
        input = try decoder.integer()
        output = try decoder.integer()
        charge = try decoder.integer()
        reward = try decoder.integer()
        disputed = try decoder.integer()
    }

    init(
        target: String, requests: Int64, input: Int64, output: Int64, charge: Int64, reward: Int64, disputed: Int64
    ) {
        self.target = target
        self.requests = requests
        self.input = input
        self.output = output
        self.charge = charge
        self.reward = reward
        self.disputed = disputed
    }
}

/// A row of the table `idempotency` as it is from now on.
struct KeyPart: EventPart, Sendable, Hashable {
    enum State: Int64, Sendable, Hashable {
        case underWay = 0
        case answered = 1
        /// Released, or charged for an answer that did not become complete: the next use sends again.
        case failed = 2
        /// Sent, and its owner died.
        case unknown = 3
    }

    var scope: String
    var key: String
    var attempt: Int64
    var requestHash: [UInt8]?
    var hold: Int64
    var state: State
    var result: [UInt8]?
    var expires: Int64

    init(
        scope: String, key: String, attempt: Int64, requestHash: [UInt8]?, hold: Int64, state: State, result: [UInt8]?,
        expires: Int64
    ) {
        self.scope = scope
        self.key = key
        self.attempt = attempt
        self.requestHash = requestHash
        self.hold = hold
        self.state = state
        self.result = result
        self.expires = expires
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(scope)
        encoder.write(key)
        encoder.write(attempt)
        encoder.write(requestHash)
        encoder.write(hold)
        encoder.write(state.rawValue)
        encoder.write(result)
        encoder.write(expires)
    }

    init(from decoder: inout EventDecoder) throws {
        scope = try decoder.text()
        key = try decoder.text()
        attempt = try decoder.integer()
        requestHash = try decoder.optionalOctets()
        hold = try decoder.integer()
        guard let state = State(rawValue: try decoder.integer()) else { throw EventDecoder.Malformed() }
        self.state = state
        result = try decoder.optionalOctets()
        expires = try decoder.integer()
    }
}
