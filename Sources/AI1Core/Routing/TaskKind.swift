/// What a request asks for.
package enum TaskKind: String, Sendable, Hashable, CaseIterable {
    case chat, code, math, summary, extraction, translation, creative, vision, image, audio, embedding
}
