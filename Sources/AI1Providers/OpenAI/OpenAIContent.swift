internal import AI1Core

/// The text of a message's `content`: a string, or parts as some brands send them.
enum OpenAIContent {
    static func texts(_ content: JSONValue?) -> [String] {
        if let text = content?.string { return [text] }
        return (content?.array ?? []).compactMap { part in
            part.string ?? (part["type"]?.string == "text" ? part["text"]?.string : nil)
        }
    }
}
