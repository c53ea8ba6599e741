/// Searching octets for octets.
enum OctetSearch {
    /// Whether `part` stands anywhere in `text`.
    static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        guard part.count <= text.count else { return false }
        var index = 0
        let last = text.count - part.count
        while index <= last {
            if text[index] == first {
                var length = 1
                while length < part.count, text[index + length] == part[length] { length += 1 }
                if length == part.count { return true }
            }
            index += 1
        }
        return false
    }
}
