/// A transaction in a block that has enough blocks after it.
package struct ReceiptReport: Sendable, Hashable {
    package let receipt: Receipt
    /// Blocks from the transaction's own to the latest one.
    package let confirmations: UInt64
    /// nil when the transaction is not of this journal.
    package let entry: JournalEntry?
}
