package import AI1Core

/// What the simulation looks at: a request of any dialect, reduced to what an answer can depend on.
package struct SandboxPrompt: Sendable, Hashable {
    /// The model's id as it was asked for.
    package var model: String
    package var system: String?
    package var turns: [Turn]
    package var images: [Image]
    /// A JSON Schema that the answer must satisfy.
    package var schema: JSONValue?
    package var seed: Int64?
    package var maxOutputTokens: Int?
    package var stop: [String]
    package var reasoning: Bool
    /// What else than text is to be made; nil for text.
    package var wish: SandboxWish?

    /// One turn of the conversation.
    package struct Turn: Sendable, Hashable {
        package var role: String
        package var text: String

        package init(role: String, text: String) {
            self.role = role
            self.text = text
        }
    }

    /// An image that was sent along.
    package struct Image: Sendable, Hashable {
        package var mediaType: String
        package var byteCount: Int

        package init(mediaType: String, byteCount: Int) {
            self.mediaType = mediaType
            self.byteCount = byteCount
        }
    }

    package init(
        model: String, system: String? = nil, turns: [Turn], images: [Image] = [], schema: JSONValue? = nil,
        seed: Int64? = nil, maxOutputTokens: Int? = nil, stop: [String] = [], reasoning: Bool = false
    ) {
        self.model = model
        self.system = system
        self.turns = turns
        self.images = images
        self.schema = schema
        self.seed = seed
        self.maxOutputTokens = maxOutputTokens
        self.stop = stop
        self.reasoning = reasoning
    }

    /// The newest user turn, which is answered.
    package var question: String { turns.last { $0.role == "user" }?.text ?? "" }

    /// What tools returned since the user said something.
    package var toolResults: [String] {
        turns.reversed().prefix { $0.role != "user" }.filter { $0.role == "tool" }.reversed().map(\.text)
    }

    /// Tokens of the whole input by the rule of thumb.
    package var inputTokens: Int64 {
        turns.reduce(TokenEstimate.tokens(bytes: system?.utf8.count ?? 0)) {
            $0 + TokenEstimate.tokensPerMessage + TokenEstimate.tokens(bytes: $1.text.utf8.count)
        } + Int64(images.count) * TokenEstimate.tokensPerImage
    }

    /// Takes the directive line off the question: a first line that begins with `sandbox:`.
    /// - Returns: what follows `sandbox:`; nil when there is none
    package mutating func takeDirectives() -> String? {
        guard let index = turns.lastIndex(where: { $0.role == "user" }) else { return nil }
        let text = turns[index].text
        guard text.hasPrefix("sandbox:") else { return nil }
        let end = text.utf8.firstIndex(of: 0x0A) ?? text.endIndex
        let line = text.utf8[text.startIndex..<end].dropFirst("sandbox:".utf8.count)
        turns[index].text = String(text[end...].drop { $0.isNewline })
        return String(decoding: line, as: UTF8.self)
    }
}
