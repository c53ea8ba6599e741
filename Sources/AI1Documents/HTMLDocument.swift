internal import CDocument

/// A web page as readable text.
package enum HTMLDocument {
    package enum Outcome: Sendable, Hashable {
        /// Its text in the manner of Markdown; empty when there is none without its scripts.
        case text(String)
        /// libxml2 is not installed.
        case noReader
        case unreadable
    }

    /// The largest page that is read, in octets: its tree takes some ten times as much memory.
    package static let limitBytes = 16 << 20

    #if canImport(Darwin)
        private static let libraries = ["libxml2.2.dylib", "/usr/lib/libxml2.2.dylib"]
    #else
        private static let libraries = ["libxml2.so.2", "libxml2.so.16"]
    #endif

    /// Reads a page: headings, paragraphs, lists, tables, code and links stay; scripts, styles, navigation and controls go.
    /// - Parameter charset: what the server says it is; nil to find out from the page
    package static func text(of bytes: [UInt8], charset: Charset?) -> Outcome {
        guard bytes.count <= limitBytes else { return .unreadable }
        let charset = charset ?? guess(bytes)
        for library in libraries {
            var builder = HTMLTextBuilder()
            let outcome = withUnsafeMutablePointer(to: &builder) { builder in
                bytes.withUnsafeBytes { buffer -> ai1_html_outcome in
                    guard let base = buffer.baseAddress else { return AI1_HTML_UNREADABLE }
                    return ai1_html_read(
                        library, base.assumingMemoryBound(to: CChar.self), Int32(buffer.count), charset?.name,
                        { context, kind, text, value in
                            let builder = context.assumingMemoryBound(to: HTMLTextBuilder.self)
                            let text = String(cString: text)
                            switch kind {
                            case AI1_HTML_OPEN: builder.pointee.open(text, value.map { String(cString: $0) })
                            case AI1_HTML_CLOSE: builder.pointee.close(text)
                            default: builder.pointee.add(text)
                            }
                        }, builder)
                }
            }
            switch outcome {
            case AI1_HTML_READ: return .text(builder.finish())
            case AI1_HTML_NO_LIBRARY: continue
            default: return .unreadable
            }
        }
        return .noReader
    }

    /// UTF-8 or Western European for a page that says nothing of its own; nil when it does, or begins with a byte order mark.
    private static func guess(_ bytes: [UInt8]) -> Charset? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        let head = String(decoding: bytes.prefix(2_048), as: UTF8.self).lowercased()
        if head.utf8.count > 0, head.contains("charset") || head.contains("encoding=") { return nil }
        return String(validating: bytes, as: UTF8.self) == nil ? .western : .utf8
    }
}
