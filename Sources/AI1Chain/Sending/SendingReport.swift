/// What became of an order to send.
package struct SendingReport: Sendable, Hashable {
    package let entry: JournalEntry
    /// Whether the transaction was there before: nothing new was signed.
    package let isEarlier: Bool

    package init(_ entry: JournalEntry, isEarlier: Bool) {
        self.entry = entry
        self.isEarlier = isEarlier
    }
}
