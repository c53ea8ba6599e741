/// A key or password. It has no description, cannot be encoded, and shows up as `[redacted]` in every print, log and dump.
package struct Secret: Sendable {
    private let value: String

    /// A short digest that tells two keys apart without telling either; made by whoever read the key.
    package let fingerprint: String

    package init(_ value: String, fingerprint: String) {
        self.value = value
        self.fingerprint = fingerprint
    }

    /// The secret itself, for the one place that must send it.
    package func reveal() -> String { value }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
