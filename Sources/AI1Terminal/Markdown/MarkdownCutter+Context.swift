internal import CMarkdown

/// The lines by which the parser finds itself again in what is open: for each item and quote the line that it begins
/// on, with an `x` for its text, and between them lines that are blank within it.
extension MarkdownCutter {
    /// - Parameter separator: what stands before the next block in its line
    func reopen(_ cut: inout MarkdownCut, separatedBy separator: [UInt8]) {
        var context = openings(upTo: nil)
        if !path.isEmpty { context.append(separator) }
        keep(context, in: &cut)
    }

    /// - Parameter kept: lines of the block that goes on
    func reopen(_ cut: inout MarkdownCut, with node: MarkdownNode, lines kept: ClosedRange<Int>) {
        var context = openings(upTo: kept.lowerBound)
        if let last = path.last, last.firstLine < kept.lowerBound {
            context.append(Array(lines.prefix(kept.lowerBound, before: node.column)))
        }
        for line in kept {
            let bytes = lines.bytes(line).prefix(MarkdownLimits.contextOctets)
            context.append(Array(bytes[..<MarkdownCharacters.boundary(bytes, before: bytes.endIndex)]))
        }
        keep(context, in: &cut)
    }

    private func keep(_ context: [[UInt8]], in cut: inout MarkdownCut) {
        cut.context = Array(context.map { $0 + [0x0A] }.joined())
        cut.contextLines = context.count
    }

    /// - Parameter end: a line that is kept as it is
    private func openings(upTo end: Int?) -> [[UInt8]] {
        var context: [[UInt8]] = []
        for (index, node) in path.enumerated() {
            let line = node.firstLine
            // Of those that begin on one line the innermost says all.
            if index + 1 < path.count, path[index + 1].firstLine == line { continue }
            if line == end { break }
            if !context.isEmpty {
                let outermost = path.first { $0.firstLine == line } ?? node
                context.append(Array(lines.prefix(line, before: outermost.column)))
            }
            context.append(opening(node, line))
        }
        return context
    }

    private func opening(_ node: MarkdownNode, _ line: Int) -> [UInt8] {
        let placeholder = UInt8(ascii: "x")
        if let child = node.firstChild, child.firstLine == line {
            let column = child.line > 0 ? child.column : child.next?.column ?? 1
            return lines.prefix(line, before: column) + [placeholder]
        }
        // Its text begins on a later line.
        var bytes = Array(lines.bytes(line))
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        return bytes + [0x20, placeholder]
    }
}
