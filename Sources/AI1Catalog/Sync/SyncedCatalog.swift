/// Everything that was synced: the files of all sources, the most important last. Rows are read when they are asked for.
package struct SyncedCatalog: Sendable {
    /// models.dev's, then OpenRouter's, then the lists of providers, by name: who is nearer to a model knows it better.
    package let files: [SyncedFile]

    package init(files: [SyncedFile] = []) {
        func rank(_ file: SyncedFile) -> Int {
            switch file.source {
            case SyncForm.modelsDev.rawValue: 0
            case SyncForm.openRouter.rawValue: 1
            default: 2
            }
        }
        self.files = files.sorted { (rank($0), $0.source) < (rank($1), $1.source) }
    }

    package var isEmpty: Bool { files.isEmpty }

    /// What was synced from one source.
    package func file(_ source: String) -> SyncedFile? { files.first { $0.source == source } }

    /// The files up to the one of a source: what its rows are held against.
    package func upTo(_ source: String) -> SyncedCatalog {
        guard let index = files.firstIndex(where: { $0.source == source }) else {
            return SyncedCatalog(
                files: source == SyncForm.modelsDev.rawValue ? [] : files.filter { $0.form == .modelsDev })
        }
        return SyncedCatalog(files: Array(files[...index]))
    }

    /// Providers in the order in which they are first named.
    package var providerIDs: [String] {
        var seen: Set<String> = []
        return files.flatMap(\.providerIDs).filter { seen.insert($0).inserted }
    }

    /// What the catalogues say of a provider; nil when none names it.
    package func provider(_ id: String) -> SyncedProvider? { files.lazy.compactMap { $0.provider(id) }.first }

    /// The file that names a provider first.
    package func file(naming id: String) -> SyncedFile? { files.first { $0.provider(id) != nil } }

    /// How many models the largest file has of a provider.
    package func modelCount(ofProvider id: String) -> Int {
        files.map { $0.modelCount(ofProvider: id) }.max() ?? 0
    }
}
