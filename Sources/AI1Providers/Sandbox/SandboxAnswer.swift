package import AI1Core

/// An answer of the simulation: a text of its own, perhaps followed by filler up to a size, and what it cost.
package struct SandboxAnswer: Sendable, Hashable {
    /// Reasoning that is shown; empty for none.
    package let reasoning: String
    /// The text that the brain wrote.
    package let text: String
    /// Octets of the whole answer, filler included.
    package let byteCount: Int
    /// Octets of a piece; nil for a word a piece.
    package let pieceBytes: Int?
    /// Octets of the first piece, where it differs.
    package let firstPieceBytes: Int?
    package let finish: FinishReason
    package let usage: TokenUsage
    /// Pictures, recordings and vectors.
    package var media: [MediaPart] = []
    /// Tools that are called at the end.
    package var toolCalls: [ToolCall] = []

    /// The answer piece by piece. A piece of the brain's own text is a word with the white space after it.
    package func pieces() -> SandboxPieces { SandboxPieces(self) }

    /// The whole text.
    package func whole() -> [UInt8] {
        var whole: [UInt8] = []
        whole.reserveCapacity(byteCount)
        var pieces = pieces()
        while pieces.next(into: &whole) {}
        return whole
    }
}

/// Hands out an answer of any size without holding it.
package struct SandboxPieces: Sendable {
    /// Words of four letters, so that a number of words is a number of octets.
    private static let filler = Array(
        """
        this text goes over only when told says very much less than real text does then runs like fine sand from hand \
        into hand

        """.utf8)
    static let fillerWordBytes = 5

    private let head: [UInt8]
    private let total: Int
    private let pieceBytes: Int?
    private let firstPieceBytes: Int?
    private var position = 0

    init(_ answer: SandboxAnswer) {
        head = Array(answer.text.utf8)
        total = answer.byteCount
        pieceBytes = answer.pieceBytes
        firstPieceBytes = answer.firstPieceBytes
    }

    /// Appends the next piece.
    /// - Returns: false at the end
    package mutating func next(into piece: inout [UInt8]) -> Bool {
        guard position < total else { return false }
        let size = position == 0 ? firstPieceBytes ?? pieceBytes : pieceBytes
        let end = min(total, size.map { position + $0 } ?? wordEnd())
        if position < head.count {
            let headEnd = min(end, head.count)
            piece.append(contentsOf: head[position..<headEnd])
            position = headEnd
        }
        while position < end {
            let start = (position - head.count) % Self.filler.count
            let count = min(end - position, Self.filler.count - start)
            piece.append(contentsOf: Self.filler[start..<(start + count)])
            position += count
        }
        return true
    }

    private func wordEnd() -> Int {
        var end = position
        while end < head.count, head[end] != 0x20, head[end] != 0x0A { end += 1 }
        while end < head.count, head[end] == 0x20 || head[end] == 0x0A { end += 1 }
        return max(end, position + 1)
    }
}
