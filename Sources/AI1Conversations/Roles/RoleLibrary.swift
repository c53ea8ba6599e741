internal import AI1Core
package import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// All roles there are: the project's that are trusted, then the user's, then those that come with ai1. The first of a
/// name is taken.
package struct RoleLibrary: Sendable {
    /// Where a role comes from.
    package enum Origin: Sendable, Hashable {
        case project(path: String)
        case user(path: String)
        case shipped
    }

    /// A role in a list.
    package struct Listed: Sendable, Hashable {
        package let name: String
        package let origin: Origin
        package let summary: String?
        /// Why it cannot be used, when it cannot.
        package let problem: String?
    }

    /// The folder of a project's roles, below the project's.
    package static let projectFolder = ".ai1/roles"
    /// More than any path has parts; a bound for the search.
    private static let maximumSteps = 256

    private let userFolder: String
    private let projectFolder: String?
    private let trust: TrustStore

    /// - Parameters:
    ///   - userFolder: `roles` in the folder of the user's settings
    ///   - projectFolder: as `findProjectFolder` finds it
    package init(userFolder: String, projectFolder: String?, trust: TrustStore) {
        self.userFolder = userFolder
        self.projectFolder = projectFolder
        self.trust = trust
    }

    /// The `.ai1/roles` of the working folder or the nearest one above; the search ends with the home folder, or with
    /// the root of a Git work tree.
    package static func findProjectFolder(from workingFolder: String, home: String?) -> String? {
        var folder = workingFolder
        for _ in 0..<maximumSteps {
            let place = Paths.join(folder, projectFolder)
            if access(place, F_OK) == 0 { return place }
            if folder == "/" || folder == home || access(Paths.join(folder, ".git"), F_OK) == 0 { return nil }
            folder = Paths.parent(of: folder)
        }
        return nil
    }

    /// The role of a name.
    /// - Throws: `ConversationError` of the codes `badName`, `notFound`, `roleUntrusted`, `roleMalformed`;
    ///   `SettingsError`
    package func find(_ name: String) throws -> (role: Role, origin: Origin) {
        guard Self.isName(name) else {
            throw ConversationError(
                .badName, "\"\(TerminalCleaner.cleanLine(name, limit: 40))\" cannot be a role's name",
                hint: "letters, digits, . _ and -, as the file is called without .md")
        }
        if let projectFolder, let role = try projectRole(name, in: projectFolder) { return role }
        let path = Paths.join(userFolder, name + ".md")
        if let content = try FileContent.read(path, limitBytes: RoleFile.maximumBytes) {
            return (try RoleFile(content.bytes, file: path).role(named: name), .user(path: path))
        }
        if let text = ShippedRoles.texts[name] { return (try Self.shipped(name, text), .shipped) }
        let near = Suggestions.near(name, among: list().map(\.name))
        throw ConversationError(
            .notFound, "no role is called \(name)",
            hint: near.isEmpty
                ? "roles are files in \(Display.path(userFolder))" : "did you mean \(near.joined(separator: ", "))?")
    }

    private func projectRole(_ name: String, in folder: String) throws -> (role: Role, origin: Origin)? {
        let path = Paths.join(folder, name + ".md")
        guard let content = try FileContent.read(path, limitBytes: RoleFile.maximumBytes) else { return nil }
        guard trust.isTrusted(path, content: content.bytes) else {
            throw ConversationError(
                .roleUntrusted, "the project's role \(name) is not trusted, and somebody else may have written it",
                hint: "read it, then: ai1 route trust \(Display.shellWord(path))")
        }
        return (try RoleFile(content.bytes, file: path).role(named: name), .project(path: path))
    }

    /// All roles by name; those that another of the same name stands before are not among them.
    package func list() -> [Listed] {
        var listed: [String: Listed] = [:]
        let places: [(folder: String?, origin: (String) -> Origin)] = [
            (projectFolder, Origin.project), (userFolder, Origin.user),
        ]
        for place in places {
            guard let folder = place.folder else { continue }
            for file in FolderNames.list(folder) where file.hasSuffix(".md") {
                let name = String(file.dropLast(3))
                guard Self.isName(name), listed[name] == nil else { continue }
                listed[name] = describe(name, place.origin(Paths.join(folder, file)))
            }
        }
        for name in ShippedRoles.texts.keys where listed[name] == nil { listed[name] = describe(name, .shipped) }
        return listed.values.sorted { $0.name < $1.name }
    }

    private func describe(_ name: String, _ origin: Origin) -> Listed {
        do {
            return Listed(name: name, origin: origin, summary: try find(name).role.summary, problem: nil)
        } catch {
            let problem = (error as? any AI1Error)?.message ?? "it cannot be read"
            return Listed(name: name, origin: origin, summary: nil, problem: problem)
        }
    }

    private static func shipped(_ name: String, _ text: String) throws -> Role {
        try RoleFile(Array(text.utf8), file: "the role \(name) of ai1").role(named: name)
    }

    /// Whether a text may be a role's name, and thereby a file's: nothing in it can lead out of the folder.
    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"),
            text.utf8.count <= 64
        else { return false }
        return text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "._-".utf8.contains(byte)
        }
    }
}
