/// Everything that ever changes a ledger, as values. An event says all that it changes: the rows of every other table follow
/// from the events alone, which is what `check --full` goes by.
enum LedgerEvent: Sendable, Hashable {
    case genesis(Genesis)
    case openAccount(AccountOpening)
    case transfer(TransferEvent)
    case hold(HoldEvent)
    case raise(RaiseEvent)
    case post(PostEvent)
    case void(VoidEvent)
    case budget(BudgetEvent)
    case price(PriceEvent)
    case clock(ClockEvent)
    case epoch(EpochEvent)
    case key(KeyPart)

    /// The number that stands in `event_log.kind`.
    var kind: Int64 {
        switch self {
        case .genesis: 1
        case .openAccount: 2
        case .transfer: 3
        case .hold: 4
        case .raise: 5
        case .post: 6
        case .void: 7
        case .budget: 8
        case .price: 9
        case .clock: 10
        case .epoch: 11
        case .key: 12
        }
    }

    /// The canonical bytes.
    var body: [UInt8] {
        var encoder = EventEncoder()
        part.encode(into: &encoder)
        return encoder.bytes
    }

    private var part: any EventPart {
        switch self {
        case .genesis(let part): part
        case .openAccount(let part): part
        case .transfer(let part): part
        case .hold(let part): part
        case .raise(let part): part
        case .post(let part): part
        case .void(let part): part
        case .budget(let part): part
        case .price(let part): part
        case .clock(let part): part
        case .epoch(let part): part
        case .key(let part): part
        }
    }

    /// - Throws: `EventDecoder.Malformed` when the bytes are not the canonical form of an event
    init(kind: Int64, body: UnsafeRawBufferPointer) throws {
        var decoder = EventDecoder(body)
        switch kind {
        case 1: self = .genesis(try Genesis(from: &decoder))
        case 2: self = .openAccount(try AccountOpening(from: &decoder))
        case 3: self = .transfer(try TransferEvent(from: &decoder))
        case 4: self = .hold(try HoldEvent(from: &decoder))
        case 5: self = .raise(try RaiseEvent(from: &decoder))
        case 6: self = .post(try PostEvent(from: &decoder))
        case 7: self = .void(try VoidEvent(from: &decoder))
        case 8: self = .budget(try BudgetEvent(from: &decoder))
        case 9: self = .price(try PriceEvent(from: &decoder))
        case 10: self = .clock(try ClockEvent(from: &decoder))
        case 11: self = .epoch(try EpochEvent(from: &decoder))
        case 12: self = .key(try KeyPart(from: &decoder))
        default: throw EventDecoder.Malformed()
        }
        guard decoder.isAtEnd else { throw EventDecoder.Malformed() }
    }
}
