internal import AI1Core

/// `data:` URLs (RFC 2397).
enum DataURL {
    static func make(_ image: ImagePart) -> String {
        "data:\(image.mediaType);base64,\(Base64.encode(image.bytes))"
    }
}
