package import AI1Core

/// What a call brought, in a form that every model can be given.
package struct ToolAnswer: Sendable, Hashable {
    package var text: String
    package var images: [ImagePart]
    package var isError: Bool
    /// Octets of the whole text, of which `text` may be the beginning.
    package var wholeBytes: Int

    package init(text: String, images: [ImagePart] = [], isError: Bool = false) {
        self.text = text
        self.images = images
        self.isError = isError
        wholeBytes = text.utf8.count
    }

    /// A failure in ai1's own words.
    package static func failure(_ text: String) -> ToolAnswer { ToolAnswer(text: text, isError: true) }
}

extension ToolAnswer {
    private static let imageTypes: Set<String> = ["image/png", "image/jpeg", "image/gif", "image/webp"]
    /// Parts of a result that are looked at.
    private static let largestParts = 1_000

    /// The result of `tools/call`: texts in their order, images beside them, everything else in words.
    /// - Parameter takesImages: whether the model can be given images
    init(result: JSONValue, takesImages: Bool, _ limits: ToolLimits) {
        var texts: [String] = []
        var images: [ImagePart] = []
        let parts = result["content"]?.array ?? []
        for part in parts.prefix(Self.largestParts) {
            if part["type"]?.string == "image", takesImages, images.count < limits.resultImages,
                let image = Self.image(part, limits)
            {
                images.append(image)
                texts.append("[image \(images.count): \(image.mediaType)]")
            } else {
                texts.append(Self.words(part))
            }
        }
        if parts.count > Self.largestParts { texts.append("[\(parts.count - Self.largestParts) more parts left out]") }
        // A server that has structured content repeats it as text, or should.
        if texts.isEmpty, let structured = result["structuredContent"] { texts = [structured.text] }
        self.init(
            text: texts.joined(separator: "\n"), images: images, isError: result["isError"]?.bool ?? false)
        cut(limits.resultBytes)
    }

    private static func image(_ part: JSONValue, _ limits: ToolLimits) -> ImagePart? {
        guard let type = part["mimeType"]?.string, imageTypes.contains(type),
            let data = part["data"]?.string, data.utf8.count <= limits.imageBytes / 3 * 4 + 4,
            let bytes = Base64.decode(data), !bytes.isEmpty
        else { return nil }
        return ImagePart(mediaType: type, bytes: bytes)
    }

    private static func words(_ part: JSONValue) -> String {
        func label(_ value: JSONValue?) -> String { TerminalCleaner.cleanLine(value?.string ?? "unknown", limit: 200) }
        switch part["type"]?.string {
        case "text": return part["text"]?.string ?? ""
        case "image", "audio":
            let octets = (part["data"]?.string?.utf8.count ?? 0) / 4 * 3
            return "[\(label(part["type"])) of type \(label(part["mimeType"])), \(octets) bytes, not shown]"
        case "resource":
            let resource = part["resource"]
            if let text = resource?["text"]?.string { return text }
            return "[resource \(label(resource?["uri"])) of type \(label(resource?["mimeType"])), not text, not shown]"
        case "resource_link": return "[resource \(label(part["name"])): \(label(part["uri"]))]"
        default: return "[content of an unknown type, not shown]"
        }
    }

    /// Keeps the beginning, with a mark that says so.
    private mutating func cut(_ limit: Int) {
        guard text.utf8.count > limit else { return }
        var kept = text.utf8.prefix(limit)
        while let last = kept.last, last & 0xC0 == 0x80 || last >= 0xC0, String(kept) == nil { kept = kept.dropLast() }
        text = String(decoding: kept, as: UTF8.self) + "\n[cut here: \(limit) of \(wholeBytes) bytes]"
    }
}
