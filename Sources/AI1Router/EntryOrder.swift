/// The candidates that may serve in the order of their ranking, without a copy of what is predicted of each.
struct EntryOrder: RandomAccessCollection {
    private let entries: [Entry]
    private var places: [Int32]

    /// - Parameter places: indices of `entries`, the best first
    init(_ entries: [Entry], places: [Int32]) {
        self.entries = entries
        self.places = places
    }

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }

    subscript(position: Int) -> Entry { entries[Int(places[position])] }

    /// Puts one before all others.
    mutating func promote(_ position: Int) { places.insert(places.remove(at: position), at: 0) }
}
