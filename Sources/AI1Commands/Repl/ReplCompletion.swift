internal import AI1Catalog
internal import AI1Conversations
internal import AI1Core
internal import AI1Terminal

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What Tab offers: commands, and what the command on the line takes. From data at hand; nothing is asked over a network.
struct ReplCompletion: Sendable {
    /// Files of one folder that are looked at.
    private static let mostFiles = 2_000

    private let models: [String]
    private let chats: ChatBook
    private let roles: @Sendable () -> [String]
    private let home: String

    init(live: Composition, chats: ChatBook, roles: @escaping @Sendable () -> [String] = { [] }) {
        let catalog = live.catalogOfKnownProviders
        models = Array(Set(catalog.aliases.keys).union(catalog.models.map(\.name.description))).sorted()
        self.chats = chats
        self.roles = roles
        home = live.context.environment["HOME"] ?? ""
    }

    func candidates(for request: CompletionRequest) -> [String] {
        let words = request.before.split { $0 == " " || $0 == "\n" || $0 == "\t" }
        guard let first = words.first else {
            guard request.word.hasPrefix("/") else { return [] }
            return SlashCommands.all.flatMap { [$0.name] + $0.aliases }.map { "/" + $0 }
                .filter { $0.hasPrefix(request.word) }.sorted()
        }
        guard first.hasPrefix("/"), let command = SlashCommands.named(String(first.dropFirst())) else { return [] }
        let all: [String] =
            switch command.completion {
            case .nothing: []
            case .models: models
            case .chats: chats.store.list().compactMap(\.name)
            case .roles: roles()
            case .files: files(request.word)
            case .objectives: Objective.allCases.map(\.rawValue)
            case .commands: SlashCommands.all.map(\.name)
            }
        return all.filter { $0.hasPrefix(request.word) }
    }

    /// The files whose paths begin with a word; folders end with a slash.
    private func files(_ word: String) -> [String] {
        let folder = word.lastIndex(of: "/").map { String(word[...$0]) } ?? ""
        let path = folder.hasPrefix("~/") ? home + folder.dropFirst() : folder.isEmpty ? "." : folder
        guard let directory = opendir(path) else { return [] }
        defer { closedir(directory) }
        var found: [String] = []
        while found.count < Self.mostFiles, let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name, name != ".", name != "..", (folder + name).hasPrefix(word) else { continue }
            guard !name.hasPrefix(".") || word.dropFirst(folder.count).hasPrefix(".") else { continue }
            var facts = stat()
            let isFolder = stat(path + "/" + name, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
            found.append(folder + name + (isFolder ? "/" : ""))
        }
        return found.sorted()
    }
}
