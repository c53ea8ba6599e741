extension SyncReading {
    /// More models than this are no catalogue: the largest known has some 5,000.
    package static let largestCount = 50_000

    /// Why a document as a whole is not to be trusted.
    package enum Objection: Sendable, Hashable {
        /// Not one usable model.
        case empty
        /// More than `largestCount` models.
        case tooMany(Int)
        /// Fewer than half of the models that this source had the last time.
        case shrunk(now: Int, before: Int)
        /// More rows were refused than can be used.
        case mostlyRefused(Int, usable: Int)

        /// Whether the user may take it all the same.
        package var canBeOverruled: Bool {
            switch self {
            case .empty, .tooMany: false
            case .shrunk, .mostlyRefused: true
            }
        }
    }

    /// What speaks against the document as a whole; nil when nothing does.
    /// - Parameter before: how many models this source gave the last time; 0 for the first
    package func objection(before: Int) -> Objection? {
        let count = modelCount
        if count == 0 { return .empty }
        if count > Self.largestCount { return .tooMany(count) }
        if count * 2 < before { return .shrunk(now: count, before: before) }
        if refusedCount > count { return .mostlyRefused(refusedCount, usable: count) }
        return nil
    }
}
