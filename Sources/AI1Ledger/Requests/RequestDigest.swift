internal import Crypto

/// The SHA-256 of what must be the same when an idempotency key is used again. Every part is written with its name and its
/// length, so that no two requests have one form.
package struct RequestDigest {
    private var encoder = EventEncoder()

    package init() {}

    /// Adds a part; nil differs from an empty one.
    package mutating func add(_ name: String, _ value: String?) {
        encoder.write(name)
        encoder.write(value)
    }

    /// Adds octets such as an image's.
    package mutating func add(_ name: String, octets: [UInt8]) {
        encoder.write(name)
        encoder.write(octets)
    }

    /// Thirty-two octets.
    package var hash: [UInt8] { Array(SHA256.hash(data: encoder.bytes)) }
}
