#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What sorts of characters a short text has.
struct CharacterCount {
    private(set) var lower = 0
    private(set) var upper = 0
    private(set) var digits = 0
    private(set) var others = 0
    private(set) var distinct = 0
    /// Shannon's entropy of the whole text in bits, by the frequencies of its own characters.
    private(set) var entropyBits = 0.0

    init(_ window: Window, _ range: Range<Int>) {
        var counts = [Int](repeating: 0, count: 256)
        for index in range {
            let byte = window[index]
            counts[Int(byte)] += 1
            if Octets.isLower(byte) {
                lower += 1
            } else if Octets.isUpper(byte) {
                upper += 1
            } else if Octets.isDigit(byte) {
                digits += 1
            } else {
                others += 1
            }
        }
        let total = Double(range.count)
        for count in counts where count > 0 {
            distinct += 1
            entropyBits -= Double(count) * log2(Double(count) / total)
        }
    }
}
