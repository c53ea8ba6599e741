internal import AI1Core
internal import Crypto

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A list of names with the SHA-256 of what the user approved under each, in a file of the user's own with mode 0600. Newest last.
struct DigestRecords: Sendable {
    struct Record: Sendable, Hashable {
        let name: String
        let digest: String
    }

    static let maximumBytes = 1 << 20
    static let maximumRecords = 2_000

    let file: String
    /// The member that holds the list, and the member of an entry that holds its name.
    let list: String
    let key: String
    /// What the file is, and what is to be done again when it is lost: words for messages.
    let title: String
    let remedy: String

    /// Changes the list under a lock.
    /// - Throws: `SettingsError`: `cannotCreate`, `inputOutput`, `locked`, `unsafeFile`, `malformed`
    func change(_ edit: (inout [Record]) -> Void) throws(SettingsError) {
        try Directory.ensure(Paths.parent(of: file))
        try FileLock.hold(file + ".lock") { () throws(SettingsError) in
            var records = try read()
            edit(&records)
            if records.count > Self.maximumRecords { records.removeFirst(records.count - Self.maximumRecords) }
            let entries: [JSONValue] = records.map { record in
                .object([key: .string(record.name), "sha256": .string(record.digest)])
            }
            let document = JSONValue.object(["v": 1, list: .array(entries)])
            try AtomicFile.write(document.prettyEncoded() + [0x0A], to: file)
        }
    }

    /// - Throws: `SettingsError` when the file is damaged, or others can write to it
    func read() throws(SettingsError) -> [Record] {
        guard let content = try FileContent.read(file, limitBytes: Self.maximumBytes) else { return [] }
        guard content.owner == geteuid(), content.mode & 0o022 == 0 else {
            throw SettingsError(
                .unsafeFile, "\(title) \(Display.path(file)) can be written by others",
                hint: "check it, then: chmod 600 \(Display.shellWord(file))")
        }
        guard let document = try? JSONParser.parse(content.bytes), let entries = document[list]?.array else {
            throw SettingsError(.malformed, "\(Display.path(file)) is damaged", hint: remedy)
        }
        return entries.compactMap { element in
            guard let name = element[key]?.string, let digest = element["sha256"]?.string else { return nil }
            return Record(name: name, digest: digest)
        }
    }

    static func digest(_ content: [UInt8]) -> String {
        SHA256.hash(data: content).map { hexadecimal(UInt64($0), width: 2) }.joined()
    }
}
