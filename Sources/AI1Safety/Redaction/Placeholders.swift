/// Names for secrets: `[redacted:aws-access-key-1]`, the same for the same secret, numbered by kind in the order in which
/// they come up. What they stand for stays in memory and in this value alone.
package struct Placeholders: Sendable {
    private struct Key: Hashable {
        let kind: FindingKind
        let secret: [UInt8]
    }

    private var names: [Key: Int] = [:]
    private var counts: [FindingKind: Int] = [:]

    package init() {}

    /// The placeholder of a secret.
    package mutating func name(_ kind: FindingKind, _ secret: some Sequence<UInt8>) -> [UInt8] {
        let key = Key(kind: kind, secret: Array(secret))
        let number: Int
        if let known = names[key] {
            number = known
        } else {
            number = counts[kind, default: 0] + 1
            counts[kind] = number
            names[key] = number
        }
        return Array("[redacted:\(kind.rawValue)-\(number)]".utf8)
    }

    /// A text with every finding replaced. Findings are in their order and do not overlap.
    package mutating func redacted(_ text: UnsafeBufferPointer<UInt8>, _ findings: [Finding]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var position = 0
        for finding in findings {
            output.append(contentsOf: text[position..<finding.range.lowerBound])
            output.append(contentsOf: name(finding.kind, text[finding.range]))
            position = finding.range.upperBound
        }
        output.append(contentsOf: text[position...])
        return output
    }
}
