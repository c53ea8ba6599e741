internal import AI1Conversations
internal import AI1Core
internal import AI1Terminal

/// `/role`: a role becomes the chat's system prompt, or a prompt of its own.
struct ReplRole: Sendable {
    let desk: ReplDesk

    /// - Throws: `ConversationError`, `CommandError`, `SettingsError`
    func set(_ argument: String, _ state: inout ReplState) async throws {
        let words = SlashCommands.words(argument)
        guard let name = words.first else {
            let table = RoleListView(RoleDesk(desk.live)).table
            let lines = table.render(width: desk.columns - 1, style: desk.style).split(
                separator: "\n", omittingEmptySubsequences: false)
            return desk.screen.put(lines.dropLast().map(String.init))
        }
        var settings = state.chat.settings
        if name == "off" {
            (settings.role, settings.system) = (nil, nil)
            try desk.chats.set(settings, of: &state.chat)
            return desk.note("no role")
        }
        // What follows the variables is the input of a role that asks something by itself.
        let parameters = words.dropFirst().prefix { $0.contains("=") }
        let rest = words.dropFirst(1 + parameters.count).joined(separator: " ")
        let taken = try RoleDesk(desk.live).take(name, Array(parameters), input: rest.isEmpty ? nil : rest)
        settings.role = name
        settings.system = taken.rendered.system
        settings.model = taken.role.model ?? settings.model
        settings.objective = taken.role.objective ?? settings.objective
        try desk.chats.set(settings, of: &state.chat)
        desk.note("\(name): \(taken.role.summary ?? "a role of yours")")
        if let prompt = taken.rendered.prompt { try await ReplTurn(desk: desk).ask(prompt, &state) }
    }
}
