internal import AI1Core

/// An event with what stands about it in its canonical record.
struct EventRecord {
    let sequence: Int64
    let time: Int64
    let event: LedgerEvent

    /// Nil when the octets are no canonical record.
    init?(_ record: [UInt8]) {
        let parsed = record.withUnsafeBytes { bytes -> (Int64, Int64, LedgerEvent)? in
            var decoder = EventDecoder(bytes)
            guard let sequence = try? decoder.integer(), let time = try? decoder.integer(),
                let kind = try? decoder.integer(), let previous = try? decoder.octets(), previous.count == 32,
                let body = try? decoder.octets(), decoder.isAtEnd,
                let event = try? body.withUnsafeBytes({ try LedgerEvent(kind: kind, body: $0) })
            else { return nil }
            return (sequence, time, event)
        }
        guard let parsed else { return nil }
        (sequence, time, event) = parsed
    }

    /// In words, with the number and the moment.
    var json: JSONValue {
        var object: JSONObject = ["sequence": .integer(sequence), "time_us": .integer(time)]
        for member in EventText.json(event).object?.members ?? [] { object[member.name] = member.value }
        return .object(object)
    }
}
