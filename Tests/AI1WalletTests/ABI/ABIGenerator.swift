import AI1Core

@testable import AI1Wallet

/// Random types of the contract interface and values of them, the same for the same seed.
struct ABIGenerator {
    var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }

    mutating func octets(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) } }

    mutating func type(depth: Int) -> ABIType {
        switch below(depth > 0 ? 14 : 10) {
        case 0: return .uint(bits: 8 * (1 + below(32)))
        case 1: return .int(bits: 8 * (1 + below(32)))
        case 2: return .address
        case 3: return .bool
        case 4: return .fixedBytes(count: 1 + below(32))
        case 5: return .bytes
        case 6: return .string
        case 7: return .function
        case 8: return .fixed(bits: 8 * (1 + below(32)), decimals: below(81))
        case 9: return .ufixed(bits: 8 * (1 + below(32)), decimals: below(81))
        case 10: return .array(type(depth: depth - 1))
        case 11: return .fixedArray(type(depth: depth - 1), count: 1 + below(3))
        default: return .tuple((0...below(4)).map { _ in ABIParameter(type: type(depth: depth - 1)) })
        }
    }

    mutating func value(_ type: ABIType) -> ABIValue {
        switch type {
        case .uint(let bits), .ufixed(let bits, _): .uint(number(bits: bits))
        case .int(let bits), .fixed(let bits, _): .int(signed(bits: bits))
        case .address: Address(octets(20)).map { .address($0) } ?? .address(.zero)
        case .bool: .bool(below(2) == 1)
        case .fixedBytes(let count): .bytes(octets(count))
        case .function: .bytes(octets(24))
        case .bytes: .bytes(octets(below(100)))
        case .string: .string((0..<below(40)).map { _ in ["a", "é", "漢", " ", "\n", "\"", "😀"][below(7)] }.joined())
        case .array(let element): .array((0..<below(4)).map { _ in value(element) })
        case .fixedArray(let element, let count): .array((0..<count).map { _ in value(element) })
        case .tuple(let members): .tuple(members.map { value($0.type) })
        }
    }

    /// Of any width up to the type's, its ends more often than chance would have them.
    private mutating func number(bits: Int) -> UInt256 {
        switch below(8) {
        case 0: .zero
        case 1: UInt256(bigEndian: Array(repeating: 0xFF, count: bits / 8)) ?? .zero
        default: UInt256(bigEndian: octets(1 + below(bits / 8))) ?? .zero
        }
    }

    private mutating func signed(bits: Int) -> Int256 {
        let fill: UInt8 = below(2) == 0 ? 0 : 0xFF
        let rest = [fill ^ (below(4) == 0 ? 0x00 : 0x80)] + Array(repeating: fill, count: bits / 8 - 1)
        let random = octets(bits / 8)
        let low = below(3) == 0 ? rest : random
        let sign: UInt8 = low[0] & 0x80 == 0 ? 0 : 0xFF
        return Int256(word: Array(repeating: sign, count: 32 - low.count) + low) ?? .zero
    }
}
