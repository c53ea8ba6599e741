internal import AI1Core
internal import AI1Settings

/// Reading a chat's file, from its beginning or from where it was read to before.
struct ChatReader {
    let limits: ChatLimits

    /// Reads a whole chat.
    /// - Throws: `ConversationError` of the codes `damaged`, `newerFormat`, `tooLarge`; `SettingsError`
    func read(_ file: borrowing OpenFile, id: RequestID) throws -> Chat {
        let bytes = try content(file, from: 0)
        guard let first = Self.lines(bytes).first,
            case .header(let headerID, let created, let origin, let name) = try record(bytes, first, 1, file.path, id),
            headerID == id
        else {
            throw damaged(file.path, 1, "not the head of this chat")
        }
        var chat = Chat(id: id, created: created, origin: origin, name: name, settings: ChatSettings())
        chat.isSaved = true
        try take(bytes, file.path, into: &chat)
        return chat
    }

    /// Takes in the lines that were added since.
    /// - Throws: as `read`
    func readOn(_ file: borrowing OpenFile, _ chat: inout Chat) throws {
        let size = try file.size()
        guard size >= chat.readBytes else {
            throw damaged(file.path, chat.readLines, "the file is shorter than it was")
        }
        if size == chat.readBytes { return }
        try take(try content(file, from: chat.readBytes), file.path, into: &chat)
    }

    private func content(_ file: borrowing OpenFile, from offset: Int) throws -> [UInt8] {
        let size = try file.size()
        guard size <= limits.fileBytes + limits.turnBytes else {
            throw ConversationError(
                .tooLarge, "\(Display.path(file.path)) has \(ShownBytes.text(size)), more than a chat may have")
        }
        return try file.read(at: offset, count: size - offset)
    }

    private func take(_ bytes: [UInt8], _ path: String, into chat: inout Chat) throws {
        var changed = chat
        var read = 0
        for line in Self.lines(bytes) {
            let isWhole = line.upperBound < bytes.count
            if line.isEmpty {
                // The end of a line that lacked it, or a blank line of somebody's editor.
                changed.readLines += changed.lacksEnd ? 0 : 1
                changed.lacksEnd = false
                read = line.upperBound + 1
                continue
            }
            do throws(ConversationError) {
                changed.apply(try record(bytes, line, changed.readLines + 1, path, chat.id))
            } catch {
                // What was being written when the machine stopped, or is being written now: not a line yet.
                if !isWhole { break }
                throw error
            }
            changed.readLines += 1
            // A last line that only lacks its end, as some editors leave it, counts; the next one that is added ends
            // it.
            read = line.upperBound + (isWhole ? 1 : 0)
            changed.lacksEnd = !isWhole
        }
        changed.readBytes += read
        chat = changed
    }

    private func record(
        _ bytes: [UInt8], _ line: Range<Int>, _ number: Int, _ path: String, _ id: RequestID
    ) throws(ConversationError) -> ChatRecord {
        var outcome: Result<ChatRecord, ChatCodec.Fault> = .failure(.notJSON)
        bytes.withUnsafeBytes { buffer in
            do throws(ChatCodec.Fault) {
                outcome = .success(try ChatCodec.decode(UnsafeRawBufferPointer(rebasing: buffer[line]), of: id))
            } catch {
                outcome = .failure(error)
            }
        }
        switch outcome {
        case .success(let record): return record
        case .failure(.newer):
            throw ConversationError(
                .newerFormat, "\(Display.path(path)):\(number): \(ChatCodec.Fault.newer.words)", hint: "update ai1")
        case .failure(let fault): throw damaged(path, number, fault.words)
        }
    }

    private func damaged(_ path: String, _ line: Int, _ what: String) -> ConversationError {
        ConversationError(
            .damaged, "\(Display.path(path)):\(line): \(what)",
            hint: "the other lines are whole: mend or remove that line, for example: sed -i \(line)d "
                + Display.shellWord(path))
    }

    /// The places of the lines, without their ends; the last may lack one.
    private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }
}
