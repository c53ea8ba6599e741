internal import AI1Core
internal import AI1Settings

/// A small JSON file of the wallet's that is replaced as a whole, under a lock, with mode 0600.
struct WalletFile {
    /// More than any list of a person's needs.
    static let maximumBytes = 4 << 20

    let path: String
    /// What the file holds, for messages: `list of accounts`.
    let title: String

    /// The members of the document; nil when there is no file.
    /// - Throws: `WalletError` of code `malformed` when it is damaged; `SettingsError`
    func read(_ list: String) throws -> [JSONValue]? {
        guard let content = try FileContent.read(path, limitBytes: Self.maximumBytes) else { return nil }
        // Who can write this file decides where money goes.
        guard content.mode & 0o022 == 0 else {
            throw SettingsError(
                .unsafeFile, "the \(title) \(Display.path(path)) can be written by others",
                hint: "check it, then: chmod 600 \(Display.shellWord(path))")
        }
        guard let document = try? JSONParser.parse(content.bytes), let rows = document[list]?.array else {
            throw damaged()
        }
        guard document["v"]?.number?.int64 == 1 else {
            throw WalletError(
                .malformed, "the \(title) \(Display.path(path)) is of a newer version", hint: "update ai1")
        }
        return rows
    }

    /// Runs `body`, which reads and writes, while nobody else does.
    /// - Throws: `SettingsError` of code `locked` and others; what `body` throws
    func locked<Value>(_ body: () throws -> Value) throws -> Value {
        try Directory.ensure(Paths.parent(of: path))
        let outcome: Result<Value, any Error> = try FileLock.hold(path + ".lock") { () throws(SettingsError) in
            Result { try body() }
        }
        return try outcome.get()
    }

    /// - Throws: `SettingsError`
    func write(_ list: String, _ rows: [JSONValue]) throws {
        let document = JSONValue.object(["v": 1, list: .array(rows)])
        try AtomicFile.write(document.prettyEncoded() + [0x0A], to: path)
    }

    func damaged() -> WalletError {
        WalletError(
            .malformed, "the \(title) \(Display.path(path)) is damaged",
            hint: "mend it, or move it away: keystores are not touched by that")
    }
}
