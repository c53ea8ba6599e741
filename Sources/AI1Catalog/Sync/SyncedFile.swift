package import AI1Core

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What one source gave, as it is stored: a line about the whole, then the providers with their models in the text form of
/// a catalogue. Only the beginnings of the providers are looked for; their rows are read when somebody asks for them.
package struct SyncedFile: Sendable {
    /// `models.dev`, `openrouter`, or the provider whose list it is.
    package let source: String
    package let form: SyncForm
    /// When it was synced, in UTC: `2026-07-28T09:05:00Z`.
    package let syncedAt: String
    package let modelCount: Int

    private let bytes: [UInt8]
    /// Providers in their order.
    package let providerIDs: [String]
    private let sections: [String: Section]

    private struct Section: Sendable {
        let start: Int
        var end: Int
        var models: Int
    }

    /// The first word of the first line, and the version of the form behind it.
    static let magic = "ai1-catalog"
    static let version = "1"
    /// Larger files are not read.
    package static let largestBytes = 32 << 20

    /// Takes over a file's content, after holding it against its first line.
    /// - Throws: `CatalogProblem` of code `damaged`
    package init(_ bytes: [UInt8]) throws(CatalogProblem) {
        guard let end = bytes.prefix(400).firstIndex(of: Ascii.newline) else { throw Self.damaged("no first line") }
        let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 8, words[0] == Self.magic else { throw Self.damaged("no first line") }
        guard words[1] == Self.version else { throw Self.damaged("written by another version of ai1") }
        guard let form = SyncForm(rawValue: words[3]), let count = Int(words[5]), Int(words[6]) == bytes.count - end - 1
        else { throw Self.damaged("cut short") }
        let sum = bytes.withUnsafeBytes { Checksum(UnsafeRawBufferPointer(rebasing: $0[(end + 1)...])).text }
        guard sum == words[7] else { throw Self.damaged("changed after it was written") }
        source = words[2]
        self.form = form
        syncedAt = words[4]
        modelCount = count
        self.bytes = bytes
        (providerIDs, sections) = Self.index(bytes, from: end + 1)
    }

    private static func damaged(_ why: String) -> CatalogProblem { CatalogProblem(.damaged, message: why) }

    /// Finds the lines that begin a provider.
    private static func index(_ bytes: [UInt8], from start: Int) -> ([String], [String: Section]) {
        var names: [String] = []
        var sections: [String: Section] = [:]
        var current: (name: String, section: Section)?
        func close(at end: Int) {
            guard var current else { return }
            current.section.end = end
            if sections.updateValue(current.section, forKey: current.name) == nil { names.append(current.name) }
        }
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            var position = start
            while position < buffer.count {
                let found = memchr(base + position, Int32(Ascii.newline), buffer.count - position)
                let end = found.map { UnsafeRawPointer($0) - base } ?? buffer.count
                switch buffer[position] {
                case Ascii.at:
                    close(at: position)
                    let name = buffer[(position + 1)..<end].prefix { $0 != Ascii.space }
                    current = (String(decoding: name, as: UTF8.self), Section(start: position, end: end, models: 0))
                case UInt8(ascii: "!"), Ascii.newline: break
                default: current?.section.models += 1
                }
                position = end + 1
            }
            close(at: buffer.count)
        }
        return (names, sections)
    }

    /// How many models it has of a provider.
    package func modelCount(ofProvider id: String) -> Int { sections[id]?.models ?? 0 }

    /// What it says of a provider; nil when it does not name it.
    package func provider(_ id: String) -> SyncedProvider? {
        guard let section = sections[id] else { return nil }
        return bytes.withUnsafeBufferPointer { buffer in
            let line = buffer[section.start..<section.end]
            let end = line.firstIndex(of: Ascii.newline) ?? section.end
            return try? Self.provider(LineFields(buffer, from: section.start + 1, to: end, line: 0))
        }
    }

    private static func provider(_ line: LineFields) throws(CatalogProblem) -> SyncedProvider {
        var fields = line
        let id = fields.text(try fields.next("name"))
        let dialect = fields.optionalText(try fields.next("dialect"))
        let base = fields.optionalText(try fields.next("base URL"))
        let keys = fields.names(try fields.next("key variables"))
        let documentation = fields.optionalText(try fields.next("documentation"))
        return SyncedProvider(
            id: id, title: fields.text(try fields.rest("title")), dialect: DialectName(rawValue: dialect),
            baseURL: base,
            keyVariables: keys, documentation: documentation)
    }

    /// The rows that it has of a provider. Families and measured qualities are not in it; see `Catalog.adding(_:of:)`.
    /// - Parameter row: the provider that they belong to
    package func models(of row: ProviderRow) -> [ModelRow] {
        guard let section = sections[row.id] else { return [] }
        return bytes.withUnsafeBufferPointer { buffer in
            let all = UnsafeBufferPointer(rebasing: buffer[section.start..<section.end])
            let first = (all.firstIndex(of: Ascii.newline) ?? all.count - 1) + 1
            return CatalogText.parse(UnsafeBufferPointer(rebasing: all[first...]), of: row).models
        }
    }
}
