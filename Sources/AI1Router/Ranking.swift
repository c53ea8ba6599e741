internal import AI1Core

/// The order of the candidates that may serve.
struct Ranking {
    let candidates: UnsafeBufferPointer<Candidate>
    let objective: Objective

    /// One number decides almost every comparison; smaller is better.
    private struct Key {
        let rank: Double
        let place: Int32
    }

    func sorted(_ entries: [Entry]) -> EntryOrder {
        var keys = entries.indices.map { Key(rank: rank(of: entries[$0]), place: Int32($0)) }
        keys.sort { left, right in
            if left.rank != right.rank { return left.rank < right.rank }
            return precedes(entries[Int(left.place)], entries[Int(right.place)])
        }
        return EntryOrder(entries, places: keys.map(\.place))
    }

    private func rank(of entry: Entry) -> Double {
        switch objective {
        case .cheapest: Double(entry.cost)
        case .fastest: entry.totalMilliseconds
        case .best: -entry.worth
        case .balanced: -entry.score
        }
    }

    /// What is equal in the objective: by cost, quality less failures, name.
    private func precedes(_ left: Entry, _ right: Entry) -> Bool {
        if left.cost != right.cost { return left.cost < right.cost }
        if left.worth != right.worth { return left.worth > right.worth }
        let (leftName, rightName) = (candidates[left.index].row.name, candidates[right.index].row.name)
        return (leftName.provider, leftName.model) < (rightName.provider, rightName.model)
    }
}
