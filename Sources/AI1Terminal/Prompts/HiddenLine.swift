/// A line of input under construction, key by key, in memory of the caller's and nowhere else.
struct HiddenLine {
    enum Effect: Equatable { case more, done, endOfInput, interrupt, suspend }

    private let memory: UnsafeMutableRawBufferPointer
    /// How many octets have been typed.
    private(set) var count = 0

    /// - Parameter memory: where the octets go; a line that is longer is refused
    init(in memory: UnsafeMutableRawBufferPointer) { self.memory = memory }

    /// What has been typed.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory[..<count]) }

    /// Takes one octet from the keyboard.
    /// - Throws: `TerminalError` of code `tooLong`
    mutating func press(_ key: UInt8) throws(TerminalError) -> Effect {
        switch key {
        case 0x0A, 0x0D: return .done
        case 0x03, 0x1C: return .interrupt
        case 0x1A: return .suspend
        case 0x04:
            return count == 0 ? .endOfInput : .more
        case 0x08, 0x7F:
            while let last = removeLast(), last & 0xC0 == 0x80 {}
            return .more
        case 0x15:
            wipe()
            return .more
        case 0x17:
            while count > 0, memory[count - 1] == 0x20 { removeLast() }
            while count > 0, memory[count - 1] != 0x20 { removeLast() }
            return .more
        case 0..<0x20: return .more
        default:
            guard count < memory.count else {
                throw TerminalError(.tooLong, message: "the answer is longer than \(memory.count) bytes")
            }
            memory[count] = key
            count += 1
            return .more
        }
    }

    @discardableResult
    private mutating func removeLast() -> UInt8? {
        guard count > 0 else { return nil }
        count -= 1
        defer { memory[count] = 0 }
        return memory[count]
    }

    /// Overwrites and forgets what was typed.
    mutating func wipe() {
        for index in 0..<count { memory[index] = 0 }
        count = 0
    }
}
