internal import AI1Core
internal import AI1Process
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Lets the user change a text in their editor.
struct UserEditor: Sendable {
    /// What is read of the file at most.
    private static let limitBytes = 8 * 1_048_576

    let environment: [String: String]
    /// A folder of the user's own, where the text lies while it is being changed.
    let folder: String
    /// Names the file.
    let id: RequestID
    /// Ends its name, so that the editor knows what sort of text it is: `.sh`.
    let suffix: String

    /// The text as it was saved, without its last line end; nil when it is the same or the editor failed.
    /// - Throws: `ProcessError`, `SettingsError`, `CommandError`, `CancellationError`
    func edit(_ text: String) async throws -> String? {
        try Directory.ensure(folder)
        let path = Paths.join(folder, "edit-\(id)\(suffix)")
        try AtomicFile.write(Array((text + "\n").utf8), to: path)
        defer { unlink(path) }
        // The variable may have arguments in it, so that a shell reads it.
        let status = try await ShellRun(shell: ShellRun.standardShell).run("\(editor) \"$1\"", arguments: [path])
        guard status == 0 else {
            throw CommandError(
                .badInput, message: "the editor ended with exit code \(status): the text stays as it was",
                hint: "VISUAL and EDITOR name the editor that is used")
        }
        let bytes = try InputFile.read(path, limit: Self.limitBytes)
        guard var edited = String(validating: bytes, as: UTF8.self) else {
            throw CommandError(.badInput, message: "what was saved is not UTF-8: the text stays as it was")
        }
        while edited.hasSuffix("\n") { edited.removeLast() }
        return edited == text ? nil : edited
    }

    private var editor: String {
        [environment["VISUAL"], environment["EDITOR"]].lazy.compactMap(\.self).first { !$0.isEmpty } ?? "vi"
    }
}
