internal import AI1Core

/// Vectors as providers write them: arrays of numbers, one for each text.
enum VectorList {
    /// - Throws: `ProviderFault` of kind `malformed` when there are not as many as texts, or one is no vector
    static func parts(_ vectors: [JSONValue?], of request: ChatRequest) throws(ProviderFault) -> [MediaPart] {
        guard vectors.count == request.messages.count else {
            throw ProviderFault(
                .malformed,
                message: "\(vectors.count) vectors came for \(request.messages.count) texts")
        }
        var parts: [MediaPart] = []
        for vector in vectors {
            guard let vector, let numbers = vector.array, !numbers.isEmpty, numbers.allSatisfy({ $0.number != nil })
            else {
                throw ProviderFault(.malformed, message: "a vector is no list of numbers")
            }
            parts.append(MediaPart(mediaType: MediaPart.vectorType, bytes: vector.encoded()))
        }
        return parts
    }
}
