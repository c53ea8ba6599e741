internal import AI1Conversations
internal import AI1Core
internal import AI1Settings

/// The roles that can be taken here.
struct RoleDesk: Sendable {
    let library: RoleLibrary

    init(_ live: Composition) {
        library = RoleLibrary(
            userFolder: Paths.join(live.paths.config, "roles"),
            projectFolder: RoleLibrary.findProjectFolder(
                from: live.context.workingDirectory, home: live.paths.home),
            trust: TrustStore(file: live.paths.trustFile))
    }

    /// A role with the values of its variables.
    /// - Parameters:
    ///   - parameters: `key=value`
    ///   - input: what was typed and piped; nil for nothing
    /// - Throws: `ConversationError`, `SettingsError`
    func take(_ name: String, _ parameters: [String], input: String?) throws -> TakenRole {
        let role = try library.find(name).role
        let values = try RoleParameters.parse(parameters) { path, limit in
            guard let file = try FileContent.read(path, limitBytes: limit) else {
                throw CommandError(
                    .inputMissing, message: "there is no file \(TerminalCleaner.cleanLine(path))",
                    hint: "check the name after @")
            }
            return file.bytes
        }
        return TakenRole(role: role, rendered: try role.render(parameters: values, input: input))
    }
}

/// A role that a request is asked in, with the texts that it comes to.
struct TakenRole: Sendable {
    let role: Role
    let rendered: RenderedRole
}
