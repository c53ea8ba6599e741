package import AI1Core

/// Input as an attacker makes it: valid input changed a little, and values at the ends of their ranges. The same seed gives
/// the same data.
package struct HostileData: Sendable {
    private var random: SplitMix64

    package init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// From 0 to one below.
    package mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(max(1, bound))) }

    /// One of them.
    package mutating func one<Element>(of choices: [Element]) -> Element { choices[below(choices.count)] }

    /// Random octets.
    package mutating func octets(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }

    private static let edges: [UInt8] = [
        0x00, 0x01, 0x7F, 0x80, 0x81, 0xA0, 0xB7, 0xB8, 0xBB, 0xBF, 0xC0, 0xC1, 0xF7, 0xF8, 0xFB, 0xFF,
    ]

    /// Octets with one to four changes: a bit turned, an edge value set, a part taken out, doubled, or put in.
    package mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...below(4) {
            let place = below(bytes.count + 1)
            let rest = bytes.count - place
            switch below(6) {
            case 0 where rest > 0: bytes[place] ^= 1 << UInt8(below(8))
            case 1 where rest > 0: bytes[place] = one(of: Self.edges)
            case 2: bytes.removeSubrange(place..<place + below(rest + 1) / (1 + below(16)))
            case 3: bytes.insert(contentsOf: bytes[place..<place + min(rest, below(40))], at: place)
            case 4: bytes.insert(contentsOf: octets(below(9)), at: place)
            default: bytes.insert(one(of: Self.edges), at: place)
            }
        }
        return bytes
    }

    /// Text with one to four changes: a character taken out or doubled, or a hostile piece put in.
    package mutating func changed(_ text: String) -> String {
        var characters = Array(text.unicodeScalars)
        for _ in 0...below(4) {
            let place = below(characters.count + 1)
            switch below(3) {
            case 0 where place < characters.count: characters.remove(at: place)
            case 1 where place < characters.count: characters.insert(characters[place], at: place)
            default: characters.insert(contentsOf: Array(one(of: HostileText.pieces).unicodeScalars), at: place)
            }
        }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: characters)
        return String(scalars)
    }

    /// JSON in which one to three values or members are others.
    package mutating func changed(_ json: JSONValue) -> JSONValue {
        var json = json
        for _ in 0...below(3) { json = changedOnce(json, depth: 0) }
        return json
    }

    private mutating func changedOnce(_ json: JSONValue, depth: Int) -> JSONValue {
        if below(6) == 0, depth > 0 { return value() }
        switch json {
        case .array(var items) where !items.isEmpty:
            let place = below(items.count)
            switch below(6) {
            case 0: items.remove(at: place)
            case 1: items.insert(items[place], at: place)
            default: items[place] = changedOnce(items[place], depth: depth + 1)
            }
            return .array(items)
        case .object(var object) where !object.members.isEmpty:
            let name = object.names[below(object.members.count)]
            switch below(8) {
            case 0: object[name] = nil
            case 1: object[changed(name)] = object[name]
            default: object[name] = changedOnce(object[name] ?? .null, depth: depth + 1)
            }
            return .object(object)
        case .string(let text) where below(2) == 0: return .string(changed(text))
        default: return value()
        }
    }

    /// A value of any form.
    package mutating func value() -> JSONValue {
        switch below(8) {
        case 0: .null
        case 1: .bool(below(2) == 0)
        case 2, 3: .number(JSONNumber(uncheckedText: one(of: HostileText.numbers)))
        case 4, 5: .string(one(of: HostileText.numbers))
        case 6: .string(one(of: HostileText.pieces))
        default: nested()
        }
    }

    private mutating func nested() -> JSONValue {
        let isObject = below(2) == 0
        return (0..<below(40)).reduce(JSONValue.array([])) { inner, _ in
            isObject ? .object(["types": inner, "a": inner.array.map { .array($0) } ?? .null]) : .array([inner])
        }
    }
}
