internal import AI1Core
internal import AI1Settings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The folder of keystore files (Web3 Secret Storage): names `UTC--2026-11-26T01-12-00.000000000Z--<address>`.
struct KeystoreFolder {
    /// More files than this are not looked at.
    static let maximumFiles = 10_000
    /// No keystore is as large.
    static let maximumBytes = 64 << 10

    let path: String

    /// Whether a text is the name of a file in the folder, and of none outside of it.
    static func isFileName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255 && !text.hasPrefix(".")
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
    }

    /// The files and their addresses, by name, which is by age.
    func files() -> [(name: String, address: Address)] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder), names.count < Self.maximumFiles {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            // Temporary files have endings of their own.
            if let name, Self.isFileName(name), !name.contains(".tmp") { names.append(name) }
        }
        return names.sorted().compactMap { name in address(of: name).map { (name, $0) } }
    }

    func isThere(_ name: String) -> Bool { access(Paths.join(path, name), F_OK) == 0 }

    /// From the name where it says, else from the file itself; nil when it is no keystore.
    private func address(of name: String) -> Address? {
        if let mark = name.utf8.count > 42 ? name.suffix(42) : nil, mark.hasPrefix("--"), name.hasPrefix("UTC--"),
            let bytes = HexText.decode(mark.dropFirst(2))
        {
            return Address(bytes)
        }
        guard let content = try? FileContent.read(Paths.join(path, name), limitBytes: Self.maximumBytes),
            let document = try? JSONParser.parse(content.bytes), document["crypto"] ?? document["Crypto"] != nil,
            let text = document["address"]?.string, let bytes = HexText.decode(text)
        else { return nil }
        return Address(bytes)
    }
}
