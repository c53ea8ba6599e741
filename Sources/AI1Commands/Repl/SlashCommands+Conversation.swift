internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Process
internal import AI1Settings
internal import AI1Terminal

extension SlashCommands {
    static let conversation: [SlashCommand] = [
        SlashCommand(
            name: "attach", aliases: ["a"], arguments: "FILE | URL | off",
            summary: "Send a file, a folder or a page along with the next prompt", completion: .files
        ) { desk, argument, state in
            try await attach(desk, argument, &state)
        },
        SlashCommand(name: "system", arguments: "[TEXT | off]", summary: "Set or show the system prompt") {
            desk, argument, state in
            try setSystem(desk, argument, &state)
        },
        SlashCommand(
            name: "role", arguments: "[NAME [KEY=VALUE…] | off]", summary: "Take a role, or list them",
            completion: .roles
        ) { desk, argument, state in
            try await ReplRole(desk: desk).set(argument, &state)
        },
        SlashCommand(name: "save", arguments: "[NAME]", summary: "Give the chat a name; it is kept either way") {
            desk, argument, state in
            try save(desk, argument, &state)
        },
        SlashCommand(
            name: "load", aliases: ["chat"], arguments: "[NAME]",
            summary: "Go on with another chat; without a name: the one before", completion: .chats
        ) { desk, argument, state in
            try load(desk, argument, &state)
        },
        SlashCommand(name: "chats", summary: "List the chats") { desk, _, _ in
            desk.screen.put(
                ChatListView(cards: desk.chats.store.list(), live: desk.live).rows(
                    columns: desk.columns, style: desk.style))
        },
        SlashCommand(name: "new", summary: "Begin a new chat; the old one is kept") { desk, _, state in
            state.chat = desk.chats.store.draft(settings: state.chat.settings)
            state.last = nil
            state.trimmed = []
            desk.note("a new chat")
        },
        SlashCommand(name: "fork", arguments: "[NAME]", summary: "Go on in a copy; the chat so far stays as it is") {
            desk, argument, state in
            guard desk.chats.isKept else { throw usage("fork", "chats are not kept: history.mode is not full") }
            let name = argument.isEmpty ? nil : argument
            state.chat = try desk.chats.store.fork(state.chat, name: name)
            desk.note("this is \(state.chat.title) now, with \(count(state.chat.turns.count, "turn"))")
        },
        SlashCommand(
            name: "retry", arguments: "[MODEL]", summary: "Ask the last prompt again, of another model if you like",
            completion: .models
        ) { desk, argument, state in
            try await retry(desk, argument, &state)
        },
        SlashCommand(name: "undo", summary: "Take the last prompt and its answer back") { desk, _, state in
            guard let turn = try desk.chats.undo(&state.chat) else { throw usage("undo", "nothing has been asked yet") }
            state.last = nil
            desk.note("taken back: \(TerminalCleaner.cleanLine(turn.user.text, limit: 60))")
        },
        SlashCommand(name: "summary", summary: "Put a summary in the place of the oldest turns") { desk, _, state in
            try await ReplSummary(desk: desk).make(&state)
        },
        SlashCommand(
            name: "export", arguments: "FILE.md | FILE.json", summary: "Write the chat to a file", completion: .files
        ) { desk, argument, state in
            guard !argument.isEmpty else { throw usage("export", "give a file: /export talk.md") }
            let path = desk.live.paths.expand(argument, from: desk.context.workingDirectory)
            try ChatDocument(state.chat, ChatDocument.format(of: path)).write(to: path)
            desk.note("\(count(state.chat.turns.count, "turn")) written to \(argument)")
        },
    ]

    static func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }

    private static func attach(_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) async throws {
        if argument == "off" {
            state.attachments = []
            return desk.note("nothing is sent along")
        }
        guard !argument.isEmpty else {
            let names = state.attachments.map(\.name)
            return desk.say(names.isEmpty ? "nothing is attached" : names.joined(separator: "\n"))
        }
        let name = desk.live.paths.expand(argument, from: desk.context.workingDirectory)
        let reader = AttachmentReader(
            transport: desk.context.transport, runner: ProcessRunner(environment: desk.context.environment),
            limits: AttachmentLimits(), deadlineMilliseconds: 60_000)
        let haul = try await reader.read([argument.contains("://") ? argument : name])
        state.attachments += haul.attachments
        for note in haul.notes { desk.note(note) }
        let bytes = haul.attachments.reduce(0) { $0 + $1.bytes.count }
        let what = haul.attachments.count == 1 ? argument : count(haul.attachments.count, "file")
        desk.note("attached \(what), \(AttachmentLimits.shown(bytes)); it goes with the next prompt")
    }

    private static func setSystem(_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) throws {
        var settings = state.chat.settings
        guard !argument.isEmpty else {
            return desk.say(settings.system ?? desk.live.settings.system?.value ?? "there is no system prompt")
        }
        settings.system = argument == "off" ? nil : argument
        settings.role = nil
        try desk.chats.set(settings, of: &state.chat)
        desk.note(settings.system == nil ? "no system prompt" : "the system prompt is set")
    }

    private static func save(_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) throws {
        guard desk.chats.isKept else { throw usage("save", "chats are not kept: history.mode is not full") }
        guard !argument.isEmpty else {
            return desk.say("this chat is \(state.chat.title); /save NAME gives it a name")
        }
        try desk.chats.store.rename(&state.chat, to: argument)
        desk.note("this chat is \(state.chat.title); ai1 ask --chat \(state.chat.title) goes on with it too")
    }

    private static func load(_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) throws {
        let current = state.chat.id
        let before = desk.chats.store.list().first { $0.id != current }
        guard let which = argument.isEmpty ? before?.id.description : argument else {
            throw usage("load", "there is no other chat")
        }
        state.chat = try desk.chats.store.open(which)
        state.last = nil
        state.trimmed = []
        desk.note("\(state.chat.title), \(count(state.chat.turns.count, "turn")); the last:")
        guard let last = state.chat.turns.last else { return }
        desk.screen.put(desk.rows("› " + last.user.text).map(desk.style.dim))
        desk.screen.put(MarkdownText.rows(last.answer, columns: desk.columns, style: desk.style))
    }

    private static func retry(_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) async throws {
        if !argument.isEmpty {
            _ = try RoutePlanner(live: desk.live, routing: RoutePlanner.RouteWishes()).rows(named: argument)
        }
        guard let turn = try desk.chats.undo(&state.chat) else { throw usage("retry", "nothing has been asked yet") }
        try await ReplTurn(desk: desk, model: argument.isEmpty ? nil : argument).ask(again: turn, &state)
    }
}
