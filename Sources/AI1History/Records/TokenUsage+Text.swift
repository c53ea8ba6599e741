internal import AI1Core

extension TokenUsage {
    /// The parts in a fixed order, and the source: `412,0,0,0,96,0,0,0,reported`.
    var columnText: String {
        let parts = [
            uncachedInput, cacheRead, cacheWrite5m, cacheWrite1h, visibleOutput, reasoning, audioInput, audioOutput,
        ]
        return parts.map { String($0) }.joined(separator: ",") + "," + source.rawValue
    }

    /// Nil for a text of another form.
    init?(columnText: String) {
        let fields = columnText.split(separator: ",", omittingEmptySubsequences: false)
        let parts = fields.dropLast().compactMap { Int64($0) }
        guard fields.count == 9, parts.count == 8, let source = Source(rawValue: String(fields[8])) else { return nil }
        self.init(
            uncachedInput: parts[0], cacheRead: parts[1], cacheWrite5m: parts[2], cacheWrite1h: parts[3],
            visibleOutput: parts[4], reasoning: parts[5], audioInput: parts[6], audioOutput: parts[7], source: source)
    }
}
