internal import AI1Conversations
internal import AI1Core
internal import AI1Engine
internal import AI1Settings
internal import AI1Terminal

extension SlashCommands {
    static let asking: [SlashCommand] = [
        SlashCommand(
            name: "model", aliases: ["m"], arguments: "[NAME | auto]",
            summary: "Go on with another model, or let ai1 choose again", completion: .models
        ) { desk, argument, state in
            try setModel(desk, argument, &state)
        },
        SlashCommand(
            name: "route", aliases: ["r"], arguments: "[cheapest | fastest | best | balanced | PROMPT]",
            summary: "Say what counts most, or explain who would answer", completion: .objectives
        ) { desk, argument, state in
            try await route(desk, argument, &state)
        },
        SlashCommand(
            name: "compare", arguments: "A,B[,C] [PROMPT]",
            summary: "Ask several models beside each other, and go on with the answer that you choose",
            completion: .models
        ) { desk, argument, state in
            try await ReplComparison(desk: desk).run(argument, &state)
        },
        SlashCommand(name: "why", summary: "Explain every decision from now on, and the last one; again to stop") {
            desk, _, state in
            state.showsDecisions.toggle()
            if state.showsDecisions, let last = state.last { desk.show(last.decision) }
            desk.note(state.showsDecisions ? "decisions are explained from now on" : "decisions are explained no more")
        },
        SlashCommand(
            name: "rate", arguments: "+1 | -1 | 0…1",
            summary: "Rate the last answer, so that ai1 learns which model serves you best"
        ) { desk, argument, _ in
            try await desk.run(["route", "rate"] + words(argument))
        },
    ]

    private static func setModel(_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) throws {
        var settings = state.chat.settings
        guard !argument.isEmpty else {
            desk.say("model: \(settings.model ?? desk.live.settings.model?.value ?? "chosen for each prompt")")
            return
        }
        if ["auto", "off", "none"].contains(argument) {
            settings.model = nil
        } else {
            // Refused now if nobody is called so.
            _ = try RoutePlanner(live: desk.live, routing: RoutePlanner.RouteWishes()).rows(named: argument)
            settings.model = argument
        }
        try desk.chats.set(settings, of: &state.chat)
        desk.note(settings.model.map { "\($0) answers from now on" } ?? "ai1 chooses the model from now on")
    }

    private static func route(_ desk: ReplDesk, _ argument: String, _ state: inout ReplState) async throws {
        if let objective = Objective(rawValue: argument) {
            var settings = state.chat.settings
            settings.objective = objective
            settings.model = nil
            try desk.chats.set(settings, of: &state.chat)
            desk.note("\(objective.rawValue): ai1 chooses the model by that from now on")
            return
        }
        let prompt = argument.isEmpty ? state.last?.prompt : argument
        guard let prompt else {
            throw usage("route", "nothing has been asked yet: give a prompt, or cheapest, fastest, best or balanced")
        }
        try await desk.run(["route", "explain", prompt])
    }
}

extension ReplDesk {
    /// The table of a decision.
    func show(_ decision: Decision) {
        guard let output = try? CapturedOutput() else { return }
        try? DecisionReport.show(decision, on: output.stream, reportFacts)
        screen.put(fitted((try? output.lines()) ?? []))
    }
}
