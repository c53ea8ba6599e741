internal import AI1Core
internal import ArgumentParser

extension AskCommand {
    /// Refuses what makes no sense together with media, before anything is read.
    func validateMedia() throws {
        let kind = media.kind
        if kind == .text { return }
        let flag = MediaOptions.flag(kind)
        var clash: [(Bool, String)] = [
            (answer.schema != nil, "--schema"), (answer.temperature != nil, "--temperature"),
            (answer.maxTokens != nil, "--max-tokens"), (answer.reasoning != nil, "--reasoning"),
            (answer.seed != nil, "--seed"), (!answer.stop.isEmpty, "--stop"), (output.extract, "--extract"),
            (chat.isAsked, "a chat"), (role.role != nil || !role.parameters.isEmpty, "--role"),
            (shell.shell, "--shell"), (!tools.names.isEmpty, "--tools"),
            (!compare.models.isEmpty, "--compare"), (input.resume != nil, "--resume"),
            (cassette.record != nil, "--record"), (cassette.replay != nil, "--replay"),
        ]
        if kind != .image { clash.append((!input.attachments.isEmpty, "--attach")) }
        if kind == .image || kind == .speech { clash.append((output.jsonl, "--jsonl")) }
        if kind == .embedding { clash.append((input.system != nil, "--system")) }
        if let other = clash.first(where: \.0)?.1 {
            throw ValidationError("\(flag) and \(other) exclude each other")
        }
        if let file = output.file, kind == .image || kind == .speech, media.format == nil,
            let format = MediaFormat(fileName: file), format.isImage != (kind == .image)
        {
            throw ValidationError("\(TerminalCleaner.cleanLine(file, limit: 80)) is no name for \(kind.rawValue)")
        }
    }
}
