/// The octets under examination. What lies before the place in question is context; what may follow is known only at the
/// end of the text.
struct Window {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether the text ends with the window.
    let isEnd: Bool
    let classes: UnsafeBufferPointer<UInt8>
    /// Counts the octets that are looked at.
    let steps: UnsafeMutablePointer<Int>

    var count: Int { bytes.count }

    subscript(_ index: Int) -> UInt8 {
        steps.pointee &+= 1
        return bytes[index]
    }

    func isIn(_ set: UInt8, _ index: Int) -> Bool { classes[Int(self[index])] & set != 0 }

    /// The end of the run of a set that begins at `start`, at most `limit` octets on; `known` octets need no look.
    func run(of set: UInt8, from start: Int, known: Int = 0, limit: Int) -> Int {
        let bound = min(count, start + limit)
        var index = min(bound, start + known)
        let first = index
        while index < bound, classes[Int(bytes[index])] & set != 0 { index += 1 }
        steps.pointee &+= index - first
        return index
    }

    /// Whether the text at a place is this; nil when it ends before that can be said.
    func has(_ text: [UInt8], at start: Int) -> Bool? {
        for (offset, byte) in text.enumerated() {
            guard start + offset < count else { return isEnd ? false : nil }
            guard bytes[start + offset] == byte else { return false }
        }
        return true
    }
}

/// What a matcher says about a place.
enum Match: Equatable {
    case none
    /// A secret in that range.
    case found(FindingKind, Range<Int>)
    /// It cannot be said before more has come. So many octets of the run that was being followed need no second look.
    case unfinished(known: Int)
}
