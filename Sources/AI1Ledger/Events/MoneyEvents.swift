/// The first event of a ledger.
struct Genesis: EventPart, Sendable, Hashable {
    /// Version of the events' form.
    var version: Int64
    /// A random name of this ledger.
    var ledger: LedgerID

    init(version: Int64, ledger: LedgerID) {
        self.version = version
        self.ledger = ledger
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(version)
        encoder.write(ledger)
    }

    init(from decoder: inout EventDecoder) throws {
        version = try decoder.integer()
        ledger = try decoder.id()
    }
}

/// A new account.
struct AccountOpening: EventPart, Sendable, Hashable {
    var account: Int64
    var path: String
    var asset: Int64
    var floor: Int64?

    init(account: Int64, path: String, asset: Int64, floor: Int64?) {
        self.account = account
        self.path = path
        self.asset = asset
        self.floor = floor
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(account)
        encoder.write(path)
        encoder.write(asset)
        encoder.write(floor)
    }

    init(from decoder: inout EventDecoder) throws {
        account = try decoder.integer()
        path = try decoder.text()
        asset = try decoder.integer()
        floor = try decoder.optionalInteger()
    }
}

/// A transfer: its legs sum to zero for every asset.
struct TransferEvent: EventPart, Sendable, Hashable {
    enum Kind: Int64, Sendable, Hashable {
        case grant = 1
        case charge = 2
        case move = 3
    }

    var sequence: Int64
    var id: LedgerID
    var kind: Kind
    var memo: String
    var legs: [Leg]

    init(sequence: Int64, id: LedgerID, kind: Kind, memo: String, legs: [Leg]) {
        self.sequence = sequence
        self.id = id
        self.kind = kind
        self.memo = memo
        self.legs = legs
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(sequence)
        encoder.write(id)
        encoder.write(kind.rawValue)
        encoder.write(memo)
        encoder.write(legs)
    }

    init(from decoder: inout EventDecoder) throws {
        sequence = try decoder.integer()
        id = try decoder.id()
        guard let kind = Kind(rawValue: try decoder.integer()) else { throw EventDecoder.Malformed() }
        self.kind = kind
        memo = try decoder.text()
        legs = try decoder.parts()
    }
}

/// A model's prices, as they were when something was charged by them.
struct PriceEvent: EventPart, Sendable, Hashable {
    var id: Int64
    var target: String
    var prices: String

    init(id: Int64, target: String, prices: String) {
        self.id = id
        self.target = target
        self.prices = prices
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(id)
        encoder.write(target)
        encoder.write(prices)
    }

    init(from decoder: inout EventDecoder) throws {
        id = try decoder.integer()
        target = try decoder.text()
        prices = try decoder.text()
    }
}

/// A budget as it is from now on.
struct BudgetEvent: EventPart, Sendable, Hashable {
    var id: Int64
    var scope: String
    var value: String
    var per: String
    var cap: Int64
    var zone: String
    var isRemoved: Bool
    /// Windows that begin with what was spent before the budget was set.
    var windows: [WindowShare]

    init(
        id: Int64, scope: String, value: String, per: String, cap: Int64, zone: String, isRemoved: Bool,
        windows: [WindowShare]
    ) {
        self.id = id
        self.scope = scope
        self.value = value
        self.per = per
        self.cap = cap
        self.zone = zone
        self.isRemoved = isRemoved
        self.windows = windows
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(id)
        encoder.write(scope)
        encoder.write(value)
        encoder.write(per)
        encoder.write(cap)
        encoder.write(zone)
        encoder.write(Int64(isRemoved ? 1 : 0))
        encoder.write(windows)
    }

    init(from decoder: inout EventDecoder) throws {
        id = try decoder.integer()
        scope = try decoder.text()
        value = try decoder.text()
        per = try decoder.text()
        cap = try decoder.integer()
        zone = try decoder.text()
        let removed = try decoder.integer()
        guard removed == 0 || removed == 1 else { throw EventDecoder.Malformed() }
        isRemoved = removed == 1
        windows = try decoder.parts()
    }
}

/// Where the wall clock and the machine's own time stand to each other.
struct ClockEvent: EventPart, Sendable, Hashable {
    /// The kernel's id of this boot.
    var boot: String
    /// Milliseconds since 1970.
    var wall: Int64
    /// Milliseconds since the boot, sleep included.
    var uptime: Int64

    init(boot: String, wall: Int64, uptime: Int64) {
        self.boot = boot
        self.wall = wall
        self.uptime = uptime
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(boot)
        encoder.write(wall)
        encoder.write(uptime)
    }

    init(from decoder: inout EventDecoder) throws {
        boot = try decoder.text()
        wall = try decoder.integer()
        uptime = try decoder.integer()
    }
}

/// A new count of checkpoints: what was noted about the ledger before it no longer binds.
struct EpochEvent: EventPart, Sendable, Hashable {
    var number: Int64
    var reason: String

    init(number: Int64, reason: String) {
        self.number = number
        self.reason = reason
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(number)
        encoder.write(reason)
    }

    init(from decoder: inout EventDecoder) throws {
        number = try decoder.integer()
        reason = try decoder.text()
    }
}
