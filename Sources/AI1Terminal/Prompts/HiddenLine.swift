/// A line of input under construction, key by key.
struct HiddenLine {
    enum Effect: Equatable { case more, done, endOfInput, interrupt, suspend }

    private(set) var bytes: [UInt8] = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
        // Enough from the start: a buffer that grows leaves copies of the secret behind.
        bytes.reserveCapacity(limit)
    }

    /// Takes one octet from the keyboard.
    /// - Throws: `TerminalError` of code `tooLong`
    mutating func press(_ key: UInt8) throws(TerminalError) -> Effect {
        switch key {
        case 0x0A, 0x0D: return .done
        case 0x03, 0x1C: return .interrupt
        case 0x1A: return .suspend
        case 0x04:
            return bytes.isEmpty ? .endOfInput : .more
        case 0x08, 0x7F:
            while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
            return .more
        case 0x15:
            wipe()
            return .more
        case 0x17:
            while bytes.last == 0x20 { bytes.removeLast() }
            while let last = bytes.last, last != 0x20 { bytes.removeLast() }
            return .more
        case 0..<0x20: return .more
        default:
            guard bytes.count < limit else {
                throw TerminalError(.tooLong, message: "the answer is longer than \(limit) bytes")
            }
            bytes.append(key)
            return .more
        }
    }

    /// Overwrites and forgets what was typed.
    mutating func wipe() {
        for index in bytes.indices { bytes[index] = 0 }
        bytes.removeAll(keepingCapacity: true)
    }
}
