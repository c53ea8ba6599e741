#if canImport(Darwin)
    internal import Darwin
#else
    internal import Glibc
#endif

/// An address of the Internet Protocol.
enum IPAddress: Sendable, Hashable {
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)

    /// From 4 or 16 octets in network order.
    init?(octets: some Collection<UInt8>) {
        let bits = { (part: any Collection<UInt8>) in part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        switch octets.count {
        case 4: self = .v4(UInt32(truncatingIfNeeded: bits(octets)))
        case 16: self = .v6(high: bits(octets.prefix(8)), low: bits(octets.dropFirst(8)))
        default: return nil
        }
    }

    /// From the usual text form, with or without the brackets that a URL has around IPv6. Abbreviated and hexadecimal
    /// IPv4 is not read here: the URL parser turns it into the usual form.
    init?(_ text: String) {
        let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        var octets = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, bare, &octets) == 1 {
            self.init(octets: octets.prefix(4))
        } else if inet_pton(AF_INET6, bare, &octets) == 1 {
            self.init(octets: octets)
        } else {
            return nil
        }
    }
}

extension IPAddress: CustomStringConvertible {
    /// The usual text form (RFC 5952 for IPv6).
    var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let capacity = socklen_t(text.count)
        switch self {
        case .v4(let bits):
            var address = bits.bigEndian
            _ = inet_ntop(AF_INET, &address, &text, capacity)
        case .v6(let high, let low):
            var address = (high.bigEndian, low.bigEndian)
            _ = inet_ntop(AF_INET6, &address, &text, capacity)
        }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
