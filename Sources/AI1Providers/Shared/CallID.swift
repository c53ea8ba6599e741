internal import AI1Core

/// Ids of tool calls. A conversation may move from one provider to another, so an id must suit all of them: letters,
/// digits, `_` and `-`, unique within the conversation.
enum CallID {
    private static let signatureMark: Character = "~"
    private static let ownPrefix = "call_ai1_"

    /// An id for a provider that gives none.
    static func make(for request: RequestID, index: Int) -> String { "\(ownPrefix)\(request.short)_\(index)" }

    /// Joins an id with the opaque signature that Google wants back with the call.
    static func signed(_ id: String, signature: String?) -> String {
        signature.map { "\(id)\(signatureMark)\($0)" } ?? id
    }

    /// The signature that came with a call, if it was Google's.
    static func signature(_ id: String) -> String? {
        id.firstIndex(of: signatureMark).map { String(id[id.index(after: $0)...]) }
    }

    /// The id without a signature, in characters that every provider takes.
    static func plain(_ id: String) -> String {
        String(
            id.prefix { $0 != signatureMark }.map { character in
                character.isASCII && (character.isLetter || character.isNumber || character == "_" || character == "-")
                    ? character : "_"
            })
    }

    /// Whether the provider gave the id, so that it can be told it again.
    static func isOwn(_ id: String) -> Bool { id.hasPrefix(ownPrefix) }
}
