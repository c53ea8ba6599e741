package import AI1Core
package import AI1Router

/// What is kept of a prompt once its row has been read: what the strategies look at, not the text.
package struct PromptRecord: Sendable {
    /// The part of the data that a prompt belongs to.
    package enum Split: String, Sendable, Hashable, CaseIterable { case train, test }

    package var id: String
    /// The line of its first row.
    package var line: Int
    /// Identifies the text, for finding it again in other data.
    package var textHash: UInt64
    /// Octets of the text.
    package var lengthBytes: Int
    /// What the router's classifier makes of it; its task is the file's when that is one of the router's.
    package var request: RequestFeatures
    package var split: Split?
    /// What a predictor sees; nil when no predictor is wanted.
    package var features: PromptFeatures?
}
