extension IPAddress {
    /// 127.0.0.0/8 or ::1: this machine, by the address itself.
    var isLoopback: Bool {
        switch self {
        case .v4(let bits): bits >> 24 == 127
        case .v6(let high, let low): high == 0 && low == 1
        }
    }

    /// Whether anybody on the Internet could have this address: not loopback, private, link-local, shared, multicast,
    /// reserved, nor an IPv6 form that stands for such an IPv4 address (the special-purpose registries of RFC 6890).
    var isPublic: Bool {
        switch self {
        case .v4(let bits): Self.isPublic(bits)
        case .v6(let high, let low): Self.isPublic(high: high, low: low)
        }
    }

    private static func isPublic(_ bits: UInt32) -> Bool {
        !reserved4.contains { bits >> (32 - $0.length) == $0.prefix >> (32 - $0.length) }
    }

    private static func isPublic(high: UInt64, low: UInt64) -> Bool {
        // ::ffff:0:0/96, mapped IPv4, and 64:ff9b::/96, translated IPv4 (RFC 6052): the IPv4 address decides.
        if high == 0, low >> 32 == 0xFFFF { return isPublic(UInt32(truncatingIfNeeded: low)) }
        if high == 0x0064_FF9B_0000_0000, low >> 32 == 0 { return isPublic(UInt32(truncatingIfNeeded: low)) }
        // 2002::/16, 6to4 (RFC 3056): the IPv4 address is in bits 16 to 47.
        if high >> 48 == 0x2002 { return isPublic(UInt32(truncatingIfNeeded: high >> 16)) }
        // Everything else that is global unicast today is in 2000::/3.
        guard high >> 61 == 1 else { return false }
        return !reserved6.contains { high >> (64 - $0.length) == $0.prefix >> (64 - $0.length) }
    }

    private static let reserved4: [(prefix: UInt32, length: UInt32)] = [
        (0x0000_0000, 8),  // 0.0.0.0/8, this network
        (0x0A00_0000, 8),  // 10.0.0.0/8, private (RFC 1918)
        (0x6440_0000, 10),  // 100.64.0.0/10, shared by carriers (RFC 6598)
        (0x7F00_0000, 8),  // 127.0.0.0/8, loopback
        (0xA9FE_0000, 16),  // 169.254.0.0/16, link-local, cloud metadata
        (0xAC10_0000, 12),  // 172.16.0.0/12, private
        (0xC000_0000, 24),  // 192.0.0.0/24, protocol assignments
        (0xC000_0200, 24),  // 192.0.2.0/24, documentation
        (0xC058_6300, 24),  // 192.88.99.0/24, former 6to4 relays
        (0xC0A8_0000, 16),  // 192.168.0.0/16, private
        (0xC612_0000, 15),  // 198.18.0.0/15, benchmarks
        (0xC633_6400, 24),  // 198.51.100.0/24, documentation
        (0xCB00_7100, 24),  // 203.0.113.0/24, documentation
        (0xE000_0000, 4),  // 224.0.0.0/4, multicast
        (0xF000_0000, 4),  // 240.0.0.0/4, reserved and broadcast
    ]

    private static let reserved6: [(prefix: UInt64, length: UInt64)] = [
        (0x2001_0000_0000_0000, 23),  // 2001::/23, protocol assignments, Teredo
        (0x2001_0DB8_0000_0000, 32),  // 2001:db8::/32, documentation
        (0x3FFF_0000_0000_0000, 20),  // 3fff::/20, documentation
    ]
}
