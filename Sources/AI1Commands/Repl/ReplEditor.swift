internal import AI1Core
internal import AI1Process
internal import AI1Settings
internal import AI1Terminal

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Opens a text in the user's own editor.
struct ReplEditor: Sendable {
    /// The largest text that is taken back.
    private static let limitBytes = 8 * 1_048_576
    /// An editor may be open for long.
    private static let timeoutMilliseconds: Int64 = 24 * 3_600_000

    let desk: ReplDesk

    /// - Returns: the text as the editor left it, without its last line end; nil when the editor says that it failed
    /// - Throws: `CommandError`, `ProcessError`, `SettingsError`
    func edit(_ text: String) async throws -> String? {
        let environment = desk.context.environment
        let editor = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty } ?? "vi"
        let name = "prompt-\(hexadecimal(desk.context.random.next(), width: 16)).md"
        try Directory.ensure(desk.live.paths.state)
        let path = Paths.join(desk.live.paths.state, name)
        try AtomicFile.write(Array((text + "\n").utf8), to: path)
        defer { unlink(path) }
        await desk.screen.suspend()
        defer { desk.screen.resume() }
        let result = try await ShellRun(shell: ShellRun.standardShell).run("\(editor) \"$1\"", arguments: [path])
        guard result == 0 else {
            desk.note("\(TerminalCleaner.cleanLine(editor, limit: 60)) ended with \(result): the line is as it was")
            return nil
        }
        guard let file = try FileContent.read(path, limitBytes: Self.limitBytes),
            var edited = String(validating: file.bytes, as: UTF8.self)
        else {
            throw CommandError(.badInput, message: "what the editor left is not UTF-8", hint: "save it as UTF-8")
        }
        while edited.hasSuffix("\n") { edited.removeLast() }
        return edited
    }
}
