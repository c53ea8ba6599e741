internal import AI1Core
internal import AI1Documents
internal import AI1Engine

/// What a URL gave, as it is sent: a web page as readable text, text of any character set as UTF-8, all else as it came.
struct WebPage {
    let url: String
    let bytes: [UInt8]
    private let mediaType: String
    private let charsetLabel: String?

    /// - Parameter contentType: the field of that name, `text/html; charset=utf-8`
    init(url: String, bytes: [UInt8], contentType: String?) {
        self.url = url
        self.bytes = bytes
        let fields = (contentType ?? "").split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        mediaType = fields.first?.lowercased() ?? ""
        charsetLabel = fields.dropFirst().first { $0.lowercased().hasPrefix("charset=") }.map {
            String($0.dropFirst("charset=".count))
        }
    }

    /// The octets to send, and what a person may want to know about them.
    /// - Throws: `CommandError` of code `badInput` when there is no text to be had
    func text() throws(CommandError) -> (bytes: [UInt8], note: String?) {
        // What the octets are without doubt counts for more than what the server calls them.
        switch ContentSniffer.sniff(Array(bytes.prefix(16))) {
        case .image, .pdf, .audio: return (bytes, nil)
        case .text, .binary: break
        }
        let charset = try charset()
        if isHTML { return try page(charset) }
        guard let charset = charset ?? (isText && !isUTF8 ? .western : nil), !hasMark else { return (bytes, nil) }
        guard let text = charset.decode(bytes) else {
            throw CommandError(
                .badInput, message: "\(url) is not the \(charset.name) that its server says it is",
                hint: "download the file, convert it to UTF-8 by iconv, and attach that")
        }
        return (text, charset == .utf8 ? nil : "from \(charset.name)")
    }

    private func page(_ charset: Charset?) throws(CommandError) -> (bytes: [UInt8], note: String?) {
        switch HTMLDocument.text(of: bytes, charset: hasMark ? nil : charset) {
        case .text(let text) where text.isEmpty:
            throw CommandError(
                .badInput, message: "\(url) has no text without its scripts",
                hint: "save the page in a browser, or copy its text, and attach that")
        case .text(let text): return (Array(text.utf8), "as \(AttachmentLimits.shown(text.utf8.count)) of text")
        case .noReader: return (bytes, "as HTML: for its text alone install libxml2")
        case .unreadable: return (bytes, "as HTML: it cannot be read as a page")
        }
    }

    private func charset() throws(CommandError) -> Charset? {
        guard let charsetLabel else { return nil }
        guard let charset = Charset(label: charsetLabel) else {
            throw CommandError(
                .badInput, message: "\(url) has an unknown character set: \(charsetLabel)",
                hint: "download the file, convert it to UTF-8 by iconv, and attach that")
        }
        return charset
    }

    private var isText: Bool {
        mediaType.hasPrefix("text/") || mediaType.hasSuffix("json") || mediaType.hasSuffix("xml")
    }

    private var isHTML: Bool {
        if !mediaType.isEmpty { return mediaType == "text/html" || mediaType == "application/xhtml+xml" }
        let start = String(decoding: bytes.prefix(64), as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    private var isUTF8: Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// A byte order mark says more than a server.
    private var hasMark: Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xEF, 0xBB, 0xBF])
    }
}
