internal import AI1Core
internal import AI1Process
internal import AI1Settings
internal import AI1Tools

extension Composition {
    /// The servers of a selection, not yet started.
    /// - Parameters:
    ///   - names: `SERVER`, `SERVER/TOOL` or `all`
    ///   - consent: what is done about questions
    ///   - rounds: how many rounds of calls; nil for what the settings say
    /// - Throws: `ToolError` for a name that is not declared; `CommandError` for a declaration that cannot be used
    func toolDesk(_ names: [String], consent: ToolConsent, rounds: Int? = nil) throws -> ToolDesk {
        let declared = settings.tools.servers.keys.sorted()
        let selection = try ToolSelection(names, declared: declared)
        var limits = ToolLimits()
        limits.rounds = rounds ?? settings.tools.rounds.value
        limits.callMilliseconds = settings.tools.timeoutMilliseconds.value
        limits.startMilliseconds = settings.tools.startTimeoutMilliseconds.value
        limits.resultBytes = settings.tools.maxResultBytes.value
        let servers = try declared.filter(selection.includes(server:)).map { name in
            ToolServer(
                try serverDeclaration(name), environment: context.environment, version: Version.text, limits: limits,
                clock: context.clock)
        }
        return ToolDesk(
            servers: servers, selection: selection, policy: ToolPolicy(settings.tools.policy.mapValues(\.value)),
            consent: consent, approvals: toolApprovals, limits: limits, clock: context.clock)
    }

    /// What the user has approved, in its file.
    var toolApprovals: ToolApprovals {
        let store = ToolApprovalStore(file: paths.toolsFile)
        return ToolApprovals(
            standing: { tool, identity in
                switch store.standing(of: tool, identity: identity) {
                case .approved: .approved
                case .changed: .changed
                case .unknown: .unknown
                }
            }, approve: { tool, identity in try store.approve(tool, identity: identity) })
    }

    /// A server with the values of its variables.
    private func serverDeclaration(_ name: String) throws -> ServerDeclaration {
        guard let server = settings.tools.servers[name], let command = server.command, let first = server.words.first
        else {
            throw CommandError(
                .configuration, message: "tool server \(name) has no command",
                hint: "add one under tools.servers.\(name): command: [PROGRAM, ARGUMENT]")
        }
        var variables: [String: String] = [:]
        for (variable, text) in server.variables {
            let (value, missing) = ToolServerSettings.value(of: text, in: context.environment)
            if let missing {
                throw CommandError(
                    .configuration,
                    message:
                        "tool server \(name): the environment variable \(TerminalCleaner.cleanLine(missing, limit: 60)) is not set",
                    hint: "set it, or change tools.servers.\(name).env.\(variable)")
            }
            variables[variable] = value
        }
        return ServerDeclaration(
            name: name,
            program: ChildProgram(
                executable: executable(first, command.origin), arguments: Array(server.words.dropFirst()),
                variables: variables),
            declaredVariables: server.variables, timeoutMilliseconds: server.timeoutMilliseconds?.value)
    }

    /// A bare name is looked for in `PATH`; a path starts at the file that names it, never at the working folder.
    private func executable(_ name: String, _ origin: Origin) -> String {
        guard name.contains("/"), case .file(let file, _) = origin else { return name }
        return paths.expand(name, from: Paths.parent(of: file))
    }
}
