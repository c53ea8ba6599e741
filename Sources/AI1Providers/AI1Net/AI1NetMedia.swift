internal import AI1Core

/// The parameters of AI1NET's media: `size` for pictures, `voice` and `format` for speech, as published.
enum AI1NetMedia {
    /// - Throws: `ProviderFault` of kind `badRequest` for what it has no words for
    static func parameters(_ output: OutputWish, _ name: String) throws -> JSONObject? {
        switch output {
        case .text: return nil
        case .image(let wish):
            guard wish.count == 1 else { throw WireRequest.inexpressible("a number of pictures", name) }
            guard wish.quality == nil else { throw WireRequest.inexpressible("a quality", name) }
            return ["size": .string(wish.size ?? "1024x1024")]
        case .speech(let wish):
            var parameters: JSONObject = ["format": .string((wish.format ?? .mp3).rawValue)]
            if let voice = wish.voice { parameters["voice"] = .string(voice) }
            return parameters
        case .transcript: throw WireRequest.inexpressible("recordings", name)
        case .embedding: throw WireRequest.inexpressible("a wish for vectors", name)
        }
    }
}
