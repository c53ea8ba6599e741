internal import AI1Core

/// Text from a clipboard, made fit for a line.
enum PasteText {
    /// Octets of a paste that are taken; a longer one is refused as a whole.
    static let maximumBytes = 8 << 20

    /// Line ends become LF, escape sequences and all controls but tab and line end go, what is no UTF-8 is repaired.
    static func cleaned(_ bytes: [UInt8]) -> String {
        var unified: [UInt8] = []
        unified.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D {
                unified.append(0x0A)
                if index < bytes.count, bytes[index] == 0x0A { index += 1 }
            } else {
                unified.append(byte)
            }
        }
        return TerminalCleaner.clean(String(decoding: unified, as: UTF8.self))
    }
}
