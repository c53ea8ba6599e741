package import ArgumentParser

/// The conversation that a request belongs to.
package struct ConversationOptions: ParsableArguments {
    @Flag(name: [.customShort("c"), .customLong("continue")], help: "Go on with the chat that was used last.")
    package var continues = false

    @Option(
        help: ArgumentHelp("Go on with the chat of this name, or begin it.", valueName: "name"),
        completion: .shellCommand("ai1 route log chats --names 2>/dev/null"))
    package var chat: String?

    package init() {}

    /// Whether the request belongs to one.
    var isAsked: Bool { continues || chat != nil }

    package mutating func validate() throws {
        if continues, chat != nil { throw ValidationError("-c and --chat exclude each other") }
        if chat == "" { throw ValidationError("--chat needs a name") }
    }
}
