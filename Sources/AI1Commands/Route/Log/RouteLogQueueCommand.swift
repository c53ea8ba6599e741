internal import AI1Conversations
internal import AI1Core
package import ArgumentParser

/// `ai1 route log queue`: the requests that are kept to be sent later.
package struct RouteLogQueueCommand: ContextCommand {
    package static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List or remove the requests that are kept to be sent later.",
        discussion: """
            ai1 ask --queue keeps a request, ai1 ask --flush sends what is due. What was answered leaves the queue for the \
            history; what failed stays for 30 days, and what was sent without anybody knowing what came of it stays until \
            it is sent again or removed.

            Examples:
              ai1 route log queue
              ai1 route log queue --json | jq -r '.requests[] | select(.state == "unknown") | .id'
              ai1 route log queue --remove 4f1c22aa
            """)

    @Option(help: ArgumentHelp("Remove the request of this id, unsent. May be repeated.", valueName: "id"))
    package var remove: [String] = []

    @Flag(help: "Print JSON.")
    package var json = false

    package init() {}

    package func validate() throws {
        if json, !remove.isEmpty { throw ValidationError("--json and --remove exclude each other") }
    }

    package func run(_ context: CommandContext) async throws {
        let live = try Composition(context)
        let desk = QueueDesk(live)
        guard remove.isEmpty else {
            let ids = try Set(remove.map { try desk.resolve($0) })
            for id in ids.sorted() { try desk.store.remove(id) }
            if context.errors.isTerminal { try context.errors.line("removed \(ids.count)") }
            return
        }
        let view = QueueView(listing: desk.store.list(), live: live)
        if json { return try context.output.line(view.json.text) }
        for damage in view.listing.damaged {
            try context.errors.line("ai1: " + TerminalCleaner.cleanLine(damage, limit: 400))
        }
        guard !view.listing.entries.isEmpty else {
            if view.listing.damaged.isEmpty { try context.errors.line("nothing is kept") }
            return
        }
        try context.output.show(view.table, live.outputFacts)
    }
}
