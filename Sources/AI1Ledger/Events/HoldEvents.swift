/// Credits set aside.
struct HoldEvent: EventPart, Sendable, Hashable {
    var sequence: Int64
    var id: LedgerID
    var purse: Int64
    var amount: Int64
    var ifSent: Int64
    var request: LedgerID
    var target: String
    var job: String?
    var legs: [Leg]
    var windows: [WindowShare]
    /// None or one.
    var keys: [KeyPart]

    init(
        sequence: Int64, id: LedgerID, purse: Int64, amount: Int64, ifSent: Int64, request: LedgerID, target: String,
        job: String?, legs: [Leg], windows: [WindowShare], keys: [KeyPart]
    ) {
        self.sequence = sequence
        self.id = id
        self.purse = purse
        self.amount = amount
        self.ifSent = ifSent
        self.request = request
        self.target = target
        self.job = job
        self.legs = legs
        self.windows = windows
        self.keys = keys
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(sequence)
        encoder.write(id)
        encoder.write(purse)
        encoder.write(amount)
        encoder.write(ifSent)
        encoder.write(request)
        encoder.write(target)
        encoder.write(job)
        encoder.write(legs)
        encoder.write(windows)
        encoder.write(keys)
    }

    init(from decoder: inout EventDecoder) throws {
        sequence = try decoder.integer()
        id = try decoder.id()
        purse = try decoder.integer()
        amount = try decoder.integer()
        ifSent = try decoder.integer()
        request = try decoder.id()
        target = try decoder.text()
        job = try decoder.optionalText()
        legs = try decoder.parts()
        windows = try decoder.parts()
        keys = try decoder.parts()
    }
}

/// A hold that was raised: its legs and windows as they are from now on.
struct RaiseEvent: EventPart, Sendable, Hashable {
    var hold: Int64
    var amount: Int64
    var ifSent: Int64
    var target: String
    var legs: [Leg]
    var windows: [WindowShare]

    init(hold: Int64, amount: Int64, ifSent: Int64, target: String, legs: [Leg], windows: [WindowShare]) {
        self.hold = hold
        self.amount = amount
        self.ifSent = ifSent
        self.target = target
        self.legs = legs
        self.windows = windows
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(hold)
        encoder.write(amount)
        encoder.write(ifSent)
        encoder.write(target)
        encoder.write(legs)
        encoder.write(windows)
    }

    init(from decoder: inout EventDecoder) throws {
        hold = try decoder.integer()
        amount = try decoder.integer()
        ifSent = try decoder.integer()
        target = try decoder.text()
        legs = try decoder.parts()
        windows = try decoder.parts()
    }
}

/// A hold that became a charge.
struct PostEvent: EventPart, Sendable, Hashable {
    var hold: Int64
    /// 1 posted, 3 expired.
    var state: Int64
    var charge: Int64
    var reward: Int64
    var disputed: Int64
    var task: String?
    /// The local day that it counts for: 20261122.
    var day: Int64
    var purse: Int64
    var job: String
    /// None when nothing was charged.
    var transfers: [TransferEvent]
    var usages: [UsagePart]
    var windows: [WindowShare]
    var carries: [CarryPart]
    var spends: [SpendPart]
    var keys: [KeyPart]

    init(
        hold: Int64, state: Int64, charge: Int64, reward: Int64, disputed: Int64, task: String?, day: Int64,
        purse: Int64, job: String, transfers: [TransferEvent], usages: [UsagePart], windows: [WindowShare],
        carries: [CarryPart], spends: [SpendPart], keys: [KeyPart]
    ) {
        self.hold = hold
        self.state = state
        self.charge = charge
        self.reward = reward
        self.disputed = disputed
        self.task = task
        self.day = day
        self.purse = purse
        self.job = job
        self.transfers = transfers
        self.usages = usages
        self.windows = windows
        self.carries = carries
        self.spends = spends
        self.keys = keys
    }

    func encode(into encoder: inout EventEncoder) {
        for number in [hold, state, charge, reward, disputed] { encoder.write(number) }
        encoder.write(task)
        encoder.write(day)
        encoder.write(purse)
        encoder.write(job)
        encoder.write(transfers)
        encoder.write(usages)
        encoder.write(windows)
        encoder.write(carries)
        encoder.write(spends)
        encoder.write(keys)
    }

    init(from decoder: inout EventDecoder) throws {
        hold = try decoder.integer()
        state = try decoder.integer()
        charge = try decoder.integer()
        reward = try decoder.integer()
        disputed = try decoder.integer()
        task = try decoder.optionalText()
        day = try decoder.integer()
        purse = try decoder.integer()
        job = try decoder.text()
        transfers = try decoder.parts()
        usages = try decoder.parts()
        windows = try decoder.parts()
        carries = try decoder.parts()
        spends = try decoder.parts()
        keys = try decoder.parts()
    }
}

/// A hold that was released.
struct VoidEvent: EventPart, Sendable, Hashable {
    var hold: Int64
    var keys: [KeyPart]

    init(hold: Int64, keys: [KeyPart]) {
        self.hold = hold
        self.keys = keys
    }

    func encode(into encoder: inout EventEncoder) {
        encoder.write(hold)
        encoder.write(keys)
    }

    init(from decoder: inout EventDecoder) throws {
        hold = try decoder.integer()
        keys = try decoder.parts()
    }
}
