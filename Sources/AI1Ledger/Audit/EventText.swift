internal import AI1Core

/// Events as JSON that a person can read: only what the canonical octets themselves say.
enum EventText {
    static func json(_ event: LedgerEvent) -> JSONValue {
        switch event {
        case .genesis(let part): ["event": "genesis", "ledger": .string(part.ledger.description)]
        case .openAccount(let part):
            ["event": "open account", "account": .integer(part.account), "path": .string(part.path)]
        case .transfer(let part): json(part)
        case .hold(let part): json(part)
        case .raise(let part):
            [
                "event": "raise", "hold": .integer(part.hold), "amount_nusd": .integer(part.amount),
                "amount": .string(NanoUSD(part.amount).credits), "target": .string(part.target),
            ]
        case .post(let part): json(part)
        case .void(let part): ["event": "release", "hold": .integer(part.hold)]
        case .budget(let part):
            [
                "event": "budget", "scope": .string(part.scope), "value": .string(part.value), "per": .string(part.per),
                "cap_nusd": .integer(part.cap), "removed": .bool(part.isRemoved),
            ]
        case .price(let part): ["event": "prices", "target": .string(part.target), "prices": .string(part.prices)]
        case .clock(let part): ["event": "clock", "wall_ms": .integer(part.wall), "uptime_ms": .integer(part.uptime)]
        case .epoch(let part): ["event": "epoch", "number": .integer(part.number), "reason": .string(part.reason)]
        case .key(let part):
            ["event": "key", "scope": .string(part.scope), "key": .string(part.key), "hold": .integer(part.hold)]
        }
    }

    private static func json(_ transfer: TransferEvent) -> JSONValue {
        let kind =
            switch transfer.kind {
            case .grant: "grant"
            case .charge: "charge"
            case .move: "move"
            }
        return [
            "event": "transfer", "transfer": .integer(transfer.sequence), "id": .string(transfer.id.description),
            "kind": .string(kind), "memo": .string(transfer.memo),
            "legs": .array(
                transfer.legs.map { ["account": .integer($0.account), "amount": .integer($0.amount)] }),
        ]
    }

    private static func json(_ hold: HoldEvent) -> JSONValue {
        [
            "event": "hold", "hold": .integer(hold.sequence), "id": .string(hold.id.description),
            "request": .string(hold.request.description), "target": .string(hold.target),
            "job": hold.job.map { .string($0) } ?? .null, "amount_nusd": .integer(hold.amount),
            "amount": .string(NanoUSD(hold.amount).credits),
        ]
    }

    private static func json(_ post: PostEvent) -> JSONValue {
        [
            "event": "charge", "hold": .integer(post.hold), "expired": .bool(post.state == 3),
            "charge_nusd": .integer(post.charge), "charge": .string(NanoUSD(post.charge).credits),
            "reward_nusd": .integer(post.reward), "disputed_nusd": .integer(post.disputed),
            "task": post.task.map { .string($0) } ?? .null, "usage": .array(post.usages.map(json)),
            "transfers": .array(post.transfers.map(json)),
        ]
    }

    private static func json(_ usage: UsagePart) -> JSONValue {
        let names = [
            "uncached_input", "cache_read", "cache_write_5m", "cache_write_1h", "visible_output", "reasoning",
            "audio_input", "audio_output",
        ]
        var object: JSONObject = ["target": .string(usage.target), "source": .string(usage.source)]
        for (name, count) in zip(names, usage.tokens) where count != 0 { object[name] = .integer(count) }
        object["cost_pusd"] = usage.costPicoUSD.map { .integer($0) } ?? .null
        if let claim = usage.claim { object["claim"] = .string(claim) }
        return .object(object)
    }
}
