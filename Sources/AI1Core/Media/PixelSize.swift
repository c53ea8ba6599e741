/// The width and height of a picture in pixels, from its head.
package struct PixelSize: Sendable, Hashable {
    package let width: Int
    package let height: Int

    /// Of PNG (RFC 2083) and GIF; nil for other formats, whose heads do not begin with it.
    package init?(_ bytes: [UInt8]) {
        switch MediaFormat(sniffing: bytes) {
        case .png where bytes.count >= 24:
            width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
            height = bytes[20..<24].reduce(0) { $0 << 8 | Int($1) }
        case .gif where bytes.count >= 10:
            width = Int(bytes[6]) | Int(bytes[7]) << 8
            height = Int(bytes[8]) | Int(bytes[9]) << 8
        default: return nil
        }
    }
}
