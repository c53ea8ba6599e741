/// The hand scanner of `response.output_text.delta`; every other event is left to the full decode.
enum OpenAIResponsesScanner {
    /// The text of the event, or nil when it is not of the ordinary form.
    static func text(of data: UnsafeRawBufferPointer) -> JSONCursor.Content? {
        guard var cursor = JSONCursor(data), cursor.take(UInt8(ascii: "{")) else { return nil }
        var found: JSONCursor.Content?
        var isDelta = false
        repeat {
            guard let name = cursor.name() else { return nil }
            if name.equals("type") {
                guard !isDelta, let type = cursor.plainString(), type.equals("response.output_text.delta") else {
                    return nil
                }
                isDelta = true
            } else if name.equals("delta") {
                guard found == nil, let content = cursor.content() else { return nil }
                found = content
            } else if name.equals("error") || name.equals("response") || name.equals("object") {
                guard cursor.null() else { return nil }
            } else {
                guard cursor.skipPlain() else { return nil }
            }
        } while cursor.take(UInt8(ascii: ","))
        guard isDelta, cursor.take(UInt8(ascii: "}")), cursor.isAtEnd() else { return nil }
        return found
    }
}
