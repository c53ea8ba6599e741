/// Replaces secrets in a text that comes in pieces of any size. Held back is only what an unfinished secret may be, at most
/// some tens of kilooctets for a private key and mostly nothing; the result is that of the whole text.
package struct SecretFilter: Sendable {
    private let scanner: SecretScanner
    /// What is held back, after some octets that have gone on already and are context.
    private var buffer: [UInt8] = []
    /// How many octets of the buffer have gone on.
    private var passed = 0
    /// Octets of the text before the buffer.
    private var base = 0
    private var state = ScanState()
    private var line = 1

    package init(_ scanner: SecretScanner) { self.scanner = scanner }

    /// A filter for another text that looks for the same.
    package func fresh() -> SecretFilter { SecretFilter(scanner) }

    /// Octets that are held back.
    package var heldCount: Int { buffer.count - passed }

    /// Octets that matchers have looked at so far.
    var steps: Int { state.steps }

    /// Takes a piece and appends what can go on.
    /// - Returns: what was found, in its order; `output` holds placeholders for it
    package mutating func feed(
        _ piece: [UInt8], _ placeholders: inout Placeholders, into output: inout [UInt8]
    ) -> [Finding] {
        buffer.append(contentsOf: piece)
        return advance(isEnd: false, &placeholders, into: &output)
    }

    /// Ends the text: what was held back goes on.
    /// - Returns: as `feed`
    package mutating func finish(_ placeholders: inout Placeholders, into output: inout [UInt8]) -> [Finding] {
        advance(isEnd: true, &placeholders, into: &output)
    }

    private mutating func advance(
        isEnd: Bool, _ placeholders: inout Placeholders, into output: inout [UInt8]
    ) -> [Finding] {
        var findings: [Finding] = []
        var position = passed
        var line = line
        var state = state
        // Taken, not copied: a table with two owners would be copied at its first change.
        var names = Placeholders()
        swap(&names, &placeholders)
        let end = buffer.withUnsafeBufferPointer { bytes in
            func pass(to end: Int) {
                for index in position..<end where bytes[index] == 0x0A { line += 1 }
                output.append(contentsOf: bytes[position..<end])
                position = end
            }
            let end = scanner.scan(bytes, from: passed, isEnd: isEnd, &state) { kind, range in
                pass(to: range.lowerBound)
                findings.append(
                    Finding(kind: kind, range: (range.lowerBound + base)..<(range.upperBound + base), line: line))
                output.append(contentsOf: names.name(kind, bytes[range]))
                for index in range where bytes[index] == 0x0A { line += 1 }
                position = range.upperBound
            }
            pass(to: end)
            return end
        }
        swap(&names, &placeholders)
        self.line = line
        self.state = state
        passed = end
        let surplus = passed - SecretScanner.context
        if surplus > 0 {
            buffer.removeFirst(surplus)
            passed -= surplus
            base += surplus
            self.state.shift(by: surplus)
        }
        return findings
    }
}
