/// How much the queue may hold.
package struct QueueLimits: Sendable, Hashable {
    /// Entries that wait to be sent, or of which it is not known what came of them.
    package var openEntries = 1_000
    /// Octets of one entry.
    package var entryBytes = 96 << 20
    /// How often an entry is tried before it counts as failed.
    package var attempts = 12
    /// How long an answered or failed entry is kept.
    package var keptMilliseconds: Int64 = 30 * 86_400_000

    package init() {}
}
