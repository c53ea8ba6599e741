/// A cursor over RLP that takes the canonical encoding only, without making a tree.
///
/// Every error is a `WalletError` of code `invalidTransaction`.
package struct RLPReader {
    private let input: UnsafeRawBufferPointer
    private var position = 0
    /// Where the list that is being read ends.
    private var end: Int
    private var depth = 0
    private var itemCount = 0

    private init(_ input: UnsafeRawBufferPointer) {
        self.input = input
        end = input.count
    }

    /// Reads octets that `body` must take wholly.
    /// - Parameter offset: how many octets before the encoding to pass over
    /// - Throws: `WalletError` of code `invalidTransaction`; what `body` throws
    package static func read<Value>(
        _ bytes: [UInt8], from offset: Int = 0, _ body: (inout RLPReader) throws -> Value
    ) throws -> Value {
        guard bytes.count <= RLP.maximumByteCount else {
            throw WalletError(.invalidTransaction, "RLP of more than \(RLP.maximumByteCount) octets")
        }
        return try bytes.withUnsafeBytes { buffer in
            var reader = RLPReader(UnsafeRawBufferPointer(rebasing: buffer.dropFirst(offset)))
            let value = try body(&reader)
            guard reader.isAtEnd else { throw failure("octets are left over behind the end of the RLP") }
            return value
        }
    }

    /// Whether everything of this list, or of the input, has been read.
    package var isAtEnd: Bool { position == end }

    /// Whether the next item is a list. False at the end.
    package var isAtList: Bool { position < end && input[position] >= RLP.emptyList }

    /// Reads a list whose items `body` must take wholly.
    package mutating func list<Value>(_ body: (inout RLPReader) throws -> Value) throws -> Value {
        let (isList, count) = try header()
        guard isList else { throw Self.failure("octets where RLP should have a list") }
        guard depth < RLP.maximumDepth else { throw Self.failure("RLP lists are nested too deep") }
        let outerEnd = end
        end = position + count
        depth += 1
        let value = try body(&self)
        guard isAtEnd else { throw Self.failure("an RLP list has more items than it should") }
        end = outerEnd
        depth -= 1
        return value
    }

    /// A string of octets. The view is of the input's memory, and valid only while `read` runs.
    package mutating func view() throws(WalletError) -> UnsafeRawBufferPointer {
        let (isList, count) = try header()
        guard !isList else { throw Self.failure("a list where RLP should have octets") }
        let content = UnsafeRawBufferPointer(rebasing: input[position..<position + count])
        position += count
        return content
    }

    /// Reads the first octet of an item and its length, leaving the cursor at its content.
    private mutating func header() throws(WalletError) -> (isList: Bool, count: Int) {
        guard position < end else { throw Self.failure("RLP is cut short, or has too few items") }
        itemCount += 1
        guard itemCount <= RLP.maximumItemCount else { throw Self.failure("RLP has too many items") }
        let first = input[position]
        if first < RLP.emptyBytes { return (false, 1) }
        position += 1
        let isList = first >= RLP.emptyList
        let short = Int(first) - Int(isList ? RLP.emptyList : RLP.emptyBytes)
        let count = short <= RLP.longestShort ? short : try longCount(octets: short - RLP.longestShort)
        guard count <= end - position else { throw Self.failure("an RLP item is longer than what holds it") }
        if count == 1, !isList, input[position] < RLP.emptyBytes {
            throw Self.failure("RLP is not canonical: a single octet is wrapped")
        }
        return (isList, count)
    }

    /// A length that has octets of its own.
    private mutating func longCount(octets: Int) throws(WalletError) -> Int {
        guard octets <= end - position else { throw Self.failure("an RLP length is cut short") }
        guard input[position] != 0 else { throw Self.failure("RLP is not canonical: a length has a leading zero") }
        // Longer than the largest input: refused before it is summed up, so that it cannot overflow.
        guard octets <= 4 else { throw Self.failure("an RLP item is longer than what holds it") }
        var count = 0
        for _ in 0..<octets {
            count = count << 8 | Int(input[position])
            position += 1
        }
        guard count > RLP.longestShort else {
            throw Self.failure("RLP is not canonical: a short length is written in the long form")
        }
        return count
    }

    static func failure(_ message: String) -> WalletError { WalletError(.invalidTransaction, message) }
}
