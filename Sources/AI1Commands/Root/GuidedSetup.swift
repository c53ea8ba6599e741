internal import AI1Catalog
internal import AI1Core
internal import AI1Settings
internal import AI1Terminal
internal import ArgumentParser

/// The first start on a terminal: finds keys and local servers, offers to add one, and ends with a first answer.
struct GuidedSetup {
    let live: Composition
    let context: CommandContext

    /// - Throws: what the commands that it calls throw
    func run() async throws {
        try context.errors.line("ai1 \(Version.text): one door to every AI model.\n")
        let ready = try live.catalog.providers.compactMap { row in
            try live.providers.entry(row.id).flatMap { entry in
                entry.keySource.map { "\(row.id)  (\($0))" }
            }
        }
        for line in ready { try context.errors.line("  key found: \(line)") }
        let servers = try await LocalServers(transport: context.transport, providers: live.providers).find()
        for server in servers {
            try context.errors.line("  server found: \(server.entry.row.id) at \(server.entry.baseURL)")
        }
        let prompt = LinePrompt(facts: facts, input: context.input, output: context.errors.descriptor)
        if !servers.isEmpty, try prompt.confirm("Use the servers on this machine?", standard: true, hint: nil) == true {
            try await command(["route", "add", "local"])
        }
        var isSetUp = !ready.isEmpty || !servers.isEmpty
        if !isSetUp {
            try context.errors.line("No key and no local server was found.")
            let name = try prompt.ask(
                "Add a provider now (openai, anthropic, google, …; empty for none)?", standard: nil, hint: nil)
            if let name, !name.isEmpty {
                try await command(["route", "add", name])
                isSetUp = true
            }
        }
        try remember()
        try context.errors.line("")
        try await command(
            ["ask", "--no-stdin"] + (isSetUp ? [] : ["-m", "sandbox"]) + ["Say hello in one short sentence."])
        try context.errors.line("\nNext: ai1 \"a question in words\", or: ai1 --help")
    }

    private func command(_ words: [String]) async throws {
        guard let command = try AI1Command.parseAsRoot(words) as? any ContextCommand else { return }
        try await command.run(context)
    }

    /// Writes a settings file, so that the next start is an ordinary one.
    private func remember() throws {
        guard !live.settings.files.contains(where: { $0.layer == .user }) else { return }
        let objective = live.settings.objective.value.rawValue
        try SettingsEditor(file: live.paths.configFile).apply([.set(["objective"], .text(objective))])
    }

    private var facts: TerminalFacts {
        TerminalFacts(
            standardInput: StreamFacts(isTerminal: context.inputIsTerminal), standardOutput: live.outputFacts,
            standardError: live.errorFacts)
    }
}
