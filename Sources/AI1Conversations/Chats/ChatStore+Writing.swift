internal import AI1Core
internal import AI1Settings

extension ChatStore {
    /// Reads what is new, adds lines and the card, all under the file's lock.
    /// - Parameter records: what to add to the chat as it then is; nothing is written for none
    func change(_ chat: inout Chat, _ records: (Chat) throws -> [ChatRecord]) throws {
        guard chat.isSaved else {
            let first = try records(chat)
            if !first.isEmpty { try save(&chat, first) }
            return
        }
        guard let file = try OpenFile(changing: path(of: chat.id)) else { throw Self.gone(chat.title) }
        try file.lock()
        guard file.isInPlace else { throw Self.gone(chat.title) }
        var changed = chat
        try ChatReader(limits: limits).readOn(file, &changed)
        let added = try records(changed)
        if !added.isEmpty {
            // A last line that lacks its end gets it; one that was cut off ends at `readBytes` and is overwritten.
            let lines = try lines(added, &changed)
            let bytes = (changed.lacksEnd ? [0x0A] : []) + lines
            guard changed.readBytes + bytes.count <= limits.fileBytes else { throw tooLarge(changed) }
            try file.write(bytes, at: changed.readBytes)
            changed.readBytes += bytes.count
            changed.lacksEnd = false
        }
        withExtendedLifetime(file) { chat = changed }
    }

    /// Makes the chat's file, whole at once.
    func save(_ chat: inout Chat, _ records: [ChatRecord] = []) throws {
        try Directory.ensure(folder)
        var saved = chat
        var head: [ChatRecord] = [
            .header(id: chat.id, created: chat.created, origin: chat.origin, name: chat.name)
        ]
        if chat.settings != ChatSettings() { head.append(.settings(chat.settings, time: chat.created)) }
        let bytes = try lines(head + records, &saved)
        guard bytes.count <= limits.fileBytes else { throw tooLarge(chat) }
        try AtomicFile.write(bytes, to: path(of: chat.id))
        saved.readBytes = bytes.count
        saved.isSaved = true
        chat = saved
    }

    /// The lines of records and of the card that follows them; the chat takes them in.
    private func lines(_ records: [ChatRecord], _ chat: inout Chat) throws(ConversationError) -> [UInt8] {
        var bytes: [UInt8] = []
        for record in records {
            let line = ChatCodec.line(record)
            guard line.count <= limits.turnBytes else {
                throw ConversationError(
                    .tooLarge,
                    "the turn has \(ShownBytes.text(line.count)), and a chat keeps at most "
                        + "\(ShownBytes.text(limits.turnBytes)) of one",
                    hint: "send less at once")
            }
            bytes += line
            chat.apply(record)
        }
        bytes += ChatCodec.line(.now(chat.card))
        chat.readLines += records.count + 1
        return bytes
    }

    private func tooLarge(_ chat: Chat) -> ConversationError {
        ConversationError(
            .tooLarge, "the chat \(chat.title) is full: a chat keeps at most \(ShownBytes.text(limits.fileBytes))",
            hint: "go on in a new one")
    }
}
