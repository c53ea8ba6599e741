/// What a request wants to have.
package enum OutputWish: Sendable, Hashable {
    case text
    case image(Image)
    case speech(Speech)
    case transcript(Transcript)
    /// A vector for each message.
    case embedding(Embedding)

    /// Pictures. Nil means: the provider's own default.
    package struct Image: Sendable, Hashable {
        /// The most that one request may ask for.
        package static let largestCount = 10

        /// `1024x1024`, in pixels.
        package var size: String?
        /// The provider's own word: `low`, `medium`, `high`.
        package var quality: String?
        package var format: MediaFormat?
        package var count: Int

        package init(size: String? = nil, quality: String? = nil, format: MediaFormat? = nil, count: Int = 1) {
            self.size = size
            self.quality = quality
            self.format = format
            self.count = count
        }
    }

    /// Text read aloud. Nil means: the provider's own default.
    package struct Speech: Sendable, Hashable {
        /// The provider's own name of a voice.
        package var voice: String?
        package var format: MediaFormat?

        package init(voice: String? = nil, format: MediaFormat? = nil) {
            self.voice = voice
            self.format = format
        }
    }

    /// What is said in a recording; the request's text may say what to listen for.
    package struct Transcript: Sendable, Hashable {
        package var audio: MediaPart
        /// ISO 639-1; nil lets the model find out.
        package var language: String?

        package init(audio: MediaPart, language: String? = nil) {
            self.audio = audio
            self.language = language
        }
    }

    /// Vectors. Nil means: the model's own size.
    package struct Embedding: Sendable, Hashable {
        package var dimensions: Int?

        package init(dimensions: Int? = nil) { self.dimensions = dimensions }
    }

    package var kind: OutputKind {
        switch self {
        case .text: .text
        case .image: .image
        case .speech: .speech
        case .transcript: .transcript
        case .embedding: .embedding
        }
    }

    /// Whether the answer is octets and not text: nothing of it is of use before all of it is there.
    package var isMedia: Bool {
        switch self {
        case .text, .transcript: false
        case .image, .speech, .embedding: true
        }
    }
}
