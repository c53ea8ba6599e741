/// The hand scanner of a text delta (`content_block_delta` with `text_delta`); every other event is left to the full
/// decode.
enum AnthropicScanner {
    /// The text of the event, or nil when it is not of the ordinary form.
    @inline(__always)
    static func text(of data: UnsafeRawBufferPointer) -> JSONCursor.Content? {
        guard var cursor = JSONCursor(data), cursor.take(UInt8(ascii: "{")) else { return nil }
        var found: JSONCursor.Content?
        var isDelta = false
        repeat {
            guard let name = cursor.name() else { return nil }
            if name.equals("type") {
                guard !isDelta, let type = cursor.plainString(), type.equals("content_block_delta") else { return nil }
                isDelta = true
            } else if name.equals("delta") {
                guard found == nil, let content = delta(&cursor) else { return nil }
                found = content
            } else if name.equals("index") {
                guard cursor.skipPlain() else { return nil }
            } else {
                guard cursor.null() else { return nil }
            }
        } while cursor.take(UInt8(ascii: ","))
        guard isDelta, cursor.take(UInt8(ascii: "}")), cursor.isAtEnd() else { return nil }
        return found
    }

    @inline(__always)
    private static func delta(_ cursor: inout JSONCursor) -> JSONCursor.Content? {
        guard cursor.take(UInt8(ascii: "{")) else { return nil }
        var found: JSONCursor.Content?
        var isText = false
        repeat {
            guard let name = cursor.name() else { return nil }
            if name.equals("type") {
                guard !isText, let type = cursor.plainString(), type.equals("text_delta") else { return nil }
                isText = true
            } else if name.equals("text") {
                guard found == nil, let content = cursor.content() else { return nil }
                found = content
            } else {
                guard cursor.null() else { return nil }
            }
        } while cursor.take(UInt8(ascii: ","))
        guard isText, cursor.take(UInt8(ascii: "}")) else { return nil }
        return found
    }
}
