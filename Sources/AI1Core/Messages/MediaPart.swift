/// A picture, a recording or a vector, given in full.
package struct MediaPart: Sendable, Hashable {
    /// Larger answers are not taken: all media of one answer together, in octets.
    package static let answerLimitBytes = 64 * 1_048_576
    /// The media type of a vector: a JSON array of numbers.
    package static let vectorType = "application/json"

    /// The IANA media type.
    package let mediaType: String
    package let bytes: [UInt8]

    package init(mediaType: String, bytes: [UInt8]) {
        self.mediaType = mediaType
        self.bytes = bytes
    }
}
