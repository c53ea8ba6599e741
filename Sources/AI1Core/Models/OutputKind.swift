/// What a model can be asked to make.
package enum OutputKind: String, Sendable, Hashable, CaseIterable {
    /// An answer in words.
    case text
    case image
    /// Text read aloud.
    case speech
    /// What is said in a recording.
    case transcript
    /// A text as a vector of numbers.
    case embedding

    /// The sort of work that it is.
    package var task: TaskKind? {
        switch self {
        case .text: nil
        case .image: .image
        case .speech, .transcript: .audio
        case .embedding: .embedding
        }
    }
}

/// The kinds of output of one model.
package struct OutputKinds: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package init(_ kind: OutputKind) {
        rawValue =
            switch kind {
            case .text: 1
            case .image: 2
            case .speech: 4
            case .transcript: 8
            case .embedding: 16
            }
    }

    package static let text = OutputKinds(.text)
    package static let image = OutputKinds(.image)
    package static let speech = OutputKinds(.speech)
    package static let transcript = OutputKinds(.transcript)
    package static let embedding = OutputKinds(.embedding)

    /// The kinds in their fixed order.
    package var list: [OutputKind] { OutputKind.allCases.filter { contains(OutputKinds($0)) } }
}
