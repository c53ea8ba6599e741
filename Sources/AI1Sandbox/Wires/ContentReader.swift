internal import AI1Core
internal import AI1Providers

/// Reads the content of a message: a string, or a list of parts of text and images as the dialects write them.
enum ContentReader {
    /// The text of a content; images go to `images`.
    static func read(_ content: JSONValue?, images: inout [SandboxPrompt.Image]) -> String {
        if let text = content?.string { return text }
        var texts: [String] = []
        for part in content?.array ?? [] {
            if let text = part["text"]?.string { texts.append(text) }
            if let image = image(part) { images.append(image) }
        }
        return texts.joined(separator: "\n\n")
    }

    private static func image(_ part: JSONValue) -> SandboxPrompt.Image? {
        // OpenAI: image_url with a url; its responses API: image_url itself; Anthropic: source; Google: inlineData.
        if let url = part["image_url"]?["url"]?.string ?? part["image_url"]?.string { return image(url: url) }
        if let source = part["source"] {
            if let url = source["url"]?.string { return image(url: url) }
            return image(mediaType: source["media_type"], data: source["data"])
        }
        if let inline = part["inlineData"] ?? part["inline_data"] {
            return image(mediaType: inline["mimeType"] ?? inline["mime_type"], data: inline["data"])
        }
        return nil
    }

    private static func image(mediaType: JSONValue?, data: JSONValue?) -> SandboxPrompt.Image {
        SandboxPrompt.Image(mediaType: mediaType?.string ?? "image", byteCount: decodedCount(data?.string ?? ""))
    }

    private static func image(url: String) -> SandboxPrompt.Image {
        guard url.hasPrefix("data:"), let comma = url.utf8.firstIndex(of: UInt8(ascii: ",")) else {
            return SandboxPrompt.Image(mediaType: "image by URL", byteCount: 0)
        }
        let type = url[..<comma].dropFirst("data:".count).prefix { $0 != ";" }
        return SandboxPrompt.Image(
            mediaType: String(type), byteCount: decodedCount(String(url[url.utf8.index(after: comma)...])))
    }

    /// Octets that base64 text stands for (RFC 4648).
    static func decodedCount(_ text: String) -> Int {
        let count = text.utf8.count { $0 != UInt8(ascii: "=") }
        return count * 3 / 4
    }

    /// An output limit that is one.
    static func limit(_ value: JSONValue?) -> Int? {
        value?.number?.int64.map { max(1, Int(clamping: min($0, 1 << 40))) }
    }

    /// Stop sequences: one string or a list.
    static func stops(_ value: JSONValue?) -> [String] {
        value?.string.map { [$0] } ?? value?.array?.compactMap(\.string) ?? []
    }
}
