/// A name reduced to its lower-case ASCII letters, its digits and what is not ASCII, so that `Claude-Sonnet 4.5` and
/// `claude-sonnet-4-5` are one.
struct NameKey: Hashable {
    let bytes: [UInt8]

    init(_ text: some StringProtocol) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                bytes.append(byte)
            default: break
            }
        }
        self.bytes = bytes
    }

    /// Whether this key begins with another.
    func begins(with other: NameKey) -> Bool { bytes.starts(with: other.bytes) }

    /// Whether another key stands anywhere in this one.
    func contains(_ other: NameKey) -> Bool {
        guard !other.bytes.isEmpty else { return true }
        guard other.bytes.count <= bytes.count else { return false }
        return (0...(bytes.count - other.bytes.count)).contains { bytes[$0...].starts(with: other.bytes) }
    }
}
