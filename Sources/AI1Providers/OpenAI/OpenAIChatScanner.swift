/// The hand scanner of an ordinary chat delta. It answers only for an event that brings text and nothing else; every
/// other form, and everything that it does not know, is left to the full decode.
enum OpenAIChatScanner {
    /// The text of `choices[0].delta.content`, or nil when the event is not of the ordinary form.
    @inline(__always)
    static func text(of data: UnsafeRawBufferPointer) -> JSONCursor.Content? {
        guard var cursor = JSONCursor(data), cursor.take(UInt8(ascii: "{")) else { return nil }
        var found: JSONCursor.Content?
        repeat {
            guard let name = cursor.name() else { return nil }
            if name.equals("choices") {
                guard found == nil, let content = choices(&cursor) else { return nil }
                found = content
            } else if name.equals("usage") || name.equals("error") || name.equals("x_groq") {
                guard cursor.null() else { return nil }
            } else if name.equals("type") {
                return nil
            } else if name.equals("object") {
                guard let object = cursor.plainString(), !object.equals("error") else { return nil }
            } else {
                guard cursor.skipPlain() else { return nil }
            }
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "}")), cursor.isAtEnd() else { return nil }
        return found
    }

    /// An array of exactly one choice.
    @inline(__always)
    private static func choices(_ cursor: inout JSONCursor) -> JSONCursor.Content? {
        guard cursor.take(UInt8(ascii: "[")), cursor.take(UInt8(ascii: "{")) else { return nil }
        var found: JSONCursor.Content?
        repeat {
            guard let name = cursor.name() else { return nil }
            if name.equals("delta") {
                guard found == nil, let content = delta(&cursor) else { return nil }
                found = content
            } else if name.equals("index") {
                guard cursor.skipPlain() else { return nil }
            } else {
                guard cursor.null() else { return nil }
            }
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "}")), cursor.take(UInt8(ascii: "]")) else { return nil }
        return found
    }

    @inline(__always)
    private static func delta(_ cursor: inout JSONCursor) -> JSONCursor.Content? {
        guard cursor.take(UInt8(ascii: "{")) else { return nil }
        var found: JSONCursor.Content?
        repeat {
            guard let name = cursor.name() else { return nil }
            if name.equals("content") {
                guard found == nil, let content = cursor.content() else { return nil }
                found = content
            } else if name.equals("role") {
                guard cursor.plainString() != nil else { return nil }
            } else {
                guard cursor.null() else { return nil }
            }
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "}")) else { return nil }
        return found
    }
}
