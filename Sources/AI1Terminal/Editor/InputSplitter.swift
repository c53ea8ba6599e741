/// Parts what a terminal sends into keys and pastes; a state machine that is fed octets.
struct InputSplitter {
    enum Piece: Equatable {
        /// Octets of keys.
        case keys([UInt8])
        /// A whole paste, not yet cleaned.
        case paste([UInt8])
        /// A paste of more octets than are taken.
        case tooLarge
    }

    /// How long a beginning of a sequence is held back for its rest.
    static let sequenceMilliseconds: Int32 = 25
    /// How long nothing may come within a paste until it counts as ended.
    static let pasteMilliseconds: Int32 = 3_000

    private static let begin = Array("\u{1B}[200~".utf8)
    private static let end = Array("\u{1B}[201~".utf8)
    /// Alt-Enter, in the form that is a key of its own also where Escape alone means something (xterm's modifyOtherKeys).
    private static let altEnter = Array("\u{1B}[27;3;13~".utf8)

    private let limit: Int
    /// What has come of a sequence that may be one of the above.
    private var held: [UInt8] = []
    private var pasted: [UInt8] = []
    private var isPasting = false
    private var isTooLarge = false

    /// - Parameter limit: octets of a paste
    init(limit: Int = PasteText.maximumBytes) { self.limit = limit }

    /// How long to wait for more before `timeOut`; nil when nothing is held back.
    var patienceMilliseconds: Int32? {
        if isPasting { return Self.pasteMilliseconds }
        return held.isEmpty ? nil : Self.sequenceMilliseconds
    }

    mutating func feed(_ bytes: some Sequence<UInt8>) -> [Piece] {
        var pieces: [Piece] = []
        var keys: [UInt8] = []
        for byte in bytes {
            if isPasting {
                guard takePasted(byte) else { continue }
                pieces.append(endPaste())
            } else if takeKey(byte, into: &keys) {
                if !keys.isEmpty { pieces.append(.keys(keys)) }
                keys = []
            }
        }
        if !keys.isEmpty { pieces.append(.keys(keys)) }
        return pieces
    }

    /// Nothing more has come: what is held back is all there is.
    mutating func timeOut() -> [Piece] {
        if isPasting {
            pasted += held
            held = []
            return [endPaste()]
        }
        defer { held = [] }
        return held.isEmpty ? [] : [.keys(held)]
    }

    /// Whether this, read at once, is text from a clipboard on a terminal that does not say so: several lines. One line
    /// with Enter at its end may well have been typed.
    static func isBurst(_ bytes: [UInt8]) -> Bool {
        guard !bytes.contains(0x1B), let first = bytes.firstIndex(where: { $0 == 0x0D || $0 == 0x0A }) else {
            return false
        }
        return first < bytes.count - 1
    }

    /// - Returns: whether a paste begins
    private mutating func takeKey(_ byte: UInt8, into keys: inout [UInt8]) -> Bool {
        if held.isEmpty, byte != 0x1B {
            keys.append(byte)
            return false
        }
        if held == [0x1B], byte == 0x0D || byte == 0x0A {
            held = []
            keys += Self.altEnter
            return false
        }
        held.append(byte)
        if held == Self.begin {
            held = []
            isPasting = true
            return true
        }
        if Self.begin.starts(with: held) { return false }
        keys += held
        held = []
        // The octet that did not fit may begin a sequence itself.
        if byte == 0x1B {
            keys.removeLast()
            held = [byte]
        }
        return false
    }

    /// - Returns: whether the paste ends
    private mutating func takePasted(_ byte: UInt8) -> Bool {
        if held.isEmpty, byte != 0x1B {
            keep(CollectionOfOne(byte))
            return false
        }
        held.append(byte)
        if held == Self.end {
            held = []
            return true
        }
        if Self.end.starts(with: held) { return false }
        keep(held.dropLast(byte == 0x1B ? 1 : 0))
        held = byte == 0x1B ? [byte] : []
        return false
    }

    private mutating func keep(_ bytes: some Collection<UInt8>) {
        guard !isTooLarge else { return }
        pasted += bytes
        guard pasted.count > limit else { return }
        isTooLarge = true
        pasted = []
    }

    private mutating func endPaste() -> Piece {
        defer {
            pasted = []
            isPasting = false
            isTooLarge = false
        }
        return isTooLarge ? .tooLarge : .paste(pasted)
    }
}
