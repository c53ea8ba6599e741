/// One part of what is sent, and the tokens that it is expected to count.
package struct InputPart: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case system, turns, prompt, input, file, image
    }

    package let kind: Kind
    /// An attachment's name, or what the part is.
    package let name: String
    package var tokens: Int64

    package init(_ kind: Kind, name: String, tokens: Int64) {
        self.kind = kind
        self.name = name
        self.tokens = tokens
    }
}
