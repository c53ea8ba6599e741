internal import AI1Conversations
internal import AI1Core

extension SlashCommands {
    static let money: [SlashCommand] = [
        SlashCommand(name: "cost", summary: "Show what this session and this chat cost") { desk, _, state in
            desk.say("this session  \(state.spent.credits)")
            desk.say("this chat     \(state.chat.totalCharge.credits), \(count(state.chat.turns.count, "turn"))")
            if let free = state.free { desk.say("left          \(free.credits)") }
        },
        SlashCommand(
            name: "budget", arguments: "[ARGUMENTS]", summary: "List budgets, or set one: /budget set 5 --per day"
        ) { desk, argument, _ in
            try await desk.run(["credits", "budget"] + (argument.isEmpty ? ["list"] : words(argument)))
        },
        SlashCommand(name: "credits", arguments: "[ARGUMENTS]", summary: "Show the credits: ai1 credits") {
            desk, argument, state in
            try await desk.run(["credits"] + words(argument))
            state.free = ReplPrompt.free(desk.ledger) ?? state.free
        },
    ]
}
