package import AI1Core

extension ChatStore {
    /// Makes a chat of an export in JSON, with an id and numbers of its own. What it cost is not counted again.
    /// - Parameter name: nil for the one in the export, when it is free
    /// - Throws: `ConversationError` of the codes `damaged`, `newerFormat`, `badName`, `nameTaken`, `tooLarge`;
    ///   `SettingsError`
    package func importing(_ document: JSONValue, name: String? = nil) throws -> Chat {
        if let version = document["v"]?.number?.int64, version > ChatCodec.version {
            throw ConversationError(
                .newerFormat, "the export was written by a later version of ai1", hint: "update ai1")
        }
        guard document["v"]?.number?.int64 == ChatCodec.version, document["kind"]?.string == "ai1 chat",
            let id = document["id"]?.string.flatMap(RequestID.init), let turns = document["turns"]?.array
        else {
            throw ConversationError(.damaged, "this is no chat that ai1 exported", hint: "ai1 exports chats as JSON")
        }
        let wanted = name ?? document["name"]?.string
        var source = Chat(
            id: id, created: clock.now, origin: nil, name: nil,
            settings: ChatCodec.settings(document["settings"] ?? .null))
        for (index, value) in turns.enumerated() {
            guard let turn = ChatCodec.turn(value), turn.number > source.lastNumber else {
                throw ConversationError(.damaged, "turn \(index + 1) of the export has something missing or wrong")
            }
            source.apply(.turn(turn))
        }
        if let summary = document["summary"].flatMap(ChatCodec.summary) { source.apply(.summary(summary)) }
        if name == nil, let wanted, list().contains(where: { ChatName.isSame($0.name ?? "", wanted) }) {
            return try fork(source)
        }
        return try fork(source, name: wanted)
    }
}
