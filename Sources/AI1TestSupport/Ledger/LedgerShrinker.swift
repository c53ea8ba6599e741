/// Makes a sequence that shows a difference as short as it goes, by leaving out steps.
package enum LedgerShrinker {
    /// - Parameter fails: whether a sequence still shows the difference
    package static func shrink(
        _ operations: [LedgerOperation], fails: ([LedgerOperation]) throws -> Bool
    ) rethrows -> [LedgerOperation] {
        var shortest = operations
        var length = max(1, shortest.count / 2)
        while length >= 1 {
            var start = 0
            var hasShrunk = false
            while start < shortest.count {
                var tried = shortest
                tried.removeSubrange(start..<min(start + length, shortest.count))
                if try fails(tried) {
                    shortest = tried
                    hasShrunk = true
                } else {
                    start += length
                }
            }
            if length == 1, !hasShrunk { break }
            if !hasShrunk || length > 1 { length = max(1, length / 2) }
        }
        return shortest
    }
}
