internal import AI1Core
internal import AI1Settings

extension ChatStore {
    /// Octets that are read from a file's end to find its card.
    private static let tailBytes = 4_096

    /// All chats, the last used first. Only the ends of their files are read; a file that cannot be read is in the list
    /// with the reason.
    package func list() -> [ChatCard] {
        FolderNames.list(folder).compactMap { name -> ChatCard? in
            guard name.hasSuffix(".jsonl"), let id = RequestID(String(name.dropLast(6))) else { return nil }
            do {
                return try card(of: id)
            } catch {
                let words = (error as? any AI1Error)?.message ?? "the file cannot be read"
                return ChatCard(id: id, lastUsed: Self.time(of: id), damage: words)
            }
        }.sorted { ($0.lastUsed, $0.id) > ($1.lastUsed, $1.id) }
    }

    /// Nil when the file was removed meanwhile.
    private func card(of id: RequestID) throws -> ChatCard? {
        guard let file = try OpenFile(reading: path(of: id)) else { return nil }
        let size = try file.size()
        let start = max(0, size - Self.tailBytes)
        let tail = try file.read(at: start, count: size - start)
        if let card = Self.lastLine(of: tail, id) { return card }
        // The last line is something else: it was written by hand, or cut off.
        return try ChatReader(limits: limits).read(file, id: id).card
    }

    private static func lastLine(of tail: [UInt8], _ id: RequestID) -> ChatCard? {
        guard tail.last == 0x0A else { return nil }
        let content = tail.dropLast()
        guard let before = content.lastIndex(of: 0x0A) else { return nil }
        let line = Array(content[(before + 1)...])
        let record = line.withUnsafeBytes { try? ChatCodec.decode($0, of: id) }
        guard case .now(let card)? = record else { return nil }
        return card
    }

    /// The moment in an id of version 7.
    private static func time(of id: RequestID) -> Timestamp {
        Timestamp(millisecondsSinceEpoch: Int64(id.high >> 16))
    }
}
