/// A line of typed data as it is shown to the person who signs it.
package struct TypedDataLine: Sendable, Hashable {
    /// 0 for the domain and the message, one more for each structure or array around it.
    package let level: Int
    package let name: String
    package let type: String
    /// nil for a structure or array whose parts follow.
    package let value: String?
}
