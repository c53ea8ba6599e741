internal import AI1Catalog
internal import AI1Core

/// Where a catalogue is synced from.
enum SyncSource: Sendable, Hashable {
    case modelsDev
    case openRouter
    /// A provider's own list of its models.
    case provider(String)

    /// The public catalogues, by the names that are typed.
    static let catalogues: [SyncSource] = [.modelsDev, .openRouter]

    var name: String {
        switch self {
        case .modelsDev: SyncForm.modelsDev.rawValue
        case .openRouter: SyncForm.openRouter.rawValue
        case .provider(let id): id
        }
    }

    /// The source that a word names.
    /// - Throws: `CommandError` of code `usage`
    init(_ word: String, _ live: Composition) throws {
        if let catalogue = Self.catalogues.first(where: { $0.name == word }) {
            self = catalogue
            return
        }
        guard let row = live.catalog.provider(word), row.dialect != .sandbox else {
            if live.synced.provider(word) != nil {
                throw CommandError(
                    .usage, message: "\(word) is known from a catalogue, but not added",
                    hint: "ai1 route add \(word)")
            }
            let names = Set(Self.catalogues.map(\.name) + live.catalog.providers.map(\.id)).sorted()
            let near = Suggestions.near(word, among: names)
            throw CommandError(
                .usage, message: "no source is called '\(TerminalCleaner.cleanLine(word, limit: 60))'",
                hint: near.isEmpty
                    ? "models.dev, openrouter, or a provider: ai1 route providers"
                    : "did you mean \(near.joined(separator: ", "))?")
        }
        self = .provider(word)
    }
}
