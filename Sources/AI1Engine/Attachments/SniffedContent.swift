/// What octets are, by their content alone.
package enum SniffedContent: Sendable, Hashable {
    /// Text as UTF-8, without a byte order mark.
    case text(String)
    /// `image/png`, `image/jpeg`, `image/gif` or `image/webp`.
    case image(mediaType: String)
    case pdf
    /// An IANA media type such as `audio/mpeg`.
    case audio(mediaType: String)
    /// Anything else: also text in an encoding that does not say what it is.
    case binary
}
