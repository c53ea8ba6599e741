package import AI1Core
internal import Crypto

/// A 128-bit name: of a hold (the request's UUIDv7, or UUIDv5 of an idempotency key) or of a transfer.
package struct LedgerID: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(_ id: RequestID) { self.init(high: id.high, low: id.low) }

    /// UUID version 5 (RFC 9562): the SHA-1 of a name space and a name.
    package init(namespace: LedgerID, name: String) {
        var octets = namespace.octets
        octets.append(contentsOf: name.utf8)
        var digest = Array(Insecure.SHA1.hash(data: octets))
        digest[6] = digest[6] & 0x0F | 0x50
        digest[8] = digest[8] & 0x3F | 0x80
        self.init(octets: digest)!
    }

    /// Reads the first sixteen octets in network order; nil when there are fewer.
    package init?(octets: [UInt8]) {
        guard octets.count >= 16 else { return nil }
        high = octets[0..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = octets[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Reads the 36-character form; nil when the text is no UUID.
    package init?(_ text: String) {
        guard let id = RequestID(text) else { return nil }
        self.init(id)
    }

    /// Sixteen octets in network order.
    package var octets: [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(16)
        for word in [high, low] {
            for shift in stride(from: 56, through: 0, by: -8) {
                octets.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return octets
    }
}

extension LedgerID: CustomStringConvertible {
    /// The canonical 8-4-4-4-12 form in lower case.
    package var description: String {
        let digits = hexadecimal(high, width: 16) + hexadecimal(low, width: 16)
        var text = ""
        for (index, character) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(character)
        }
        return text
    }
}
