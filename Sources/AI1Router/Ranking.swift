internal import AI1Core

/// The order of the candidates that may serve.
struct Ranking {
    let candidates: UnsafeBufferPointer<Candidate>
    let objective: Objective

    /// Bits of a key that hold the place of an entry; more entries than fit are not cut off, see `keys`.
    private static let placeBits = 16

    func sorted(_ entries: [Entry]) -> EntryOrder {
        var places = order(by: entries.map { rank(of: $0) })
        // What looks alike in the upper bits of its rank is put in order by everything that counts.
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count,
                Self.looksAlike(rank(of: entries[Int(places[start])]), rank(of: entries[Int(places[end])]))
            {
                end += 1
            }
            if end - start > 1 {
                places[start..<end].sort { precedes(entries[Int($0)], entries[Int($1)]) }
            }
            start = end
        }
        return EntryOrder(entries, places: places)
    }

    /// The places of the ranks in rising order, by whole numbers that sort several times as fast as entries: the upper bits of the
    /// rank, then the place.
    private func order(by ranks: [Double]) -> [Int32] {
        guard ranks.count <= 1 << Self.placeBits else {
            return ranks.indices.sorted { ranks[$0] < ranks[$1] }.map { Int32($0) }
        }
        var keys = ranks.indices.map { Self.upperBits(ranks[$0]) | UInt64($0) }
        keys.sort()
        return keys.map { Int32(truncatingIfNeeded: $0 & (1 << Self.placeBits - 1)) }
    }

    /// The bits of a number without the lowest, as a whole number that rises with it (IEEE 754: the order of sign and magnitude).
    private static func upperBits(_ value: Double) -> UInt64 {
        let bits = value.bitPattern
        let rising = bits >> 63 == 1 ? ~bits : bits | 1 << 63
        return rising & ~(1 << placeBits - 1)
    }

    private static func looksAlike(_ left: Double, _ right: Double) -> Bool { upperBits(left) == upperBits(right) }

    private func rank(of entry: Entry) -> Double {
        switch objective {
        case .cheapest: Double(entry.cost)
        case .fastest: entry.totalMilliseconds
        case .best: -entry.worth
        case .balanced: -entry.score
        }
    }

    /// By rank; what is equal in the objective by cost, quality less failures, name.
    private func precedes(_ left: Entry, _ right: Entry) -> Bool {
        let (leftRank, rightRank) = (rank(of: left), rank(of: right))
        if leftRank != rightRank { return leftRank < rightRank }
        if left.cost != right.cost { return left.cost < right.cost }
        if left.worth != right.worth { return left.worth > right.worth }
        let (leftName, rightName) = (candidates[left.index].row.name, candidates[right.index].row.name)
        return (leftName.provider, leftName.model) < (rightName.provider, rightName.model)
    }
}
