package import AI1Core

/// Where a key comes from.
package enum KeySource: Sendable, Hashable {
    case variable(String)
    case command
    case file(path: String)
    case store
}

extension KeySource: CustomStringConvertible {
    /// For a person: `environment variable OPENAI_API_KEY`.
    package var description: String {
        switch self {
        case .variable(let name): "environment variable \(name)"
        case .command: "key command"
        case .file(let path): "key file \(Display.path(path))"
        case .store: "key store"
        }
    }
}

/// A key that can be sent, and where it comes from.
package struct ResolvedKey: Sendable {
    package let secret: Secret
    package let source: KeySource

    package init(secret: Secret, source: KeySource) {
        self.secret = secret
        self.source = source
    }
}
