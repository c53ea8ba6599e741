/// "Did you mean": names close to what was typed.
package enum Suggestions {
    /// Up to `limit` of the names that are near `typed`, nearest first: by edit distance (optimal string alignment) and by
    /// containing it.
    package static func near(_ typed: String, among names: [String], limit: Int = 3) -> [String] {
        let wanted = Array(typed.lowercased().utf8)
        guard !wanted.isEmpty, wanted.count <= 128 else { return [] }
        let allowed = max(1, wanted.count / 3)
        var scored: [(score: Int, name: String)] = []
        for name in names {
            let candidate = Array(name.lowercased().utf8)
            let distance = editDistance(wanted, candidate)
            if distance <= allowed {
                scored.append((distance, name))
            } else if contains(candidate, wanted) {
                scored.append((allowed + candidate.count - wanted.count, name))
            }
        }
        return scored.sorted { ($0.score, $0.name) < ($1.score, $1.name) }.prefix(limit).map(\.name)
    }

    /// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
    package static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in 1...left.count {
            current[0] = row
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + (same ? 0 : 1))
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, beforePrevious[column - 2] + 1)
                }
                current[column] = best
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count]
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count >= 3, part.count <= text.count else { return false }
        return (0...(text.count - part.count)).contains { text[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
